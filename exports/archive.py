"""ZIP files, which office files are too, whose bytes follow from what is in them: no clock."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable


def packed(parts: Iterable[tuple[str, bytes]], moment: dt.datetime) -> bytes:
    """Parts with their names, in the order given, each with that moment (in UTC) on it. One is in memory at a time."""
    buffer, when = io.BytesIO(), moment.astimezone(dt.UTC).timetuple()[:6]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, when), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def repacked(written: io.BytesIO, moment: dt.datetime) -> bytes:
    """The archive that a library wrote, with that moment on its parts instead of the clock's."""
    with zipfile.ZipFile(written) as archive:
        return packed(((name, archive.read(name)) for name in archive.namelist()), moment)
