"""The bounds hold the truth of any made-up world (`made_up_worlds`) at every level, for every employee type and tier.

Levels add up; the order of rows does not matter; and more evidence widens nothing without a cause that can be named.
"""

import dataclasses
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import indicators
from indicators import Scope
from indicators.counting.rollup import rolled_up
from indicators.counting.tallies import Measure
from indicators.history.widening import Cause, causes
from indicators.question import Evidence, ask
from indicators.registry import INDICATORS
from indicators.scope import LEVELS
from tests.property.indicators.made_up_worlds import (
    TIERS,
    TYPES,
    Unit,
    World,
    frames_of,
    holds,
    members,
    received,
    worlds,
)

ASKED = [(kind, tier) for kind in (None, *TYPES) for tier in (None, *TIERS)]
"""Employee type and tier that a question may name."""
MEASURES = {"signed_rate": "signed", "pledged_rate": "pledged", "gap_people": "signed", "opd_finished": "signed"}
SCOPES = st.builds(
    lambda level, asked: Scope(level=level, campaign="c", employee_type=asked[0], tier=asked[1]),
    st.sampled_from(LEVELS),
    st.sampled_from(ASKED),
)


def unseen(name, frames, scope):
    """The figures by code before anything is withheld from anyone: what they may be seen of has tests of its own."""
    indicator = INDICATORS[name]
    return {row["code"]: row for row in indicator.compute(ask(frames, scope, indicator.evidence)).to_dicts()}


def seen(name, frames, scope):
    """The figures by code as the public sees them."""
    return {row["code"]: row for row in indicators.query(name, frames, scope).to_dicts()}


def within(low, high, least, most=None):
    """True where some value from `least` to `most` is within the bounds; a null bound is none."""
    most = least if most is None else most
    return (low is None or low <= most + 1e-9) and (high is None or least <= high + 1e-9)


def truth_of(name, mine, cell):
    """The least and the most that the value may truly be: an OPD of nobody has finished, or has not."""
    what = MEASURES[name]
    people, done = (sum(unit.count(part, cell) for unit in mine) for part in ("people", what))
    if name == "gap_people":
        return people - done, people - done
    if name == "opd_finished":
        each = [(unit.count("signed", cell) * 20, unit.count("people", cell) * 19) for unit in mine]
        return sum(x >= y > 0 for x, y in each), sum(x >= y for x, y in each)
    return (done / people, done / people) if people else (-math.inf, math.inf)


def holds_the_truth(world, scope, query):
    frames, cell = frames_of(world), (scope.employee_type, scope.tier)
    for name, what in MEASURES.items():
        for code, figure in query(name, frames, scope).items():
            every = members(world, scope.level, code)
            mine = [unit for unit in every if not unit.is_left_out(what, cell)]
            if figure["state"] == "nilai":
                assert within(figure["low"], figure["high"], *truth_of(name, mine, cell)), (name, figure)
            if name.endswith("_rate") and (mine or scope.level != "opd"):
                people, done = (sum(unit.count(part, cell) for unit in mine) for part in ("people", what))
                assert within(figure["denominator_low"], figure["denominator_high"], people), (name, figure)
                assert within(figure["numerator_low"], figure["numerator_high"], done), (name, figure)


TRUTH = given(worlds(), SCOPES, st.sampled_from([unseen, seen]))

FEW = {("PNS", "pelaksana"): (10, 5, 5)}
AT_LEAST = World([Unit("33", FEW, signature=received("signed", 1, None, "at_least"))], {})
NOBODY = Unit("33.02", {}, headcount=received("people", 0, 0))
TWO_PROVINCES = World([Unit("34", FEW, headcount=received("people", 10, 10))], {"33.02": NOBODY})
LEADERS, OTHERS = ("ASN", "pimpinan"), ("ASN", "pelaksana")
PERHAPS_OTHERS = World(
    [
        Unit(
            "33",
            {("PNS", "pimpinan"): (10, 6, 2), ("PNS", "pelaksana"): (60, 38, 50)},
            headcount=received("people", 10, 10, cell=LEADERS) + received("people", 0, 70, "at_most", cell=OTHERS),
            signature=received("pledged", 5, 7, "approx", cell=LEADERS)
            + received("pledged", 1, None, "represented", cell=("PNS", "semua")),
        )
    ],
    {},
)


@settings(max_examples=60, deadline=None)
@example(PERHAPS_OTHERS, Scope(level="opd", campaign="c"), seen)
@example(AT_LEAST, Scope(level="opd", campaign="c"), unseen)
@TRUTH
def test_the_truth_is_within_the_bounds(world, scope, query):
    holds_the_truth(world, scope, query)


