"""What of a unit's counts is left for whom: small groups go, and what would give them away goes with them."""

import datetime as dt

import polars as pl
import pytest

from indicators import suppression
from indicators.suppression import WITHHELD
from warehouse.vocabulary import Audience

FIRST, LATER = dt.date(2023, 11, 1), dt.date(2023, 11, 20)
PUBLIK, DALAM = Audience.PUBLIK, Audience.DALAM
REGION = "33.03"
CELLS = {"p": "pimpinan", "a": "administrator", "w": "pengawas", "f": "fungsional", "s": "pelaksana", "": "semua"}


def rows(unit, stem, groups, day=LATER, **more):
    """Rows of one unit: `PNS p` = PNS who are pimpinan, `ASN` = everybody."""
    found = []
    for name, count in groups.items():
        kind, _, tier = name.partition(" ")
        number = {f"{stem}_low": count, f"{stem}_high": count}
        own = {"opd_id": unit} if "/" in unit else {}
        cell = {"employee_type": kind, "tier": CELLS[tier], "as_of": day}
        found.append({"unit_id": unit, "region_code": REGION, **own, **cell, **number, **more})
    return found


@pytest.fixture
def shown(frames):
    """A factory: headcounts and counts by unit → what the audience sees, by unit, group and day."""

    def see(people, signed, audience=PUBLIK, later=None):
        made = frames(
            opd=[{"opd_id": unit, "region_code": REGION, "name": unit} for unit in people if "/" in unit],
            headcount=[
                *(row for unit, groups in people.items() for row in rows(unit, "people", groups, FIRST)),
                *(row for unit, groups in (later or {}).items() for row in rows(unit, "people", groups, LATER)),
            ],
            signature=[
                row
                for unit, groups in signed.items()
                for row in rows(unit, "signed", groups, signed_qualifier="exact", signed_stated="sekian")
            ],
            source=[{"source_id": "rekap", "grade": "B"}],
        )
        left = suppression.shown_to(made, audience).signature
        short = {tier: letter for letter, tier in CELLS.items()}
        return {
            (row["unit_id"].rpartition("/")[2], f"{row['employee_type']} {short[row['tier']]}".strip()): (
                row["signed_qualifier"] if row["signed_qualifier"] == WITHHELD else row["signed_low"]
            )
            for row in left.to_dicts()
        }

    return see


def one(groups, name="a"):
    return {f"{REGION}/{name}": groups}


@pytest.mark.parametrize(
    ("people", "audience", "seen"),
    [(4, PUBLIK, WITHHELD), (5, PUBLIK, 1), (3, DALAM, 1), (2, DALAM, WITHHELD)],
)
def test_a_unit_is_seen_from_the_threshold_on(shown, people, audience, seen):
    assert suppression.threshold(audience) in (3, 5)
    assert shown(one({"ASN": people}), one({"ASN": 1}), audience) == {("a", "ASN"): seen}


def test_a_row_that_is_taken_away_keeps_its_place_and_loses_every_number(frames):
    unit = f"{REGION}/a"
    made = frames(
        opd=[{"opd_id": unit, "region_code": REGION, "name": "A"}],
        headcount=rows(unit, "people", {"ASN": 4}),
        signature=rows(unit, "signed", {"ASN": 4}, signed_stated="4 orang", signed_qualifier="exact", pledged_low=3),
        source=[{"source_id": "rekap", "grade": "B"}],
    )
    row = suppression.shown_to(made, PUBLIK).signature.row(0, named=True)
    assert {row[f"signed_{part}"] for part in ("low", "high", "stated")} == {None}
    assert (row["signed_qualifier"], row["pledged_qualifier"]) == (WITHHELD, WITHHELD)
    assert (row["unit_id"], row["as_of"], row["source_id"]) == (unit, LATER, "rekap")


def test_a_measure_that_was_not_stated_is_not_said_to_be_withheld(shown, frames):
    unit = f"{REGION}/a"
    made = frames(headcount=rows(unit, "people", {"ASN": 4}), signature=rows(unit, "signed", {"ASN": 4}))
    assert suppression.shown_to(made, PUBLIK).signature["pledged_qualifier"].to_list() == [None]


