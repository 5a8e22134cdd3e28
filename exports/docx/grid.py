"""Tables in Word: a header row that repeats, rows that do not break, widths that hold."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length
from docx.table import Table, _Cell
from docx.text.run import Run

from exports.docx.marks import add_caption, element
from exports.docx.styles import CELL, FACT, MUTED, NOTE, WIDTH
from exports.report import Entry, Grid

_STRONG, _FAINT, _ACCENT = "2F3437", "C9CFD5", "1B4B7A"
_LABEL, _RIGHT = Cm(3), Cm(2.8)
_GAP = "160"
"""Twentieths of a point between columns."""

_TOGETHER = 2
"""Rows that stay with what follows, so that a header never stands alone at the end of a page."""


def add_grid(document: Document, grid: Grid) -> None:
    """The table with its caption above and its notes below."""
    add_caption(document, grid.label, grid.number, grid.caption, above=True)
    table = _table(document, len(grid.rows) + 1, [Length(int(WIDTH * share)) for share in grid.shares])
    _edges(table, _STRONG, _FAINT)
    # Read aloud before the table; the caption is a paragraph of its own.
    table._tblPr.append(element("w:tblCaption", val=grid.caption))
    for at, (row, entries) in enumerate(zip(table.rows, (grid.headings, *grid.rows), strict=True)):
        shape = row._tr.get_or_add_trPr()
        shape.append(element("w:cantSplit"))
        if at == 0:
            shape.append(element("w:tblHeader"))
        for cell, entry in zip(row.cells, entries, strict=True):
            _fill(cell, entry, is_heading=at == 0, stays=at < _TOGETHER and at < len(grid.rows))
    for words in grid.notes:
        document.add_paragraph(words, style=NOTE)


def add_facts(document: Document, facts: Sequence[tuple[str, str]]) -> _Cell:
    """Labels and values beside each other. Returns the cell at their right, for a picture."""
    table = _table(document, len(facts), [_LABEL, Length(WIDTH - _LABEL - _RIGHT), _RIGHT])
    _edges(table, _ACCENT, None)
    for row, (label, value) in zip(table.rows, facts, strict=True):
        _write(row.cells[0], label, FACT).font.color.rgb = MUTED
        _write(row.cells[1], value, FACT)
    for row in (table.rows[0], table.rows[-1]):
        row.cells[1].paragraphs[0].runs[0].bold = True
    square: _Cell = table.cell(0, 2).merge(table.cell(len(facts) - 1, 2))
    document.add_paragraph(style=NOTE)
    return square


def _table(document: Document, rows: int, widths: Sequence[Length]) -> Table:
    table: Table = document.add_table(rows, len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    # Words begin where the text around the table does.
    margins = element("w:tblCellMar", element("w:left", w="0", type="dxa"), element("w:right", w=_GAP, type="dxa"))
    table._tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        # Word goes by the cells, LibreOffice by the columns.
        for cell in column.cells:
            cell.width = width
    return table


def _edges(table: Table, outer: str, inner: str | None) -> None:
    """Lines above and below the table, and between its rows where `inner` is a colour."""
    lines = [element(f"w:{side}", val="single", sz="6", space="0", color=outer) for side in ("top", "bottom")]
    if inner:
        lines.append(element("w:insideH", val="single", sz="4", space="0", color=inner))
    table._tblPr.insert_element_before(
        element("w:tblBorders", *lines), "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def _fill(cell: _Cell, entry: Entry, *, is_heading: bool, stays: bool) -> None:
    run = _write(cell, entry.words, CELL)
    run.bold = is_heading or None
    if entry.kind == "state":
        run.italic, run.font.color.rgb = True, MUTED
    paragraph = cell.paragraphs[0]
    if entry.kind != "text":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.keep_with_next = stays


def _write(cell: _Cell, words: str, style: str) -> Run:
    cell.paragraphs[0].style = style
    run: Run = cell.paragraphs[0].add_run(words)
    return run
