"""How heavily the largest OPD weighs in its region's figure, and what the figure is without it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from indicators.counting.adding import Sum, added
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


def heaviest(figures: pl.DataFrame, whole: tuple[int | None, int | None] = (None, None)) -> Weight | None:
    """The heaviest of OPD whose `signed_rate` these figures are; null where no two of them have a target.

    `whole` = the people obliged of the government, where more is known of them than what its OPD add up to. Whose
    figure is withheld is not named.
    """
    named = figures.filter(~pl.col("state").is_in([State.DITAHAN.value, State.TIDAK_WAJIB.value]))
    sized = named.filter(pl.col("denominator_low") > 0).sort("denominator_low", "code", descending=[True, False])
    if sized.is_empty():
        return None
    code, name, low, high = sized.select("code", "name", "denominator_low", "denominator_high").row(0)
    others = added(figures.filter(pl.col("code") != code))
    if not others.target[0]:
        return None
    fewest, most = _rest(others.target, (low, high), whole)
    share = 0.0 if most is None else low / (low + most), None if high is None else high / (high + fewest)
    return Weight(code, name, share, others)


def _rest(
    others: tuple[int | None, int | None], part: tuple[int, int | None], whole: tuple[int | None, int | None]
) -> tuple[int, int | None]:
    """The people obliged in the other OPD: what these add up to, and no fewer than the whole leaves for them.

    At most what the whole leaves; null where nobody knows.
    """
    left = 0 if whole[0] is None or part[1] is None else whole[0] - part[1]
    fewest = max(others[0] or 0, left)
    if whole == (None, None):
        return fewest, others[1]
    return fewest, None if whole[1] is None else max(fewest, whole[1] - part[0])