@pytest.mark.parametrize(
    ("people", "signed", "seen"),
    [
        pytest.param(
            {"PNS p": 1, "PNS a": 4, "PNS s": 20},
            {"PNS p": 1, "PNS a": 3, "PNS s": 11},
            {"PNS p": WITHHELD, "PNS a": WITHHELD, "PNS s": 11, "PNS": 15},
            id="small tiers hide together, and their total stays",
        ),
        pytest.param(
            {"PNS p": 1, "PNS a": 2, "PNS w": 6, "PNS s": 20},
            {"PNS p": 1, "PNS a": 2, "PNS w": 4, "PNS s": 11},
            {"PNS p": WITHHELD, "PNS a": WITHHELD, "PNS w": WITHHELD, "PNS s": 11, "PNS": 18},
            id="a tier that is large enough hides with them where they are too few",
        ),
        pytest.param(
            {"PNS a": 5, "PNS f": 2, "PNS s": 20},
            {"PNS a": 5, "PNS f": 2, "PNS s": 11},
            {"PNS a": WITHHELD, "PNS f": WITHHELD, "PNS s": 11, "PNS": 18},
            id="a small tier at the end hides with the leading ones",
        ),
        pytest.param(
            {"PNS a": 4, "PNS f": 2, "PNS s": 20},
            {"PNS a": 4, "PNS f": 2, "PNS s": 11},
            {"PNS a": WITHHELD, "PNS f": WITHHELD, "PNS s": WITHHELD, "PNS": 17},
            id="where the leading ones are too few for that, no tier is seen",
        ),
        pytest.param(
            {"PNS": 20, "PPPK": 3},
            {"PNS": 12, "PPPK": 3},
            {"PNS": WITHHELD, "PPPK": WITHHELD, "ASN": 15},
            id="the other type goes with a small one",
        ),
        pytest.param(
            {"ASN": 22, "PNS": 20},
            {"ASN": 13, "PNS": 12},
            {"ASN": 13, "PNS": WITHHELD},
            id="a part goes where it leaves too few, even if nobody names them",
        ),
        pytest.param(
            {"PNS p": 1, "PNS a": 4, "PNS s": 20, "PPPK s": 2},
            {"PNS p": 1, "PNS a": 3, "PNS s": 11, "PPPK s": 2},
            {"PNS p": WITHHELD, "PNS a": WITHHELD, "PNS s": 11, "PPPK s": WITHHELD, "ASN": 17},
            id="a small type hides behind hidden tiers",
        ),
        pytest.param(
            {"PNS a": 8, "PNS s": 20, "PPPK s": 2},
            {"PNS a": 7, "PNS s": 11, "PPPK s": 2},
            {"PNS a": WITHHELD, "PNS s": WITHHELD, "PPPK s": WITHHELD, "ASN": 20},
            id="with none hidden to hide behind, all hide",
        ),
        pytest.param(
            {"PNS a": 8, "PNS s": 20, "PPPK s": 6},
            {"PNS a": 7, "PNS s": 11, "PPPK s": 5},
            {"PNS a": 7, "PNS s": 11, "PPPK s": 5},
            id="nothing goes where every group is large enough",
        ),
        pytest.param(
            {"PNS": 20, "PPPK": 9, "ASN p": 1, "ASN a": 6, "ASN s": 22},
            {"PNS": 12, "PPPK": 8, "ASN p": 1, "ASN a": 5, "ASN s": 14},
            {
                "PNS": WITHHELD,
                "PPPK": WITHHELD,
                "ASN p": WITHHELD,
                "ASN a": WITHHELD,
                "ASN s": 14,
                "ASN": 20,
            },
            id="of two ways to add up the same people one is seen",
        ),
    ],
)
def test_what_gives_a_small_group_away_goes_with_it(shown, people, signed, seen):
    assert shown(one(people), one(signed)) == {("a", name): value for name, value in seen.items()}


def test_a_total_is_never_made_of_some_of_its_parts(shown):
    people, signed = {"PNS": 20, "PPPK": 3}, {"PNS": 12}
    assert shown(one(people), one(signed)) == {("a", "PNS"): WITHHELD}


def test_people_outside_asn_are_judged_by_themselves(shown):
    left = shown(one({"ASN": 20, "NON_ASN": 4}), one({"ASN": 12, "NON_ASN": 4}))
    assert left == {("a", "ASN"): 12, ("a", "NON_ASN"): WITHHELD}


def test_without_a_headcount_the_people_counted_decide(shown):
    assert shown({}, one({"ASN": 4})) == {("a", "ASN"): WITHHELD}
    assert shown({}, one({"ASN": 0})) == {("a", "ASN"): WITHHELD}
    assert shown({}, one({"ASN": 5})) == {("a", "ASN"): 5}


def test_a_unit_that_grows_stays_hidden_because_its_older_counts_would_come_into_sight(shown):
    assert shown(one({"ASN": 4}), one({"ASN": 4}), later=one({"ASN": 6})) == {("a", "ASN"): WITHHELD}


