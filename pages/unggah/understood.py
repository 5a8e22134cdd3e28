"""What was understood of a file as a value: its tables, their columns, and the rows that were taken for no data."""

from __future__ import annotations

from dataclasses import dataclass

from etl.ingest.labels import SET_ASIDE
from etl.ingest.values import Preview
from etl.recognise.layout import Block, Column, FileKind, Given
from i18n import Text
from indicators.words import EMPLOYEE_TYPES, TIERS, word
from pages.unggah.words import FIELDS, GIVEN, KINDS

SHOWN = 100


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: its place on the sheet (A, B …), its heading as printed, and what it was taken for."""

    place: str
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One table. `given`: what stands outside its rows and holds for all, with where it was read."""

    heading: str
    hidden: bool
    rows: int
    header: str
    first_row: int | None
    last_row: int | None
    columns: tuple[ColumnView, ...]
    given: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row that is no data: where it is, what it was taken for, and what it says ("" in a roster)."""

    place: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Understood:
    """The whole step. `aside_total` counts all rows set aside, of which the first are in `aside`."""

    kind: str
    rows: int
    blocks: tuple[BlockView, ...]
    aside: tuple[AsideRow, ...]
    aside_total: int


def understood(preview: Preview, t: Text) -> Understood:
    """The step as a value."""
    is_roster = preview.kind is FileKind.ROSTER
    aside = preview.set_aside
    return Understood(
        kind=t(KINDS[preview.kind]),
        rows=preview.rows_in,
        blocks=tuple(_block(block, t) for block in preview.blocks),
        aside=tuple(
            AsideRow(
                place(row["sheet"], row["row"], t),
                t(SET_ASIDE.get(row["what"], row["what"])),
                "" if is_roster else row["text"] or "",
            )
            for row in aside.head(SHOWN).to_dicts()
        ),
        aside_total=aside.height,
    )


def place(sheet: str | None, row: int | None, t: Text) -> str:
    """`Rekap, baris 12`, `baris 12`, or the whole file."""
    said = (sheet or "", t("row {row}", row=t.number(row)) if row is not None else "")
    return ", ".join(filter(None, said)) or t("the file")


def column_place(index: int) -> str:
    """1 as A, 27 as AA."""
    letters = ""
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _block(block: Block, t: Text) -> BlockView:
    return BlockView(
        heading=block.sheet or t("Table"),
        hidden=block.hidden,
        rows=len(block.data_rows),
        header=", ".join(map(str, block.header_rows)) or "–",
        first_row=block.data_rows[0] if block.data_rows else None,
        last_row=block.data_rows[-1] if block.data_rows else None,
        columns=tuple(
            ColumnView(column_place(column.index), column.heading, _meaning(column, t)) for column in block.columns
        ),
        given=tuple(_given(block.given, t)),
    )


def _meaning(column: Column, t: Text) -> str:
    said = [
        t(FIELDS[column.field]),
        t(FIELDS[column.of]) if column.of else "",
        word(EMPLOYEE_TYPES, column.employee_type, t) if column.employee_type else "",
        word(TIERS, column.tier, t) if column.tier else "",
        t.dates(column.as_of.low, column.as_of.high) if column.as_of else "",
    ]
    return " · ".join(filter(None, said))


def _given(given: Given, t: Text) -> list[tuple[str, str, str]]:
    """Name, value and place of what a title or label line says of all rows."""
    values = {
        "as_of": t.dates(given.as_of.low, given.as_of.high) if given.as_of else None,
        "region": given.region,
        "opd": given.opd,
        "employee_type": word(EMPLOYEE_TYPES, given.employee_type, t) if given.employee_type else None,
        "tier": word(TIERS, given.tier, t) if given.tier else None,
    }
    return [(t(GIVEN[name]), value, given.stated_in.get(name, "")) for name, value in values.items() if value]
