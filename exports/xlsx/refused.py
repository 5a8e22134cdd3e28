"""The workbook that goes back to whoever sent a file: their own rows, and beside each what became of it.

It may hold people's names and NIP, as the file did: it is made in memory, handed to the person who sent the file, and
kept nowhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from exports.xlsx.cells import ROWS, Book, Format, Value, Worksheet, number_format, put, sheet_names, writing
from i18n import N_, Text

HEADINGS = ("Putusan Ikrar", "Keterangan Ikrar")
"""The two columns that are added. A file that comes back with them is read as if they were not there."""

VERDICTS: Mapping[str, str] = {
    "new": N_("Accepted: new"),
    "same": N_("Accepted: already known"),
    "changed": N_("Accepted: changed"),
    "conflict": N_("Contradicts another figure"),
    "refused": N_("Refused"),
    "held": N_("Waiting for an answer"),
}
"""What people read for each verdict on a row; those that want something of them first come last."""

FULL_CELLS = 1_000_000
"""Beyond so many cells only the rows that want something are written: the whole would not fit an office PC's memory."""

COMMENTS = 2_000
"""Comments in one workbook; beyond it programs open it slowly. What they say stands in the row's remark too."""

_LEFT = ("conflict", "held", "refused")
_COLOURS = {"refused": "#FBE3E0", "held": "#FFF4D1", "conflict": "#FDE8D3"}
_MARKED = "#F0A8A0"
_WIDEST, _SAMPLE, _FROZEN = 42, 200, 15


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a row: its verdict (a key of VERDICTS), why in the reader's language ("" = nothing to say), and
    what is wrong with single cells, by column from 1."""

    verdict: str
    remark: str = ""
    cells: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the file. `name` null = the file had no sheets. `rows`: (row number from 1, its cells), in order.

    `merged`: first row, first column, last row, last column, all from 1. `headers`: first and last header row of each
    table, top down; a table without any gets no added columns, only comments. `judged`: by row number. `is_part`: the
    file has more rows than these; `left_out`: so many that want something are not among them.
    """

    name: str | None
    hidden: bool
    width: int
    rows: Sequence[tuple[int, Sequence[Value]]]
    merged: Sequence[tuple[int, int, int, int]]
    headers: Sequence[tuple[int, int]]
    judged: Mapping[int, Judged]
    is_part: bool = False
    left_out: int = 0


def refused_workbook(pages: Sequence[Page], t: Text, *, now: dt.datetime) -> bytes:
    """The file as XLSX with the verdicts: original rows at their original places, numbers, dates and texts as such.

    Of a file beyond FULL_CELLS or a worksheet's rows, or given in part: the headers, and the rows that want something,
    in their order; what does not fit even so is counted in a comment on the heading.
    """
    buffer = BytesIO()
    whole = sum(page.width * len(page.rows) for page in pages) <= FULL_CELLS
    comments = COMMENTS
    with writing(buffer, now) as workbook:
        shapes = _Shapes(workbook)
        written: list[Worksheet] = []
        for page, name in zip(pages, sheet_names([page.name for page in pages]), strict=True):
            sheet = workbook.add_worksheet(name)
            written.append(sheet)
            comments = _write(sheet, page if whole and _fits(page) else _only_left(page, t), t, shapes, comments)
        hidden = [page.hidden for page in pages]
        if not all(hidden):
            written[hidden.index(False)].activate()
            for sheet in (sheet for sheet, is_hidden in zip(written, hidden, strict=True) if is_hidden):
                sheet.hide()
    return buffer.getvalue()


class _Shapes:
    """Cell formats by colour and number format, each made once."""

    def __init__(self, workbook: Book) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str | None, str | None, bool], Format | None] = {(None, None, False): None}

    def __call__(self, colour: str | None = None, number: str | None = None, *, bold: bool = False) -> Format | None:
        key = (colour, number, bold)
        if key not in self._made:
            given = {"bg_color": colour, "num_format": number, "bold": bold or None}
            self._made[key] = self._workbook.add_format({name: value for name, value in given.items() if value})
        return self._made[key]


