"""The tables transcribed from real publications through a dry run: every row accounted for, the known mess flagged."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from etl.ingest import preview
from etl.ingest.values import Finding, Preview, Request, Verdict
from etl.recognise.layout import Answer, FileKind
from etl.sources.tabular import Question
from i18n import BadInput, text
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")
ROOT = Path(__file__).parents[3]
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)

Rows = list[dict[str, str]]
Figures = dict[tuple[str, str], int]
"""Region code or OPD, and employee type → people."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table has to come to. `counts` null = it is refused as a whole, with what to send instead.

    `answers` by kind of question; a question that the file has no right answer to is left open. `flagged`: every
    finding, its row, rule and numbers that its message names. `figures`: all that enter; any other is misread.
    """

    counts: Mapping[str, int] | None
    region: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    flagged: tuple[tuple[int, str, frozenset[int]], ...] = ()
    figures: Callable[[Rows], Figures] = lambda _rows: {}


def people(unit: str, count: str, employee_type: str) -> Callable[[Rows], Figures]:
    """The figures as the columns print them."""
    return lambda rows: {(row[unit], employee_type): int(row[count].replace(".", "")) for row in rows}


def flag(row: int, rule: str, *numbers: int) -> tuple[int, str, frozenset[int]]:
    return row, rule, frozenset(numbers)


TABLES: dict[str, Table] = {
    # The code beside the name tells the province Jambi from the Kota Jambi.
    "T01_pns_per_provinsi_2023": Table(
        {"new": 38}, answers={"as_of": "2023-12-31"}, figures=people("kode_kemendagri", "jumlah_pns", "PNS")
    ),
    # The nation is no region: nothing may be taken for one.
    "T02_bkn_asn_nasional": Table({"held": 6}),
    "T03_aceh_4_kabupaten_pns_2022": Table(
        {"new": 4},
        "11",
        {"as_of": "2022-12-31"},
        (flag(5, "total_disagrees", 8914, 8941),),
        people("kode", "jumlah", "ASN"),
    ),
    "T04_pns_provinsi_terkecil_2021": Table(
        {"new": 2}, answers={"as_of": "2021-12-31"}, figures=people("kode", "total", "ASN")
    ),
    # One office nine times, split by age and schooling (two subtotals beside them): what 'kategori' is has to be asked.
    "T05_payakumbuh_selatan_2023": Table(
        {"held": 9},
        "13.76",
        {"as_of": "2023-12-31"},
        (flag(2, "total_disagrees", 39, 36), flag(10, "total_disagrees", 28, 27)),
    ),
    # No unit, but splits of the same people: by schooling and by rank each adds up to the first row, but for two years.
    "T06_kota_gorontalo_pegawai_2015_2019": Table(
        {"held": 10},
        "75.71",
        flagged=(flag(2, "total_disagrees", 5356, 5357), flag(2, "total_disagrees", 4154, 4134)),
    ),
    # The bundled data holds this very list, but gives no figure for the merged unit that prints 0.
    "T07_aceh_tengah_asn_per_opd_2026": Table(
        {"same": 49, "new": 1},
        "11.04",
        {"as_of": "2026-05-31", "opd_name": "as the bundled list says"},
        (flag(10, "zero_headcount"),),
        lambda _rows: {("11.04/dinas-pangan", "ASN"): 0},
    ),
    # One row has a cell less: its total 557 slid under a part.
    "T08_pppk_formasi_kalteng_kalsel_2023": Table(
        {"new": 11, "refused": 1},
        answers={"as_of": "2023-12-31"},
        flagged=(flag(12, "shifted_cells"),),
        figures=lambda rows: {
            (CODES[row["daerah"]], "ASN"): int(row["total"].replace(".", "")) for row in rows if row["total"]
        },
    ),
    # 18.930 that became 1893, 2.320 that became 232, and a row for schools abroad.
    "T09_trailing_zero_loss_sekolah": Table(
        {"held": 8, "refused": 1},
        flagged=(flag(4, "lost_zeros", 1893), flag(8, "lost_zeros", 232), flag(10, "unknown_region")),
    ),
    # Several splits of one total in a column.
    "T10_bulukumba_asn_juni_2025": Table({"held": 9}, "73.02"),
    # People, participants and signers in one column: what it counts is asked.
    "T11_angka_asn_dalam_artikel_ikrar": Table({"held": 10}),
    # A list of OPD alone: no column counts anybody, and no answer about the day would change that.
    "T12_kaimana_daftar_opd": Table(
        {"refused": 38}, "92.08", flagged=tuple(flag(row, "nothing_counted") for row in range(2, 40))
    ),
    "T13_katalog_dataset_pns_satu_data": Table(None),
    # A region twice for two age groups: neither figure enters.
    "T14_banten_aspelum_contoh": Table(
        {"conflict": 2},
        "36",
        flagged=(
            flag(3, "duplicate_unit_conflict", 160665),
            flag(3, "zero_headcount"),
            flag(4, "duplicate_unit_conflict", 160665),
        ),
    ),
    "T15_bkn_pns_provinsi_semester1_2023": Table(
        {"new": 5},
        figures=lambda rows: {(CODES[row["provinsi"]], "PNS"): int(row["pns_smt1_2023"]) for row in rows},
    ),
}

CODES = {
    "Jawa Timur": "35",
    "Jawa Tengah": "33",
    "Jawa Barat": "32",
    "DKI Jakarta": "31",
    "Sumatera Utara": "12",
    "Provinsi Kalimantan Tengah": "62",
    "Kab. Barito Selatan": "62.04",
    "Kab. Barito Utara": "62.05",
    "Kab. Kapuas": "62.03",
    "Kab. Kotawaringin Barat": "62.01",
    "Kab. Kotawaringin Timur": "62.02",
    "Kota Palangkaraya": "62.71",
    "Kab. Katingan": "62.06",
    "Kab. Gunung Mas": "62.10",
    "Provinsi Kalimantan Selatan": "63",
    "Kab. Hulu Sungai Selatan": "63.06",
    "Kab. Tanah Laut": "63.01",
}


def rows_of(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bundled_opd(region: str) -> dict[str, str]:
    """Names as printed to names of the bundled list."""
    rows = rows_of(ROOT / "data" / "opd.csv")
    return {row["printed"]: row["name"] for row in rows if row["opd_id"].startswith(f"{region}/")}


def answer(question: Question, table: Table) -> str | None:
    wanted = table.answers.get(question.kind)
    if question.kind == "opd_name" and wanted:
        assert table.region
        printed = bundled_opd(table.region)
        return next((printed[str(value)] for value in question.values.values() if str(value) in printed), None)
    return wanted


def tried(store: Store, path: Path, table: Table) -> Preview:
    answers: dict[str, Answer] = {}
    while True:
        request = Request(
            name=path.name,
            by="analis",
            kind=FileKind.HEADCOUNT,
            region=table.region,
            accept_mapping=True,
            answers=answers,
        )
        got = preview(store, path.read_bytes(), request, now=NOW)
        given = {question.id: found for question in got.questions if (found := answer(question, table))}
        if not given.keys() - answers.keys():
            return got
        answers |= given


def numbers(finding: Finding) -> set[int]:
    """The whole numbers in what a person reads of a finding: 8.941 is eight thousand nine hundred and forty-one."""
    said = text("id")(finding.message, **finding.values)
    return {int(found.replace(".", "")) for found in re.findall(r"\d+(?:\.\d{3})*", said)}


@pytest.mark.parametrize("name", TABLES)
def test_a_published_table_is_accounted_for_and_not_misread(built_store: Path, reference: Path, name: str) -> None:
    path, table = reference / "domain" / "tables" / f"{name}.csv", TABLES[name]
    if table.counts is None:
        with pytest.raises(BadInput, match="column"):
            tried(Store(built_store), path, table)
        return
    got = tried(Store(built_store), path, table)
    assert {one.value: got.count(one) for one in Verdict if got.count(one)} == table.counts
    assert got.rows_in == sum(table.counts.values())
    assert got.rows_in + got.set_aside.height == len(rows_of(path)) + 1  # and the header
    found = sorted([*got.warnings, *got.refusals], key=lambda one: (one.row or 0, one.rule))
    assert [(one.row, one.rule) for one in found] == [(row, rule) for row, rule, _ in table.flagged]
    assert [one for one, flagged in zip(found, table.flagged, strict=True) if not flagged[2] <= numbers(one)] == []
    entering = {
        (row["opd_id"] or row["region_code"], row["employee_type"]): row["people_low"]
        for row in (got.tables["headcount"].iter_rows(named=True) if "headcount" in got.tables else ())
    }
    assert entering == table.figures(rows_of(path))


def test_every_table_of_the_reference_is_tried(reference: Path) -> None:
    assert {path.stem for path in (reference / "domain" / "tables").glob("*.csv")} == set(TABLES)
