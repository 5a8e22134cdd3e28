"""One table while it is being recognised: where it stands, its columns, its rows. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from etl.clean.dates import Campaign
from etl.recognise import measures, questions, totals
from etl.recognise.area import Area
from etl.recognise.drafts import UNITS, Draft, draft_columns
from etl.recognise.given import Line, lines_of
from etl.recognise.grid import Grid
from etl.recognise.layout import Answer, Field, FileKind, TotalRow
from etl.recognise.parts import Under, parts_of
from etl.recognise.rows import DATA, SUM, WITHIN, Roles, classify
from geo import register
from geo.names import resolve_frame

_LABELS = (
    Field.OPD,
    Field.REGION,
    Field.REGION_CODE,
    Field.EMPLOYEE_TYPE,
    Field.TIER,
    Field.DATE,
    Field.NAME,
    Field.NIP,
)
_LABELS_OF_EVENTS = (*_LABELS, Field.VENUE, Field.ACTIVITY)
_UNIT_ORDER = (Field.OPD, Field.REGION, Field.NIP, Field.NAME, Field.TIER, Field.DATE, Field.EMPLOYEE_TYPE, Field.VENUE)
_LISTS = (FileKind.ROSTER, FileKind.EVENTS)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table with its columns as drafted. `form` is the digest of its headings; `kind` null = not recognisable."""

    grid: Grid
    area: Area
    drafts: tuple[Draft, ...]
    lines: tuple[Line, ...]
    form: str
    kind: FileKind | None

    @property
    def subject(self) -> str:
        """What titles and the sheet's name say, in lower case."""
        return " ".join([*(line.text for line in self.lines), self.grid.sheet.name or ""]).lower()

    @property
    def place(self) -> int:
        """The number of the header's first row, of the first row where there is none."""
        return int(self.grid.rows[self.area.header[0] if self.area.header else self.area.first])


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A table whose columns are settled as far as answers go, and whose rows are told apart (at, what, label)."""

    table: Table
    kind: FileKind
    drafts: tuple[Draft, ...]
    rows: pl.DataFrame = field(repr=False)
    totals: tuple[TotalRow, ...] = ()
    maybe_parts: tuple[TotalRow, ...] = ()

    @property
    def data(self) -> list[int]:
        """The positions of the data rows."""
        return self.rows.filter(pl.col("what") == DATA)["at"].to_list()


def table_of(grid: Grid, area: Area, campaigns: Sequence[Campaign]) -> Table | None:
    """A table, or null where the cells are no table of people or ceremonies."""
    drafts = tuple(draft_columns(grid, area, campaigns))
    if not measures.is_table(drafts):
        return None
    lines = tuple(lines_of(grid, area))
    words = [draft.heading for draft in drafts if draft.words]
    form = questions.form_of(words if area.header else ["", *(draft.field.value for draft in drafts)])
    table = Table(grid, area, drafts, lines, form, None)
    return Table(grid, area, drafts, lines, form, measures.kind_of(drafts, table.subject))


def settle_table(table: Table, kind: FileKind, region: str | None, answers: Mapping[str, Answer]) -> Settled:
    """The table's columns and rows, read as a file of this kind."""
    drafts = _with_header(table, answers.get(questions.header_id(table.form)))
    drafts = tuple(measures.settle(drafts, kind, table.subject))
    drafts = _with_days(table, tuple(_answered(table, draft, answers) for draft in drafts), answers)
    roles = _roles(drafts, kind)
    rows = classify(table.grid, table.area, roles)
    if kind in _LISTS or not roles.values or rows.is_empty():
        return Settled(table, kind, drafts, rows)
    values = totals.values_of(table.grid, rows, roles.values)
    wholes = totals.unlabelled(rows, values, lambda at: _is_whole(table.grid, at, drafts, roles, region))
    if wholes:
        rows = rows.with_columns(what=pl.when(pl.col("at").is_in(wholes)).then(pl.lit(SUM)).otherwise("what"))
        values = totals.values_of(table.grid, rows, roles.values)
    counted = [draft.index for draft in drafts if draft.index in roles.values and draft.field is not Field.PERCENT]
    lists_opd = any(draft.field is Field.OPD and draft.index == roles.unit for draft in drafts)
    within, doubtful = _parts(table.grid, rows, roles, counted if lists_opd else ())
    if within:
        rows = rows.with_columns(what=pl.when(pl.col("at").is_in(within)).then(pl.lit(WITHIN)).otherwise("what"))
        values = totals.values_of(table.grid, rows, roles.values)
    sums = totals.totals_of(totals.Table(rows, table.grid.rows, values, _runs(table.grid, drafts, roles, rows)))
    named = totals.named(rows, sums, table.grid.rows)
    return Settled(table, kind, drafts, named, tuple(sums), tuple(_numbered(table.grid, each) for each in doubtful))


