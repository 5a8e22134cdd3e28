"""The messy workbooks at the level of cells: what recognising gets to see of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.sources.tabular import Sheet, Workbook, read_path
from i18n import BadInput, text

WORKBOOKS = Path(__file__).parents[1] / "workbooks"
CASES = sorted(path.name for path in WORKBOOKS.iterdir() if path.is_dir())
UNREADABLE = ["28-html-named-xls", "29-empty-workbook"]

KINDS = {"03": "ods", "10": "xls", "17": "ods", "22": "xls", "27": "xlsx", "34": "ods"}
ENCODINGS = {"04": "utf-8-sig", "12": "utf-16", "13": None}
HIDDEN = {("08", "2021"), ("40", "Daftar")}
MERGED = {
    "01": {(3, 1, 3, 7), (9, 3, 9, 6), (9, 2, 10, 2), (20, 1, 20, 2)},
    "16": {(1, 1, 1, 4), (3, 1, 5, 1), (6, 1, 8, 1), (9, 1, 11, 1)},
    "27": {(3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 19), (3, 20, 3, 26)},
}
CELLS = {
    "03": {(8, 5): ("61*)", "t"), (9, 4): ("19", "n"), (9, 5): ("39", "n")},
    "04": {(3, 2): ("12.310", "t"), (6, 2): ("±8.100", "t"), (14, 2): ("3489\xa0", "t")},
    "05": {(4, 3): ("3.5", "n"), (5, 3): ("1.250", "t"), (10, 3): ("5.469", "t")},
    "06": {(6, 7): ("66,5%", "t"), (7, 7): ("0.753694581280788", "p"), (10, 5): ("-3", "n"), (10, 7): (None, None)},
    "07": {(4, 4): ("-", "t"), (7, 4): (None, None), (6, 3): ("0", "t"), (10, 4): ("■", "t")},
    "10": {(7, 2): ("Kabupaten  Tanah Datar", "t"), (17, 3): ("39453", "n")},
    "12": {(6, 2): ("Dinas Perhubungan\u200b", "t"), (7, 2): ("\ufeffDinas Sosial", "t"), (7, 4): ("\u200e40", "t")},
    "13": {(4, 4): ("–", "t")},
    "14": {(3, 1): (None, None), (14, 2): ("Dinas Komunikasi, Informatika, Statistik dan Persandian", "t")},
    "16": {(3, 2): ("Dinas Kesehatan", "t"), (4, 2): (None, None)},
    "18": {(5, 2): ("2024-10-28", "d"), (6, 2): ("45600", "n"), (13, 2): ("17/10/24", "t")},
    "21": {(4, 5): ("51", "t"), (4, 6): (None, None)},
    "23": {(5, 2): ("21", "n"), (7, 2): ("=B3", "t"), (8, 2): (None, "f"), (9, 2): ("#REF!", "e")},
    "24": {(4, 3): ("199001012015031901", "t"), (5, 3): ("199102022016023000", "n")},
    "25": {(3, 1): ("'198501012010011911", "t")},
    "27": {(4, 400): ("Keterangan", "t"), (8, 399): (None, None)},
}


def _expected(name: str) -> dict[str, Any]:
    return tomllib.loads((WORKBOOKS / name / "expected.toml").read_text(encoding="utf-8"))


def _path(name: str) -> Path:
    (path,) = (WORKBOOKS / name).glob("input.*")
    return path


def _filled(sheet: Sheet) -> set[int]:
    cells = (column.is_not_null() for column in sheet.kinds.drop("row"))
    return {row for filled in cells for row in sheet.text["row"].filter(filled)}


def _places(expected: dict[str, Any]) -> Iterator[tuple[str | None, int]]:
    """Every row that the expectation names, with its sheet."""
    for group in (*expected.get("clean", []), *expected.get("after", {}).get("clean", [])):
        yield from ((group.get("sheet"), row["row"]) for row in group["rows"] if "row" in row)
    for group in expected.get("set_aside", []):
        named = (rows for key, rows in group.items() if key != "sheet")
        yield from ((group.get("sheet"), row) for rows in named for row in rows)
    for place in (*expected.get("refusals", []), *expected.get("warnings", [])):
        yield place.get("sheet"), place["row"]


@pytest.mark.parametrize("name", [name for name in CASES if name not in UNREADABLE])
def test_a_workbook_is_read(name: str) -> None:
    number, expected = name[:2], _expected(name)
    book: Workbook = read_path(_path(name))
    assert book.kind == KINDS.get(number, "csv" if _path(name).suffix in {".csv", ".tsv", ".txt"} else "xlsx")
    assert book.encoding == ENCODINGS.get(number, "utf-8" if book.kind == "csv" else None)
    asked = {question["kind"]: question for question in expected.get("questions", [])}
    assert [question.kind for question in book.questions] == (["encoding"] if "encoding" in asked else [])
    for question in book.questions:
        assert set(asked["encoding"]["choices"]) <= set(question.choices)
    filled = {sheet.name: _filled(sheet) for sheet in book.sheets}
    assert [place for place in _places(expected) if place[1] not in filled[place[0]]] == []
    assert {(number, sheet.name) for sheet in book.sheets if sheet.hidden} == {
        hidden for hidden in HIDDEN if hidden[0] == number
    }
    first = book.sheets[0]
    assert MERGED.get(number, set()) <= set(first.merged)
    for (row, column), cell in CELLS.get(number, {}).items():
        line = first.text["row"].index_of(row)
        assert (first.text[f"c{column}"][line], first.kinds[f"c{column}"][line]) == cell


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_workbook_is_refused_with_advice(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_path(_path(name))
    message = caught.value.render(text("id")).lower()
    assert [word for word in _expected(name)["message_mentions"] if word.lower() not in message] == []


def test_an_answered_encoding_leaves_no_question() -> None:
    book = read_path(_path("13-cp1252-no-date"), answers={"encoding": "cp1252", "as_of": "2023-12-31"})
    assert (book.encoding, book.questions) == ("cp1252", ())
