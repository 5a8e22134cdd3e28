"""The example country: the same every time, plausible, and known as an example wherever one looks."""

import datetime as dt

import polars as pl
import pytest

import indicators
from etl.simulate import simulate
from geo import register
from geo.units import known, opd_kind
from indicators import Scope
from warehouse.frames import Frames, SnapshotInfo
from warehouse.tables import TABLES
from warehouse.vocabulary import OpdKind

PEOPLE = 3_700_000


@pytest.fixture(scope="module")
def example():
    return simulate(PEOPLE, 7, register.regions())


@pytest.fixture(scope="module")
def example_frames(example):
    tables = {name: TABLES[name].validate(rows.with_columns(batch_id=pl.lit("x"))) for name, rows in example.items()}
    return Frames.of(SnapshotInfo(1, dt.datetime(2024, 12, 1, tzinfo=dt.UTC)), **tables)


def test_the_same_seed_gives_the_same_country(example):
    again = simulate(PEOPLE, 7, register.regions())
    other = simulate(PEOPLE, 8, register.regions())
    assert all(rows.equals(again[name]) for name, rows in example.items())
    assert not example["headcount"].equals(other["headcount"])


@pytest.mark.parametrize("people", [1, 28_000, 1_234_567])
def test_the_people_add_up_exactly(people):
    counted = simulate(people, 7, register.regions())["headcount"]
    assert counted["people_low"].sum() == counted["people_high"].sum() == people


def test_every_region_has_a_plausible_government(example):
    opd = example["opd"]
    per_region = opd.group_by("region_code").agg(
        offices=(pl.col("kind") != OpdKind.KECAMATAN).sum(), kecamatan=(pl.col("kind") == OpdKind.KECAMATAN).sum()
    )
    assert per_region.height == 38 + 514
    assert per_region["offices"].is_between(30, 40).all()
    is_province = pl.col("region_code").str.len_chars() == 2
    assert per_region.filter(is_province)["kecamatan"].unique().to_list() == [0]
    assert per_region.filter(~is_province)["kecamatan"].is_between(10, 30).all()
    assert opd["opd_id"].is_unique().all()


def test_units_have_names_that_the_register_knows(example):
    canonical = {name for each in known().values() for name in each.canonical}
    names = example["opd"].filter(~pl.col("name").str.contains("Contoh")).select("name", "kind").unique().rows()
    assert {name for name, _ in names} <= canonical
    assert all(opd_kind(name) == kind for name, kind in names)


def test_sizes_are_plausible(example):
    people = example["headcount"].join(example["opd"].select("opd_id", "name"), on="opd_id")
    total = people["people_low"].sum()
    split = people.filter(pl.col("employee_type") != "ASN")
    assert people.filter(pl.col("name").str.starts_with("Dinas Pendidikan"))["people_low"].sum() / total > 0.5
    pppk = split.filter(pl.col("employee_type") == "PPPK")["people_low"].sum() / split["people_low"].sum()
    assert pppk == pytest.approx(0.23, abs=0.03)
    regencies = people.filter(pl.col("region_code").str.len_chars() == 5)
    sizes = regencies.group_by("region_code").agg(pl.col("people_low").sum())["people_low"]
    assert sizes.quantile(0.1) > 2500
    assert sizes.quantile(0.9) < 12000
    units = regencies.group_by("opd_id").agg(pl.col("people_low").sum())["people_low"]
    assert units.is_between(15, 60).mean() > 0.6


def test_nobody_signs_twice_and_counts_only_grow(example):
    rows = example["signature"].join(
        example["headcount"].select("opd_id", "employee_type", "tier", "people_low"),
        on=["opd_id", "employee_type", "tier"],
        how="left",
        validate="m:1",
    )
    exact = rows.filter(pl.col("signed_qualifier") == "exact").sort("as_of")
    assert (exact["signed_low"] <= exact["people_low"]).all()
    growth = exact.select(pl.col("signed_low").diff().over("opd_id", "employee_type", "tier")).drop_nulls()
    assert (growth["signed_low"] >= 0).all()
    assert set(rows["signed_qualifier"]) == {"exact", "approx", "at_least"}


def test_everything_says_that_it_is_an_example(example):
    assert example["source"]["is_simulated"].all()
    assert example["event"]["is_simulated"].all()
    assert set(example["source"]["kind"]) == {"simulation"}
    assert example["source"].select(pl.col("publisher", "title").str.contains("DATA CONTOH").all()).row(0) == (
        True,
        True,
    )
    assert example["obligation"]["set_by"].str.contains("DATA CONTOH").all()


def test_all_grades_and_contradictions_occur(example_frames):
    events = indicators.events_in(example_frames, Scope(organiser_kind="semua"))
    assert set(events["grade"]) == set("ABCD")
    assert events["open_contradictions"].sum() > 0
    assert events["contradictions"].sum() > events["open_contradictions"].sum()
    assert events["date_low"].null_count() > 0
    assert (events["date_low"] < events["date_high"]).sum() > 0


def test_figures_show_every_state(example_frames):
    figures = indicators.query("signed_rate", example_frames, Scope(level="kabupaten"))
    assert set(figures["state"]) == {"nilai", "belum_lapor", "tidak_wajib", "belum_ada_bukti"}
    of_units = indicators.query("signed_rate", example_frames, Scope("33", level="opd"))
    assert set(of_units["state"]) >= {"nilai", "belum_lapor", "tidak_wajib"}
    assert figures["low"].is_between(0, 1).all()


def test_the_whole_country_is_the_sum_of_its_regions(example_frames):
    nation, provinces = (
        indicators.query("signed_rate", example_frames, Scope(level=level)) for level in ("nasional", "provinsi")
    )
    for column in ("numerator_low", "denominator_low", "denominator_high"):
        assert nation[column].item() == provinces[column].sum()


def test_it_shows_growth_with_time(example_frames):
    days = [dt.date(2024, 9, 20), dt.date(2024, 10, 20), dt.date(2024, 11, 20)]
    lows = [indicators.query("signed_rate", example_frames, Scope(as_of=day))["low"].item() for day in days]
    assert lows == sorted(lows)
    assert lows[0] < lows[-1]


@pytest.mark.parametrize("level", ["nasional", "provinsi", "kabupaten"])
def test_its_rates_keep_both_bounds(example_frames, level):
    """Every region of the example has a headcount; only a count "at least" leaves no upper bound."""
    figures = indicators.query("signed_rate", example_frames, Scope(level=level)).filter(pl.col("state") == "nilai")
    assert figures["denominator_high"].is_not_null().all()
    assert figures["low"].is_not_null().all()
    is_bounded = pl.col("high").is_not_null()
    assert figures.select((is_bounded == pl.col("numerator_high").is_not_null()).all()).item()
    assert level != "kabupaten" or figures.select(is_bounded.mean()).item() > 0.9
