"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from i18n import N_, BadInput


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes into the file: written aside and renamed, so that a full disk leaves the old file as it was.

    Raises BadInput where the folder is missing or the file cannot be written.
    """
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        raise BadInput(
            N_("The file cannot be written ({reason})."),
            where=str(path),
            next_step=N_("Check the folder, its permissions, the free disk space, and that no program has it open."),
            reason=error.strerror,
        ) from error
    finally:
        aside.unlink(missing_ok=True)
