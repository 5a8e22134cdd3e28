"""Ceremonies as a table: when, who, how many people, on what evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from briefings.ceremonies.rows import Ceremony
from briefings.table import Cell, Column, Table
from i18n import Text
from indicators.words import GRADES, listed, word

_NAMED: Final = 3


def table(rows: Sequence[Ceremony], regions: Mapping[str, str], t: Text) -> Table:
    """A row a ceremony, newest first, undated ones last; `regions` are names by code. Empty columns are left out."""
    columns = [
        (column, cells) for column, cells in _columns(rows, regions, t) if any(cell is not None for cell in cells)
    ]
    by_row = tuple(zip(*(cells for _, cells in columns), strict=True))
    return Table(
        "acara",
        t("Ceremonies"),
        tuple(column for column, _ in columns),
        by_row,
        tuple(_notes(rows, t)),
        ids=tuple(row.event_id for row in rows),
    )


def _columns(
    rows: Sequence[Ceremony], regions: Mapping[str, str], t: Text
) -> Iterator[tuple[Column, tuple[Cell, ...]]]:
    first = t("The day, or the first one on which it may have been held.")
    last = t("The last day on which it may have been held; empty = the day is known.")
    said = t("How the date is known, where it is not as printed, and how exactly.")
    yield Column("date_low", t("Date"), "day", description=first), tuple(row.low for row in rows)
    yield Column("date_high", t("Until"), "day", description=last), tuple(_until(row) for row in rows)
    yield Column("date_note", t("About the date"), description=said), tuple(_about(row, t) for row in rows)
    yield (
        Column("ceremony", t("Ceremony"), description=t("Who held it: what was done.")),
        tuple(row.title for row in rows),
    )
    yield (
        Column("regions", t("Regions"), description=t("Regions that held it or took part.")),
        tuple(_where(row, regions, t) for row in rows),
    )
    if len({row.campaign_id for row in rows}) > 1:
        yield Column("election", t("Election")), tuple(row.campaign or t("election not named") for row in rows)
    yield (
        Column("participants", t("Participants"), description=t("Bounds, and the print where it says more.")),
        tuple(row.people for row in rows),
    )
    yield (
        Column("evidence_grade", t("Evidence"), description=t("The best evidence, from A to D.")),
        tuple(row.grade for row in rows),
    )
    yield (
        Column("voices", t("Voices"), "count", description=t("Independent sources.")),
        tuple(row.sources for row in rows),
    )
    yield (
        Column("counted_apart", t("Counted apart"), description=t("Enters no figure of a region.")),
        tuple(t("central or election body") if row.aside else None for row in rows),
    )


def _notes(rows: Sequence[Ceremony], t: Text) -> Iterator[str]:
    """What the grades in the table mean."""
    grades = sorted({row.grade for row in rows if row.grade})
    if grades:
        yield t("Evidence: {grades}.", grades=", ".join(f"{grade} {word(GRADES, grade, t)}" for grade in grades))


def _until(row: Ceremony) -> Cell:
    return None if row.high == row.low else row.high


def _about(row: Ceremony, t: Text) -> str | None:
    """`date not known`, `Oktober 2023`, `corrected`; null where the days say it all."""
    words = [None if row.low and row.date == t.dates(row.low, row.high) else row.date, row.date_note]
    return "; ".join(filter(None, words)) or None


def _where(row: Ceremony, regions: Mapping[str, str], t: Text) -> str | None:
    names = [regions.get(code, code) for code in row.regions]
    shown = names if len(names) <= _NAMED + 1 else names[:_NAMED]
    others = len(names) - len(shown)
    return listed([*shown, *([t.n("{count} other", "{count} others", others)] if others else [])], t) or None
