"""How many of the units concerned have reported anything."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.rollup import rolled_up
from indicators.counting.tallies import Measure
from indicators.definition import Definition
from indicators.interval import Interval
from indicators.measures.rates import answer
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.TALLIES
DEFINITION = Definition(
    name="reporting_rate",
    label=N_("Reporting rate"),
    definition=N_(
        "The share of the units concerned that have reported a count of people pledged or signed by the day asked for."
    ),
    unit=N_("fraction of the units"),
    numerator=N_("Units with a count, of 0 people or more."),
    denominator=N_(
        "Units with a headcount, a count or a duty of their own; exempt units that reported nothing are left out. A "
        "region of which only a total is known is one unit."
    ),
    states={
        State.NILAI: N_("Something was due or reported; 0 means that nothing was received."),
        State.BELUM_LAPOR: N_("The OPD, or the region as a whole, owes a report, and nothing was received."),
        State.TIDAK_WAJIB: N_("The unit is recorded as exempt, and no count was received."),
        State.BELUM_ADA_BUKTI: N_("No count was received, and none was due."),
    },
    null=N_("Both bounds are missing where there is no unit to report; else they are one number."),
    source=N_("This project's design; no national form or deadline for such reports was found."),
    is_fraction=True,
    version=2,
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: `low` = `high` = reported units / units; 0 for a region whose units owe and are silent."""
    rows = rolled_up(question, Measure.REPORTED)
    if question.level != "opd":
        # that none of several units has reported is known: 0 is a value
        is_zero = (pl.col("state") == State.BELUM_LAPOR) & (pl.col("opds") > 0)
        rows = rows.with_columns(state=pl.when(is_zero).then(pl.lit(State.NILAI.value)).otherwise("state"))
    reported, units = pl.col("units_reported"), pl.col("units")
    return answer(
        question,
        Measure.REPORTED,
        rows,
        Interval(reported / units, reported / units),
        numerator=Interval(reported, reported),
        denominator=Interval(units, units),
    )
