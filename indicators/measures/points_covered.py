"""How many of the four themes of the pledge a region has read out."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.definition import Definition
from indicators.evidence.ceremonies import behind, links, selected
from indicators.interval import Interval
from indicators.measures.answer import figures
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.EVENTS
THEMES = 4
"""Neutral public service, no conflict of interest or intimidation, wise use of social media, no money politics."""

DEFINITION = Definition(
    name="points_covered",
    label=N_("Themes covered"),
    definition=N_(
        "How many of the four themes (neutral public service; no conflict of interest or intimidation; wise use of "
        "social media; no money politics) the pledges of the region contain, taken together. Where a source does not "
        "give the points of one of its pledges, up to four are possible."
    ),
    unit=N_("themes"),
    numerator=N_("Themes that a source names."),
    denominator=N_("The four themes of the pledge since 2020."),
    states={
        State.NILAI: N_("A ceremony is documented; the bounds are null where no source gives the points."),
        State.BELUM_LAPOR: N_("A duty is recorded for the region or its units, and nothing was received."),
        State.TIDAK_WAJIB: N_("The region is recorded as exempt, and no ceremony is documented."),
        State.BELUM_ADA_BUKTI: N_(
            "No ceremony is documented and no duty is recorded; this does not say that none took place."
        ),
    },
    null=N_("Both bounds are missing where no source gives the points."),
    source=N_("The joint decree of five bodies of 22 September 2022 and the pledge texts since 2020."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: bounds in themes of four."""
    events = selected(question)
    linked = links(question, events)
    points = pl.col("points")
    themes = (
        linked.join(events.select("event_id", "points"), on="event_id", validate="m:1")
        .group_by("unit")
        .agg(
            named=points.explode(empty_as_null=True).drop_nulls().n_unique().cast(pl.Int64),
            stated=points.count(),
            of=pl.len(),
        )
        .with_columns(low=pl.when(pl.col("stated") > 0).then("named"))
        .with_columns(
            high=pl.when(pl.col("stated") == pl.col("of")).then("low").when(pl.col("stated") > 0).then(THEMES)
        )
    )
    covered = Interval(pl.col("low"), pl.col("high"))
    values = themes.select(
        "unit",
        "low",
        "high",
        *covered.named("numerator"),
        *Interval(pl.lit(THEMES), pl.lit(THEMES)).named("denominator"),
    )
    return figures(question, values.join(behind(question, linked), on="unit", how="left", validate="1:1"))
