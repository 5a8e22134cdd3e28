"""The two signature-like rates share everything but their column."""

from __future__ import annotations

import polars as pl

from indicators.counting.rollup import DONE, TARGET, rolled_up
from indicators.counting.tallies import Measure, owed
from indicators.interval import Interval, rate_with_silent
from indicators.measures.answer import figures
from indicators.question import Question
from warehouse.vocabulary import State

IS_VALUE = (pl.col("state") == State.NILAI).fill_null(value=False)


def rate_of(question: Question, measure: Measure) -> pl.DataFrame:
    """Figures: the fraction of the people obliged that is counted in `measure`, with both counts."""
    value = rate_with_silent(DONE, TARGET, pl.col("heard_target_low"), pl.col("silent_high"))
    return answer(question, measure, rolled_up(question, measure), value)


def answer(
    question: Question,
    measure: Measure,
    rows: pl.DataFrame,
    value: Interval,
    *,
    numerator: Interval = DONE,
    denominator: Interval = TARGET,
) -> pl.DataFrame:
    """Figures of a value computed on the rolled-up `rows`; the denominator is shown in every state."""
    values = rows.select(
        "unit",
        "state",
        pl.when(IS_VALUE).then(value.low).cast(pl.Float64).alias("low"),
        pl.when(IS_VALUE).then(value.high).cast(pl.Float64).alias("high"),
        *numerator.where(IS_VALUE).named("numerator"),
        *denominator.named("denominator"),
        reporting_rate=reporting(),
        grade="grade",
        sources="sources",
    )
    heard = rows.filter(pl.col("is_heard") | pl.col("is_empty")).select("unit")
    return figures(question, values, owed(question, measure), heard)


def reporting() -> pl.Expr:
    """Units that reported / units concerned; null where nothing was due and nothing reported."""
    return pl.when(pl.col("state").is_not_null()).then(pl.col("units_reported") / pl.col("units"))
