"""How many people have still to sign."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.rollup import GAP, rolled_up
from indicators.counting.tallies import Measure
from indicators.definition import Definition
from indicators.measures.rates import answer
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.TALLIES
DEFINITION = Definition(
    name="gap_people",
    label=N_("People still to sign"),
    definition=N_(
        "The number of people obliged who have not signed the integrity pact by the day asked for. Of units that have "
        "not reported, between none and all are missing."
    ),
    unit=N_("people"),
    numerator=N_("People who signed, as in the signed rate."),
    denominator=N_("People obliged, as in the signed rate."),
    states={
        State.NILAI: N_("A count was received; 0 means that everyone has signed. Without a target it is not known."),
        State.BELUM_LAPOR: N_(
            "A duty is recorded, or the region lists the unit without a figure, and no count was received."
        ),
        State.TIDAK_WAJIB: N_("The unit is recorded as exempt, and no count was received."),
        State.BELUM_ADA_BUKTI: N_("No count was received, and none was due."),
    },
    null=N_(
        "There is no upper bound where nobody knows how many more people are obliged. Without a target both are "
        "missing."
    ),
    source=N_("This project's design: target minus signed, never below 0."),
    version=2,
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: bounds in people, with both counts."""
    return answer(question, Measure.SIGNED, rolled_up(question, Measure.SIGNED), GAP)
