"""Regions with a documented event: how many ceremonies, of whom, on what evidence."""

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
    name="documented_events",
    label=N_("Documented events"),
    definition=N_(
        "The number of different ceremonies (pledge, integrity pact, declaration, joint commitment) that a source "
        "documents and in which the region, or a region below it, organised or took part. Where a ceremony was held "
        "does not count. Ceremonies of central offices, election bodies and the nation are counted apart."
    ),
    unit=N_("events"),
    states={
        State.NILAI: N_("At least one ceremony is documented."),
        State.BELUM_LAPOR: N_("A duty is recorded for the region or its units, and nothing was received."),
        State.TIDAK_WAJIB: N_("The region is recorded as exempt, and no ceremony is documented."),
        State.BELUM_ADA_BUKTI: N_(
            "No ceremony is documented and no duty is recorded; this does not say that none took place."
        ),
    },
    null=N_("No bound is missing: what is not documented is not counted."),
    source=N_("This project's design; events of several regions count once in a total."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: the number of events; one that may be after the day asked for is in `high` only."""
    events = selected(question)
    linked = links(question, events)
    counted = (
        linked.join(events.select("event_id", "is_certain"), on="event_id", validate="m:1")
        .group_by("unit")
        .agg(low=pl.col("is_certain").sum(), high=pl.len())
    )
    return figures(question, counted.join(behind(question, linked), on="unit", how="left"))
