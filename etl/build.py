"""The store from the bundled inputs: the region register and the files under `data/`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from etl.sources import bundled
from geo import register
from warehouse.digests import frames_digest
from warehouse.store import Loaded, Store

KIND = "bundled"


def build(store: Path, data: Path, now: dt.datetime) -> Loaded:
    """Load what is bundled in `data` into the store in the folder `store`, which is made where there is none.

    Rows that an earlier build wrote and that are not bundled any more go. Rows that people's files added or changed
    since stay as they are: what a person sent is newer than what came with the program. Nothing changed: no new
    snapshot.
    Raises BadInput naming the file, record and field of the first fault in `data`.
    """
    tables = {"region": register.regions(), **bundled.read(data)}
    return Store(store).load(
        tables,
        kind=KIND,
        name="data",
        by="system",
        content_sha256=frames_digest(tables),
        now=now,
        replaces=True,
    )
