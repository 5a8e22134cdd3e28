"""Signed and pledged people beside people obliged: the worked example, and what splits and gaps do to the bounds."""

import datetime as dt

import polars as pl
import pytest

import indicators
from indicators import Scope

DAY = dt.date(2023, 11, 20)


def units(*names, region="33.03"):
    return [{"opd_id": f"{region}/{name}", "region_code": region, "name": name} for name in names]


def people(unit, low, high="same", **more):
    high = low if high == "same" else high
    return {"unit_id": unit, "region_code": unit[:5], "as_of": DAY, "people_low": low, "people_high": high, **more}


def signed(unit, low, high="same", **more):
    high = low if high == "same" else high
    row = {"unit_id": unit, "region_code": unit[:5], "as_of": DAY, "signed_low": low, "signed_high": high}
    return {**row, **more}


SOURCE = [{"source_id": "rekap", "grade": "B"}]
A, B, C = (f"33.03/{name}" for name in "abc")


ONE_REGION = [
    {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
    {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
]


@pytest.fixture
def example(frames):
    """OPD A target 100, signed 60; B target 50, signed about 40; C target 50, nothing received. No other region."""
    return frames(
        region=ONE_REGION,
        opd=units("a", "b", "c"),
        headcount=[people(A, 100), people(B, 50), people(C, 50)],
        signature=[signed(A, 60), signed(B, 38, 42, signed_qualifier="approx")],
        source=SOURCE,
    )


def one(frames, name, region="33.03", **scope):
    return indicators.query(name, frames, Scope(region, **scope)).row(0, named=True)


@pytest.mark.parametrize("region", ["33.03", "33", None])
def test_the_worked_example(example, region):
    figure = one(example, "signed_rate", region)
    assert figure["state"] == "nilai"
    assert (figure["low"], figure["high"]) == (pytest.approx(0.49), pytest.approx(0.76))
    assert (figure["numerator_low"], figure["numerator_high"]) == (98, 152)
    assert (figure["denominator_low"], figure["denominator_high"]) == (200, 200)
    assert figure["reporting_rate"] == pytest.approx(2 / 3)
    assert (figure["sources"], figure["grade"]) == (1, "B")


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("reporting_rate", 2 / 3, 2 / 3), ("gap_people", 48, 102), ("opd_finished", 0, 1)],
)
def test_its_other_figures(example, name, low, high):
    figure = one(example, name)
    assert (figure["low"], figure["high"]) == (pytest.approx(low), pytest.approx(high))


def test_each_opd_of_it(example):
    figures = indicators.query("signed_rate", example, Scope("33.03", level="opd"))
    assert figures.select("code", "state", "low", "high").rows() == [
        (A, "nilai", 0.6, 0.6),
        (B, "nilai", 0.76, 0.84),
        (C, "belum_ada_bukti", None, None),
    ]
    assert figures["denominator_low"].to_list() == [100, 50, 50]


def test_a_pledge_is_not_a_signature(example):
    assert one(example, "pledged_rate")["state"] == "belum_ada_bukti"


def duty(number, what="pakta", **more):
    return {"obligation_id": number, "region_code": "33.03", "scope": "every_opd", "what": what, **more}


EXEMPT = duty("2", scope="opd", opd_id=C, status="tidak_wajib")


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"obligation": [duty("1")]}, "belum_lapor"),
        ({"obligation": [duty("1", "ikrar")]}, "belum_ada_bukti"),
        ({"obligation": [duty("1"), EXEMPT]}, "tidak_wajib"),
        ({"signature": [signed(C, None)]}, "belum_lapor"),
        ({"signature": [signed(C, 0)]}, "nilai"),
    ],
)
def test_why_a_unit_has_no_value(frames, change, state):
    known = frames(**{"opd": units("c"), "headcount": [people(C, 50)], "source": SOURCE, **change})
    figure = one(known, "signed_rate", level="opd", campaign="pemilu-2024")
    assert figure["state"] == state
    assert (figure["low"], figure["high"]) == ((0, 0) if state == "nilai" else (None, None))


def test_an_exempt_unit_is_left_out_of_its_regions_rate(frames):
    known = frames(
        opd=units("a", "c"),
        headcount=[people(A, 100), people(C, 50)],
        signature=[signed(A, 60)],
        obligation=[EXEMPT],
        source=SOURCE,
    )
    figure = one(known, "signed_rate")
    assert (figure["low"], figure["high"], figure["reporting_rate"]) == (0.6, 0.6, 1.0)


