"""How many ceremonies a region has, whose they are, and what a region without one is said to be."""

import datetime as dt

import pytest

import indicators
from indicators import Scope


def by_code(figures, column="state"):
    return dict(figures.select("code", column).rows())


def test_an_event_counts_for_its_region_the_province_and_the_nation(frames, ceremony):
    known = frames(**ceremony("a", "33.03", "2023-11-24"))
    for scope, code in [(Scope("33.03"), "33.03"), (Scope("33"), "33"), (Scope(), None)]:
        row = indicators.query("documented_events", known, scope).row(0, named=True)
        assert (row["code"], row["state"], row["low"], row["high"], row["sources"]) == (code, "nilai", 1, 1, 1)


def test_every_region_of_the_level_has_a_row_in_code_order(frames, ceremony):
    figures = indicators.query("documented_events", frames(**ceremony("a", "33.03")), Scope(level="kabupaten"))
    assert figures["code"].to_list() == ["33.01", "33.03", "33.74", "34.01"]
    assert figures["low"].to_list() == [None, 1.0, None, None]


@pytest.mark.parametrize("role", ["organiser", "participant", "place"])
def test_where_it_was_held_does_not_count(frames, ceremony, role):
    rows = ceremony("a", "33.03")
    rows["event_region"] = [{"event_id": "a", "region_code": "33.01", "role": role}]
    figures = indicators.query("documented_events", frames(**rows), Scope("33.01"))
    assert figures["state"].item() == ("belum_ada_bukti" if role == "place" else "nilai")


def test_an_event_of_two_regions_counts_once_in_their_province(frames, ceremony):
    rows = ceremony("a", "33.03")
    rows["event_region"].append({"event_id": "a", "region_code": "33.01", "role": "participant"})
    rows["event_region"].append({"event_id": "a", "region_code": "33.03", "role": "participant"})
    known = frames(**rows)
    assert indicators.query("documented_events", known, Scope("33"))["low"].item() == 1
    assert indicators.query("documented_events", known, Scope("33", level="kabupaten"))["low"].sum() == 2


@pytest.mark.parametrize(
    ("asked", "count"), [(None, 1), ("nasional", 1), ("vertikal", 1), ("penyelenggara", None), ("semua", 3)]
)
def test_central_offices_count_only_when_asked_for(frames, ceremony, together, asked, count):
    kinds = [ceremony(kind, "33.03", organiser_kind=kind) for kind in ("pemda", "nasional", "vertikal")]
    figures = indicators.query("documented_events", frames(**together(*kinds)), Scope(organiser_kind=asked))
    assert figures["low"].item() == count


@pytest.mark.parametrize(
    ("duties", "state"),
    [
        ([], "belum_ada_bukti"),
        ([{"what": "ikrar"}], "belum_lapor"),
        ([{"what": "report", "scope": "every_opd"}], "belum_lapor"),
        ([{"status": "tidak_wajib", "reason": "tidak ada pemilihan"}], "tidak_wajib"),
        ([{"status": "tidak_wajib"}, {"status": "wajib", "what": "pakta"}], "belum_lapor"),
        ([{"scope": "opd", "opd_id": "33.01/dinas-sosial"}], "belum_ada_bukti"),
        ([{"campaign_id": "pilkada-2024"}], "belum_ada_bukti"),
    ],
)
def test_a_region_without_an_event_is_named_by_its_duties(frames, ceremony, duties, state):
    rows = [{"obligation_id": str(i), "region_code": "33.01", **duty} for i, duty in enumerate(duties)]
    known = frames(**ceremony("a", "33.03"), obligation=rows)
    figure = indicators.query("documented_events", known, Scope("33.01", campaign="pemilu-2024")).row(0, named=True)
    assert (figure["state"], figure["low"], figure["high"]) == (state, None, None)


def test_a_region_that_was_heard_of_is_never_called_silent(frames, ceremony):
    """A filter that hides a region's event does not turn it into one that has not reported."""
    duty = [{"obligation_id": "1", "region_code": "33.03"}]
    known = frames(**ceremony("a", "33.03", "2023-11-24"), obligation=duty)
    hidden = Scope("33.03", campaign="pemilu-2024", until=dt.date(2023, 1, 1))
    assert indicators.query("documented_events", known, hidden)["state"].item() == "belum_ada_bukti"


