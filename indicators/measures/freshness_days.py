"""How old the newest evidence of a region is."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.definition import Definition
from indicators.evidence.ceremonies import summary
from indicators.evidence.grading import evidence
from indicators.measures.answer import figures
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.ANY
DEFINITION = Definition(
    name="freshness_days",
    label=N_("Days since the newest evidence"),
    definition=N_(
        "The days from the newest evidence of the region (day of publication; where that is not known, day of the "
        "ceremony or of the count) to the day asked for. A date known as a range gives a range of days."
    ),
    unit=N_("days"),
    states={
        State.NILAI: N_("A ceremony or a count was received; the bounds are null where none of it is dated."),
        State.BELUM_LAPOR: N_("A duty is recorded for the region or its units, and nothing was received."),
        State.TIDAK_WAJIB: N_("The region is recorded as exempt, and nothing was received."),
        State.BELUM_ADA_BUKTI: N_("Nothing was received and no duty is recorded; it accuses nobody."),
    },
    null=N_("Both bounds are missing where none of the evidence is dated."),
    source=N_("This project's design; the day asked for is the snapshot's day unless another is named."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: bounds in days, 0 or more."""
    rows = evidence(question)
    today = pl.lit(question.today)
    age = rows.group_by("unit").agg(
        low=(today - pl.col("day_high").max()).dt.total_days(), high=(today - pl.col("day_low").max()).dt.total_days()
    )
    return figures(question, age.join(summary(rows), on="unit", how="left", validate="1:1"))
