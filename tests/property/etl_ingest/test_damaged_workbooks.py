"""The messy workbooks with cells, rows and columns damaged, moved or gone: every row stays accounted for."""

from __future__ import annotations

import datetime as dt
import io
import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.ingest import preview
from etl.ingest.values import Preview, Request, Verdict
from etl.recognise.layout import FileKind
from etl.sources.tabular import read_path
from i18n import BadInput, text
from warehouse import contract
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")
WORKBOOKS = Path(__file__).parents[2] / "golden" / "workbooks"
# Not readable; and one with columns of our own, whose cells are no rows of anybody's.
LEFT_OUT = {"28-html-named-xls", "29-empty-workbook", "39-refused-corrected"}
NAMES = sorted(path.name for path in WORKBOOKS.iterdir() if path.is_dir() and path.name not in LEFT_OUT)
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
WIDEST = 40

Cell = str | int | float | dt.datetime | None
Rows = list[list[Cell]]

ODD: tuple[Cell, ...] = (
    *(
        None,
        "–",
        "n/a",
        0,
        -5,
        "-5",
        "1.2.3",
        "12O",
        "9" * 20,
        1e15,
        "1e5",
        "∞",
        "± 50",
        "ratusan",
        "66,5%",
        "1.250",
        3.5,
    ),
    *("31 Februari 2024", "12/13/2024", "2024", "=A1+1", "#REF!", "Jumlah", "Sub Total", "Sumber: x", "(1)", "orang"),
    *(
        "Kab. Bandung",
        "Kemenag",
        "No",
        "OPD",
        "PNS",
        "NIP",
        "199001012015031901",
        "{x}",
        "%s",
        "a" * 300,
        "\u202eabc",
        "🙏",
    ),
)
DAMAGES = ("cell", "swap", "remove row", "repeat row", "blank row", "move row", "swap columns", "remove column")
changes = st.tuples(st.sampled_from(DAMAGES), *[st.integers(0, 400)] * 4, st.sampled_from(ODD))


@cache
def sheets_of(name: str) -> tuple[tuple[str, bool, Rows], ...]:
    """The cells of a workbook as a spreadsheet program holds them: name, hidden, rows."""
    (path,) = (WORKBOOKS / name).glob("input.*")
    found = []
    for sheet in read_path(path).sheets:
        width = min(sheet.text.width - 1, WIDEST)
        rows: Rows = [[None] * width for _ in range(max(sheet.text["row"], default=0))]
        for (row, *texts), (_, *kinds) in zip(sheet.text.iter_rows(), sheet.kinds.iter_rows(), strict=True):
            rows[row - 1] = [value(shown, kind) for shown, kind in zip(texts, kinds, strict=True)][:width]
        found.append((sheet.name or "Sheet1", sheet.hidden, rows))
    return tuple(found)


def value(shown: str | None, kind: str | None) -> Cell:
    if shown is None or kind not in {"n", "p", "d"}:
        return shown
    return dt.datetime.fromisoformat(shown) if kind == "d" else float(shown)


def damaged(rows: Rows, damage: str, places: tuple[int, int, int, int], odd: Cell) -> None:
    """One thing goes wrong. The places are taken as far as the sheet reaches."""
    if not rows or not rows[0]:
        return
    row, other = places[0] % len(rows), places[1] % len(rows)
    column, beside = places[2] % len(rows[0]), places[3] % len(rows[0])
    if damage == "cell":
        rows[row][column] = odd
    elif damage == "swap":
        rows[row][column], rows[other][beside] = rows[other][beside], rows[row][column]
    elif damage == "swap columns":
        for cells in rows:
            cells[column], cells[beside] = cells[beside], cells[column]
    elif damage == "remove column":
        for cells in rows:
            del cells[column]
    else:
        moved = rows.pop(row) if damage in {"remove row", "move row"} else rows[row]
        if damage != "remove row":
            rows.insert(other, [None] * len(moved) if damage == "blank row" else list(moved))


