"""The file that goes back to its sender: their own cells, read again, with what the preview says of each row."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from etl.ingest.text_rows import rows_at
from etl.ingest.values import Finding, Preview, Request, Verdict
from etl.recognise.layout import Block
from etl.recognise.returned import own_cells
from etl.sources.tabular import DEFAULT, Sheet, Workbook, read, read_path
from exports.xlsx.cells import Percent, Value
from exports.xlsx.refused import Judged, Page, refused_workbook
from i18n import N_, BadInput, Text

Place = tuple[str | None, int]
"""Sheet and row."""

NO_VALUE = "#RUMUS?"
"""Stands where the file has a formula that was never calculated."""

_GRAVEST = (Verdict.REFUSED, Verdict.HELD, Verdict.CONFLICT, Verdict.CHANGED, Verdict.NEW, Verdict.SAME)
_FIELDS = {"people": N_("number of people"), "pledged": N_("pledged (people)"), "signed": N_("signed (people)")}


def refused_file(data: bytes | Path, preview: Preview, t: Text, *, now: dt.datetime) -> bytes:
    """XLSX of the file with a verdict beside each row; of a text file too large for that, of the rows that want
    something. It holds what the file held, names and NIP too: hand it to the
    person who sent the file, keep it nowhere.

    Raises BadInput like reading the file does, and while its encoding is open: the workbook would settle it unasked.
    """
    if any(question.kind == "encoding" for question in preview.questions):
        raise BadInput(
            N_("How the letters of the file are encoded is not settled, so it cannot be given back as a workbook."),
            where=preview.request.name,
            next_step=N_("Answer the question “encoding” first."),
        )
    if isinstance(data, Path) and data.stat().st_size > DEFAULT.file:
        return refused_workbook([_page_of_some(data, preview, t)], t, now=now)
    return refused_workbook(pages_of(_read(data, preview.request), preview, t), t, now=now)


def pages_of(workbook: Workbook, preview: Preview, t: Text) -> list[Page]:
    """The workbook's sheets with what the preview says of their rows."""
    judged = judgements(preview, t)
    return [
        Page(
            name=sheet.name,
            hidden=sheet.hidden,
            width=sheet.text.width - 1,
            rows=list(_rows(sheet)),
            merged=sheet.merged,
            headers=_headers(sheet.name, preview.blocks),
            judged=judged.get(sheet.name, {}),
        )
        for sheet in map(own_cells, workbook.sheets)
    ]


def _page_of_some(path: Path, preview: Preview, t: Text) -> Page:
    """The header of a large text file, and the rows that the preview has something to say of."""
    judged, headers = judgements(preview, t).get(None, {}), _headers(None, preview.blocks)
    header_rows = {row for first, last in headers for row in range(first, last + 1)}
    found = list(rows_at(path, header_rows | judged.keys()))
    width = max((len(cells) for _, cells in found), default=1)
    return Page(
        name=None,
        hidden=False,
        width=width,
        rows=[(row, cells + (None,) * (width - len(cells))) for row, cells in found],
        merged=(),
        headers=headers,
        judged=judged,
        is_part=True,
    )


def judgements(preview: Preview, t: Text) -> dict[str | None, dict[int, Judged]]:
    """What became of each row, by sheet and row. Of a row of two tables side by side, the graver."""
    verdicts: dict[Place, Verdict] = {}
    for sheet, row, word in preview.rows.select("sheet", "row", "verdict").iter_rows():
        verdict = Verdict(word)
        known = verdicts.setdefault((sheet, row), verdict)
        verdicts[sheet, row] = min(known, verdict, key=_GRAVEST.index)
    said, cells = _said(preview, t), _cells(preview, t)
    judged: dict[str | None, dict[int, Judged]] = defaultdict(dict)
    for (sheet, row), verdict in verdicts.items():
        place = (sheet, row)
        remark = " ".join(dict.fromkeys(said.get(place, ())))
        judged[sheet][row] = Judged(verdict.value, remark, cells.get(place, {}))
    return judged


def _read(data: bytes | Path, request: Request) -> Workbook:
    """The file's cells, in the encoding that was answered."""
    answers = {question: answer for question, answer in request.answers.items() if isinstance(answer, str)}
    return read_path(data, answers=answers) if isinstance(data, Path) else read(data, request.name, answers=answers)


