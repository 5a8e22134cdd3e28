"""The example store: a made-up country, labelled as such, made on a reader's first wish."""

from __future__ import annotations

import datetime as dt
from pathlib import Path


def build(path: Path, now: dt.datetime) -> None:
    """Make the example store at `path`. The same one every time."""
    raise NotImplementedError(path, now)
