"""Made-up truths, received in parts: hidden, rounded, unsplit, with totals beside parts, duties and exemptions.

All rows received are true. Which rows there are is drawn; what holds of them is for the tests that import this.
"""

import datetime as dt
import math
from dataclasses import dataclass, field

import polars as pl
from hypothesis import strategies as st

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


def received(stem, low, high, qualifier="exact", cell=WHOLE):
    """One row of a unit, for examples that were found once."""
    row = {"cell": cell, "day": DAYS[0], "pledged": None, "signed": None}
    return [{**row, stem: (low, high, qualifier)}]
