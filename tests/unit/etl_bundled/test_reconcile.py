"""Claims → events: who wins, what adds up, what a disputed date is."""

import datetime as dt
from typing import Any

import polars as pl
import pytest

from etl.reconcile import disagreements, events_from_claims, read_days
from warehouse.tables import TABLES

BASE = [("activity", "ikrar"), ("level", "kabupaten"), ("organiser_kind", "pemda"), ("organiser_region_code", "33.03")]


def claims(*said: tuple[Any, ...], event: str = "e") -> pl.DataFrame:
    """Claims as (field, value[, status[, qualifier]]), in order, one source each; the basics are added."""
    schema = {name: kind for name, kind in TABLES["claim"].create_empty().schema.items() if name != "batch_id"}
    rows = []
    for number, each in enumerate([*BASE, *said], start=1):
        field, value, status, qualifier, *_ = (*each, *["accepted", None][len(each) - 2 :], None)
        rows.append(
            {
                "claim_id": f"{event}/{field}/{number:02d}",
                "subject_kind": "event",
                "subject_id": event,
                "field": field,
                "value": value,
                "stated": value and f"printed {value}",
                "source_id": f"s{number}",
                "status": status,
                "qualifier": qualifier,
                "reason": "r",
            }
        )
    return pl.DataFrame(rows, schema=schema)


def event(*said: tuple[Any, ...]) -> dict[str, Any]:
    return events_from_claims(claims(*said))["event"].row(0, named=True)


def test_the_first_accepted_claim_gives_the_value() -> None:
    row = event(("led_by", "Bupati", "rejected"), ("led_by", "Sekda"), ("led_by", "Camat"))
    assert row["led_by"] == "Sekda"


def test_rejected_and_open_claims_give_nothing() -> None:
    row = event(("led_by", "Bupati", "rejected"), ("mode", "daring", "open"))
    assert (row["led_by"], row["mode"]) == (None, None)


def test_order_is_that_of_the_claim_ids_not_of_the_rows() -> None:
    shuffled = claims(("led_by", "Sekda"), ("led_by", "Camat")).reverse()
    assert events_from_claims(shuffled)["event"]["led_by"].to_list() == ["Sekda"]


def test_joined_fields_add_up_and_others_do_not() -> None:
    row = event(("activity", "pakta; ikrar"), ("points", "4; 1"), ("points", "2"), ("tiers", "a; b"), ("tiers", "c"))
    assert (row["activity"], row["points"], row["tiers"]) == (["ikrar", "pakta"], [1, 2, 4], ["a", "b"])


@pytest.mark.parametrize(
    ("said", "low", "high", "precision", "status"),
    [
        ([("date", "2023-11-24")], "2023-11-24", "2023-11-24", "day", "stated"),
        ([("date", "2023-12", "accepted", "inferred")], "2023-12-01", "2023-12-31", "month", "inferred"),
        ([("date", "2024-02")], "2024-02-01", "2024-02-29", "month", "stated"),
        ([("date", "2020")], "2020-01-01", "2020-12-31", "year", "stated"),
        ([("date", "2023-09-25", "open"), ("date", "2023-10-25", "open")],
         "2023-09-25", "2023-10-25", "range", "disputed"),
        ([("date", "2023-09-01", "open")], "2023-09-01", "2023-09-01", "day", "disputed"),
        ([("date", "2023-02-06", "rejected"), ("date", "2023-11-06", "accepted", "corrected")],
         "2023-11-06", "2023-11-06", "day", "corrected"),
        ([("date", None)], None, None, None, "missing"),
        ([("date", "2023-02-06", "rejected")], None, None, None, "missing"),
        ([], None, None, None, "missing"),
    ],
)  # fmt: skip
def test_dates(said: list[Any], low: str | None, high: str | None, precision: str | None, status: str) -> None:
    row = event(*said)
    days = [day and dt.date.fromisoformat(day) for day in (low, high)]
    assert [row["date_low"], row["date_high"]] == days
    assert (row["date_precision"], row["date_status"]) == (precision, status)


def test_counts_keep_bounds_print_and_qualifier() -> None:
    row = event(("participants", "252..", "accepted", "at_least"), ("signers", "59", "accepted", "exact"))
    assert (row["participants_low"], row["participants_high"], row["participants_qualifier"]) == (252, None, "at_least")
    assert (row["signers_low"], row["signers_high"]) == (59, 59)
    assert row["participants_stated"] == "printed 252.."


def test_regions_have_one_row_a_role() -> None:
    found = events_from_claims(claims(("place_region_code", "33.03"), ("participant_regions", "33.01; 33.02")))
    assert sorted(found["event_region"].select("region_code", "role").iter_rows()) == [
        ("33.01", "participant"),
        ("33.02", "participant"),
        ("33.03", "organiser"),
        ("33.03", "place"),
    ]


def test_an_event_that_rests_on_example_data_says_so() -> None:
    said = claims(("led_by", "Sekda"))
    assert events_from_claims(said, simulated=["s5"])["event"]["is_simulated"].to_list() == [True]
    assert events_from_claims(said, simulated=["s9"])["event"]["is_simulated"].to_list() == [False]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([("date", "2023-11-24"), ("date", "2023-11-23")], [("e", "date")]),
        ([("date", "2023-11"), ("date", "2023-11-24")], []),
        ([("participants", "252.."), ("participants", "100..999")], []),
        ([("participants", "252.."), ("participants", "100..200")], [("e", "participants")]),
        ([("mode", "luring"), ("mode", "daring")], [("e", "mode")]),
        ([("mode", "luring"), ("mode", "daring", "rejected")], []),
        ([("venue", "Pendopo"), ("venue", "Pendopo Dipokusumo")], []),
        ([("organiser_region_code", "33.02")], [("e", "organiser_region_code")]),
    ],
)
def test_accepted_claims_that_cannot_all_be_true_are_found(said: list[Any], found: list[Any]) -> None:
    assert disagreements(claims(*said)) == found


@pytest.mark.parametrize("text", ["2023-13", "24-11-2023", "2023-11-31", "2023-02-02..2023-02-01", "besok", ""])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_days(text)
