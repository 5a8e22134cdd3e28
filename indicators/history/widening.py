"""Why later evidence left a figure less sure than before. More evidence narrows a figure; where it does not, this is
why: another count disagrees, the people obliged are others, a count has no upper limit, or a count was withdrawn.
"""

from __future__ import annotations

from enum import StrEnum

import polars as pl

from i18n import N_
from indicators.counting.rollup import rolled_up
from indicators.counting.tallies import Measure, Tallies, tallies
from indicators.question import NATION, Evidence, ask
from indicators.scope import Scope
from warehouse.frames import Frames


class Cause(StrEnum):
    """A cause that can widen a bound, worst first."""

    CONFLICT = "conflict"
    TARGET = "target"
    UNLIMITED = "unlimited"
    WITHDRAWN = "withdrawn"


WORDS: dict[Cause, str] = {
    Cause.CONFLICT: N_("a count does not agree with an earlier one, or may exceed the people obliged"),
    Cause.TARGET: N_("the people obliged are others, or as many as are not known"),
    Cause.UNLIMITED: N_("a count has no upper limit"),
    Cause.WITHDRAWN: N_("a count was withdrawn"),
}
"""Messages by cause."""


def causes(
    before: Frames, after: Frames, scope: Scope, measure: Measure = Measure.SIGNED
) -> dict[str | None, frozenset[Cause]]:
    """What in `after` can have widened the bounds of a rate, a gap or the OPD finished, against `before`.

    By code of the units of the scope's level (null = the nation); a unit that is missing has nothing that widens. Name
    the campaign in the scope: unnamed, the newest with data may differ. Raises what `ask` raises.
    """
    asked = [ask(frames, scope, Evidence.TALLIES) for frames in (before, after)]
    old, new = (tallies(question, measure) for question in asked)
    torn = rolled_up(asked[1], measure).filter("is_torn")
    found = pl.concat(
        [
            _of_units(old, new).select(asked[1].unit(), "cause"),
            _uncovered(old, new).select(asked[1].unit(), "cause"),
            torn.select("unit", cause=pl.lit(Cause.CONFLICT.value)),
        ]
    )
    return {
        unit if unit != NATION else None: frozenset(Cause(cause) for cause in named)
        for unit, named in found.drop_nulls("unit").group_by("unit").agg(pl.col("cause").unique()).iter_rows()
    }


def _of_units(old: Tallies, new: Tallies) -> pl.DataFrame:
    """A row per unit and cause: `region_code`, `opd_id`, `cause`."""
    both = old.units.join(new.units, on="unit_id", how="full", coalesce=True, suffix="_new", validate="1:1")
    was, now = pl.col("is_reported").fill_null(value=False), pl.col("is_reported_new").fill_null(value=False)
    low, high, new_low, new_high = (pl.col(name) for name in ("done_low", "done_high", "done_low_new", "done_high_new"))
    may_exceed = pl.col("is_loose") & ~pl.col("is_loose_new") & (new_high > pl.col("target_low_new"))
    # a region's total without an upper limit takes that of its units away, whatever was known of the total before
    is_first_total = ~was & pl.coalesce("opd_id", "opd_id_new").is_null()
    flags = {
        Cause.TARGET: pl.col("target_low").ne_missing(pl.col("target_low_new"))
        | pl.col("target_high").ne_missing(pl.col("target_high_new")),
        Cause.CONFLICT: now & pl.any_horizontal(new_low < low, new_high > high, may_exceed),
        Cause.UNLIMITED: now & new_high.is_null() & (is_first_total | high.is_not_null()),
        Cause.WITHDRAWN: was & ~now,
    }
    units = both.select(
        pl.coalesce("region_code", "region_code_new"),
        pl.coalesce("opd_id", "opd_id_new"),
        **{cause.value: flag.fill_null(value=False) for cause, flag in flags.items()},
    )
    return units.unpivot(list(flags), index=["region_code", "opd_id"], variable_name="cause").filter("value")


def _uncovered(old: Tallies, new: Tallies) -> pl.DataFrame:
    """The regions in which there now are people whom no target counts, or no count either.

    Columns `region_code`, `opd_id` (null), `cause`.
    """
    both = new.uncovered.join(old.uncovered, on="region_code", how="left", suffix="_old", validate="1:1")
    return both.filter(pl.col("is_silent_old").is_null() | (pl.col("is_silent") & ~pl.col("is_silent_old"))).select(
        "region_code", opd_id=pl.lit(None, pl.String), cause=pl.lit(Cause.TARGET.value)
    )