@pytest.mark.parametrize(
    ("filters", "events"),
    [
        ({}, {"dated", "range", "undated"}),
        ({"since": dt.date(2023, 11, 5)}, {"dated", "range"}),
        ({"until": dt.date(2023, 11, 5)}, {"range"}),
        ({"grade": "B"}, {"range"}),
        ({"as_of": dt.date(2023, 11, 10)}, {"range", "undated"}),
        ({"campaign": "pilkada-2024"}, set()),
    ],
)
def test_filters(frames, ceremony, together, filters, events):
    ranged = {"date_low": dt.date(2023, 11, 1), "date_high": dt.date(2023, 11, 9), "date_status": "stated"}
    known = frames(
        **together(
            ceremony("dated", "33.03", "2023-11-24"),
            ceremony("range", "33.03", grade="A", **ranged),
            ceremony("undated", "33.03"),
        )
    )
    scope = Scope("33.03", **{"campaign": "semua", **filters})
    assert set(indicators.events_in(known, scope)["event_id"]) == events
    assert indicators.query("documented_events", known, scope)["high"].item() == (len(events) or None)


@pytest.mark.parametrize(
    ("event", "published", "expected"),
    [
        ({"day": "2023-11-24"}, None, (None, None)),
        ({"date_low": dt.date(2023, 11, 1), "date_high": dt.date(2023, 11, 30), "date_status": "stated"}, None, (0, 1)),
        ({}, None, (0, 1)),
        ({}, dt.date(2023, 11, 9), (1, 1)),
        ({}, dt.date(2023, 11, 11), (None, None)),
        ({"instruction_date": dt.date(2023, 11, 11)}, None, (None, None)),
        ({"instruction_date": dt.date(2023, 11, 9)}, None, (0, 1)),
    ],
)
def test_what_may_be_after_the_day_asked_for_is_in_the_upper_bound_only(frames, ceremony, event, published, expected):
    rows = ceremony("a", "33.03", **event)
    rows["source"][0]["published_on"] = published
    known = frames(**rows)
    figure = indicators.query("documented_events", known, Scope("33.03", as_of=dt.date(2023, 11, 10)))
    assert figure.select("low", "high").row(0) == expected
    covered = indicators.coverage(known, Scope("33", as_of=dt.date(2023, 11, 10), campaign="pemilu-2024"))
    assert (covered.with_evidence, covered.no_evidence) == ((1, 2) if expected[0] else (0, 3))
    assert indicators.query("documented_events", known, Scope("33.03")).select("low", "high").row(0) == (1, 1)


def test_only_who_tells_of_the_ceremony_is_a_voice_and_copies_are_one(frames, ceremony):
    rows = ceremony("a", "33.03")
    rows["source"] += [
        {"source_id": "salinan", "syndicated_from": "berita-a", "grade": "C"},
        {"source_id": "salinan-2", "syndicated_from": "salinan"},
        {"source_id": "lain", "grade": "B"},
        {"source_id": "keliru", "grade": "A"},
        {"source_id": "peringatan", "grade": "A"},
    ]
    rows["claim"] += [
        {"claim_id": name, "subject_id": "a", "source_id": name} for name in ("salinan", "salinan-2", "lain")
    ] + [{"claim_id": "x", "subject_id": "a", "source_id": "keliru", "status": "rejected", "reason": "lain acara"}]
    rows["claim"].append({"claim_id": "p", "subject_id": "a", "source_id": "peringatan", "field": "occasion"})
    known = frames(**rows)
    figure = indicators.query("documented_events", known, Scope("33.03")).row(0, named=True)
    assert (figure["sources"], figure["grade"]) == (2, "B")
    event = indicators.events_in(known, Scope("33.03")).row(0, named=True)
    assert (event["voices"], len(event["source_ids"])) == (2, 6)


def test_without_a_campaign_the_newest_that_the_region_has_data_of(frames, ceremony, together):
    known = frames(
        **together(
            ceremony("old", "33.03", "2023-11-24"), ceremony("new", "34.01", "2024-09-01", campaign_id="pilkada-2024")
        )
    )
    states = by_code(indicators.query("documented_events", known, Scope(level="kabupaten")))
    assert (states["33.03"], states["34.01"]) == ("belum_ada_bukti", "nilai")
    assert indicators.query("documented_events", known, Scope("33.03"))["state"].item() == "nilai"


