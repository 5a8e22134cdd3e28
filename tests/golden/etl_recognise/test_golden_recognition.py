"""The thirty workbooks as tables: kind, rows set aside, questions of recognition, what titles say of all rows."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from etl.recognise import recognise
from etl.recognise.layout import Answer, FileKind, Recognition
from etl.sources.tabular import Question, Workbook, read_path
from i18n import BadInput
from warehouse.vocabulary import EmployeeType

pytestmark = pytest.mark.usefixtures("read_in_this_process")

WORKBOOKS = Path(__file__).parents[1] / "workbooks"
OWN_KINDS = {"column", "header", "merged_cells", "sheet", "kind", "encoding"}
"""The other kinds of questions come up after recognition."""


@cache
def _expected(name: str) -> dict[str, Any]:
    return tomllib.loads((WORKBOOKS / name / "expected.toml").read_text(encoding="utf-8"))


CASES = sorted(path.name for path in WORKBOOKS.iterdir() if path.is_dir() and path.name < "31")
GOOD = [name for name in CASES if _expected(name)["outcome"] == "ok"]
ASKED = [name for name in GOOD if any(each["kind"] in OWN_KINDS for each in _expected(name).get("questions", []))]


@cache
def _workbook(name: str) -> Workbook:
    (path,) = (WORKBOOKS / name).glob("input.*")
    return read_path(path)


def _recognised(name: str, answers: dict[str, Answer] | None = None) -> Recognition:
    expected = _expected(name)
    kind = None if expected["as"] == "auto" else FileKind(expected["as"])
    return recognise(_workbook(name), kind=kind, region=expected["region"], answers=answers or {})


def _about(question: Question) -> object:
    return question.values.get("about", "file")


@pytest.mark.parametrize("name", GOOD)
def test_rows_that_are_not_data(name: str) -> None:
    expected = {
        (group.get("sheet"), row, what)
        for group in _expected(name).get("set_aside", [])
        for what, rows in group.items()
        if what != "sheet"
        for row in rows
    }
    found = _recognised(name)
    assert {line[:3] for line in found.set_aside.iter_rows()} == expected
    assert sum(len(block.data_rows) for block in found.blocks) == _expected(name)["rows_in"]


@pytest.mark.parametrize("name", GOOD)
def test_kind_and_questions(name: str) -> None:
    expected, found = _expected(name), _recognised(name)
    assert found.kind == expected.get("kind", expected["as"])
    asked = {
        (question.kind, _about(question)): set(found.waiting.filter(question_id=question.id)["row"])
        for question in found.questions
    }
    wanted = [each for each in expected.get("questions", []) if each["kind"] in OWN_KINDS]
    assert asked == {(each["kind"], each["about"]): set(each["rows"]) for each in wanted}
    offered = {(question.kind, _about(question)): set(question.choices) for question in found.questions}
    assert all(set(each.get("choices", [])) <= offered[each["kind"], each["about"]] for each in wanted)


@pytest.mark.parametrize("name", [name for name in ASKED if name != "13-cp1252-no-date"])
def test_answers_settle_the_questions(name: str) -> None:
    given = {(each["kind"], each["about"]): each["answer"] for each in _expected(name)["questions"]}
    first = _recognised(name)
    answers: dict[str, Answer] = {}
    for question in first.questions:
        answer = given[question.kind, _about(question)]
        answers[question.id] = tuple(answer) if isinstance(answer, list) else answer
    second = _recognised(name, answers)
    assert second.questions == ()
    assert second.waiting.is_empty()
    assert second.layout == first.layout


@pytest.mark.parametrize("name", [name for name in CASES if name not in GOOD])
def test_what_cannot_be_read_says_why(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        _recognised(name)
    message = str(caught.value).lower()
    assert all(word.lower() in message for word in _expected(name)["message_mentions"])


def test_days_of_titles_labels_and_sheet_names() -> None:
    days = {
        (name, block.sheet): (block.given.as_of.high, str(block.given.as_of.precision))
        for name in ["01-two-header-rows", "02-subtotals-wrong-total", "08-year-sheets-one-hidden", "09-sheet-per-opd"]
        for block in _recognised(name).blocks
        if block.given.as_of
    }
    assert days == {
        ("01-two-header-rows", "Rekap"): (dt.date(2023, 12, 31), "day"),
        ("02-subtotals-wrong-total", "Kecamatan"): (dt.date(2023, 12, 31), "year"),
        ("08-year-sheets-one-hidden", "2021"): (dt.date(2021, 12, 31), "year"),
        ("08-year-sheets-one-hidden", "2022"): (dt.date(2022, 12, 31), "year"),
        ("08-year-sheets-one-hidden", "2023"): (dt.date(2023, 12, 31), "year"),
        ("09-sheet-per-opd", "DINKES"): (dt.date(2024, 10, 21), "day"),
        ("09-sheet-per-opd", "DISHUB"): (dt.date(2024, 10, 21), "day"),
        ("09-sheet-per-opd", "SETDA"): (dt.date(2024, 10, 18), "day"),
    }


def test_tables_side_by_side_have_titles_of_their_own() -> None:
    blocks = _recognised("26-two-tables-on-a-sheet").blocks
    beside = [block.given.employee_type for block in blocks if block.sheet == "Bersebelahan"]
    assert beside == [EmployeeType.PNS, EmployeeType.PPPK]
    assert [block.data_rows for block in blocks] == [(3, 4, 5), (3, 4), (3, 4), (9, 10)]
    assert {block.given.as_of.high for block in blocks if block.given.as_of} == {dt.date(2023, 12, 31)}


def test_merged_names_are_filled_down_only_on_confirmation() -> None:
    first = _recognised("16-merged-opd-cells")
    (question,) = first.questions
    names = first.blocks[0].text["c2"].to_list()
    assert names[:4] == ["Dinas Kesehatan", None, None, "Dinas Perhubungan"]
    (block,) = _recognised("16-merged-opd-cells", {question.id: "fill_down"}).blocks
    assert block.text["c2"].to_list()[:4] == ["Dinas Kesehatan"] * 3 + ["Dinas Perhubungan"]


def test_subtotals_cover_their_own_rows_and_the_total_all() -> None:
    (block,) = _recognised("02-subtotals-wrong-total").blocks
    covers = {total.row: total.covers for total in block.totals}
    assert covers[7] == (5, 6)
    assert covers[20] == block.data_rows
