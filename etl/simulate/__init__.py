"""A labelled national example, so that pages can be seen with figures that no region has reported yet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from etl.simulate.country import simulate
from geo import register
from i18n import N_, BadInput
from warehouse.digests import frames_digest
from warehouse.store import Loaded, Store

KIND = "simulation"
PEOPLE = 3_700_000
"""78 % of the 4 758 730 ASN of 2024 work in regional governments."""
SEED = 2024

__all__ = ["KIND", "PEOPLE", "SEED", "load_example", "simulate"]


def load_example(store: Path, now: dt.datetime, people: int = PEOPLE, seed: int = SEED) -> Loaded:
    """Make the example the content of the store in the folder `store`. The same again: no new snapshot.

    Raises BadInput where the store holds anything but an example.
    """
    if any(snapshot.batch.kind != KIND and not snapshot.batch.undoes for snapshot in Store(store).snapshots()):
        raise BadInput(
            N_("This store holds real data, and example data is never mixed with it."),
            where=str(store),
            example=f"{store}-contoh",
            next_step=N_("Name another folder, such as --store {example}."),
        )
    tables = simulate(people, seed, register.regions())
    return Store.with_own_catalogue(store).load(
        tables,
        kind=KIND,
        name=f"DATA CONTOH {people} {seed}",
        by="system",
        content_sha256=frames_digest(tables),
        now=now,
        replaces=True,
    )