def test_a_replaced_code_leads_to_its_successor(frames, ceremony):
    figures = indicators.query("documented_events", frames(**ceremony("a", "34.01")), Scope("91.01"))
    assert figures.select("code", "low").rows() == [("34.01", 1.0)]


def test_events_of_an_opd_count_for_it(frames, ceremony):
    units = [{"opd_id": f"33.03/{slug}", "region_code": "33.03", "name": slug} for slug in ("dinas-sosial", "satpol")]
    office = {"opd_id": "33.03/kemenag", "region_code": "33.03", "name": "Kemenag", "kind": "vertikal"}
    known = frames(**ceremony("a", "33.03", opd_id="33.03/satpol", organiser_kind="opd"), opd=[*units, office])
    figures = indicators.query("documented_events", known, Scope("33.03", level="opd"))
    assert by_code(figures, "low") == {"33.03/dinas-sosial": None, "33.03/satpol": 1.0}


@pytest.mark.parametrize(
    ("name", "scope", "part"),
    [
        ("tidak_ada", Scope(), "documented_events"),
        ("documented_events", Scope("99"), "ikrar resolve"),
        ("documented_events", Scope(campaign="pemilu-1955"), "pemilu-2024"),
        ("documented_events", Scope(level="desa"), "kabupaten"),  # type: ignore[arg-type]  # a wrong word is the test
        ("documented_events", Scope("33.03", level="provinsi"), "above region"),
        ("documented_events", Scope(organiser_kind="partai"), "pemda"),
        ("documented_events", Scope(grade="E"), "A, B, C, D"),
    ],
)
def test_what_is_unknown_is_refused_with_what_is_known(frames, name, scope, part):
    from i18n import BadInput

    with pytest.raises(BadInput, match=part):
        indicators.query(name, frames(), scope)


def test_coverage_adds_up_and_the_curve_grows_to_it(frames, ceremony, together):
    ranged = {"date_low": dt.date(2023, 11, 1), "date_high": dt.date(2023, 11, 9), "date_status": "stated"}
    duties = [
        {"obligation_id": "1", "region_code": "33.74"},
        {"obligation_id": "2", "region_code": "34.01", "status": "tidak_wajib"},
    ]
    known = frames(
        **together(
            ceremony("a", "33.01", "2023-11-24"), ceremony("b", "33.03", **ranged), ceremony("c", "33.03", "2023-12-01")
        ),
        obligation=duties,
    )
    assert indicators.coverage(known, Scope("33")) == indicators.Coverage(3, 2, 1, 0, 0)
    assert indicators.coverage(known, Scope()) == indicators.Coverage(4, 2, 1, 1, 0)
    assert indicators.cumulative(known, Scope()).rows() == [
        (dt.date(2023, 11, 1), 0, 1),
        (dt.date(2023, 11, 9), 1, 1),
        (dt.date(2023, 11, 24), 2, 2),
    ]


def test_events_are_listed_in_the_contract_shape(frames, ceremony):
    rows = ceremony("a", "33.03", "2023-11-24", participants_low=8050, participants_high=8150)
    rows["claim"] += [
        {"claim_id": str(i), "subject_id": "a", "source_id": "berita-a", "field": "date", **claim}
        for i, claim in enumerate(
            [{"value": "2023-11-24"}, {"value": "2023-11-23", "status": "rejected", "reason": "tiga sumber lain"}]
        )
    ]
    (event,) = indicators.events(frames(**rows))
    assert list(event) == [
        "event_id", "organiser_region_code", "place_region_code", "opd", "activity", "campaign", "date",
        "participants", "signers", "points", "mode", "led_by", "sources", "contradictions",
    ]  # fmt: skip
    assert event["date"] == {"low": "2023-11-24", "high": "2023-11-24", "status": "stated", "stated": None}
    assert event["participants"] == {"low": 8050, "high": 8150, "stated": None, "qualifier": None}
    assert event["signers"] is None
    assert event["sources"] == [{"url": None, "publisher": "contoh", "grade": "D"}]
    assert event["contradictions"] == 1
