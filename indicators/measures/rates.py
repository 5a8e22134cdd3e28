"""What the rates of people share: words and sums. A pledge and a signature differ in what is counted alone."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.rollup import DONE, TARGET, rolled_up
from indicators.counting.tallies import Measure, owed
from indicators.definition import Definition
from indicators.interval import Interval, rate_with_silent
from indicators.measures.answer import figures
from indicators.question import Question
from warehouse.vocabulary import State

IS_VALUE = (pl.col("state") == State.NILAI).fill_null(value=False)


def rate_definition(name: str, *, version: int, label: str, definition: str, numerator: str) -> Definition:
    """The definition of a share of the people obliged; the texts are messages, as in `Definition`."""
    return Definition(
        name=name,
        label=label,
        definition=definition,
        numerator=numerator,
        version=version,
        unit=N_("fraction of the people obliged"),
        is_fraction=True,
        denominator=N_(
            "ASN (PNS and PPPK) of the units concerned, the newest headcount by the day asked for; people outside ASN "
            "and exempt units that reported nothing are left out. Where a region or OPD has no known headcount, there "
            "is no upper bound."
        ),
        states={
            State.NILAI: N_("A count was received, of 0 people or more; without a known target the bounds are null."),
            State.BELUM_LAPOR: N_(
                "A duty is recorded, or the region lists the unit without a figure, and no count was received."
            ),
            State.TIDAK_WAJIB: N_("The unit is recorded as exempt, and no count was received."),
            State.BELUM_ADA_BUKTI: N_("No count was received, and none was due."),
        },
        null=N_(
            "Where nobody knows how many more people are obliged there is no lower bound; where a count has no upper "
            "limit there is no upper one. Without a target, and where nobody is obliged, both are missing."
        ),
        source=N_("This project's design: numerators and denominators are added up, rates are never averaged."),
    )


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
