"""A row without a day is asked for one, whatever stands where the day should."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from etl.ingest import preview
from etl.ingest.values import Preview, Request, Verdict
from etl.recognise.layout import FileKind
from warehouse.store import Store

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


@pytest.mark.parametrize("written", ["", "–", "-", "n/a"])
def test_no_date_is_asked_and_answered(built_store: Path, written: str) -> None:
    data = f"OPD;Tanggal;Jumlah ASN;Sudah TTD\nDinas Kesehatan;18/10/2024;64;51\nDinas Sosial;{written};7;7\n".encode()

    def tried(answers: dict[str, str]) -> Preview:
        kind, region, campaign = FileKind.SIGNATURES, "33.17", "pilkada-2024"
        request = Request("rekap.csv", "analis", kind, region, campaign, accept_mapping=True, answers=answers)
        return preview(Store(built_store), data, request, now=NOW)

    asked = tried({})
    assert [(question.kind, asked.waiting["row"].to_list()) for question in asked.questions] == [("as_of", [3])]
    answered = tried({"as_of": "2024-10-20"})
    assert answered.count(Verdict.NEW) == 2
    assert set(answered.tables["headcount"]["as_of"]) == {dt.date(2024, 10, 18), dt.date(2024, 10, 20)}