@pytest.mark.soak
@settings(max_examples=2000, deadline=None)
@TRUTH
def test_the_truth_is_within_the_bounds_of_thousands(world, scope, query):
    holds_the_truth(world, scope, query)


def added(values):
    """A sum of bounds: null as soon as one is."""
    return None if any(value is None for value in values) else sum(values)


@settings(max_examples=25, deadline=None)
@example(TWO_PROVINCES, (None, None), Measure.PLEDGED)
@given(worlds(), st.sampled_from(ASKED), st.sampled_from(Measure))
def test_levels_add_up(world, asked, measure):
    frames = frames_of(world)

    def rows(level):
        scope = Scope(level=level, campaign="c", employee_type=asked[0], tier=asked[1])
        return rolled_up(ask(frames, scope, Evidence.TALLIES), measure).to_dicts()

    nation = rows("nasional")
    for parts in (rows("provinsi"), rows("pemda")):
        for column in ("units", "units_reported", "opds"):
            assert sum(row[column] for row in nation) == sum(row[column] for row in parts), column
        for stem in ("target", "done", "gap", "finished"):
            low, high = f"{stem}_low", f"{stem}_high"
            assert sum(row[low] or 0 for row in nation) == sum(row[low] or 0 for row in parts), low
            assert added(row[high] for row in nation) == added(row[high] for row in parts), high
    of_opd = rows("opd")
    for region in rows("pemda"):
        if region["unit"] in world.totals:
            continue
        mine = [row for row in of_opd if row["unit"].partition("/")[0] == region["unit"]]
        for column in ("units", "units_reported", "opds"):
            assert region[column] == sum(row[column] for row in mine), column
        for low in ("target_low", "done_low", "gap_low", "finished_low"):
            assert (region[low] or 0) == sum(row[low] or 0 for row in mine), low


@settings(max_examples=15, deadline=None)
@given(worlds(), SCOPES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(world, scope, random):
    frames = frames_of(world)
    shuffled = {
        name: getattr(frames, name).sample(fraction=1, shuffle=True, seed=random.randrange(1 << 32))
        for name in ("region", "opd", "headcount", "signature", "obligation")
    }
    mixed = dataclasses.replace(frames, **shuffled)
    for name in [*MEASURES, "reporting_rate"]:
        assert_frame_equal(indicators.query(name, frames, scope), indicators.query(name, mixed, scope))


def is_wider(old, new):
    """True where the new bounds allow what the old ones did not."""
    lower = old["low"] is not None and (new["low"] is None or new["low"] < old["low"] - 1e-9)
    upper = old["high"] is not None and (new["high"] is None or new["high"] > old["high"] + 1e-9)
    return lower or upper


def widens_nothing_without_a_cause(world, scope, kind, data):
    holders = [unit for unit in [*world.units, *world.totals.values()] if getattr(unit, kind)]
    if not holders:
        return
    unit = data.draw(st.sampled_from(holders), label="unit")
    after, rows = frames_of(world), getattr(unit, kind)
    row = data.draw(st.sampled_from(rows), label="row")
    setattr(unit, kind, [other for other in rows if other is not row])
    before = frames_of(world)
    setattr(unit, kind, rows)
    by_measure = {what: causes(before, after, scope, Measure(what)) for what in ("signed", "pledged")}
    for name, what in MEASURES.items():
        named = by_measure[what]
        old, new = (unseen(name, frames, scope) for frames in (before, after))
        for code, figure in new.items():
            is_value = figure["state"] == old[code]["state"] == "nilai"
            if is_value and is_wider(old[code], figure):
                assert named.get(code), (name, old[code], figure)
        if kind == "signature" and unit.duty != "tidak_wajib":
            of_all = frozenset().union(*named.values())
            assert Cause.WITHDRAWN not in of_all
            assert Cause.UNLIMITED not in of_all or row[what][1] is None or not unit.truth
            if {"PNS", "PPPK"} <= {
                atom[0] for listed in unit.headcount for atom in unit.truth if holds(listed["cell"], atom)
            }:
                assert Cause.TARGET not in of_all


EVIDENCE = given(worlds(), SCOPES, st.sampled_from(["headcount", "signature"]), st.data())


@settings(max_examples=50, deadline=None)
@EVIDENCE
def test_more_evidence_widens_nothing_without_a_cause(world, scope, kind, data):
    widens_nothing_without_a_cause(world, scope, kind, data)


@pytest.mark.soak
@settings(max_examples=2000, deadline=None)
@EVIDENCE
def test_thousands_of_pieces_of_evidence_widen_nothing_without_a_cause(world, scope, kind, data):
    widens_nothing_without_a_cause(world, scope, kind, data)
