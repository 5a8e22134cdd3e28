"""What a load or an undo does to one table. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import polars as pl

from i18n import N_, Conflict
from warehouse import contract
from warehouse.difference import OLD, difference


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a later batch changed, so that an undo would overwrite it. `batch_id` null = it removed the row."""

    table: str
    key: dict[str, Any]
    batch_id: str | None


class ChangedSince(Conflict):
    """An undo that would overwrite what later batches did; `rows` lists where."""

    _what: ClassVar[str] = N_("Batch {batch} cannot be undone: later batches changed {count} of its rows.")

    def __init__(self, batch_id: str, rows: Sequence[Touched]) -> None:
        super().__init__(
            self._what,
            next_step=N_("Undo those batches first."),
            batch=batch_id,
            count=len(rows),
        )
        self.rows = tuple(rows)


class StillNamed(ChangedSince):
    """An undo after which rows of other batches would name something that is gone; `rows` are those.

    Of a table with partitions the key is the partition's: whose rows they are is nobody's business.
    """

    _what: ClassVar[str] = N_("Batch {batch} cannot be undone: {count} rows of other batches name what it brought.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rows of a table are new, changed, gone or the same; `kept`: given, but another kind's word stands.

    `conflicts` are the rows in an undo's way.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0
    kept: int = 0
    conflicts: tuple[Touched, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where the table stays as it is."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Tally):
    """Rows to write (`upserts`) and rows to take away (`removals`)."""

    upserts: pl.DataFrame
    removals: pl.DataFrame

    def upon(self, current: pl.DataFrame, key: list[str]) -> pl.DataFrame:
        """The table's rows once this is done to `current`, in no particular order."""
        touched = pl.concat([self.upserts.select(key), self.removals.select(key)])
        return pl.concat([current.join(touched, on=key, how="anti"), self.upserts])


def loaded(
    table: str, current: pl.DataFrame, given: pl.DataFrame | None, replaced: Collection[str] | None = None
) -> Change:
    """Bring `given` in (null = nothing for this table).

    `replaced`, where it is not null, are the batches that `given` is the whole of: rows of theirs that it lacks go,
    and rows that any other batch wrote last stay as they are.
    """
    nothing = current.clear()
    if given is None and not replaced:
        return Change(upserts=nothing, removals=nothing)
    given = nothing if given is None else given
    found = difference(current, given, contract.key(table), ignoring={"batch_id"})
    ours = list(replaced or ())
    removals = found.removed.filter(pl.col("batch_id").is_in(ours))
    changed = found.changed
    if replaced is not None:
        changed = changed.filter(pl.col("batch_id" + OLD).is_in(ours))
    added = found.added.height
    return Change(
        upserts=pl.concat([found.added, changed.select(found.added.columns)]),
        removals=removals,
        added=added,
        changed=changed.height,
        removed=removals.height,
        same=given.height - added - found.changed.height,
        kept=found.changed.height - changed.height,
    )


def undone(table: str, before: pl.DataFrame, after: pl.DataFrame, current: pl.DataFrame) -> Change:
    """Take back what led from `before` to `after`. `conflicts` are the rows that are now like neither of the two."""
    key = contract.key(table)
    # What the batch did and what is not as it was before it.
    pending = difference(before, after, key).keys.join(difference(before, current, key).keys, on=key, how="semi")
    overtaken = pending.join(difference(after, current, key).keys, on=key, how="semi")
    batches = overtaken.join(current.select(*key, "batch_id"), on=key, how="left").sort(key)
    upserts = before.join(pending, on=key, how="semi")
    present = current.join(pending, on=key, how="semi")
    removals = present.join(before, on=key, how="anti")
    return Change(
        upserts=upserts,
        removals=removals,
        added=upserts.height - (present.height - removals.height),
        changed=present.height - removals.height,
        removed=removals.height,
        conflicts=tuple(
            Touched(table, {name: row[name] for name in key}, row["batch_id"]) for row in batches.iter_rows(named=True)
        ),
    )