def _parts(grid: Grid, rows: pl.DataFrame, roles: Roles, counted: Sequence[int]) -> tuple[list[int], list[Under]]:
    """The OPD rows that are, or may be, parts of a row above; without counts nothing says so."""
    return parts_of(grid, rows, roles, totals.values_of(grid, rows, counted)) if counted else ([], [])


def _numbered(grid: Grid, each: Under) -> TotalRow:
    """A row that may count those below it too, by the numbers of the rows."""
    return TotalRow(int(grid.rows[each.parent]), WITHIN, tuple(int(grid.rows[at]) for at in each.children))


def _with_header(table: Table, answer: Answer | None) -> tuple[Draft, ...]:
    """The columns of a table without header as a person named them, from left to right."""
    drafts = table.drafts
    if table.area.header or answer is None or isinstance(answer, str) or len(answer) != len(drafts):
        return drafts
    return tuple(measures.answered(draft, word) for draft, word in zip(drafts, answer, strict=True))


def _answered(table: Table, draft: Draft, answers: Mapping[str, Answer]) -> Draft:
    """A column in doubt as a person named it."""
    answer = answers.get(questions.column_id(table.form, draft.heading))
    if (draft.unsure or draft.wordy) and isinstance(answer, str):
        return measures.answered(draft, answer)
    return draft


def _with_days(table: Table, drafts: tuple[Draft, ...], answers: Mapping[str, Answer]) -> tuple[Draft, ...]:
    """The columns with the days that a person told apart."""
    for draft in drafts:
        answer = answers.get(questions.column_id(table.form, draft.heading))
        if draft.which_day and isinstance(answer, str):
            drafts = tuple(measures.answered_day(drafts, draft.index, answer))
    return drafts


def _roles(drafts: Sequence[Draft], kind: FileKind) -> Roles:
    unit = next((each.index for wanted in _UNIT_ORDER for each in drafts if each.field is wanted), None)
    if unit is None or not any(each.field in {*UNITS, Field.NIP, Field.NAME} for each in drafts):
        unit = next((each.index for each in drafts if each.wordy), unit)
    names = _LABELS_OF_EVENTS if kind is FileKind.EVENTS else _LABELS
    return Roles(
        unit=unit,
        numbers=tuple(each.index for each in drafts if each.field is Field.NUMBER),
        labels=tuple(each.index for each in drafts if each.field in names or each.wordy),
        values=measures.figure_columns(drafts),
        listing=kind in _LISTS,
    )


def _is_whole(grid: Grid, at: int, drafts: Sequence[Draft], roles: Roles, region: str | None) -> bool:
    """Whether a row names nothing, or the region that the file is about or the one above it."""
    cells = grid.line(at)
    if not any(column in cells for column in roles.labels):
        return True
    unit = next((each.index for each in drafts if each.field in UNITS), None)
    if unit is None or unit not in cells or region is None:
        return False
    code = resolve_frame(pl.Series([cells[unit]], dtype=pl.String))["code"][0]
    known = register.by_code().get(region)
    return code is not None and code in {region, known.parent_code if known else None}


def _runs(grid: Grid, drafts: Sequence[Draft], roles: Roles, rows: pl.DataFrame) -> list[totals.Span]:
    """The spans of data rows under the same word of the first column that repeats its words."""
    data = rows.filter(pl.col("what") == DATA)["at"]
    texts = [each for each in drafts if each.evidence.figures < 0.5 and each.index != roles.unit]
    repeated = next((each for each in texts if 1 < each.evidence.distinct < each.evidence.filled), None)
    if repeated is None or data.is_empty():
        return []
    cells = grid.text[f"c{repeated.index}"].gather(data)
    starts = (cells.rle_id().diff().fill_null(1) != 0).arg_true().to_list()
    return list(zip(starts, [*starts[1:], data.len()], strict=True))


_NIP = re.compile(r"(?<!\d)(?:\d[\s.]?){15,18}(?!\d)")


def text_of(grid: Grid, at: int) -> str:
    """A row that is not data, for a person to look at: without the numbers of employees."""
    return _NIP.sub("…", " | ".join(grid.line(at).values()))
