"""The workbook that goes back to a sender, sent again: uncorrected it comes to the same, corrected to more."""

from __future__ import annotations

import datetime as dt
import tomllib
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from etl.ingest import Preview, Request, Verdict, preview
from etl.ingest.refusals import refused_file
from etl.recognise.layout import FileKind
from etl.sources.tabular import Limits
from exports.xlsx.refused import HEADINGS
from i18n import BadInput, text
from warehouse.store import Store

WORKBOOKS = Path(__file__).parents[1] / "workbooks"
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
T = text("id")

NO_VALUE = {"formula_without_value": "unreadable_number"}
"""The formula itself is not given back; the cell is still refused."""


def _send(store: Path, name: str, data: bytes | None = None) -> tuple[bytes, Preview]:
    wanted: dict[str, Any] = tomllib.loads((WORKBOOKS / name / "expected.toml").read_text(encoding="utf-8"))
    (path,) = (WORKBOOKS / name).glob("input.*")
    request = Request(
        name=path.name if data is None else "kembali.xlsx",
        by="analis",
        kind=None if wanted["as"] == "auto" else FileKind(wanted["as"]),
        region=wanted["region"],
        campaign=wanted["campaign"],
        accept_mapping=True,
    )
    given = path.read_bytes() if data is None else data
    return given, preview(Store(store), given, request, now=NOW)


def _outline(found: Preview) -> dict[str, Any]:
    return {
        "layout": found.layout,
        "rows": found.rows.select("row", "verdict", "region_code", "unit").rows(),
        "refusals": [(one.row, NO_VALUE.get(one.rule, one.rule)) for one in found.refusals],
        "warnings": sorted((one.row or 0, one.rule) for one in found.warnings),
        "questions": [(one.id, one.row, one.column) for one in found.questions],
    }


def _figures(found: Preview, left_out: list[int | None]) -> pl.DataFrame:
    kept = found.figures.filter(~pl.col("row").is_in(left_out))
    return kept.drop("block_id", "sheet").sort("row", "table", "key", "field")


@pytest.mark.parametrize(
    "name",
    [
        "01-two-header-rows",
        "03-footers-footnotes",
        "06-percentages",
        "08-year-sheets-one-hidden",
        "14-pipe-distrik-no-header",
        "16-merged-opd-cells",
        "20-events",
        "23-formulas",
        "24-roster-damaged-nip",
        "26-two-tables-on-a-sheet",
    ],
)
def test_uncorrected_it_comes_to_the_same(built_store: Path, name: str) -> None:
    data, first = _send(built_store, name)
    given_back = refused_file(data, first, T, now=NOW)
    _, second = _send(built_store, name, given_back)
    assert _outline(second) == _outline(first)
    without_value = [one.row for one in first.refusals if one.rule in NO_VALUE]
    assert _figures(second, without_value).equals(_figures(first, without_value))
    if not without_value:
        assert refused_file(given_back, second, T, now=NOW) == given_back, "what was added once is not added again"


@pytest.mark.parametrize(
    ("name", "sheet", "right"),
    [
        ("24-roster-damaged-nip", "DUK", {"C5": "199102022016022902", "C8": "199405052019031905"}),
        ("06-percentages", None, {}),
    ],
)
def test_corrected_its_rows_are_taken(built_store: Path, name: str, sheet: str | None, right: dict[str, str]) -> None:
    data, first = _send(built_store, name)
    book = openpyxl.load_workbook(BytesIO(refused_file(data, first, T, now=NOW)))
    refused = {(one.sheet, one.row) for one in first.refusals}
    for place, value in right.items():
        book[sheet or book.sheetnames[0]][place] = value
    if not right:  # negative figures: the sign goes
        for cell in (cell for name_, row in refused for cell in book[name_ or "Data"][row]):
            if isinstance(cell.value, int) and cell.value < 0:
                cell.value = -cell.value
    buffer = BytesIO()
    book.save(buffer)
    _, second = _send(built_store, name, buffer.getvalue())
    corrected = len(right) or len(refused)
    assert corrected > 0
    assert second.count(Verdict.REFUSED) == first.count(Verdict.REFUSED) - corrected
    assert second.count(Verdict.NEW) == first.count(Verdict.NEW) + corrected
    assert second.rows_in == first.rows_in


def test_every_refused_row_says_why_in_indonesian_and_marks_its_cell(built_store: Path) -> None:
    data, first = _send(built_store, "24-roster-damaged-nip")
    sheet = openpyxl.load_workbook(BytesIO(refused_file(data, first, T, now=NOW)))["DUK"]
    headings = {cell.value: cell.column for cell in sheet[3]}
    for one in first.refusals:
        assert sheet.cell(one.row, headings[HEADINGS[0]]).value == "Ditolak"
        remark = sheet.cell(one.row, headings[HEADINGS[1]]).value
        comment = sheet.cell(one.row, headings["NIP"]).comment
        assert remark == comment.text
        assert "NIP" in remark
        assert not any(char.isdigit() for char in remark.replace("18", "").replace("15", "")), (
            "nobody's NIP in a remark"
        )
    assert first.rows.filter(pl.col("verdict") == Verdict.NEW).height == 5


def test_of_a_roster_too_large_for_a_workbook_the_rows_to_mend_come_back(
    built_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "daftar.csv"
    people = ["199001012015031901", "1990", "199103032016032903", "-"]
    rows = [f"Pegawai Contoh {row};{nip};Dinas Kesehatan;PNS" for row, nip in enumerate(people)]
    path.write_text("\n".join(["Nama;NIP;OPD;Jenis Pegawai", *rows]) + "\n", encoding="utf-8", newline="")
    request = Request("daftar.csv", "analis", FileKind.ROSTER, "33.03", "pilkada-2024", answers={"as_of": "2024-09-30"})
    found = preview(Store(built_store), path, request, now=NOW)
    monkeypatch.setattr("etl.ingest.refusals.DEFAULT", Limits(file=10))
    sheet = openpyxl.load_workbook(BytesIO(refused_file(path, found, T, now=NOW)))["Data"]
    refused = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[4] == "Ditolak"]
    assert [row[:2] for row in refused] == [("Pegawai Contoh 1", "1990"), ("Pegawai Contoh 3", "-")]
    assert [row[5].startswith(f"Baris {line} pada berkas.") for row, line in zip(refused, (3, 5), strict=True)] == [
        True
    ] * 2
    assert [cell.value for cell in sheet[1]] == ["Nama", "NIP", "OPD", "Jenis Pegawai", *HEADINGS]


def test_a_guessed_encoding_is_not_settled_by_giving_the_file_back(built_store: Path) -> None:
    data, first = _send(built_store, "13-cp1252-no-date")
    with pytest.raises(BadInput, match="encoded"):
        refused_file(data, first, T, now=NOW)