@pytest.mark.parametrize(
    ("change", "region"),
    [
        ({"region": [*ONE_REGION, {"code": "33.74", "level": "kota", "name": "Semarang", "parent_code": "33"}]}, "33"),
        ({"region": [*ONE_REGION, {"code": "33.74", "level": "kota", "name": "Semarang", "parent_code": "33"}]}, None),
        ({"opd": units("a", "setda")}, "33.03"),
        ({"opd": units("a", "setda")}, None),
    ],
)
def test_who_is_counted_by_no_target_leaves_no_upper_bound(frames, change, region):
    rows = {"region": ONE_REGION, "opd": units("a"), "headcount": [people(A, 80)], "signature": [signed(A, 59)]}
    whole = frames(**rows, source=SOURCE)
    assert one(whole, "signed_rate", region)["low"] == 59 / 80
    known = frames(**{**rows, **change}, source=SOURCE)
    figure = one(known, "signed_rate", region)
    assert (figure["state"], figure["low"], figure["high"]) == ("nilai", None, None)
    assert (figure["numerator_low"], figure["numerator_high"]) == (59, None)
    assert (figure["denominator_low"], figure["denominator_high"]) == (80, None)
    assert (one(known, "gap_people", region)["low"], one(known, "gap_people", region)["high"]) == (21, None)
    finished = one(known, "opd_finished", region)
    assert (finished["low"], finished["high"], finished["denominator_low"]) == (0, None, 1)
    assert finished["denominator_high"] is None


def test_who_was_not_heard_of_is_as_many_above_as_below(frames):
    """100..120 silent people and 10 of 10: all signed is 100 %, however many they are."""
    known = frames(
        opd=units("a", "b"), headcount=[people(A, 10), people(B, 100, 120)], signature=[signed(A, 10)], source=SOURCE
    )
    assert (one(known, "signed_rate")["low"], one(known, "signed_rate")["high"]) == (10 / 130, 1.0)


def test_a_central_office_is_no_opd(frames):
    known = frames(
        opd=[*units("a"), {**units("kemenag")[0], "kind": "vertikal"}],
        headcount=[people(A, 100), people("33.03/kemenag", 100)],
        signature=[signed(A, 60), signed("33.03/kemenag", 100)],
        source=SOURCE,
    )
    assert one(known, "signed_rate")["denominator_high"] == 100


def test_over_one_is_shown_and_at_least_has_no_upper_bound(frames):
    known = frames(
        opd=units("a", "b"),
        headcount=[people(A, 100), people(B, 100)],
        signature=[signed(A, 110), signed(B, 52, None, signed_qualifier="at_least")],
        source=SOURCE,
    )
    rows = indicators.query("signed_rate", known, Scope("33.03", level="opd"))
    assert rows.select("low", "high").rows() == [(1.1, 1.1), (0.52, None)]
    assert one(known, "signed_rate")["high"] is None
    assert (one(known, "gap_people")["low"], one(known, "gap_people")["high"]) == (0, 48)


def test_a_region_with_nothing_but_a_total(frames):
    """Purbalingga: about 8.100 people, no OPD known."""
    total = people("33.03", 8050, 8150, people_qualifier="approx")
    known = frames(headcount=[total], signature=[signed("33.03", 4075)], source=SOURCE)
    figure = one(known, "signed_rate")
    assert (figure["low"], figure["high"]) == (0.5, pytest.approx(4075 / 8050))
    assert figure["reporting_rate"] == 1.0


def test_a_total_covers_units_that_are_not_listed(frames):
    """Bulukumba: 6.458 people, of which one OPD of 3.534 is known and has reported."""
    known = frames(
        opd=units("a"), headcount=[people("33.03", 6458), people(A, 3534)], signature=[signed(A, 3000)], source=SOURCE
    )
    figure = one(known, "signed_rate")
    assert (figure["numerator_low"], figure["numerator_high"]) == (3000, 3000 + 6458 - 3534)
    assert figure["denominator_low"] == 6458


def test_parts_that_exceed_their_total_hold(frames):
    """Aceh Utara: 8.914 stated, its own parts add up to 8.941."""
    known = frames(opd=units("a"), headcount=[people("33.03", 8914), people(A, 8941)], source=SOURCE)
    assert one(known, "signed_rate")["denominator_low"] == 8941


def test_a_region_that_reported_as_a_whole_leaves_no_unit_open(frames):
    known = frames(
        opd=units("a", "b"),
        headcount=[people(A, 100), people(B, 100)],
        signature=[signed("33.03", 150)],
        source=SOURCE,
    )
    figure = one(known, "signed_rate")
    assert (figure["low"], figure["high"], figure["reporting_rate"]) == (0.75, 0.75, 1.0)


PNS, PPPK = {"employee_type": "PNS"}, {"employee_type": "PPPK"}
OLD = {"as_of": dt.date(2022, 1, 1)}


