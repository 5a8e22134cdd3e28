"""A made-up truth, received in parts: hidden, rounded, unsplit, with totals beside parts, duties and exemptions.

The bounds hold the truth at every level, for every employee type and tier; levels add up; the order of rows does not
matter; and more evidence widens nothing without a cause that can be named. All rows received are true.
"""

import dataclasses
import datetime as dt
import math
from dataclasses import dataclass, field

import polars as pl
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
from warehouse.frames import Frames, SnapshotInfo
from warehouse.tables import TABLES

DAYS = (dt.date(2024, 10, 1), dt.date(2024, 11, 1))
REGIONS = ("33", "33.01", "33.02", "34", "34.01")
TYPES = ("PNS", "PPPK", "NON_ASN")
TIERS = ("pimpinan", "pelaksana")
"""Tiers in which anyone works; of the others everybody knows that they are empty."""
EVERY_TIER = ("pimpinan", "administrator", "pengawas", "pelaksana", "fungsional")
WHOLE = ("ASN", "semua")
EITHER = st.booleans()
ASKED = [(kind, tier) for kind in (None, *TYPES) for tier in (None, *TIERS)]
"""Employee type and tier that a question may name."""
ASN_CELLS = [(kind, tier) for kind in ("ASN", "PNS", "PPPK") for tier in ("semua", *TIERS)]
LISTS = {
    "unsplit": [WHOLE],
    "by type": [("PNS", "semua"), ("PPPK", "semua")],
    "by tier": [("ASN", tier) for tier in TIERS],
    "by both": [(kind, tier) for kind in ("PNS", "PPPK") for tier in TIERS],
    "by tier of PNS": [("PPPK", "semua"), *(("PNS", tier) for tier in TIERS)],
}
"""Ways in which a headcount lists everyone of ASN."""


def holds(cell, atom):
    """True where people of this type and tier are in the cell; people outside ASN are in none of `ASN`."""
    kinds = {"ASN": ("PNS", "PPPK"), None: ("PNS", "PPPK")}.get(cell[0], (cell[0],))
    return atom[0] in kinds and cell[1] in (None, "semua", atom[1])


def touches(cell, other):
    """True where the two cells may have people in common."""
    return any(holds(cell, atom) and holds(other, atom) for atom in ((k, t) for k in TYPES for t in EVERY_TIER))


@dataclass
class Unit:
    """An OPD. `truth`: (type, tier) → (people, pledged, signed); `headcount`, `signature`: rows received of it."""

    region: str
    truth: dict
    headcount: list = field(default_factory=list)
    signature: list = field(default_factory=list)
    duty: str | None = None
    is_known: bool = True
    number: int = 0

    @property
    def opd_id(self):
        return f"{self.region}/unit-{self.number}"

    def count(self, what, cell=WHOLE):
        place = ("people", "pledged", "signed").index(what)
        return sum(counts[place] for atom, counts in self.truth.items() if holds(cell, atom))

    def is_reported(self, what, cell):
        return any(touches(cell, row["cell"]) and row[what] is not None for row in self.signature)

    def is_left_out(self, what, cell):
        """Exempt (from the pact), and reported nothing."""
        owes = what == "signed" and cell[0] != "NON_ASN"
        return self.duty == "tidak_wajib" and owes and not self.is_reported(what, cell)


@dataclass
class World:
    """`totals`: the rows received of whole regions, as units without an OPD of their own."""

    units: list
    totals: dict


@st.composite
def printed(draw, count, *, everyone=False):
    """(low, high, qualifier) as the source prints the count: DESIGN 3. Null bounds with `all`: no number was given."""
    ways = ["exact", "exact", "approx", "at_least", "at_most", "word"]
    ways += ["all"] if everyone else []
    ways += ["represented", "more_than"] if count else []
    way = draw(st.sampled_from(ways))
    spare = draw(st.integers(0, 5))
    bounds = {
        "exact": (count, count),
        "approx": (math.floor(count * 0.95), math.ceil(count * 1.05)),
        "at_least": (max(0, count - spare), None),
        "at_most": (0, count + spare),
        "word": next(pair for pair in ((0, 10), (11, 19), (20, 99), (100, 999)) if pair[0] <= count <= pair[1]),
        "all": (None, None),
        "represented": (1, None),
        "more_than": (max(0, count - 1 - spare), None),
    }
    return (*bounds[way], way)


@st.composite
def headcounts(draw, count, outside=EITHER):
    """Rows of a unit, or of a region: whole lists, of one day or several; who is nobody may be left out. `outside`:
    whether people outside ASN are listed."""
    rows = []
    for name in draw(st.lists(st.sampled_from(sorted(LISTS)), min_size=1, max_size=2, unique=True)):
        day, drops_zeros = draw(st.sampled_from(DAYS)), draw(st.booleans())
        for cell in LISTS[name]:
            people = count("people", cell)
            if not (drops_zeros and people == 0 and len(LISTS[name]) > 1):
                way = st.just((people, people, "exact")) if draw(st.booleans()) else printed(people)
                rows.append({"cell": cell, "day": day, "people": draw(way)})
    if draw(outside):
        people = count("people", ("NON_ASN", "semua"))
        rows.append({"cell": ("NON_ASN", "semua"), "day": DAYS[0], "people": (people, people, "exact")})
    return list({(row["cell"], row["day"]): row for row in rows}.values())


