"""How early the first ceremony was."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.definition import Definition
from indicators.evidence.ceremonies import behind, links, selected
from indicators.measures.answer import figures
from indicators.question import Evidence, Question
from warehouse.vocabulary import State

EVIDENCE = Evidence.EVENTS
DEFINITION = Definition(
    name="days_before_campaign",
    label=N_("Days before the campaign"),
    definition=N_(
        "The days from the first documented ceremony, among those held by the day asked for, to the first day of the "
        "campaign it was for; below 0 = after it began. A date known as a range gives a range of days. Where a "
        "ceremony is undated there is no upper bound: it may have been earlier. Over several elections, the largest."
    ),
    unit=N_("days"),
    states={
        State.NILAI: N_("A ceremony is documented; the bounds are null where no date, or no campaign, is known."),
        State.BELUM_LAPOR: N_("A duty is recorded for the region or its units, and nothing was received."),
        State.TIDAK_WAJIB: N_("The region is recorded as exempt, and no ceremony is documented."),
        State.BELUM_ADA_BUKTI: N_(
            "No ceremony is documented and no duty is recorded; this does not say that none took place."
        ),
    },
    null=N_(
        "There is no upper bound where a ceremony is undated. Both are missing where no date, or no campaign, is known."
    ),
    source=N_("This project's design; the days of the campaign are those of the campaign table."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: bounds in days."""
    events = selected(question).join(
        question.frames.campaign.select("campaign_id", "campaign_start"), on="campaign_id", how="left", validate="m:1"
    )
    start = pl.col("campaign_start")
    days = events.select(
        "event_id",
        low=(start - pl.col("date_high")).dt.total_days(),
        high=(start - pl.col("date_low")).dt.total_days(),
    )
    linked = links(question, events)
    earliest = (
        linked.join(days, on="event_id", validate="m:1")
        .group_by("unit")
        .agg(pl.col("low").max(), high=pl.when(pl.col("high").is_not_null().all()).then(pl.col("high").max()))
    )
    return figures(question, earliest.join(behind(question, linked), on="unit", how="left", validate="1:1"))