@pytest.mark.parametrize(
    ("target", "count", "numerator", "denominator"),
    [
        pytest.param([{}], [{}], (10, 10), (100, 100), id="ASN in both"),
        pytest.param([PNS, PPPK], [PNS, PPPK], (20, 20), (200, 200), id="split in both"),
        pytest.param([PNS, PPPK], [{}], (10, 10), (200, 200), id="count not split"),
        pytest.param([{}], [PNS, PPPK], (20, 20), (100, 100), id="target not split"),
        pytest.param([PNS, PPPK], [PNS], (10, 110), (200, 200), id="PPPK not stated: none or all"),
        pytest.param([{}], [PNS], (10, 100), (100, 100), id="PPPK not stated of a target not split"),
        pytest.param([PNS], [PNS], (10, 10), (100, 100), id="PNS only"),
        pytest.param([PNS], [{}], (10, 10), (100, None), id="PPPK not in the target"),
        pytest.param([{}, PNS, PPPK], [{}], (10, 10), (100, 100), id="total and parts are not added"),
        pytest.param([{**OLD}, PNS, PPPK], [{}], (10, 10), (200, 200), id="newer parts"),
        pytest.param([{**OLD}, PNS], [{}], (10, 10), (100, 100), id="one part does not replace the total"),
        pytest.param([{}, {"employee_type": "NON_ASN"}], [{}, {"employee_type": "NON_ASN"}], (10, 10), (100, 100),
                     id="NON_ASN left out"),
        pytest.param([{"tier": "pimpinan"}, {"tier": "pelaksana"}], [{}], (10, 10), (200, 200),
                     id="tiers in the target"),
        pytest.param([{"tier": "pimpinan"}, {"tier": "pelaksana"}], [{"tier": "pimpinan"}], (10, 110), (200, 200),
                     id="one tier stated"),
        pytest.param([{}], [{"tier": "pimpinan"}], (10, 100), (100, 100), id="one tier of a whole"),
        pytest.param([{}, {"tier": "pimpinan"}], [{}], (10, 10), (100, 100), id="whole and tier are not added"),
        pytest.param([{**OLD}, {"tier": "pimpinan"}, {"tier": "pelaksana"}], [{}], (10, 10), (200, 200),
                     id="newer tiers"),
        pytest.param([{}], [{"as_of": dt.date(2023, 1, 1), "signed_low": 5}, {}], (10, 10), (100, 100), id="newest"),
        pytest.param([{"as_of": dt.date(2024, 6, 1)}], [{}], (10, 10), (None, None), id="target of a later day"),
        pytest.param([{}], [{"signed_low": None, "signed_high": None, "signed_qualifier": "all"}], (100, 100),
                     (100, 100), id="seluruh ASN"),
        pytest.param([PNS, PPPK], [{"signed_low": None, "signed_high": None, "signed_qualifier": "all"}], (200, 200),
                     (200, 200), id="seluruh ASN of a split target"),
        pytest.param([], [{}], (10, 10), (None, None), id="no target"),
    ],
)  # fmt: skip
def test_no_person_counts_twice_and_no_one_is_forgotten(frames, target, count, numerator, denominator):
    known = frames(
        opd=units("a"),
        headcount=[people(A, 100, **more) for more in target],
        signature=[signed(A, 10, **more) for more in count],
        source=SOURCE,
    )
    for level in (None, "opd"):
        figure = one(known, "signed_rate", level=level, as_of=dt.date(2023, 12, 31))
        assert figure["state"] == "nilai"
        assert (figure["numerator_low"], figure["numerator_high"]) == numerator
        assert (figure["denominator_low"], figure["denominator_high"]) == denominator


def test_what_was_not_yet_counted_by_then_does_not_count(example):
    figure = one(example, "signed_rate", as_of=DAY - dt.timedelta(days=1))
    assert (figure["state"], figure["denominator_low"]) == ("belum_ada_bukti", None)


def test_evidence_below_the_grade_asked_for_is_no_silence(frames):
    known = frames(
        opd=units("a"), headcount=[people(A, 100)], signature=[signed(A, 60)], obligation=[duty("1")], source=SOURCE
    )
    assert one(known, "signed_rate", level="opd", grade="B")["state"] == "nilai"
    for level in ("opd", "kabupaten"):
        assert one(known, "signed_rate", level=level, grade="A")["state"] == "belum_ada_bukti"


def test_a_region_owes_what_its_units_owe(frames):
    known = frames(opd=units("a", "b"), headcount=[people(A, 100)], obligation=[duty("1")], source=SOURCE)
    figure = one(known, "signed_rate")
    assert (figure["state"], figure["low"], figure["reporting_rate"]) == ("belum_lapor", None, 0.0)
    reporting = one(known, "reporting_rate")
    assert (reporting["state"], reporting["low"], reporting["denominator_low"]) == ("nilai", 0.0, 2)


def test_every_indicator_answers_for_every_region(example):
    for name in indicators.DEFINITIONS:
        for level, units_of_level in [("nasional", 1), ("provinsi", 1), ("kabupaten", 1), ("opd", 3)]:
            figures = indicators.query(name, example, Scope(level=level))
            assert figures.height == units_of_level
            assert figures["state"].is_in(list(indicators.DEFINITIONS[name].states)).all()
            without = figures.filter(pl.col("state") != "nilai")
            assert without.select(pl.col("low", "high").is_null().all()).row(0) == (True, True)
