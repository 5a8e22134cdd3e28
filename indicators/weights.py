"""How heavily the largest OPD weighs in its region's figure, and what the figure is without it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from indicators.adding import Sum, added
from warehouse.vocabulary import State


@dataclass(frozen=True, slots=True)
class Weight:
    """The OPD with most people obliged. `share` of all people obliged, as fractions (low, high).

    `others` are the other OPD added up.
    """

    code: str
    name: str
    share: tuple[float, float | None]
    others: Sum


def heaviest(figures: pl.DataFrame) -> Weight | None:
    """The heaviest of OPD whose `signed_rate` these figures are; null where no two of them have a target.

    Whose figure is withheld is not named.
    """
    named = figures.filter(~pl.col("state").is_in([State.DITAHAN.value, State.TIDAK_WAJIB.value]))
    sized = named.filter(pl.col("denominator_low") > 0).sort("denominator_low", "code", descending=[True, False])
    if sized.is_empty():
        return None
    code, name, low, high = sized.select("code", "name", "denominator_low", "denominator_high").row(0)
    others = added(figures.filter(pl.col("code") != code))
    if not others.target[0]:
        return None
    return Weight(code, name, (_share(low, others.target[1]), _upper_share(high, others.target[0])), others)


def _share(part: int, others: int | None) -> float:
    """The least share that the part can have; 0 where the others have no upper limit."""
    return 0.0 if others is None else part / (part + others)


def _upper_share(part: int | None, others: int) -> float | None:
    """The largest share that the part can have; null where it has no upper limit."""
    return None if part is None else part / (part + others)
