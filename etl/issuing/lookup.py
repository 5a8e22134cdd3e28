"""From the code on a file back to what is on record of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefings.finding import Query
from briefings.stamp import code_of
from catalogue.exports import OnRecord, handed_out
from etl.issuing.questions import read
from i18n import N_, Damaged
from warehouse.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """A file on record: `queries` are what it showed of the snapshot taken at `taken_at`.

    `made`: every time that its code was handed out, newest first.
    """

    made: tuple[OnRecord, ...]
    queries: tuple[Query, ...]
    taken_at: datetime

    @property
    def newest(self) -> OnRecord:
        """The last time that it was handed out."""
        return self.made[0]


def find(store: Store, code: str) -> Found | None:
    """What is on record under a code (as `code_in` spells it); null where the store knows none.

    Raises Damaged where the record is not what was written: the code is a digest of it. A store that has nothing yet
    knows no code.
    """
    if not store.exists():
        return None
    with store.catalogue.reading() as session:
        made = tuple(handed_out(session, code))
    if not made:
        return None
    taken = {snapshot.number: snapshot.taken_at for snapshot in store.snapshots()}
    return Found(made, _checked(made, taken), taken[made[0].snapshot])


def recent(store: Store, count: int) -> tuple[OnRecord, ...]:
    """The files handed out last, newest first."""
    with store.catalogue.reading() as session:
        return tuple(handed_out(session, newest=count))


def _checked(made: Sequence[OnRecord], taken: Mapping[int, datetime]) -> tuple[Query, ...]:
    """The questions of the records, all of which must give the code."""
    for one in made:
        try:
            queries = tuple(map(read, one.queries))
            sound = code_of(taken[one.snapshot], one.per, queries, one.about) == one.code
        except (KeyError, TypeError, ValueError) as fault:
            raise _damaged(one) from fault
        if not sound:
            raise _damaged(one)
    return queries


def _damaged(one: OnRecord) -> Damaged:
    return Damaged(
        N_("The record of file {code} was changed after it was written."),
        next_step=N_("Run `ikrar verify`; restore the store's folder from a backup."),
        code=one.code,
    )
