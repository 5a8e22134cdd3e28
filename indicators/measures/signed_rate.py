"""Who has signed the integrity pact, of those obliged."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.tallies import Measure
from indicators.definition import Definition
from indicators.measures.rates import rate_of
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.TALLIES
DEFINITION = Definition(
    name="signed_rate",
    label=N_("Signed rate"),
    definition=N_(
        "The share of the people obliged who have signed the integrity pact by the day asked for. "
        "Units that have not reported widen the bounds: lower = none of their people did, upper = all did. Asked of "
        "one employee type or tier, people who are counted only together with others are from none to all of them."
    ),
    unit=N_("fraction of the people obliged"),
    numerator=N_("People who signed, the newest cumulative count of each unit, employee type and tier."),
    denominator=N_(
        "ASN (PNS and PPPK) of the units concerned, the newest headcount by the day asked for; people outside ASN and "
        "exempt units that reported nothing are left out. Where a region or OPD has no known headcount, there is no "
        "upper bound."
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
        "Where nobody knows how many more people are obliged there is no lower bound; where a count has no upper limit "
        "there is no upper one. Without a target, and where nobody is obliged, both are missing."
    ),
    source=N_("This project's design: numerators and denominators are added up, rates are never averaged."),
    is_fraction=True,
    version=2,
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: a fraction with both counts. Over 1 is shown as it is; an unlimited count leaves `high` null."""
    return rate_of(question, Measure.SIGNED)
