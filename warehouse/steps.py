"""The way from one snapshot to another, batch by batch: what each changed, by whom, and what a person decided in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.decisions import OnRecord, decisions
from catalogue.history import Snapshot
from warehouse.difference import Difference
from warehouse.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One batch on the way. `found`: the tables that differ, read in the direction of travel.

    `is_back`: the way leads from a later snapshot to an earlier one, so what the batch did is taken away again.
    """

    snapshot: Snapshot
    found: Mapping[str, Difference]
    decided: tuple[OnRecord, ...]
    is_back: bool


def steps(store: Store, a: int, b: int) -> tuple[Step, ...]:
    """Every step from snapshot `a` to `b`, as travelled; none where they are one. Raises NotFound, Damaged."""
    for number in (a, b):
        store.snapshot(number)
    is_back = b < a
    first, last = sorted((a, b))
    passed = [one for one in store.snapshots() if first < one.number <= last]
    with store.catalogue.reading() as session:
        made = decisions(session)
    found = [
        Step(
            snapshot,
            store.diff(snapshot.number, snapshot.number - 1)
            if is_back
            else store.diff(snapshot.number - 1, snapshot.number),
            tuple(one for one in made if one.decided_at == snapshot.taken_at),
            is_back,
        )
        for snapshot in passed
    ]
    return tuple(reversed(found) if is_back else found)
