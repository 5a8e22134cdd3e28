"""How many OPD have practically everyone signed."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.rollup import FINISHED, rolled_up
from indicators.counting.tallies import Measure
from indicators.definition import Definition
from indicators.interval import Interval
from indicators.measures.rates import answer
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.TALLIES
DEFINITION = Definition(
    name="opd_finished",
    label=N_("OPD finished"),
    definition=N_(
        "The number of OPD in which at least 95 % of the people obliged have signed the integrity pact. Lower = OPD "
        "whose lower bound reaches 95 %; upper = OPD that may have reached it."
    ),
    unit=N_("OPD"),
    numerator=N_("OPD whose signed rate is at least 95 %."),
    denominator=N_("OPD with a headcount, a count or a duty; exempt ones that reported nothing are left out."),
    states={
        State.NILAI: N_("An OPD has reported; 0 means that none has finished."),
        State.BELUM_LAPOR: N_(
            "A duty is recorded, or the region lists the unit without a figure, and no count was received."
        ),
        State.TIDAK_WAJIB: N_("The unit is recorded as exempt, and no count was received."),
        State.BELUM_ADA_BUKTI: N_("No count was received, and none was due."),
    },
    null=N_("There is no upper bound where the OPD of a region are not all known."),
    source=N_("This project's design: 95 % by the lower bound counts as finished."),
    version=2,
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: bounds in OPD; the numerator repeats them, the denominator is the OPD concerned.

    No upper bound where a region's OPD are not all known: neither their number nor how many have finished.
    """
    rows = rolled_up(question, Measure.SIGNED)
    opds = Interval(pl.col("opds"), pl.when(FINISHED.high.is_not_null()).then("opds"))
    finished = Interval(FINISHED.low.fill_null(0), FINISHED.high)
    return answer(question, Measure.SIGNED, rows, finished, numerator=finished, denominator=opds)
