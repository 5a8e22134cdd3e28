"""Columns of one employee type: other people add up, the same people said twice contradict each other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from etl.ingest import preview
from etl.ingest.values import Request
from etl.recognise.layout import FileKind
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("heads", "row", "verdict", "rules", "figures"),
    [
        ("PNS;CPNS;PPPK;Jumlah", "50;4;10;64", "new", [], {"PNS": (54, "50 + 4"), "PPPK": (10, "10")}),
        ("PNS;CPNS;PPPK;Jumlah", "50;-;10;60", "new", [], {"PNS": (50, "50"), "PPPK": (10, "10")}),
        (
            "PNS;PPPK;PPPK Paruh Waktu;Jumlah",
            "50;4;10;65",
            "new",
            ["total_disagrees"],
            {"PNS": (50, "50"), "PPPK": (14, "4 + 10")},
        ),
        ("PNS;CPNS;PPPK", "50;x;10", "refused", ["unreadable_number"], {}),
        ("PNS;CPNS;PPPK", "50;-4;10", "refused", ["negative_count"], {}),
        ("PNS (BKD);PNS (OPD);PPPK", "50;4;10", "conflict", ["duplicate_unit_conflict"], {}),
    ],
)
def test_columns_of_one_type(
    built_store: Path,
    heads: str,
    row: str,
    verdict: str,
    rules: list[str],
    figures: dict[str, tuple[int, str]],
) -> None:
    others = ";".join("7" for _ in row.split(";")[:-1])
    data = f"Keadaan per 18 Oktober 2024\nOPD;{heads}\nDinas Kesehatan;{row}\nDinas Sosial;{others};\n".encode()
    request = Request("rekap.csv", "analis", FileKind.HEADCOUNT, "33.17", "pilkada-2024", accept_mapping=True)
    got = preview(Store(built_store), data, request, now=NOW)
    assert got.rows["verdict"][0] == verdict
    assert [one.rule for one in (*got.warnings, *got.refusals) if one.row == 3] == rules
    kept = got.tables.get("headcount")
    own = [] if kept is None else kept.filter(kept["opd_id"] == "33.17/dinas-kesehatan").iter_rows(named=True)
    assert {each["employee_type"]: (each["people_low"], each["people_stated"]) for each in own} == figures
