"""The form for regions, filled in and sent back, asks nothing and is read as it was filled in."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from etl.ingest import preview
from etl.ingest.values import Preview, Request, Verdict
from etl.recognise.layout import FileKind
from exports.xlsx.template import AS_OF_CELL, FIRST_ROW, SHEET, form_of, template
from i18n import BadInput
from warehouse.frames import Frames
from warehouse.store import Store

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
UNITS = ("Dinas Kesehatan", "Inspektorat Daerah", "Kecamatan Bobotsari")
KINDS = {"PNS": "PNS", "PPPK": "PPPK", "Non-ASN": "NON_ASN"}

Filled = dict[tuple[str, str], tuple[int | None, int | None, int | None, str | None]]
"""Unit and employee type to people, pledged, signed and method."""


def _fill(blank: bytes, day: dt.date, units: tuple[str, ...]) -> tuple[bytes, Filled]:
    """The form as a region would fill it in: `units` into the empty rows, zeros and gaps among the figures."""
    book = openpyxl.load_workbook(BytesIO(blank))
    sheet = book[SHEET]
    sheet[AS_OF_CELL] = day
    wanted = [(unit, kind) for unit in units for kind in KINDS]
    filled: Filled = {}
    for place, row in enumerate(sheet.iter_rows(min_row=FIRST_ROW)):
        if row[0].value is None and wanted:
            row[0].value, row[1].value = wanted.pop(0)
        if row[0].value is None:
            break
        people, pledged = 10 + place, None if place % 4 == 3 else place
        signed, method = (0 if place % 5 == 0 else place, "Elektronik" if place % 2 else "Basah")
        for cell, value in zip(row[2:6], (people, pledged, signed, method), strict=True):
            assert not cell.protection.locked
            cell.value = value
        filled[str(row[0].value), KINDS[str(row[1].value)]] = (people, pledged, signed, method.lower())
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), filled


def _read(found: Preview, opd: dict[str, str]) -> Filled:
    """What the preview would load, as it was filled in."""
    people = {
        (row["opd_id"], row["employee_type"]): row["people_low"]
        for row in found.tables["headcount"].iter_rows(named=True)
        if row["people_low"] == row["people_high"]
    }
    return {
        (opd[row["opd_id"]], row["employee_type"]): (
            people[row["opd_id"], row["employee_type"]],
            row["pledged_low"],
            row["signed_low"],
            row["method"],
        )
        for row in found.tables["signature"].iter_rows(named=True)
        if row["pledged_low"] == row["pledged_high"] and row["signed_low"] == row["signed_high"]
    }


@pytest.mark.parametrize(
    ("region", "campaign", "units", "accept_mapping", "says_more"),
    [
        ("33.03", "pilkada-2024", UNITS, True, False),
        ("33.03", "pemilu-2024", UNITS, True, True),
        ("33.75", "pilkada-2024", UNITS[:2], True, False),
        ("31.71", "pilkada-2024", UNITS[:2], True, False),
        ("33", "pilkada-2024", UNITS[:2], True, False),
        ("31", "pilkada-2024", UNITS[:2], True, False),
        ("92", "pilkada-2024", UNITS[:2], True, False),
        ("11.04", "pilkada-2024", (), True, False),
        ("11.04", "pilkada-2020", (), False, False),
        ("92.08", "pemilu-2019", (), False, True),
    ],
)
def test_a_filled_form_comes_back_without_a_question(
    bundled_frames: Frames,
    built_store: Path,
    region: str,
    campaign: str,
    units: tuple[str, ...],
    accept_mapping: bool,
    says_more: bool,
) -> None:
    form = form_of(bundled_frames, region, campaign)
    data, filled = _fill(template(form, now=NOW), form.last_day - dt.timedelta(days=20), units)
    request = Request(
        name="formulir.xlsx",
        by="analis",
        kind=FileKind.SIGNATURES if says_more else None,
        region=region if says_more else None,
        campaign=campaign if says_more else None,
        accept_mapping=accept_mapping,
    )
    found = preview(Store(built_store), data, request, now=NOW)
    assert [question.id for question in found.questions] == []
    assert (found.region, found.campaign, found.kind) == (region, campaign, FileKind.SIGNATURES)
    assert (found.rows_in, found.count(Verdict.NEW), found.is_clean) == (len(filled), len(filled), True)
    opd = dict(bundled_frames.opd.select("opd_id", "name").iter_rows()) | dict(found.proposed_opd)
    assert _read(found, opd) == filled
    assert set(found.tables["signature"]["as_of"]) == {form.last_day - dt.timedelta(days=20)}
    assert sorted(found.proposed_opd.values()) == sorted(units)


def test_a_form_sent_back_empty_is_told_so(bundled_frames: Frames, built_store: Path) -> None:
    blank = template(form_of(bundled_frames, "33.03", "pilkada-2024"), now=NOW)
    with pytest.raises(BadInput, match="no rows below"):
        preview(Store(built_store), blank, Request("formulir.xlsx", "analis"), now=NOW)
