"""The five first articles: what is true of each, one by one."""

import datetime as dt
from typing import Any

import polars as pl
import pytest

Bundle = dict[str, pl.DataFrame]


def event(bundle: Bundle, event_id: str) -> dict[str, Any]:
    return bundle["event"].row(by_predicate=pl.col("event_id") == event_id, named=True)


def claims(bundle: Bundle, event_id: str, field: str, status: str) -> list[dict[str, Any]]:
    return bundle["claim"].filter(subject_id=event_id, field=field, status=status).rows(named=True)


def regions(bundle: Bundle, event_id: str, role: str) -> list[str]:
    return bundle["event_region"].filter(event_id=event_id, role=role)["region_code"].to_list()


@pytest.mark.parametrize(
    ("event_id", "printed", "true", "outlets"),
    [
        ("probolinggo-2023-11-06", "2023-02-06", dt.date(2023, 11, 6), {"harianbangsa", "jejakkriminal", "totabuan"}),
        ("babel-beltim-2023-11-27", "2023-10-23", dt.date(2023, 11, 27), {"kompas", "belitongtoday"}),
    ],
)
def test_a_wrong_date_stays_as_rejected_beside_the_corrected_one(
    bundle: Bundle, event_id: str, printed: str, true: dt.date, outlets: set[str]
) -> None:
    row = event(bundle, event_id)
    assert (row["date_low"], row["date_high"], row["date_status"]) == (true, true, "corrected")
    rejected = claims(bundle, event_id, "date", "rejected")
    assert {claim["value"] for claim in rejected} == {printed}
    assert all(claim["reason"] and claim["stated"] for claim in rejected)
    accepted = claims(bundle, event_id, "date", "accepted")
    assert {claim["value"] for claim in accepted} == {true.isoformat()}
    assert {claim["source_id"].partition("-")[0] for claim in accepted} == outlets
    assert accepted[0]["reason"]


def test_probolinggo_2024_is_another_ceremony(bundle: Bundle) -> None:
    rows = bundle["event"].filter(organiser_region_code="35.13")
    assert sorted(rows["campaign_id"]) == ["pemilu-2024", "pilkada-2024"]


def test_babel_counts_provincial_staff_posted_in_belitung_timur(bundle: Bundle) -> None:
    row = event(bundle, "babel-beltim-2023-11-27")
    assert (row["participants_low"], row["participants_high"]) == (252, None)
    assert (row["participants_stated"], row["participants_qualifier"]) == ("setidaknya 252 ASN", "at_least")
    assert regions(bundle, "babel-beltim-2023-11-27", "organiser") == ["19"]
    assert regions(bundle, "babel-beltim-2023-11-27", "place") == ["19.06"]
    assert regions(bundle, "babel-beltim-2023-11-27", "participant") == []


def test_kulon_progo_has_its_circular_and_no_event_date(bundle: Bundle) -> None:
    row = event(bundle, "kulon-progo-2023")
    assert (row["date_low"], row["date_high"], row["date_status"]) == (None, None, "missing")
    assert (row["instruction_number"], row["instruction_date"]) == ("800/1417", dt.date(2023, 8, 2))
    duty = bundle["obligation"].filter(region_code="34.01").row(0, named=True)
    assert (duty["scope"], duty["what"], duty["status"]) == ("every_opd", "ikrar", "wajib")


def test_natuna_signs_heads_of_opd_first_and_is_not_the_50th_korpri(bundle: Bundle) -> None:
    row = event(bundle, "natuna-2023-11-29")
    assert (row["date_low"], row["date_high"]) == (dt.date(2023, 11, 29), dt.date(2023, 11, 29))
    assert row["tiers"][0] == "kepala OPD"
    assert "berjenjang" in row["tiers"][1]
    assert row["activity"] == ["pakta", "ikrar"]
    (rejected,) = claims(bundle, "natuna-2023-11-29", "occasion", "rejected")
    assert "ke-50" in rejected["stated"]
    assert "ke-52" in row["occasion"]


def test_purbalingga_is_about_8100_on_site_and_by_zoom(bundle: Bundle) -> None:
    row = event(bundle, "purbalingga-2023-11-24")
    assert (row["date_low"], row["date_status"], row["mode"]) == (dt.date(2023, 11, 24), "stated", "hibrida")
    assert (row["participants_low"], row["participants_high"], row["participants_qualifier"]) == (8050, 8150, "approx")
    assert row["points"] == [1, 2, 3, 4]
    (rejected,) = claims(bundle, "purbalingga-2023-11-24", "date", "rejected")
    assert (rejected["value"], rejected["source_id"]) == ("2023-11-23", "serayunews-masa-kampanye")
    assert bundle["headcount"].filter(unit_id="33.03")["people_low"].to_list() == [8050]
