"""Who has signed the integrity pact, of those obliged."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.tallies import Measure
from indicators.measures.rates import rate_definition, rate_of
from indicators.question import Evidence, Question

EVIDENCE = Evidence.TALLIES
DEFINITION = rate_definition(
    "signed_rate",
    version=2,
    label=N_("Signed rate"),
    definition=N_(
        "The share of the people obliged who have signed the integrity pact by the day asked for. "
        "Units that have not reported widen the bounds: lower = none of their people did, upper = all did. Asked of "
        "one employee type or tier, people who are counted only together with others are from none to all of them."
    ),
    numerator=N_("People who signed, the newest cumulative count of each unit, employee type and tier."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: a fraction with both counts. Over 1 is shown as it is; an unlimited count leaves `high` null."""
    return rate_of(question, Measure.SIGNED)
