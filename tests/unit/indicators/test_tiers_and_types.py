"""What a question about one employee type or one tier is answered: its own counts, bounds from others, or nothing."""

import datetime as dt

import pytest

import indicators
from indicators import Scope
from indicators.history.widening import Cause, causes
from warehouse.vocabulary import Audience

DAY, LATER = dt.date(2023, 11, 1), dt.date(2023, 12, 1)
OPD = "33.03/a"
REGION = [
    {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
    {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
]
PNS, PPPK, OUTSIDE = ({"employee_type": kind} for kind in ("PNS", "PPPK", "NON_ASN"))
LEADERS, STAFF = {"tier": "pimpinan"}, {"tier": "pelaksana"}


def row(stem, count, cell, unit=OPD):
    low, high = count if isinstance(count, tuple) else (count, count)
    return {"unit_id": unit, "region_code": "33.03", "as_of": DAY, f"{stem}_low": low, f"{stem}_high": high, **cell}


@pytest.fixture
def known(frames):
    """A factory: targets and counts of one OPD, each (count, cell) → Frames."""

    def make(targets, counts, **tables):
        return frames(
            region=REGION,
            opd=[{"opd_id": OPD, "region_code": "33.03", "name": "a"}],
            headcount=[row("people", *target) for target in targets],
            signature=[row("signed", *count) for count in counts],
            source=[{"source_id": "rekap", "grade": "B"}],
            **tables,
        )

    return make


def figure(frames, **scope):
    asked = Scope("33.03", level="opd", campaign="pemilu-2024", audience=Audience.DALAM, **scope)
    return indicators.query("signed_rate", frames, asked).row(0, named=True)


def people(figure, part):
    return figure[f"{part}_low"], figure[f"{part}_high"]


@pytest.mark.parametrize(
    ("targets", "counts", "asked", "state", "numerator", "denominator"),
    [
        pytest.param([(60, PNS), (40, PPPK)], [(30, PNS), (40, PPPK)], PNS, "nilai", (30, 30), (60, 60), id="its own"),
        pytest.param([(100, {})], [(80, {})], PNS, "nilai", (0, 80), (0, 100), id="unsplit: none to all"),
        pytest.param([(60, PNS), (40, PPPK)], [(80, {})], PNS, "nilai", (0, 60), (60, 60), id="count not split"),
        pytest.param([(60, PNS), (40, PPPK)], [(20, {})], PNS, "nilai", (0, 20), (60, 60), id="no more than counted"),
        pytest.param([(100, {})], [(30, PNS)], PNS, "nilai", (30, 30), (0, 100), id="target not split"),
        pytest.param([(100, {})], [(30, PNS)], PPPK, "belum_ada_bukti", (None, None), (0, 100), id="the other type"),
        pytest.param([(60, PNS)], [(30, PNS)], PPPK, "belum_ada_bukti", (None, None), (None, None),
                     id="a list without the type does not tell"),
        pytest.param([(9, LEADERS), (91, STAFF)], [(90, STAFF)], LEADERS, "belum_ada_bukti", (None, None), (9, 9),
                     id="another tier's count is no value"),
        pytest.param([(9, LEADERS), (91, STAFF)], [(100, {})], LEADERS, "nilai", (0, 9), (9, 9),
                     id="all signed, but of this tier nobody says so"),
        pytest.param([(9, LEADERS), (91, STAFF)], [(9, LEADERS)], {"tier": "pengawas"}, "belum_ada_bukti",
                     (None, None), (0, 0), id="a list by tier leaves nobody out"),
        pytest.param([(9, {**PNS, **LEADERS}), (50, {**PPPK, **STAFF})], [(5, {**PNS, **LEADERS})],
                     {**PNS, **LEADERS}, "nilai", (5, 5), (9, 9), id="type and tier"),
        pytest.param([(60, PNS), (40, PPPK), (9, LEADERS), (91, STAFF)], [], {**PNS, **LEADERS}, "belum_ada_bukti",
                     (None, None), (0, 9), id="held by two wholes, the smaller limits"),
        pytest.param([(100, {}), (50, OUTSIDE)], [(80, {}), (20, OUTSIDE)], OUTSIDE, "nilai", (20, 20), (50, 50),
                     id="outside ASN, asked for"),
        pytest.param([(100, {}), (50, OUTSIDE)], [(80, {}), (20, OUTSIDE)], {}, "nilai", (80, 80), (100, 100),
                     id="outside ASN, not asked for"),
        pytest.param([(100, {}), (60, {**PNS, "as_of": LATER})], [(80, {})], {}, "nilai", (80, 80), (100, 100),
                     id="a newer part does not replace its total"),
        pytest.param([(100, {}), (9, {**LEADERS, "as_of": LATER})], [(80, {})], {}, "nilai", (80, 80), (100, 100),
                     id="nor does a newer tier"),
        pytest.param([(100, {})], [(80, {}), (9, {**LEADERS, "as_of": LATER})], {}, "nilai", (80, 80), (100, 100),
                     id="nor a newer count of one"),
        pytest.param([(100, {}), (9, {**LEADERS, "as_of": LATER}), (86, {**STAFF, "as_of": LATER})], [(80, {})], {},
                     "nilai", (80, 80), (95, 95), id="a newer list does"),
        pytest.param([(60, PNS), (40, PPPK)], [((70, 90), {}), (55, PNS), (20, PPPK)], {}, "nilai", (75, 75),
                     (100, 100), id="a total and its parts hold at once"),
    ],
)  # fmt: skip
def test_what_is_known_of_one_group(known, targets, counts, asked, state, numerator, denominator):
    found = figure(known(targets, counts), **asked)
    assert found["state"] == state
    assert people(found, "numerator") == numerator
    assert people(found, "denominator") == denominator


def test_nobody_owes_a_report_of_a_tier_without_people(known):
    duty = {"obligation_id": "1", "region_code": "33.03", "scope": "every_opd", "what": "pakta"}
    frames = known([(9, LEADERS), (91, STAFF)], [], obligation=[duty])
    assert figure(frames, **LEADERS)["state"] == "belum_lapor"
    assert figure(frames, tier="pengawas")["state"] == "belum_ada_bukti"


@pytest.mark.parametrize(
    ("targets", "before", "after", "expected"),
    [
        pytest.param([(100, {})], [], [(60, {})], None, id="a first count narrows"),
        pytest.param([(100, {})], [(60, {})], [(60, {}), (70, {"as_of": LATER})], {Cause.CONFLICT}, id="another count"),
        pytest.param([((90, 110), {})], [], [(100, {})], {Cause.CONFLICT}, id="perhaps more than are obliged"),
        pytest.param([(100, {})], [(60, {})], [((60, None), {"as_of": LATER})], {Cause.UNLIMITED}, id="no upper limit"),
        pytest.param([(60, PNS)], [(30, PNS)], [(30, PNS), (5, PPPK)], {Cause.TARGET, Cause.CONFLICT}, id="others"),
        pytest.param([(100, {})], [(60, {})], [], {Cause.WITHDRAWN}, id="withdrawn"),
    ],
)
def test_why_a_figure_is_wider_than_before(known, targets, before, after, expected):
    scope = Scope("33.03", campaign="pemilu-2024")
    found = causes(known(targets, before), known(targets, after), scope)
    assert found == ({} if expected is None else {"33.03": frozenset(expected)})
