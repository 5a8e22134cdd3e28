"""What is kept answers as if it were computed: the same rows for any question, in any order of asking."""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from dataclasses import replace
from functools import cache

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from etl.simulate import simulate
from geo import register
from indicators import mart, query
from indicators.question import ask
from indicators.registry import INDICATORS
from indicators.scope import LEVELS, Scope
from indicators.suppression import shown_to
from warehouse.frames import Frames, SnapshotInfo
from warehouse.vocabulary import Audience, EmployeeType, Grade, Tier

PROVINCES = ("34", "71")
REGIONS = (None, "34", "34.01", "34.71", "71", "71.06")


def example() -> Frames:
    """Two provinces of the example country."""
    regions = register.regions().filter(pl.col("code").str.head(2).is_in(PROVINCES))
    tables = simulate(40_000, 7, regions)
    taken = SnapshotInfo(1, dt.datetime(2024, 12, 1, tzinfo=dt.UTC))
    return Frames.of(taken, **{name: rows.with_columns(batch_id=pl.lit("made")) for name, rows in tables.items()})


@cache
def shared() -> Frames:
    """No fixture: Hypothesis would print every table beside a counterexample."""
    return example()


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    region = draw(st.sampled_from(REGIONS))
    lowest = 0 if region is None else 1 if len(region) == 2 else 2
    return Scope(
        region=region,
        level=draw(st.sampled_from((None, *LEVELS[lowest:]))),
        campaign=draw(st.sampled_from((None, "semua", "pilkada-2024"))),
        as_of=draw(st.none() | st.dates(dt.date(2024, 7, 1), dt.date(2024, 12, 1))),
        grade=draw(st.none() | st.sampled_from(list(Grade))),
        employee_type=draw(st.none() | st.sampled_from(list(EmployeeType))),
        tier=draw(st.none() | st.sampled_from(list(Tier))),
        audience=draw(st.sampled_from(list(Audience))),
    )


@given(name=st.sampled_from(list(INDICATORS)), scope=scopes())
@settings(max_examples=150)
def test_what_is_kept_is_what_would_be_computed(name: str, scope: Scope) -> None:
    frames = shared()
    indicator = INDICATORS[name]
    anew = replace(shown_to(frames, scope.audience))  # of which nothing is kept
    alone = indicator.compute(ask(anew, scope, indicator.evidence))
    assert_frame_equal(query(name, frames, scope), alone)
    assert_frame_equal(query(name, frames, scope), alone)


def test_what_is_kept_goes_with_the_frames() -> None:
    short = example()
    query("signed_rate", short, Scope(region="34", level="opd"))
    query("documented_events", short, Scope(region="34"))
    kept = weakref.ref(mart.of(short))
    del short
    gc.collect()
    assert kept() is None
