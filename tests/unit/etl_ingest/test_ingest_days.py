"""A row without a day is asked for one, whatever stands where the day should."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from etl.ingest import preview
from etl.ingest.values import Preview, Request, Verdict
from etl.recognise.layout import FileKind
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

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


HEADS = "OPD;Jumlah ASN;Ikrar;Tanggal ikrar;TTD;Tanggal pakta"
PLEDGED, SIGNED = dt.date(2024, 9, 30), dt.date(2024, 10, 18)


def read(store: Path, text: str, answers: dict[str, str] | None = None) -> Preview:
    region, campaign = "33.17", "pilkada-2024"
    request = Request("rekap.csv", "analis", FileKind.SIGNATURES, region, campaign, None, True, answers or {})
    return preview(Store(store), text.encode(), request, now=NOW)


def days_of(got: Preview) -> dict[str, set[dt.date]]:
    """The days of each measure that would be saved."""
    signature, people = got.tables["signature"], got.tables["headcount"]
    counted = {name: signature.drop_nulls(f"{name}_low")["as_of"] for name in ("pledged", "signed")}
    return {name: set(days) for name, days in {**counted, "people": people["as_of"]}.items() if len(days)}


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADS}\nDinas Kesehatan;64;60;30/09/2024;51;18/10/2024\n",
        "OPD;Jumlah ASN;Ikrar;;Pakta;\n;;Jml;Tanggal;Jml;Tanggal\nDinas Kesehatan;64;60;30/09/2024;51;18/10/2024\n",
        "OPD;Jumlah ASN;Tanggal;TTD;Ikrar;Tgl. Ikrar\nDinas Kesehatan;64;18/10/2024;51;60;30/09/2024\n",
    ],
)
def test_each_measure_has_the_day_of_its_column(built_store: Path, text: str) -> None:
    got = read(built_store, text)
    assert got.is_clean
    assert days_of(got) == {"pledged": {PLEDGED}, "signed": {SIGNED}, "people": {SIGNED}}


@pytest.mark.parametrize(
    ("row", "verdict", "told"),
    [
        ("64;60;30/09/2026;51;18/10/2024", "refused", ("date_outside_campaign", "Tanggal ikrar", "30/09/2026")),
        ("64;60;31/09/2024;51;18/10/2024", "refused", ("unreadable_date", "Tanggal ikrar", "31/09/2024")),
        ("64;60;30/09/2024;51;18/10/2026", "refused", ("date_outside_campaign", "Tanggal pakta", "18/10/2026")),
        ("64;60;Selasa, 30/09/2024;51;18/10/2024", "new", ("weekday_disagrees", "Tanggal ikrar", "Selasa, 30/09/2024")),
        ("64;60;;51;18/10/2024", "held", None),
        ("64;-;;51;18/10/2024", "new", None),
    ],
)
def test_the_day_of_a_measure_is_checked(
    built_store: Path, row: str, verdict: str, told: tuple[str, str, str] | None
) -> None:
    got = read(built_store, f"{HEADS}\nDinas Kesehatan;{row}\nDinas Sosial;7;7;30/09/2024;7;18/10/2024\n")
    assert got.rows["verdict"].to_list() == [verdict, "new"]
    found = [(one.rule, one.column, one.values["text"]) for one in (*got.refusals, *got.warnings)]
    assert found == ([told] if told else [])
    assert [question.kind for question in got.questions] == (["as_of"] if verdict == "held" else [])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("date", {"signed": {SIGNED}, "people": {SIGNED}}),
        ("signed_date", {"signed": {SIGNED}, "people": {PLEDGED}}),
        ("unused", {"signed": {PLEDGED}, "people": {PLEDGED}}),
    ],
)
def test_one_date_column_more_is_asked(built_store: Path, answer: str, expected: dict[str, set[dt.date]]) -> None:
    text = "OPD;Jumlah ASN;Tanggal;TTD;Tanggal kegiatan\nDinas Kesehatan;64;30/09/2024;51;18/10/2024\n"
    asked = read(built_store, text)
    (question,) = asked.questions
    assert (question.kind, question.column, asked.count(Verdict.HELD)) == ("column", 5, 1)
    assert days_of(read(built_store, text, {question.id: answer})) == expected
