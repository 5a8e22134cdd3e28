"""The batches, and the figures that two snapshots give differently, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefings.table import Cell, Column, Table
from i18n import Text
from indicators.figure_words import figure_or_state
from indicators.history.because import BECAUSE
from indicators.history.changes import FigureChange, Value
from indicators.registry import DEFINITIONS
from pages.riwayat.model import BatchRow, counted


def batches(rows: Sequence[BatchRow], t: Text) -> Table:
    """Every batch: what came in when, by whom, what it changed, and whether it was undone."""
    columns = (
        Column("batch_id", t("Batch")),
        Column("snapshot", t("Snapshot"), "count", description=t("The snapshot that the batch made.")),
        Column("taken_on", t("Day"), "day"),
        Column("moment", t("Time")),
        Column("name", t("Name"), description=t("The file, or what was done.")),
        Column("kind", t("Kind")),
        Column("by", t("By")),
        Column("changed", t("What it changed"), description=t("Rows of each table.")),
        Column("undoes", t("Takes back"), description=t("The batch that it undid; empty = none.")),
        Column("undone_by", t("Undone by"), description=t("The batch that undid it; empty = it holds.")),
        Column("sha256", t("Digest of what was loaded (SHA-256)")),
    )
    cells = tuple(
        (
            row.batch_id,
            row.number,
            row.taken_on,
            row.moment,
            row.name,
            row.kind,
            row.by,
            "; ".join(counted(one, t) for one in row.counts) or None,
            row.undoes,
            row.undone_by,
            row.sha256,
        )
        for row in rows
    )
    return Table("batch", t("All batches"), columns, cells)


def changed(changes: Sequence[FigureChange], before: int, after: int, t: Text) -> Table:
    """Every figure that differs between two snapshots: its bounds in both, and why.

    The bounds are numbers of their own, no answers of the state that the file is made of.
    """
    columns = (
        Column("indicator", t("Code"), description=t("The indicator’s name in commands and files.")),
        Column("label", t("Indicator")),
        Column("level", t("Level")),
        Column("code", t("Unit’s code"), description=t("Empty = the nation.")),
        Column("name", t("Unit")),
        Column("election", t("Election")),
        *(column for which, said in _sides(t) for column in _side(which, said, t)),
        Column("because", t("Why")),
        Column("batches", t("Batches")),
    )
    rows = tuple(
        (
            one.indicator,
            t(DEFINITIONS[one.indicator].label),
            one.level,
            one.code,
            one.name,
            one.campaign,
            *_value(one.indicator, one.old, t),
            *_value(one.indicator, one.new, t),
            "; ".join(dict.fromkeys(t(BECAUSE[why]) for blame in one.blame for why in blame.because)) or None,
            "; ".join(dict.fromkeys(blame.step.snapshot.batch.batch_id for blame in one.blame)) or None,
        )
        for one in changes
    )
    title = t("Figures that differ, snapshot {before} to {after}", before=t.number(before), after=t.number(after))
    return Table(f"beda-{before}-{after}", title, columns, rows)


def _sides(t: Text) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("before", t("Before")), ("after", t("After"))


def _side(which: str, said: str, t: Text) -> Iterator[Column]:
    yield Column(f"{which}_said", said, description=t("As the pages say it."))
    yield Column(f"{which}_low", t("{side}: at least", side=said), "decimal", description=t("Shares are fractions."))
    yield Column(f"{which}_high", t("{side}: at most", side=said), "decimal", description=t("Shares are fractions."))


def _value(indicator: str, value: Value | None, t: Text) -> Iterator[Cell]:
    """A unit that is not there in a snapshot has no value."""
    if value is None:
        yield from (None, None, None)
        return
    yield figure_or_state(indicator, asdict(value), t)
    yield value.low
    yield value.high