@pytest.mark.parametrize(
    ("sizes", "counted", "seen"),
    [
        pytest.param({"a": 3, "b": 7}, {}, {REGION: 30}, id="alone it is seen"),
        pytest.param({"a": 3, "b": 7}, {"b": 6}, {"b": WITHHELD, REGION: WITHHELD}, id="a second unit goes with it"),
        pytest.param(
            {"a": 3, "b": 7, "c": 20},
            {"a": 3, "b": 6, "c": 9},
            {"a": WITHHELD, "b": WITHHELD, "c": 9, REGION: WITHHELD},
            id="the first one that is large enough, and no more",
        ),
        pytest.param(
            {"a": 3, "b": 4, "c": 20},
            {"a": 3, "b": 1, "c": 9},
            {"a": WITHHELD, "b": WITHHELD, "c": 9, REGION: WITHHELD},
            id="no second one where the small ones are many enough",
        ),
        pytest.param({"b": 7, "c": 20}, {"b": 6}, {"b": 6, REGION: 30}, id="without a small unit all is seen"),
    ],
)
def test_a_total_of_the_region_does_not_give_its_small_unit_away(shown, sizes, counted, seen):
    people = {f"{REGION}/{name}": {"ASN": size} for name, size in sizes.items()}
    signed = {f"{REGION}/{name}": {"ASN": count} for name, count in counted.items()}
    left = shown(people, {**signed, REGION: {"ASN": 30}})
    assert left == {(name, "ASN"): value for name, value in seen.items()}


def test_tiers_of_the_region_are_not_seen_beside_tiers_of_its_units(shown):
    people = {f"{REGION}/a": {"ASN p": 10, "ASN s": 20}, REGION: {"ASN p": 30, "ASN s": 90}}
    signed = {f"{REGION}/a": {"ASN p": 9, "ASN s": 11}, REGION: {"ASN p": 20, "ASN s": 50}}
    left = shown(people, signed)
    assert (left[REGION, "ASN p"], left[REGION, "ASN s"], left[REGION, "ASN"]) == (WITHHELD, WITHHELD, 70)
    assert (left["a", "ASN p"], left["a", "ASN s"]) == (9, 11)


def test_frames_of_which_nothing_is_withheld_stay_the_same(frames):
    made = frames(headcount=rows(f"{REGION}/a", "people", {"ASN": 9}))
    assert suppression.shown_to(made, PUBLIK) is made


def test_what_was_made_for_an_audience_stays_as_it_is(frames):
    unit = f"{REGION}/a"
    made = frames(headcount=rows(unit, "people", {"ASN": 4}), signature=rows(unit, "signed", {"ASN": 4}))
    public = suppression.shown_to(made, PUBLIK)
    assert public is not made
    assert suppression.shown_to(made, PUBLIK) is public
    assert suppression.shown_to(public, PUBLIK) is public
    assert suppression.shown_to(public, DALAM).signature["signed_low"].to_list() == [None]
    assert suppression.shown_to(made, DALAM).signature.equals(made.signature)


def test_a_sum_has_the_weakest_source_of_its_parts_and_the_bounds_of_all(frames):
    unit = f"{REGION}/a"
    made = frames(
        opd=[{"opd_id": unit, "region_code": REGION, "name": "A"}],
        headcount=rows(unit, "people", {"PNS": 20, "PPPK": 3}),
        signature=[
            *rows(unit, "signed", {"PPPK": 3}, source_id="roster"),
            *[row | {"signed_low": 9, "signed_high": 11} for row in rows(unit, "signed", {"PNS": 10})],
        ],
        source=[{"source_id": "rekap", "grade": "C"}, {"source_id": "roster", "grade": "A"}],
    )
    total = suppression.shown_to(made, PUBLIK).signature.filter(pl.col("employee_type") == "ASN").row(0, named=True)
    assert (total["signed_low"], total["signed_high"], total["signed_qualifier"]) == (12, 14, "approx")
    assert (total["source_id"], total["pledged_low"]) == ("rekap", None)


def test_what_was_claimed_of_a_hidden_count_goes_too(frames):
    small, large = f"{REGION}/a", f"{REGION}/b"
    made = frames(
        opd=[{"opd_id": unit, "region_code": REGION, "name": unit} for unit in (small, large)],
        headcount=[*rows(small, "people", {"ASN": 4}), *rows(large, "people", {"ASN": 40})],
        signature=[*rows(small, "signed", {"ASN": 4}), *rows(large, "signed", {"ASN": 9})],
        source=[{"source_id": "rekap", "grade": "B"}],
        claim=[
            {"claim_id": f"{unit}/{field}", "subject_kind": "opd", "subject_id": unit, "field": field, **said}
            for said in [{"value": "3", "stated": "3 orang", "source_id": "rekap"}]
            for unit, field in ((small, "signed"), (small, "headcount"), (large, "signed"))
        ],
    )
    left = suppression.shown_to(made, PUBLIK).claim
    assert left["claim_id"].to_list() == made.claim["claim_id"].to_list()
    assert left.select("value", "stated").rows() == [(None, None), ("3", "3 orang"), ("3", "3 orang")]
