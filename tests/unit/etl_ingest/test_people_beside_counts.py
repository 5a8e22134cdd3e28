"""A workbook of counts with a list of people on another sheet: nobody of it is kept or shown."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from etl.ingest import Request, preview
from etl.recognise.layout import FileKind
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
UNITS = ("Dinas Kesehatan", "Dinas Sosial", "Inspektorat Daerah", "Sekretariat Daerah", "Dinas Perikanan")
PEOPLE = (
    ("Pegawai Contoh 1", "199001012015031901", "Dinas Kesehatan"),
    ("Pegawai Contoh 2", "199103032016032903", "Kantor Kementerian Agama"),
    ("Pegawai Contoh 3", "1991", "Dinas Sosial"),
)


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    counts, people = book.active, book.create_sheet("Daftar")
    counts.append(["Keadaan per 30 September 2024"])
    counts.append(["No", "Nama OPD", "PNS", "PPPK"])
    for number, unit in enumerate(UNITS, start=1):
        counts.append([number, unit, 20, 3])
    people.append(["No", "Nama", "NIP", "Unit Kerja", "Status"])
    for number, (name, nip, unit) in enumerate(PEOPLE, start=1):
        people.append([number, name, nip, unit, "PNS"])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_nobody_is_kept(built_store: Path) -> None:
    request = Request(
        "rekap.xlsx",
        "analis",
        region="33.03",
        campaign="pilkada-2024",
        accept_mapping=True,
        answers={"as_of": "2024-09-30"},
    )
    found = preview(Store(built_store), _workbook(), request, now=NOW)
    assert (found.kind, found.lists_people) == (FileKind.HEADCOUNT, True)
    assert found.rows_in == len(UNITS) + len(PEOPLE)
    assert [(one.sheet, one.rule) for one in found.refusals] == [("Daftar", "table_of_another_kind")] * len(PEOPLE)
    frames = [*found.tables.values(), found.rows, found.figures, found.set_aside]
    frames += [frame for block in found.blocks for frame in (block.text, block.kinds)]
    said = (
        str([frame.to_dicts() for frame in frames]) + str(found.refusals) + str(found.warnings) + str(found.questions)
    )
    assert [one for name, nip, _ in PEOPLE for one in (name, nip) if one in said] == []
    assert "Dinas Perikanan" in said
