"""An attacker with all that is shown, of both snapshots, every day and every filter, goes after the small groups.

What is drawn, exported or served is computed from the frames made for the audience, so those frames are more than any
page can tell. Recovered = of a count of fewer people than the threshold, fewer values remain possible than an outsider
has who knows how many people there are; where a published total of enough people holds the group, than an outsider
who knows that total too (that all of twenty people signed is a figure that may be told).
"""

import datetime as dt
import functools
import random

import numpy as np
import polars as pl
import pytest

from indicators import suppression
from warehouse.frames import Frames, SnapshotInfo
from warehouse.tables import TABLES
from warehouse.vocabulary import Audience

CASES, SEED = 10_000, 20_231_124
LISTED, FIRST, SECOND = (dt.date(2023, 11, day) for day in (1, 10, 20))
TOLD_BY = {FIRST: (1, 2), SECOND: (2,)}
"""The snapshots that have counts of the day."""
TIERS = ("pimpinan", "administrator", "pengawas", "fungsional", "pelaksana")
SPLITS = {
    "whole": [("ASN", "semua")],
    "types": [("PNS", "semua"), ("PPPK", "semua")],
    "tiers": [("ASN", tier) for tier in TIERS],
    "both": [(kind, tier) for kind in ("PNS", "PPPK") for tier in TIERS],
}
GROUPS = [(kind, tier) for kind in ("ASN", "PNS", "PPPK") for tier in ("semua", *TIERS)]


def holds(group, atom):
    """True where everyone of the atom is in the group."""
    return group[0] in ("ASN", atom[0]) and group[1] in ("semua", atom[1])


class Unit:
    """One unit: its smallest groups (`atoms`), how many people they had by either snapshot, and who signed when."""

    def __init__(self, chance, code, name):
        self.id, self.region = f"{code}/{name}", code
        self.split = chance.choices(list(SPLITS), [3, 2, 3, 4])[0]
        possible = SPLITS[self.split]
        self.atoms = chance.sample(possible, chance.randint(1, min(4, len(possible))))
        self.listed = [chance.randint(1, 7) for _ in self.atoms]
        is_corrected, self.is_relisted = chance.random() < 0.15, chance.random() < 0.25
        self.corrected = [chance.randint(1, 7) for _ in self.atoms] if is_corrected else self.listed
        self.later = [chance.randint(1, 7) for _ in self.atoms] if self.is_relisted else self.corrected
        self.bounds = [max(both) for both in zip(self.listed, self.corrected, strict=True)]
        self.signed = {day: [self.truth(chance, size) for size in self.fewest] for day in (FIRST, SECOND)}
        self.reports = {FIRST: chance.choice([1, 1, 2, None]), SECOND: chance.choice([2, 2, None])}
        self.has_total = chance.random() < 0.25
        self.left_out = chance.randrange(len(self.atoms)) if chance.random() < 0.1 else None

    @property
    def fewest(self):
        return [min(sizes) for sizes in zip(self.listed, self.corrected, self.later, strict=True)]

    def people(self, snapshot):
        """People in each atom at least, as the snapshot knows."""
        if snapshot == 1:
            return self.listed
        return [min(sizes) for sizes in zip(self.corrected, self.later, strict=True)]

    @staticmethod
    def truth(chance, size):
        """How many signed: often none or all, for those are what an attacker finds first."""
        return chance.choice([0, size, chance.randint(0, size)])


def cell(unit_id, region, group, day, **numbers):
    kind, tier = group
    is_opd = "/" in unit_id
    place = {"unit_id": unit_id, "region_code": region, "opd_id": unit_id if is_opd else None}
    return place | {"employee_type": kind, "tier": tier, "as_of": day, "source_id": "s", "batch_id": "b"} | numbers


def of_unit(unit, snapshot):
    """The rows of a unit that a snapshot has: headcounts, counts."""
    listed = [(LISTED, unit.corrected if snapshot == 2 else unit.listed)]
    if snapshot == 2 and unit.is_relisted:
        listed.append((SECOND, unit.later))
    people = [
        cell(unit.id, unit.region, atom, day, people_low=size, people_high=size, as_of_precision="day")
        for day, sizes in listed
        for atom, size in zip(unit.atoms, sizes, strict=True)
    ]
    signed = []
    for day, since in unit.reports.items():
        if since is None or since > snapshot:
            continue
        stated = {
            atom: n
            for place, (atom, n) in enumerate(zip(unit.atoms, unit.signed[day], strict=True))
            if place != unit.left_out
        }
        if unit.has_total:
            stated[("ASN", "semua")] = sum(unit.signed[day])
        signed += [
            cell(
                unit.id, unit.region, group, day, campaign_id="c", signed_low=n, signed_high=n, signed_qualifier="exact"
            )
            for group, n in stated.items()
        ]
    return people, signed


class Region:
    """A case: some units, and perhaps a total that the region states of itself for the first day."""

    def __init__(self, chance, number):
        self.code = f"{number:05}"
        self.units = [Unit(chance, self.code, name) for name in "abcd"[: chance.randint(1, 4)]]
        self.total_since = chance.choice([1, 2, None, None])
        self.lists_people = chance.random() < 0.5

    def rows(self, snapshot):
        found = [of_unit(unit, snapshot) for unit in self.units]
        people, signed = ([row for part in parts for row in part] for parts in zip(*found, strict=True))
        everyone = ("ASN", "semua")
        if self.lists_people:
            size = sum(sum(unit.people(snapshot)) for unit in self.units)
            people.append(
                cell(self.code, self.code, everyone, LISTED, people_low=size, people_high=size, as_of_precision="day")
            )
        if self.total_since is not None and self.total_since <= snapshot:
            count = sum(sum(unit.signed[FIRST]) for unit in self.units)
            signed.append(
                cell(self.code, self.code, everyone, FIRST, campaign_id="c", signed_low=count, signed_high=count)
            )
        return people, signed