def as_xlsx(sheets: list[tuple[str, bool, Rows]]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, hidden, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for row, cells in enumerate(rows, 1):
            for column, content in enumerate(cells, 1):
                cell = sheet.cell(row, column, content)
                if isinstance(content, str):
                    cell.data_type = "s"  # '=A1+1' is what somebody typed as text
    book.save(file)
    return file.getvalue()


def accounts_for_every_row(store: Store, name: str, done: list[tuple[Any, ...]]) -> None:
    wanted = tomllib.loads((WORKBOOKS / name / "expected.toml").read_text(encoding="utf-8"))
    sheets = [(title, hidden, [list(cells) for cells in rows]) for title, hidden, rows in sheets_of(name)]
    for damage, *places, odd in done:
        damaged(sheets[places[0] % len(sheets)][2], damage, tuple(places), odd)
    request = Request(
        name="rekap.xlsx",
        by="analis",
        kind=None if wanted["as"] == "auto" else FileKind(wanted["as"]),
        region=wanted["region"],
        campaign=wanted["campaign"],
        accept_mapping=True,
    )
    try:
        got = preview(store, as_xlsx(sheets), request, now=NOW)
    except BadInput as fault:
        fault.render(text("id"))  # a message whose places are not filled raises
        return
    filled = {
        (title, row)
        for title, _, rows in sheets
        for row, cells in enumerate(rows, 1)
        if any(cell is not None and str(cell).strip() for cell in cells)
    }
    is_consistent(got, filled)


def is_consistent(got: Preview, filled: set[tuple[str, int]]) -> None:
    """No row without a verdict, no verdict without its reason, no filled row of the file without a place."""
    rows, words = got.rows, text("id")
    by_verdict = {
        verdict: {(row["block_id"], row["row"]) for row in rows.filter(pl.col("verdict") == verdict).to_dicts()}
        for verdict in Verdict
    }
    data = {(block.block_id, row) for block in got.blocks for row in block.data_rows}
    assert got.rows_in == sum(got.count(verdict) for verdict in Verdict)
    assert set(rows.select("block_id", "row").iter_rows()) == data
    aside = set(got.set_aside.select("sheet", "row").iter_rows())
    assert filled - aside - {(block.sheet, row) for block in got.blocks for row in block.data_rows} == set()
    waiting = set(got.waiting.select("block_id", "row").iter_rows())
    assert by_verdict[Verdict.HELD] - waiting == set()
    assert {question.id for question in got.questions} == set(got.waiting["question_id"])
    refused = rows.filter(pl.col("verdict") == Verdict.REFUSED)
    assert set(refused.select("sheet", "row").iter_rows()) == {(one.sheet, one.row) for one in got.refusals}
    entering = got.figures.filter(pl.col("row").is_not_null(), pl.col("verdict") == Verdict.NEW)
    assert set(entering.select("block_id", "row").iter_rows()) <= by_verdict[Verdict.NEW] | by_verdict[Verdict.CHANGED]
    for table, frame in got.tables.items():
        contract.checked(table, frame.with_columns(batch_id=pl.lit("batch")))
    for finding in (*got.warnings, *got.refusals):
        assert words(finding.message, **finding.values)
    for question in got.questions:
        assert question.render(words)


@pytest.fixture(scope="module")
def store(built_store: Path) -> Store:
    """The bundled data: nothing is saved."""
    return Store(built_store)


quick = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(name=st.sampled_from(NAMES), done=st.lists(changes, min_size=1, max_size=5))
def test_a_damaged_workbook_is_accounted_for(store: Store, name: str, done: list[tuple[Any, ...]]) -> None:
    accounts_for_every_row(store, name, done)


@pytest.mark.soak
@settings(quick, max_examples=int(os.environ.get("IKRAR_SOAK_EXAMPLES", "600")))
@given(name=st.sampled_from(NAMES), done=st.lists(changes, min_size=1, max_size=8))
def test_many_damaged_workbooks_are_accounted_for(store: Store, name: str, done: list[tuple[Any, ...]]) -> None:
    accounts_for_every_row(store, name, done)