def _said(preview: Preview, t: Text) -> dict[Place, list[str]]:
    """Everything that is to be said of a row, the gravest first."""
    said: dict[Place, list[str]] = defaultdict(list)
    for finding in (*preview.refusals, *preview.warnings):
        if finding.row is not None:
            said[finding.sheet, finding.row].append(_message(finding, t))
    asked = {question.id: question.render(t) for question in preview.questions}
    sheet_of = {block.block_id: block.sheet for block in preview.blocks}
    for question_id, block_id, row in preview.waiting.iter_rows():
        if question_id in asked and block_id in sheet_of:
            said[sheet_of[block_id], row].append(asked[question_id])
    moved = preview.figures.filter(verdict=Verdict.CHANGED.value)
    columns = ("sheet", "row", "field", "old_low", "old_high", "new_low", "new_high")
    for sheet, row, name, old_low, old_high, new_low, new_high in moved.select(columns).iter_rows():
        if (old_low, old_high) != (new_low, new_high):
            said[sheet, row].append(
                t(
                    "{figure}: {old} becomes {new}.",
                    figure=t(_FIELDS.get(name, name)),
                    old=t.interval(old_low, old_high),
                    new=t.interval(new_low, new_high),
                )
            )
    return said


def _cells(preview: Preview, t: Text) -> dict[Place, dict[int, str]]:
    """What is wrong with single cells, by column: the rule's words, and what to do."""
    notes: dict[Place, dict[int, str]] = defaultdict(dict)
    at = _columns(preview.blocks)
    for finding in (*preview.refusals, *preview.warnings):
        column = at(finding)
        if finding.row is not None and column is not None:
            known = notes[finding.sheet, finding.row].get(column)
            message = _message(finding, t)
            notes[finding.sheet, finding.row][column] = f"{known}\n{message}" if known else message
    return notes


def _message(finding: Finding, t: Text) -> str:
    parts = [t(finding.message, **finding.values)]
    if finding.suggestion:
        parts.append(t(finding.suggestion, **finding.values))
    return " ".join(parts)


def _columns(blocks: Sequence[Block]) -> Callable[[Finding], int | None]:
    """Where on the sheet a finding's column is, by its heading in the table that holds the row; null = nowhere."""
    places: dict[tuple[str | None, str], list[tuple[frozenset[int], int]]] = defaultdict(list)
    for block in blocks:
        rows = frozenset(block.data_rows)
        for column in block.columns:
            places[block.sheet, column.heading].append((rows, column.index))

    def at(finding: Finding) -> int | None:
        if finding.column is None:
            return None
        found = places.get((finding.sheet, finding.column), ())
        return next((index for rows, index in found if finding.row in rows), None)

    return at


def _headers(sheet: str | None, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """First and last header row of each table on the sheet, top down; of tables side by side, once."""
    spans = {
        (min(block.header_rows), max(block.header_rows))
        for block in blocks
        if block.sheet == sheet and block.header_rows
    }
    apart: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if apart and first <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(last, apart[-1][1]))
        else:
            apart.append((first, last))
    return apart


def _rows(sheet: Sheet) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """The sheet's rows as what their cells are."""
    names = [name for name in sheet.text.columns if name != "row"]
    values = [
        [_value(text, kind) for text, kind in zip(sheet.text[name], sheet.kinds[name], strict=True)] for name in names
    ]
    yield from zip(sheet.text["row"], zip(*values, strict=True), strict=True)


def _value(text: str | None, kind: str | None) -> Value:
    """A cell as it was: text of numbers and days back to numbers and days.

    The formulas themselves are not read; one without a value gets a word instead, as a blank would mean "not reported".
    """
    if kind == "f":
        return NO_VALUE
    if text is None or kind is None or kind not in _READ:
        return text
    try:
        return _READ[kind](text)
    except ValueError:  # a day beyond what a calendar here can hold, a number beyond what a cell can
        return text


def _day(text: str) -> Value:
    if len(text) > len("2024-10-21"):
        return dt.datetime.fromisoformat(text)
    return dt.date.fromisoformat(text) if "-" in text else dt.time.fromisoformat(text)


_READ: Mapping[str, Callable[[str], Value]] = {"n": float, "p": Percent, "d": _day}