@st.composite
def signatures(draw, count, most=4):
    """Rows of any cells, each pledged, signed, both, or neither (listed without a figure)."""
    cells = st.lists(st.sampled_from([*ASN_CELLS, ("NON_ASN", "semua")]), max_size=most, unique=True)
    rows = []
    for cell in draw(cells):
        row = {"cell": cell, "day": draw(st.sampled_from(DAYS))}
        for what in ("pledged", "signed"):
            number = count(what, cell)
            everyone = number == count("people", cell)
            row[what] = draw(printed(number, everyone=everyone)) if draw(st.integers(0, 3)) else None
        rows.append(row)
    return rows


@st.composite
def truths(draw):
    """People of each type and tier, how many of them pledged and signed."""
    truth = {}
    for atom in ((kind, tier) for kind in TYPES for tier in TIERS):
        people = draw(st.one_of(st.just(0), st.integers(1, 40)))
        truth[atom] = (people, draw(st.integers(0, people)), draw(st.integers(0, people)))
    return truth


@st.composite
def worlds(draw):
    """Regions with OPD. A region may have totals beside its parts; one without may be unknown as a whole; an OPD may be
    missing from the register only where a total counts it."""
    units, totals = [], {}
    for region in REGIONS:
        found = [Unit(region, draw(truths())) for _ in range(draw(st.integers(0, 2)))]
        has_total = draw(st.integers(0, 3)) == 0
        is_hidden = "." in region and not has_total and draw(st.integers(0, 4)) == 0
        for unit in found:
            unit.number = len(units)
            unit.is_known = not (is_hidden or (has_total and draw(st.integers(0, 3)) == 0))
            if unit.is_known:
                unit.headcount = draw(headcounts(unit.count)) if draw(st.integers(0, 4)) else []
                unit.signature = draw(signatures(unit.count))
                unit.duty = draw(st.sampled_from([None, "wajib", None if has_total else "tidak_wajib"]))
            units.append(unit)
        if has_total:

            def count(what, cell, members=tuple(found)):
                return sum(unit.count(what, cell) for unit in members)

            total = Unit(region, {})
            total.headcount = draw(headcounts(count, outside=st.just(True)))
            total.signature = draw(signatures(count, most=2))
            totals[region] = total
    return World(units, totals)


def table(name, rows):
    schema = TABLES[name].create_empty().schema
    return pl.DataFrame([{column: row.get(column) for column in schema} for row in rows], schema=schema)


def frames_of(world):
    """The rows received, as the warehouse holds them."""
    rows = {"opd": [], "headcount": [], "signature": [], "obligation": []}
    for unit in [*world.units, *world.totals.values()]:
        is_total = not unit.truth
        if not unit.is_known:
            continue
        opd_id = None if is_total else unit.opd_id
        common = {"batch_id": "x", "region_code": unit.region, "opd_id": opd_id}
        of_unit = {**common, "unit_id": opd_id or unit.region, "as_of_precision": "day", "source_id": "s"}
        if not is_total:
            rows["opd"].append({**common, "name": opd_id, "kind": "dinas"})
        for row in unit.headcount:
            cell = dict(zip(("employee_type", "tier"), row["cell"], strict=True))
            rows["headcount"].append({**of_unit, **cell, "as_of": row["day"], **_columns("people", row["people"])})
        for row in unit.signature:
            cell = dict(zip(("employee_type", "tier"), row["cell"], strict=True))
            counts = {**_columns("pledged", row["pledged"]), **_columns("signed", row["signed"])}
            rows["signature"].append({**of_unit, **cell, "as_of": row["day"], "campaign_id": "c", **counts})
        if unit.duty:
            duty = {"campaign_id": "c", "scope": "opd", "what": "pakta", "status": unit.duty, "set_by": "x"}
            rows["obligation"].append({**common, **duty, "obligation_id": opd_id, "source_id": "s"})
    regions = [
        {"batch_id": "x", "code": code, "name": code, "level": "kabupaten" if "." in code else "provinsi"}
        for code in REGIONS
    ]
    source = {"batch_id": "x", "source_id": "s", "kind": "report", "publisher": "x", "grade": "B", "is_simulated": True}
    return Frames.of(
        SnapshotInfo(1, dt.datetime(2024, 12, 1, tzinfo=dt.UTC)),
        region=table("region", regions),
        campaign=table("campaign", [{"batch_id": "x", "campaign_id": "c", "name": "C"}]),
        source=table("source", [source]),
        **{name: table(name, found) for name, found in rows.items()},
    )


def _columns(stem, bounds):
    low, high, qualifier = bounds or (None, None, None)
    return {f"{stem}_low": low, f"{stem}_high": high, f"{stem}_qualifier": qualifier}


def members(world, level, code):
    """The units whose people a figure of this level and code is about."""
    if level == "opd":
        return [unit for unit in world.units if unit.opd_id == code]
    if level in ("kabupaten", "pemda"):
        return [unit for unit in world.units if unit.region == code]
    return [unit for unit in world.units if code is None or unit.region[:2] == code]


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


def received(stem, low, high, qualifier="exact", cell=WHOLE):
    """One row of a unit, for examples that were found once."""
    row = {"cell": cell, "day": DAYS[0], "pledged": None, "signed": None}
    return [{**row, stem: (low, high, qualifier)}]


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
