"""The form for a region: its OPD, what each cell takes, and what cannot be changed."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl
import polars as pl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from exports.xlsx.template import (
    AS_OF_CELL,
    FIRST_ROW,
    HEADER_ROW,
    HEADINGS,
    LISTS,
    NOTES,
    SHEET,
    SPARE,
    form_of,
    template,
)
from i18n import NotFound
from warehouse.frames import Frames

PRINTED = (SHEET, NOTES)
NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def _book(frames: Frames, region: str, campaign: str | None = "pilkada-2024") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(template(form_of(frames, region, campaign), now=NOW)))


def _rules(sheet: Worksheet) -> dict[str, openpyxl.worksheet.datavalidation.DataValidation]:
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def test_a_region_finds_its_own_opd_three_times_each(bundled_frames: Frames) -> None:
    sheet = _book(bundled_frames, "11.04")[SHEET]
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == [
        "Kabupaten Aceh Tengah",
        "Pilkada 2024",
        "Keadaan per tanggal",
    ]
    assert tuple(cell.value for cell in sheet[HEADER_ROW]) == HEADINGS
    rows = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=FIRST_ROW) if row[0].value]
    names = [name for name, _ in rows]
    known = bundled_frames.opd.filter(pl.col("parent_opd_id").is_null(), region_code="11.04")
    assert sorted(names) == sorted(known["name"].to_list() * 3)
    assert [kind for _, kind in rows[:3]] == ["PNS", "PPPK", "Non-ASN"]
    assert all(row[2].value is None for row in sheet.iter_rows(min_row=FIRST_ROW)), "no figure is put into it"


def test_a_region_without_known_opd_gets_empty_rows_and_the_usual_names(bundled_frames: Frames) -> None:
    book = _book(bundled_frames, "33.03")
    assert all(cell.value is None for row in book[SHEET].iter_rows(min_row=FIRST_ROW) for cell in row)
    assert book[SHEET].max_row == FIRST_ROW + 3 * SPARE - 1
    names = [row[0].value for row in book[LISTS].iter_rows()]
    assert {"Dinas Kesehatan", "Inspektorat Daerah", "Sekretariat DPRD"} <= set(names)
    assert len(names) == len(set(names))
    assert not any("Kementerian" in name or "Kejaksaan" in name for name in names), "central offices are no OPD"
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        (SHEET, "visible"),
        (NOTES, "visible"),
        (LISTS, "hidden"),
    ]
    assert book.defined_names["DaftarOPD"].attr_text == f"{LISTS}!$A$1:$A${len(names)}"


def test_it_prints_on_paper_that_offices_have(bundled_frames: Frames) -> None:
    book = _book(bundled_frames, "33.03")
    printed = [(book[name].page_setup.paperSize, book[name].sheet_properties.pageSetUpPr.fitToPage) for name in PRINTED]
    assert printed == [(9, True), (9, True)]


def test_only_what_a_region_fills_in_can_be_changed(bundled_frames: Frames) -> None:
    book = _book(bundled_frames, "11.04")
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    sheet = book[SHEET]
    locked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.protection.locked}
    filled = {cell.coordinate for row in sheet.iter_rows(max_col=2) for cell in row if cell.value is not None}
    assert filled <= locked
    assert not locked & {AS_OF_CELL, f"C{FIRST_ROW}", f"G{FIRST_ROW}", f"A{sheet.max_row}", f"B{sheet.max_row}"}


def test_each_cell_says_in_indonesian_what_it_takes(bundled_frames: Frames) -> None:
    sheet = _book(bundled_frames, "33.03")[SHEET]
    rules, end = _rules(sheet), FIRST_ROW + 3 * SPARE - 1
    assert set(rules) == {AS_OF_CELL, *(f"{a}{FIRST_ROW}:{b}{end}" for a, b in ("AA", "BB", "CE", "FF"))}
    day, counts = rules[AS_OF_CELL], rules[f"C{FIRST_ROW}:E{end}"]
    days = [dt.date(1899, 12, 30) + dt.timedelta(int(one)) for one in (day.formula1, day.formula2)]
    assert days == [dt.date(2023, 1, 1), dt.date(2024, 11, 27)]
    assert "27 November 2024" in day.error
    assert (counts.type, counts.formula1, counts.errorStyle) == ("whole", "0", None)
    assert counts.error.startswith("Isilah bilangan bulat")
    assert rules[f"B{FIRST_ROW}:B{end}"].formula1 == '"PNS,PPPK,Non-ASN"'
    names = rules[f"A{FIRST_ROW}:A{end}"]
    assert (names.formula1, names.errorStyle) == ("DaftarOPD", "warning"), "a kecamatan is on no list"


def test_the_notes_are_in_indonesian_and_name_the_headings(bundled_frames: Frames) -> None:
    said = " ".join(str(row[0].value) for row in _book(bundled_frames, "33.03")[NOTES].iter_rows())
    assert "Petunjuk pengisian" in said
    assert all(heading in said for heading in HEADINGS[2:5])
    assert "{" not in said


@pytest.mark.parametrize(
    ("region", "campaign", "expected"),
    [("33.03", None, "Pemilu 2024"), ("33.03", "pilkada-2020", "Pilkada 2020")],
)
def test_unasked_it_is_the_newest_election_with_data(
    bundled_frames: Frames, region: str, campaign: str | None, expected: str
) -> None:
    assert form_of(bundled_frames, region, campaign).campaign == expected


@pytest.mark.parametrize(("region", "campaign"), [("99.99", None), ("33.03", "pilkada-1999"), ("33.03", "semua")])
def test_there_is_no_form_for_what_does_not_exist(bundled_frames: Frames, region: str, campaign: str | None) -> None:
    with pytest.raises(NotFound):
        form_of(bundled_frames, region, campaign)