def frames(regions, snapshot):
    tables = {}
    for region in regions:
        for name, rows in zip(("headcount", "signature"), region.rows(snapshot), strict=True):
            tables.setdefault(name, []).extend(rows)
    schemas = {name: TABLES[name].create_empty().schema for name in tables}
    made = {name: pl.DataFrame(rows, schema=schemas[name], infer_schema_length=None) for name, rows in tables.items()}
    return Frames.of(SnapshotInfo(snapshot, dt.datetime(2024, 1, snapshot, tzinfo=dt.UTC)), **made)


def told(regions, audience):
    """What both snapshots tell: region → (day, unit, group) → count."""
    found = {}
    for snapshot in (1, 2):
        shown = suppression.shown_to(frames(regions, snapshot), audience).signature
        counts = shown.filter(pl.col("signed_low").is_not_null())
        for region, unit, kind, tier, day, count in counts.select(
            "region_code", "unit_id", "employee_type", "tier", "as_of", "signed_low"
        ).iter_rows():
            found.setdefault(region, {})[day, unit, (kind, tier)] = count
    return found


@functools.lru_cache(4096)
def every(sizes):
    """Every way in which people of groups of these sizes may have signed: a row each."""
    return np.stack(np.meshgrid(*(np.arange(size + 1) for size in sizes), indexing="ij"), -1).reshape(-1, len(sizes))


def possible(region, day, known):
    """By unit, the truths that fit all that is told of the day."""
    found = {}
    for unit in region.units:
        truths = every(tuple(unit.bounds))
        for group in GROUPS:
            if (day, unit.id, group) in known:
                members = [holds(group, atom) for atom in unit.atoms]
                truths = truths[truths[:, members].sum(1) == known[day, unit.id, group]]
        found[unit.id] = truths
    total = known.get((day, region.code, ("ASN", "semua")))
    return found if total is None else {unit: fitting(found, unit, total) for unit in found}


def fitting(found, unit, total):
    """The unit's truths with which the others can make up the region's total."""
    sums = {0}
    for other, truths in found.items():
        if other != unit:
            sums = {one + more for one in sums for more in set(truths.sum(1).tolist())}
    truths = found[unit]
    return truths[np.isin(total - truths.sum(1), list(sums))]


def parts(region, day, known):
    """The smallest sets of people whose count is told or follows: (unit, atom) each, by what is told of them."""
    found = {}
    for unit in region.units:
        for atom in unit.atoms:
            told_of = [group for group in GROUPS if holds(group, atom) and (day, unit.id, group) in known]
            in_total = (day, region.code, ("ASN", "semua")) in known
            place = (unit.id, *told_of) if told_of else ("total",) if in_total else (unit.id, atom)
            found.setdefault(place, []).append((unit, unit.atoms.index(atom)))
    return found


def attacked(region, day, known, threshold):
    """Each small group as (group, how many values an outsider has, how many the attacker has)."""
    fits = possible(region, day, known)
    part_of = {(unit.id, place): part for part in parts(region, day, known).values() for unit, place in part}
    for unit in region.units:
        for group in GROUPS:
            members = [place for place, atom in enumerate(unit.atoms) if holds(group, atom)]
            if not members or is_enough([(unit, place) for place in members], day, threshold):
                continue
            values = set(fits[unit.id][:, members].sum(1).tolist())
            yield (unit.id, group, day), outsider(part_of, unit, members, day, threshold), len(values)


def is_enough(people, day, threshold):
    """True where a snapshot that tells of the day knows of as many people as the threshold."""
    return any(sum(unit.people(snapshot)[place] for unit, place in people) >= threshold for snapshot in TOLD_BY[day])


def outsider(part_of, unit, members, day, threshold):
    """How many values are possible for one who knows the sizes, and the counts of those parts with people of the group
    that are of enough people."""
    ways = 0
    for around in {id(part_of[unit.id, place]): part_of[unit.id, place] for place in members}.values():
        size = sum(unit.bounds[place] for one, place in around if one is unit and place in members)
        if not is_enough(around, day, threshold):
            ways += size
            continue
        count = sum(one.signed[day][place] for one, place in around)
        others = sum(one.bounds[place] for one, place in around) - size
        ways += min(size, count) - max(0, count - others)
    return ways + 1


def attack(cases, seed):
    """(Small groups attacked, those recovered)."""
    chance = random.Random(seed)  # noqa: S311 - made-up people, and the same ones each time
    groups, recovered = 0, []
    for audience in Audience:
        regions = [Region(chance, number) for number in range(cases // len(Audience))]
        known = told(regions, audience)
        for region in regions:
            for day in (FIRST, SECOND):
                for name, before, after in attacked(
                    region, day, known.get(region.code, {}), suppression.threshold(audience)
                ):
                    groups += 1
                    if after < before:
                        recovered.append((audience, name, before, after))
    return groups, recovered


@pytest.mark.parametrize("seed", [SEED, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(10))])
def test_ten_thousand_regions_are_attacked_and_nothing_is_recovered(seed, record_property):
    groups, recovered = attack(CASES, seed)
    record_property("attack", f"cases {CASES}, small groups {groups}, recovered {len(recovered)}, seed {seed}")
    assert groups > CASES
    assert recovered == []
