"""History as a value: the batches newest first, what each one did, and whether it still holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.history import Snapshot, TableVersion
from i18n import Text
from pages.context import HOME, Context
from pages.ringkasan.changes import TABLES
from pages.riwayat.words import KINDS, NOT_FILES, in_order

SHOWN = 50
FROM, TO = "dari_snapshot", "ke_snapshot"
"""Link keys of two snapshots to compare."""
OFFERED = 200
SYSTEM = "system"
"""Who brings the data that comes with Ikrar."""


@dataclass(frozen=True, slots=True)
class Counts:
    """One table of a batch: rows that it made new, changed and took away."""

    table: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch. `before`: number of the snapshot it built upon, null for the first. `undone_by` null = it holds."""

    batch_id: str
    number: int
    before: int | None
    taken_on: dt.date
    moment: str
    kind: str
    name: str
    by: str
    sha256: str
    counts: tuple[Counts, ...]
    undoes: str | None
    undone_by: str | None
    href: str
    then_href: str

    @property
    def can_be_undone(self) -> bool:
        """The first batch has nothing before it, and what is undone cannot be undone again."""
        return self.before is not None and self.undone_by is None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two snapshots to compare, by number."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class View:
    """The page. `chosen` null = the link names no batch, or one that there is not (`unknown`).

    `pair`: what is compared, the two snapshots that the link names or else the chosen batch's. `offered`: snapshots to
    choose from by number, the newest first.
    """

    number: int
    moment: str
    files: int
    undone: int
    rows: tuple[BatchRow, ...]
    total: int
    older_href: str | None
    chosen: BatchRow | None
    unknown: bool
    pair: Pair | None
    offered: Mapping[str, str]


def build(context: Context, snapshots: Sequence[Snapshot]) -> View:
    """The history of the store that is shown; `snapshots` oldest first, at least one."""
    t, newest = context.t, snapshots[-1]
    rows, undone = every_batch(context, snapshots), standing_undos(snapshots)
    named = [value for key in (FROM, TO) if (value := context.params.get(key))]
    wanted = None if named else context.params.get("batch")
    chosen = next((row for row in rows if row.batch_id == wanted), None)
    pair = _compared(named, rows, chosen)
    shown = [row for row in rows if row.number < _before(context, newest.number + 1)][:SHOWN]
    older = bool(shown) and shown[-1].number > rows[-1].number
    return View(
        number=newest.number,
        moment=t.moment(newest.taken_at),
        files=sum(_is_file(one) for one in snapshots),
        undone=sum(_is_file(one) and one.batch.batch_id in undone for one in snapshots),
        rows=tuple(shown),
        total=len(rows),
        older_href=context.link("riwayat", sebelum=str(shown[-1].number)) if older else None,
        chosen=chosen,
        unknown=(bool(wanted) and chosen is None) or (bool(named) and pair is None),
        pair=pair,
        offered={str(row.number): f"{t.number(row.number)} · {row.moment} · {row.name}" for row in rows[:OFFERED]},
    )


def every_batch(context: Context, snapshots: Sequence[Snapshot]) -> tuple[BatchRow, ...]:
    """Each batch, the newest first; `snapshots` oldest first."""
    undone = standing_undos(snapshots)
    rows = (
        _row(context, snapshot, before.number if before else None, undone)
        for before, snapshot in zip((None, *snapshots), snapshots, strict=False)
    )
    return tuple(rows)[::-1]


def _compared(named: Sequence[str], rows: Sequence[BatchRow], chosen: BatchRow | None) -> Pair | None:
    """The two snapshots that the link names, where there are such; unnamed, the chosen batch and what it built upon."""
    if named:
        known = {str(row.number): row.number for row in rows}
        found = [known[one] for one in named if one in known]
        return Pair(*found) if len(found) == 2 and len(set(found)) == 2 else None
    if chosen is None or chosen.before is None:
        return None
    return Pair(chosen.before, chosen.number)


def counted(counts: Counts, t: Text) -> str:
    """A table's counts in words."""
    said = (
        t.n("{count} new", "{count} new", counts.added) if counts.added else "",
        t.n("{count} changed", "{count} changed", counts.changed) if counts.changed else "",
        t.n("{count} removed", "{count} removed", counts.removed) if counts.removed else "",
    )
    return f"{counts.table}: {', '.join(filter(None, said))}"


def standing_undos(snapshots: Sequence[Snapshot]) -> Mapping[str, str]:
    """Batches that are undone now, to the batch that took them back. An undo that was itself undone undoes nothing."""
    standing: dict[str, str] = {}
    for batch in (snapshot.batch for snapshot in reversed(snapshots)):
        if batch.undoes is not None and batch.batch_id not in standing:
            standing.setdefault(batch.undoes, batch.batch_id)
    return standing


def _before(context: Context, default: int) -> int:
    wanted = context.params.get("sebelum", "")
    return int(wanted) if wanted.isdecimal() and len(wanted) < 10 else default


def _is_file(snapshot: Snapshot) -> bool:
    return snapshot.batch.kind not in NOT_FILES


def _row(context: Context, snapshot: Snapshot, before: int | None, undone: Mapping[str, str]) -> BatchRow:
    t, batch = context.t, snapshot.batch
    return BatchRow(
        batch_id=batch.batch_id,
        number=snapshot.number,
        before=before,
        taken_on=snapshot.taken_at.date(),
        moment=t.moment(snapshot.taken_at),
        kind=t(KINDS.get(batch.kind, batch.kind)),
        name=t("data that Ikrar brings") if batch.kind == "bundled" else batch.name,
        by=t("system") if batch.by == SYSTEM else batch.by,
        sha256=batch.content_sha256,
        counts=tuple(
            _counts(table, snapshot.tables[table], t)
            for table in in_order(snapshot.tables)
            if snapshot.tables[table].touched
        ),
        undoes=batch.undoes,
        undone_by=undone.get(batch.batch_id),
        href=context.link("riwayat", batch=batch.batch_id),
        then_href=context.link(HOME, per=str(snapshot.number)),
    )


def _counts(table: str, version: TableVersion, t: Text) -> Counts:
    return Counts(t(TABLES.get(table, table)), version.added, version.changed, version.removed)
