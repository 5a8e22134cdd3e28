"""How many statements about a region contradict each other and wait for a person."""

from __future__ import annotations

import polars as pl

from i18n import N_
from indicators.definition import Definition
from indicators.evidence.ceremonies import behind, disputes, links, selected
from indicators.measures.answer import figures
from indicators.question import Evidence, Question
from warehouse.vocabulary import State, SubjectKind

EVIDENCE = Evidence.EVENTS
DEFINITION = Definition(
    name="open_contradictions",
    label=N_("Open contradictions"),
    definition=N_(
        "The number of fields of the region's ceremonies, of its OPD or of the region itself of which a claim waits "
        "for a person's decision. What was decided is not counted; it stays visible with its reason."
    ),
    unit=N_("fields"),
    states={
        State.NILAI: N_("A ceremony is documented or a claim is open; 0 means that nothing waits for a decision."),
        State.BELUM_LAPOR: N_("A duty is recorded for the region or its units, and nothing was received."),
        State.TIDAK_WAJIB: N_("The region is recorded as exempt, and nothing was received."),
        State.BELUM_ADA_BUKTI: N_("Nothing was received and no duty is recorded; it accuses nobody."),
    },
    null=N_("No bound is missing: what nobody contradicts is not counted."),
    source=N_("This project's design: two sources may disagree, both claims stay."),
)


def compute(question: Question) -> pl.DataFrame:
    """Figures: `low` = `high` = the number of fields with an open claim."""
    linked = links(question, selected(question))
    open_fields = disputes(question.frames.claim).filter("is_open")
    of_events = linked.join(
        open_fields.filter(pl.col("subject_kind") == SubjectKind.EVENT), left_on="event_id", right_on="subject_id"
    )
    counted = pl.concat(
        [
            linked.select("unit", count=pl.lit(0, pl.Int64)),
            of_events.select("unit", count=pl.lit(1, pl.Int64)),
            _of_places(question, open_fields).select("unit", count=pl.lit(1, pl.Int64)),
        ]
    )
    values = counted.group_by("unit").agg(low=pl.col("count").sum(), high=pl.col("count").sum())
    return figures(question, values.join(behind(question, linked), on="unit", how="left", validate="1:1"))


def _of_places(question: Question, open_fields: pl.DataFrame) -> pl.DataFrame:
    """The open fields of regions and OPD with the unit they belong to."""
    places = pl.concat(
        [
            question.frames.region.select(region_code="code", opd_id=pl.lit(None, pl.String), subject_id="code"),
            question.frames.opd.select("region_code", "opd_id", subject_id="opd_id"),
        ]
    )
    return (
        open_fields.filter(pl.col("subject_kind").is_in([SubjectKind.REGION, SubjectKind.OPD]))
        .join(places, on="subject_id", how="inner")
        .with_columns(question.unit())
        .filter(pl.col("unit").is_not_null())
    )
