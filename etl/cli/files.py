"""What commands that take or write files share: a store that holds data, and a file written whole or not at all."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from pathlib import Path

from etl.build import build
from etl.cli.console import DATA, log
from i18n import N_, BadInput, Text
from warehouse.store import Store


def filled_store(folder: Path, t: Text, now: dt.datetime) -> Store:
    """The store in this folder, built from the bundled data first where nothing has been loaded (said on stderr)."""
    store = Store(folder)
    if not store.exists():
        log(t("No store in {folder} yet: building it from the bundled data.", folder=folder))
        build(folder, data=DATA, now=now)
    return store


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
