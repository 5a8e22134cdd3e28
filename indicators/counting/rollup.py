"""Units added up to the level asked for. Numerators and denominators are added; rates are never averaged."""

from __future__ import annotations

import polars as pl

from indicators.counting.tallies import Measure, tallies
from indicators.evidence.ceremonies import summary
from indicators.interval import Interval, agreed, apart, at_least_zero, beside, known, remaining, total
from indicators.question import Question
from indicators.suppression import threshold
from warehouse.vocabulary import Audience, State

TARGET, DONE, GAP, FINISHED = (Interval.of(stem) for stem in ("target", "done", "gap", "finished"))
_WHOLE_TARGET, _WHOLE_DONE = Interval.of("whole_target"), Interval.of("whole_done")
_FLAGS = ("is_reported", "is_shown", "is_loose", "is_heard", "is_due", "is_empty")
_WHOLE_FLAGS = ("whole_is_known", "whole_is_reported", "whole_is_shown", "whole_is_heard", "whole_is_due")
FINISHED_SHARE = (19, 20)
"""95 % signed, as a fraction of whole numbers so that no rounding decides."""


def rolled_up(question: Question, measure: Measure) -> pl.DataFrame:
    """One row per unit of the level asked for that is concerned.

    Columns `unit`; `state` (`nilai` where anything was reported, `ditahan` where all of that is withheld or too few
    people are asked about, `belum_lapor` where it is due, else null; that units reported is no secret); bounds
    `target_*`, `done_*`, `gap_*` (people not done) in people and `finished_*` in OPD; `heard_target_low` and
    `silent_high` (people obliged of whom a count tells, and of whom none does: they may all be done); `units` and
    `units_reported` (a region of which only a total is known is one unit), `opds` of them; `is_heard`, `is_empty`
    (nobody to be heard of), `is_torn` (a total and its parts cannot both be right); `sources` (independent voices) and
    `grade` (the best).
    """
    counted = tallies(question, measure)
    is_concerned = ~pl.col("is_empty")
    units = counted.units.with_columns(
        *remaining(TARGET, DONE).named("gap"),
        *_finished().named("finished"),
        heard_target_low=pl.when("is_loose").then(at_least_zero(TARGET.low - DONE.high)).otherwise("target_low"),
        silent_high=pl.when("is_loose").then("done_high").otherwise(0),
        units=is_concerned.cast(pl.Int64),
        opds=(is_concerned & pl.col("opd_id").is_not_null()).cast(pl.Int64),
        units_reported=pl.col("is_reported").cast(pl.Int64),
        is_shown=pl.col("is_reported") & ~pl.col("is_withheld"),
        is_torn=pl.lit(value=False),
    )
    parts = units.filter(pl.col("opd_id").is_not_null())
    of_regions = units.filter(pl.col("opd_id").is_null())
    whole = parts if question.level == "opd" else _regions(parts, of_regions, counted.uncovered)
    return (
        whole.group_by(question.unit())
        .agg(
            *(
                bound
                for stem in ("target", "done", "gap", "finished")
                for bound in total(Interval.of(stem)).named(stem)
            ),
            pl.col("units", "units_reported", "opds", "heard_target_low", "silent_high").sum(),
            pl.col("is_reported", "is_shown", "is_heard", "is_due", "is_torn").any(),
            pl.col("is_empty").all(),
        )
        .with_columns(
            state=pl.when(_is_withheld(question.audience) & (measure is not Measure.REPORTED))
            .then(pl.lit(State.DITAHAN.value))
            .when("is_reported")
            .then(pl.lit(State.NILAI.value))
            .when("is_due")
            .then(pl.lit(State.BELUM_LAPOR.value))
        )
        .join(summary(counted.sources.select(question.unit(), "voice", "grade")), on="unit", how="left", validate="1:1")
    )


def _is_withheld(audience: Audience) -> pl.Expr:
    """True where something was reported, and nothing of it may be shown."""
    are_few = (TARGET.high > 0) & (TARGET.high < threshold(audience))
    return pl.col("is_reported") & (~pl.col("is_shown") | are_few.fill_null(value=False))


def _finished() -> Interval:
    """1 where a unit surely has at least 95 % signed (low), or may have (high); else 0, also of nobody."""
    part, of = FINISHED_SHARE
    surely = (of * DONE.low >= part * TARGET.high).fill_null(value=False)
    maybe = (of * DONE.high >= part * TARGET.low).fill_null(value=True)
    is_concerned = ~pl.col("is_empty")
    return Interval((surely & is_concerned).cast(pl.Int64), (maybe & is_concerned).cast(pl.Int64))


