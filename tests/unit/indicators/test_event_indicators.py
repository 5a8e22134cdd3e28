"""Days, themes, grades and contradictions of a region's ceremonies."""

import datetime as dt

import pytest

import indicators
from indicators import Scope

RANGE = {"date_low": dt.date(2023, 11, 1), "date_high": dt.date(2023, 11, 9), "date_status": "stated"}


def bounds(frames, name, region="33.03", **scope):
    row = indicators.query(name, frames, Scope(region, **scope)).row(0, named=True)
    return row["state"], row["low"], row["high"]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([{"day": "2023-11-24"}], (4, 4)),
        ([{"day": "2023-11-24"}, {"day": "2023-12-08"}], (4, 4)),
        ([{"day": "2023-12-08"}], (-10, -10)),
        ([RANGE], (19, 27)),
        ([RANGE, {"day": "2023-11-05"}], (23, 27)),
        ([{"day": "2023-11-24"}, {}], (4, None)),
        ([{}], (None, None)),
        ([{"day": "2023-11-24", "campaign_id": None}], (None, None)),
        ([{"day": "2024-09-15", "campaign_id": "pilkada-2024"}, {"day": "2023-11-24"}], (10, 10)),
    ],
)
def test_days_before_the_campaign(frames, ceremony, together, events, expected):
    known = frames(**together(*(ceremony(str(i), "33.03", **event) for i, event in enumerate(events))))
    assert bounds(known, "days_before_campaign", campaign="semua") == ("nilai", *expected)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([[1, 2, 3, 4]], (4, 4)),
        ([[1, 2], [2, 3]], (3, 3)),
        ([[1, 2], None], (2, 4)),
        ([None], (None, None)),
        ([[]], (0, 0)),
    ],
)
def test_themes_covered(frames, ceremony, together, points, expected):
    known = frames(**together(*(ceremony(str(i), "33.03", points=one) for i, one in enumerate(points))))
    assert bounds(known, "points_covered") == ("nilai", *expected)


@pytest.mark.parametrize(
    ("event", "published", "expected"),
    [
        ({"day": "2023-11-24"}, None, (7, 7)),
        ({"day": "2023-11-24"}, dt.date(2023, 11, 30), (1, 1)),
        ({"day": "2023-11-24"}, dt.date(2024, 11, 30), (7, 7)),
        (RANGE, None, (22, 30)),
        ({}, None, (None, None)),
        ({}, dt.date(2023, 11, 30), (1, 1)),
    ],
)
def test_freshness_counts_to_the_day_asked_for(frames, ceremony, event, published, expected):
    rows = ceremony("a", "33.03", **event)
    rows["source"][0]["published_on"] = published
    assert bounds(frames(**rows), "freshness_days", as_of=dt.date(2023, 12, 1)) == ("nilai", *expected)


def test_freshness_counts_to_the_snapshots_day_by_default(frames, ceremony):
    assert bounds(frames(**ceremony("a", "33.03", "2024-11-30")), "freshness_days") == ("nilai", 1, 1)


def test_the_best_grade_has_no_bounds(frames, ceremony, together):
    events = together(ceremony("a", "33.03", grade="C"), ceremony("b", "33.03", grade="D"))
    events["source"].append({"source_id": "rekap", "grade": "B"})
    count = {"unit_id": "33.03", "region_code": "33.03", "as_of": dt.date(2023, 11, 20), "signed_low": 5}
    assert indicators.query("evidence_grade", frames(**events), Scope("33.03"))["grade"].item() == "C"
    known = frames(**events, signature=[count])
    assert indicators.query("evidence_grade", known, Scope("33.03"))["grade"].item() == "B"
    assert bounds(known, "evidence_grade") == ("nilai", None, None)
    assert bounds(known, "evidence_grade", grade="A") == ("belum_ada_bukti", None, None)
    assert bounds(known, "evidence_grade", "33.01") == ("belum_ada_bukti", None, None)


@pytest.mark.parametrize(
    ("claims", "open_fields", "all_fields"),
    [
        ([], 0, 0),
        ([("date", "open")], 1, 1),
        ([("date", "open"), ("date", "open"), ("mode", "open")], 2, 2),
        ([("date", "accepted"), ("date", "rejected")], 0, 1),
        ([("date", "rejected")], 0, 0),
        ([("date", "accepted"), ("date", "accepted")], 0, 0),
    ],
)
def test_contradictions(frames, ceremony, claims, open_fields, all_fields):
    rows = ceremony("a", "33.03")
    rows["claim"] += [
        {"claim_id": str(i), "subject_id": "a", "source_id": "berita-a", "field": field, "status": status,
         "value": "x" if status == "accepted" else str(i), "reason": "alasan"}
        for i, (field, status) in enumerate(claims)
    ]  # fmt: skip
    known = frames(**rows)
    assert bounds(known, "open_contradictions") == ("nilai", open_fields, open_fields)
    event = indicators.events_in(known, Scope("33.03")).row(0, named=True)
    assert (event["open_contradictions"], event["contradictions"]) == (open_fields, all_fields)


def test_open_claims_about_a_place_count_for_it(frames):
    claims = [
        {"claim_id": "1", "subject_kind": "region", "subject_id": "33.03", "source_id": "s", "status": "open"},
        {"claim_id": "2", "subject_kind": "opd", "subject_id": "33.03/satpol", "source_id": "s", "status": "open"},
    ]
    opd = [{"opd_id": "33.03/satpol", "region_code": "33.03", "name": "Satpol PP"}]
    known = frames(claim=claims, opd=opd, source=[{"source_id": "s"}])
    assert bounds(known, "open_contradictions") == ("nilai", 2, 2)
    assert bounds(known, "open_contradictions", level="opd") == ("nilai", 1, 1)
    assert bounds(known, "open_contradictions", None) == ("nilai", 2, 2)
    assert bounds(frames(), "open_contradictions", None) == ("belum_ada_bukti", None, None)
