"""A made-up truth, reported with parts hidden or rounded: the bounds hold it at every level, and levels add up."""

import datetime as dt
import math

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators
from indicators import Scope
from indicators.scope import LEVELS
from warehouse.frames import Frames, SnapshotInfo
from warehouse.tables import TABLES

DAY = dt.date(2024, 10, 1)
CODES = ("33", "33.01", "33.02", "34", "34.01")
UNSEEN = ("33.01", "34.01")
"""Regions of which, in some worlds, neither an OPD nor a count is received although people work there."""
TYPES = ("PNS", "PPPK")
TIERS = ("pimpinan", "pelaksana")


def table(name, rows):
    schema = TABLES[name].create_empty().schema
    return pl.DataFrame([{column: row.get(column) for column in schema} for row in rows], schema=schema)


def about(count):
    """About a round number, as reports print it; what it allows holds the count."""
    return (math.floor(count * 0.95), math.ceil(count * 1.05))


PRINTS = {
    "exact": lambda count: (count, count),
    "about": about,
    "at_least": lambda count: (count * 9 // 10, None),
    "unknown": lambda count: (None, None),
}


@st.composite
def cells(draw):
    """Target and signed people of each employee type and tier."""
    targets = {(kind, tier): draw(st.integers(0, 60)) for kind in TYPES for tier in TIERS}
    return {cell: (target, draw(st.integers(0, target))) for cell, target in targets.items()}


def unsplit(truth, by_type, by_tier):
    """The truth in coarser cells."""
    sums = {}
    for (kind, tier), counts in truth.items():
        cell = (kind if by_type else "ASN", tier if by_tier else "semua")
        sums[cell] = tuple(map(sum, zip(sums.get(cell, (0, 0)), counts, strict=True)))
    return sums


@st.composite
def units(draw):
    """One unit: its region, what is true, and the rows of it that are received."""
    truth = draw(cells())
    how = st.tuples(st.booleans(), st.booleans())
    target_print = draw(st.sampled_from(["exact", "exact", "about", "unknown"]))
    prints = st.sampled_from(["exact", "about", "at_least", "unknown", "hidden"])
    targets = unsplit(truth, *draw(how))
    counts = unsplit(truth, *draw(how))
    return {
        "region": draw(st.sampled_from(CODES)),
        "target": sum(target for target, _ in truth.values()),
        "signed": sum(signed for _, signed in truth.values()),
        "headcount": {cell: PRINTS[target_print](target) for cell, (target, _) in targets.items()},
        "signature": {
            cell: PRINTS[how](signed) for cell, (_, signed) in counts.items() if (how := draw(prints)) != "hidden"
        },
        "is_obliged": draw(st.booleans()),
        "is_unseen": False,
    }


def warehouse(world):
    rows = {"opd": [], "headcount": [], "signature": [], "obligation": []}
    for number, unit in enumerate(world):
        if unit["is_unseen"]:
            continue
        opd_id = f"{unit['region']}/unit-{number}"
        common = {"batch_id": "x", "region_code": unit["region"], "opd_id": opd_id}
        rows["opd"].append({**common, "name": opd_id, "kind": "dinas"})
        for stem, name in (("people", "headcount"), ("signed", "signature")):
            for (kind, tier), (low, high) in unit[name].items():
                count = {f"{stem}_low": low, f"{stem}_high": high}
                cell = {"unit_id": opd_id, "employee_type": kind, "tier": tier, "as_of": DAY, "source_id": "s"}
                rows[name].append({**common, **cell, **count, "campaign_id": "c", "as_of_precision": "day"})
        if unit["is_obliged"]:
            duty = {"campaign_id": "c", "scope": "opd", "what": "pakta", "status": "wajib"}
            rows["obligation"].append({**common, **duty, "obligation_id": opd_id, "set_by": "x", "source_id": "s"})
    regions = [
        {"batch_id": "x", "code": code, "name": code, "level": "kabupaten" if "." in code else "provinsi"}
        for code in CODES
    ]
    source = {"batch_id": "x", "source_id": "s", "kind": "report", "publisher": "x", "grade": "B", "is_simulated": True}
    return Frames.of(
        SnapshotInfo(1, dt.datetime(2024, 12, 1, tzinfo=dt.UTC)),
        region=table("region", regions),
        campaign=table("campaign", [{"batch_id": "x", "campaign_id": "c", "name": "C"}]),
        source=table("source", [source]),
        **{name: table(name, found) for name, found in rows.items()},
    )


def holds(low, high, truth):
    return (low is None or low <= truth + 1e-9) and (high is None or truth <= high + 1e-9)


def below(code, region):
    return code is None or region == code or region.startswith(f"{code}.")


@st.composite
def worlds(draw):
    """Some units; the regions in `UNSEEN` may be hidden as a whole."""
    hidden = draw(st.sets(st.sampled_from(UNSEEN)))
    found = draw(st.lists(units(), min_size=1, max_size=6))
    return [{**unit, "is_unseen": unit["region"] in hidden} for unit in found]


WORLDS = worlds()


@settings(max_examples=120, deadline=None)
@given(WORLDS, st.sampled_from(LEVELS))
def test_the_truth_is_within_the_bounds(world, level):
    frames = warehouse(world)
    for name in ("signed_rate", "gap_people", "opd_finished"):
        for figure in indicators.query(name, frames, Scope(level=level, campaign="c")).to_dicts():
            if figure["state"] != "nilai":
                continue
            if level == "opd":
                mine = [world[int(figure["code"].rpartition("-")[2])]]
            elif level in ("kabupaten", "pemda"):
                mine = [unit for unit in world if unit["region"] == figure["code"]]
            else:
                mine = [unit for unit in world if below(figure["code"], unit["region"])]
            signed, target = (sum(unit[part] for unit in mine) for part in ("signed", "target"))
            finished = sum(unit["signed"] * 20 >= unit["target"] * 19 for unit in mine)
            truth = {"signed_rate": signed / target if target else None, "gap_people": target - signed}
            value = truth.get(name, finished)
            if value is not None:
                assert holds(figure["low"], figure["high"], value), (name, figure)
            if name == "signed_rate":
                assert holds(figure["numerator_low"], figure["numerator_high"], signed), figure
                assert holds(figure["denominator_low"], figure["denominator_high"], target), figure


def added(values):
    """The sum of bounds: null as soon as one is."""
    return None if any(value is None for value in values) else sum(values)


@settings(max_examples=60, deadline=None)
@given(WORLDS)
def test_units_add_up_to_regions_provinces_and_the_nation(world):
    frames = warehouse(world)
    every = {
        level: indicators.query("signed_rate", frames, Scope(level=level, campaign="c")).to_dicts()
        for level in ("nasional", "provinsi", "opd")
    }
    for end in ("low", "high"):
        column = f"denominator_{end}"
        nation = every["nasional"][0][column]
        provinces = [row[column] for row in every["provinsi"] if row["denominator_low"] is not None]
        if end == "low":
            assert (nation or 0) == sum(provinces)
        elif nation is not None:
            assert nation == added(provinces)
    for province in every["provinsi"]:
        units = [row for row in every["opd"] if below(province["code"], row["code"].partition("/")[0])]
        known = [row["denominator_low"] for row in units if row["denominator_low"] is not None]
        assert (province["denominator_low"] or 0) == sum(known)
        if province["state"] == "nilai":
            assert province["numerator_low"] == sum(row["numerator_low"] or 0 for row in units)
            reported = sum(row["state"] == "nilai" for row in units)
            concerned = sum(row["denominator_low"] is not None or row["state"] != "belum_ada_bukti" for row in units)
            assert math.isclose(province["reporting_rate"], reported / concerned)
