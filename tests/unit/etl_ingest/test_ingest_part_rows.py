"""Rows that bring no figure of a unit are refused with what to do, not asked about one by one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from etl.ingest import preview
from etl.ingest.values import Preview, Request
from etl.recognise.layout import FileKind
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")


def read(store: Path, kind: FileKind, text: str) -> Preview:
    request = Request("rekap.csv", "analis", kind, "33.17", "pilkada-2024", accept_mapping=True)
    return preview(Store(store), text.encode(), request, now=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))


@pytest.mark.parametrize("name", ["Bagian Umum", "Bagian Hukum Setda", "Asisten Pemerintahan dan Kesra", "Staf Ahli"])
def test_a_part_of_the_secretariat_is_refused_with_advice(built_store: Path, name: str) -> None:
    text = f"Per 18 Oktober 2024\nOPD;Jumlah ASN;TTD\n{name};60;55\nDinas Sosial;30;29\n"
    got = read(built_store, FileKind.SIGNATURES, text)
    assert got.rows.select("verdict", "rule").rows() == [("refused", "part_of_opd"), ("new", None)]
    assert [(one.column, one.values["text"]) for one in got.refusals] == [("OPD", name)]
    assert got.questions == ()


def test_of_a_list_of_people_it_is_asked_with_the_secretariat_as_candidate(built_store: Path) -> None:
    text = "Per 18 Oktober 2024\nNama;NIP;OPD\nPegawai Contoh;199001012015011901;Bagian Umum\n"
    questions = read(built_store, FileKind.ROSTER, text).questions
    assert [one.choices[0] for one in questions if one.kind == "opd_name"] == ["Sekretariat Daerah"]


def test_percentages_beside_counts_are_refused_with_advice(built_store: Path) -> None:
    counts = "Per 18 Oktober 2024\nOPD;Jumlah ASN;TTD\nDinas Kesehatan;60;55\nDinas Sosial;30;29\n"
    shares = "\nOPD;Persentase TTD\nDinas Kesehatan;91,7%\nDinas Sosial;96,7%\n"
    got = read(built_store, FileKind.SIGNATURES, counts + shares)
    assert got.rows["rule"].to_list() == [None, None, "nothing_counted", "nothing_counted"]
    assert all(one.suggestion and "Percentages alone" in one.suggestion for one in got.refusals)