def _write(sheet: Worksheet, page: Page, t: Text, shapes: _Shapes, comments: int) -> int:
    """Write one sheet. Returns how many comments may still be written."""
    _merge(sheet, page.merged)
    verdict_column = page.width
    for number, cells in page.rows:
        row, judged = number - 1, page.judged.get(number)
        colour = _COLOURS.get(judged.verdict) if judged else None
        marked = judged.cells if judged else {}
        for column, value in enumerate(cells):
            fill, number_shape = colour, number_format(value)
            if column + 1 in marked and judged and judged.verdict == "refused":
                # A number that long was a NIP: typed again it must stay text.
                fill, number_shape = _MARKED, "@" if number_shape == "0" else number_shape
            put(sheet, row, column, value, shapes(fill, number_shape))
        if judged is None:
            continue
        notes = dict(marked)
        if _has_headings(page, number):
            put(sheet, row, verdict_column, t(VERDICTS[judged.verdict]), shapes(colour, bold=judged.verdict in _LEFT))
            put(sheet, row, verdict_column + 1, judged.remark, shapes(colour))
        elif judged.verdict in _LEFT and not notes:
            notes[1] = f"{t(VERDICTS[judged.verdict])}. {judged.remark}"
        for column, note in list(notes.items())[:comments]:
            sheet.write_comment(row, column - 1, note, {"author": "Ikrar", "x_scale": 2.2, "y_scale": 1.4})
            comments -= 1
    _dress(sheet, page, t, shapes)
    return comments


def _dress(sheet: Worksheet, page: Page, t: Text, shapes: _Shapes) -> None:
    """Headings, widths, and the first table's header kept in sight."""
    for first, last in page.headers:
        for offset, heading in enumerate(HEADINGS):
            column = page.width + offset
            if last > first:
                # Over all header rows, so that no group heading beside it is taken for its own.
                sheet.merge_range(first - 1, column, last - 1, column, "", shapes(bold=True))
            put(sheet, first - 1, column, heading, shapes(bold=True))
        if page.left_out:
            said = t.n("{count} more row wants something.", "{count} more rows want something.", page.left_out)
            sheet.write_comment(first - 1, page.width + 1, said, {"author": "Ikrar"})
    if page.headers:
        if page.headers[0][1] <= _FROZEN:
            sheet.freeze_panes(page.headers[0][1], 0)
        sheet.set_column(page.width, page.width, 26)
        sheet.set_column(page.width + 1, page.width + 1, 70)
    in_table = [cells for number, cells in page.rows[:_SAMPLE] if number in page.judged]
    for column in range(min(page.width, 100)):
        longest = max((len(str(cells[column])) for cells in in_table if cells[column] is not None), default=8)
        sheet.set_column(column, column, min(max(longest + 2, 9), _WIDEST))


def _merge(sheet: Worksheet, ranges: Sequence[tuple[int, int, int, int]]) -> None:
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in ranges:
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        # A damaged file may name ranges that overlap: the first one holds.
        if len(cells) > 1 and not cells & taken:
            taken |= cells
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")


def _has_headings(page: Page, number: int) -> bool:
    """Whether the table that the row belongs to has a header for the added columns."""
    return any(last < number for _, last in page.headers)


def _fits(page: Page) -> bool:
    return not page.is_part and (not page.rows or page.rows[-1][0] <= ROWS)


def _only_left(page: Page, t: Text) -> Page:
    """The page with its headers and the rows that want something, closed up; each says which row it was."""
    headers = {number for first, last in page.headers for number in range(first, last + 1)}
    wanted = headers | {number for number, one in page.judged.items() if one.verdict in _LEFT}
    found = [(number, cells) for number, cells in page.rows if number in wanted]
    kept = found[: min(ROWS, max(FULL_CELLS // page.width, 1))]
    place = {number: position for position, (number, _) in enumerate(kept, start=1)}
    judged = {
        place[number]: Judged(
            one.verdict, t("Row {row} of the file. {remark}", row=number, remark=one.remark), one.cells
        )
        for number, one in page.judged.items()
        if number in place
    }
    return Page(
        name=page.name,
        hidden=page.hidden,
        width=page.width,
        rows=[(place[number], cells) for number, cells in kept],
        merged=[(place[a], b, place[c], d) for a, b, c, d in page.merged if a in headers and c in headers],
        headers=[(place[first], place[last]) for first, last in page.headers if first in place and last in place],
        judged=judged,
        left_out=len(found) - len(kept),
    )
