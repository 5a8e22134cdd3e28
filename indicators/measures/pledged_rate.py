"""Who has taken part in the pledge, of those obliged. A pledge is not a signature."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.counting.tallies import Measure
from indicators.measures.rates import rate_definition, rate_of
from indicators.question import Evidence, Question

EVIDENCE = Evidence.TALLIES
DEFINITION = rate_definition(
    "pledged_rate",
    version=2,
    label=N_("Pledged rate"),
    definition=N_(
        "The share of the people obliged who have taken part in reading the pledge by the day asked for. "
        "Units that have not reported widen the bounds: lower = none of their people did, upper = all did. Asked of "
        "one employee type or tier, people who are counted only together with others are from none to all of them."
    ),
    numerator=N_(
        "People who took part in the reading, the newest cumulative count of each unit, employee type and tier."
    ),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: a fraction with both counts. Over 1 is shown as it is; an unlimited count leaves `high` null."""
    return rate_of(question, Measure.PLEDGED)