def _regions(parts: pl.DataFrame, whole: pl.DataFrame, uncovered: pl.DataFrame) -> pl.DataFrame:
    """One row per region, from its OPD and from what is stated of it as a whole; also of those with nothing but a gap.

    Both may be known, and overlap: the larger target holds (a total covers units that are not listed, a full list
    may hold more than an old total). A stated total of signatures covers every unit; without one, whoever is not in a
    reporting unit may have signed or not. In an uncovered region nobody knows how many more are obliged, so there is no
    upper bound; nor for its OPD where the total counts people of none that is known.
    """
    reported = ~pl.col("is_loose")
    of_parts = parts.group_by("region_code").agg(
        *(bound for stem in ("target", "done", "gap", "finished") for bound in total(Interval.of(stem)).named(stem)),
        pl.col("heard_target_low", "silent_high", "units", "opds", "units_reported").sum(),
        reported_high=pl.when(pl.col("done_high").filter(reported).is_not_null().all()).then(
            pl.col("done_high").filter(reported).sum()
        ),
        parts_target=pl.col("target_low").sum(),
        is_shown=pl.col("is_shown").any(),
        is_heard=pl.col("is_heard").any(),
        is_due=pl.col("is_due").any(),
        is_empty=pl.col("is_empty").all(),
    )
    of_whole = whole.select(
        "region_code",
        *(
            pl.col(f"{stem}_{end}").alias(f"whole_{stem}_{end}")
            for stem in ("target", "done")
            for end in ("low", "high")
        ),
        whole_is_known=pl.lit(value=True),
        **{f"whole_{flag}": pl.col(flag) for flag in _FLAGS},
    )
    both = (
        of_parts.join(of_whole, on="region_code", how="full", coalesce=True, validate="1:1")
        .join(uncovered.with_columns(is_uncovered=True), on="region_code", how="full", coalesce=True, validate="1:1")
        .with_columns(
            pl.col("units", "units_reported", "opds", "heard_target_low", "silent_high", "parts_target").fill_null(0),
            pl.when(pl.col("units").is_null()).then(0).otherwise("reported_high").alias("reported_high"),
            pl.col("is_empty", "whole_is_empty", "whole_is_loose").fill_null(value=True),
            pl.col(*_WHOLE_FLAGS, "is_shown", "is_heard", "is_due", "is_uncovered", "is_silent").fill_null(value=False),
        )
    )
    told = pl.col("whole_is_shown")
    stated = told & ~pl.col("whole_is_loose")
    as_one = (
        pl.col("whole_is_known")
        & ~pl.col("whole_is_empty")
        & (pl.col("whole_is_reported") & (pl.col("units_reported") == 0) | (pl.col("units") == 0))
    )
    others = at_least_zero(pl.col("target_high") - pl.col("heard_target_low"))
    is_uncovered = pl.col("is_uncovered")
    has_other_opds = is_uncovered | (pl.col("target_low") > pl.col("parts_target")).fill_null(value=False)
    by_parts = Interval(
        DONE.low,
        pl.when(known(_WHOLE_TARGET)).then(pl.col("reported_high") + others).when(~pl.col("is_silent")).then(DONE.high),
    )
    left = remaining(TARGET, DONE)
    both_ways = agreed(_WHOLE_DONE, by_parts)
    is_unlimited = stated & _WHOLE_DONE.high.is_null()
    return (
        both.with_columns(beside(_WHOLE_TARGET, TARGET).named("target"))
        .with_columns(
            done_low=pl.when(told).then(both_ways.low).when(pl.col("units") > 0).then(DONE.low).otherwise(0),
            done_high=pl.when(told).then(pl.when(~is_unlimited).then(both_ways.high)).otherwise(by_parts.high),
            silent_high=pl.when(stated)
            .then(0)
            .when(known(_WHOLE_TARGET))
            .then(others.fill_null(0))
            .otherwise("silent_high"),
            heard_target_low=pl.when(stated).then(TARGET.low.fill_null(0)).otherwise("heard_target_low"),
            is_torn=told & apart(_WHOLE_DONE, by_parts),
        )
        .with_columns(
            gap_low=pl.when(stated | known(_WHOLE_TARGET))
            .then(pl.max_horizontal(left.low, GAP.low))
            .otherwise(GAP.low),
            gap_high=pl.when(stated | known(_WHOLE_TARGET)).then(left.high).otherwise(GAP.high),
        )
        .with_columns(
            pl.when(~is_uncovered).then("target_high").alias("target_high"),
            pl.when(~is_uncovered).then("gap_high").alias("gap_high"),
            pl.when(~has_other_opds).then("finished_high").alias("finished_high"),
        )
        .with_columns(
            units=pl.when(as_one).then(1).otherwise("units"),
            units_reported=pl.when(as_one).then(pl.col("whole_is_reported").cast(pl.Int64)).otherwise("units_reported"),
            is_reported=pl.col("whole_is_reported") | (pl.col("units_reported") > 0),
            is_shown=pl.col("is_shown") | told,
            is_heard=pl.col("is_heard") | pl.col("whole_is_heard"),
            is_due=pl.col("is_due") | pl.col("whole_is_due"),
            is_empty=pl.col("is_empty") & pl.col("whole_is_empty") & ~is_uncovered,
        )
    )
