"""Two worlds that differ in nothing but counts of small groups: every figure of the one is that of the other.

Asked of every indicator of people, at every level, for every group of people, day and grade, in all regions at once.
"""

import datetime as dt
import random

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import indicators
from indicators import Scope, suppression
from indicators.scope import LEVELS
from warehouse.frames import Frames, SnapshotInfo
from warehouse.tables import TABLES
from warehouse.vocabulary import Audience, EmployeeType, Tier

REGIONS, SEED = 60, 7
FIRST, SECOND = dt.date(2023, 11, 10), dt.date(2023, 11, 20)
TIERS = ("pimpinan", "administrator", "pengawas", "pelaksana")
CELLS = {
    "whole": [("ASN", "semua")],
    "types": [("PNS", "semua"), ("PPPK", "semua")],
    "both": [("PNS", tier) for tier in TIERS] + [("PPPK", "pelaksana")],
}
PEOPLE = ("signed_rate", "gap_people", "opd_finished")
FILTERS = [
    {},
    {"tier": Tier.PIMPINAN},
    {"tier": Tier.PELAKSANA},
    {"employee_type": EmployeeType.PPPK},
    {"employee_type": EmployeeType.PNS, "tier": Tier.PELAKSANA},
]


@pytest.fixture(scope="module")
def units():
    """Units of each region: id, region, split, and the people of each cell."""
    chance = random.Random(SEED)  # noqa: S311 - made-up people
    made = []
    for number in range(REGIONS):
        region = f"{11 + number % 3}.{number:03}"
        for name in "abc"[: chance.randint(1, 3)]:
            split = chance.choice(list(CELLS))
            cells = chance.sample(CELLS[split], chance.randint(1, len(CELLS[split])))
            made.append((f"{region}/{name}", region, {cell: chance.randint(1, 9) for cell in cells}))
    return made


def counted(units, seed, threshold):
    """Signed people by unit, day and cell. What is too small is drawn by `seed`; all else is the same for all seeds.

    Counts that are hidden together with small ones keep their sum, for their total may be seen.
    """
    fixed, chance = random.Random(SEED), random.Random(seed)  # noqa: S311 - made-up people
    found = {}
    for unit, _, cells in units:
        for day in (FIRST, SECOND):
            signed = {cell: fixed.randint(0, size) for cell, size in cells.items()}
            if sum(cells.values()) < threshold:
                signed = {cell: chance.randint(0, size) for cell, size in cells.items()}
            found[unit, day] = signed
    return found


def row(unit, region, cell, day, **numbers):
    kind, tier = cell
    place = {"batch_id": "b", "unit_id": unit, "opd_id": unit, "region_code": region, "source_id": f"s{day.day}"}
    return place | {"employee_type": kind, "tier": tier, "as_of": day} | numbers


def table(name, rows):
    schema = TABLES[name].create_empty().schema
    return pl.DataFrame([{column: one.get(column) for column in schema} for one in rows], schema=schema)


def world(units, signed):
    regions = sorted({region for _, region, _ in units} | {region[:2] for _, region, _ in units})
    counts = [
        row(unit, region, cell, day, campaign_id="c", signed_low=n, signed_high=n, pledged_low=n, pledged_high=n)
        for unit, region, _ in units
        for day in (FIRST, SECOND)
        for cell, n in signed[unit, day].items()
    ]
    people = [
        row(unit, region, cell, FIRST, people_low=size, people_high=size, as_of_precision="day")
        for unit, region, cells in units
        for cell, size in cells.items()
    ]
    region_rows = [
        {"batch_id": "b", "code": code, "name": code, "level": "kabupaten" if "." in code else "provinsi"}
        for code in regions
    ]
    sources = [
        {
            "batch_id": "b",
            "source_id": f"s{day.day}",
            "kind": "report",
            "publisher": "x",
            "grade": grade,
            "is_simulated": True,
        }
        for day, grade in ((FIRST, "A"), (SECOND, "C"))
    ]
    return Frames.of(
        SnapshotInfo(1, dt.datetime(2024, 1, 1, tzinfo=dt.UTC)),
        region=table("region", region_rows),
        opd=table(
            "opd",
            [
                {"batch_id": "b", "opd_id": unit, "region_code": region, "name": unit, "kind": "dinas"}
                for unit, region, _ in units
            ],
        ),
        campaign=table("campaign", [{"batch_id": "b", "campaign_id": "c", "name": "C"}]),
        source=table("source", sources),
        headcount=table("headcount", people),
        signature=table("signature", counts),
    )


@pytest.mark.parametrize("audience", Audience)
def test_no_figure_tells_one_world_from_the_other(units, audience):
    small = suppression.threshold(audience)
    worlds = [world(units, counted(units, seed, small)) for seed in (1, 2)]
    assert not worlds[0].signature.equals(worlds[1].signature)
    states = set()
    for name in PEOPLE:
        for level in ("opd", "kabupaten", "nasional"):
            for people in FILTERS:
                for view in ({}, {"as_of": FIRST}, {"grade": "A"}):
                    scope = Scope(level=level, campaign="c", audience=audience, **people, **view)
                    one, other = (indicators.query(name, frames, scope) for frames in worlds)
                    assert_frame_equal(one, other)
                    states |= set(one["state"])
    assert {"nilai", "ditahan"} <= states


@pytest.mark.parametrize("audience", Audience)
def test_no_figure_is_of_fewer_people_than_the_audience_may_see(units, audience):
    small = suppression.threshold(audience)
    frames = world(units, counted(units, 1, small))
    for people in FILTERS:
        for level in LEVELS:
            figures = indicators.query(
                "signed_rate", frames, Scope(level=level, campaign="c", audience=audience, **people)
            )
            few = figures.filter(pl.col("denominator_high").is_between(1, small - 1))
            assert set(few["state"]) <= {"ditahan"}
            assert few.select(
                pl.all_horizontal(pl.col("low", "high", "numerator_low", "numerator_high").is_null()).all()
            ).item()
            assert few.height or level != "opd"


@pytest.mark.parametrize("audience", Audience)
def test_what_is_withheld_was_reported_all_the_same(units, audience):
    frames = world(units, counted(units, 1, suppression.threshold(audience)))
    scope = Scope(level="opd", campaign="c", audience=audience)
    reported = indicators.query("reporting_rate", frames, scope)
    known = dict(reported.select("code", "state").rows())
    withheld = indicators.query("signed_rate", frames, scope).filter(pl.col("state") == "ditahan")
    assert withheld.height
    assert {known[code] for code in withheld["code"]} == {"nilai"}
    assert set(withheld["reporting_rate"]) == {1.0}
    assert set(withheld["sources"]) == {2}  # its headcount and its count
