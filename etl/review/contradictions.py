"""Every field that sources contradict each other in, open or settled. Pure.

What counts as one is decided in one place, `indicators.ceremonies.disputes`, for the indicator and for this list.
"""

from __future__ import annotations

import polars as pl

from etl.reconcile import in_order
from etl.review.values import Contradiction, Side
from indicators.ceremonies import disputes, voices
from warehouse.frames import Frames

_ALWAYS = ("open_contradictions",)
_RESTING: dict[str, tuple[str, ...]] = {
    "date": ("documented_events", "days_before_campaign", "freshness_days"),
    "campaign_id": ("documented_events", "days_before_campaign", "points_covered", "evidence_grade"),
    "activity": ("documented_events", "evidence_grade"),
    "organiser_kind": ("documented_events",),
    "organiser_region_code": ("documented_events", "days_before_campaign", "points_covered", "evidence_grade"),
    "participant_regions": ("documented_events",),
    "opd_id": ("documented_events",),
    "points": ("points_covered",),
}
"""Indicators that rest on a field of a ceremony; a field that is not here is only shown."""
_COUNTED = ("pledged_rate", "signed_rate", "reporting_rate", "opd_finished", "gap_people")
_PAGES = ("wilayah",)
_PAGES_OF: dict[str, tuple[str, ...]] = {
    "date": ("ringkasan", "peta", "linimasa", "wilayah"),
    "campaign_id": ("ringkasan", "peta", "linimasa", "wilayah"),
    "activity": ("ringkasan", "peta", "linimasa", "wilayah"),
    "organiser_kind": ("ringkasan", "peta", "linimasa", "wilayah"),
    "organiser_region_code": ("ringkasan", "peta", "linimasa", "wilayah"),
    "participant_regions": ("peta", "wilayah"),
    "people": ("opd", "wilayah"),
}


def contradictions(frames: Frames) -> tuple[Contradiction, ...]:
    """The contradictions of a snapshot: open ones first, then by subject and field."""
    found = disputes(frames.claim)
    origin = frames.source.select("source_id", "publisher", "url", "published_on").join(
        voices(frames.source), on="source_id", validate="1:1"
    )
    claims = (
        in_order(frames.claim)
        .join(found, on=["subject_kind", "subject_id", "field"], how="inner", validate="m:1", maintain_order="left")
        .join(origin, on="source_id", how="left", validate="m:1", maintain_order="left")
    )
    grouped = claims.group_by("subject_kind", "subject_id", "field", "is_open", maintain_order=True)
    listed = [
        Contradiction(
            str(kind), str(subject), str(field), bool(is_open), _sides(rows), resting_on(str(field)), _pages(str(field))
        )
        for (kind, subject, field, is_open), rows in grouped
    ]
    return tuple(sorted(listed, key=lambda one: (not one.is_open, one.subject_kind, one.subject_id, one.field)))


def resting_on(field: str) -> tuple[str, ...]:
    """The indicators whose figures may change with a field, by the names of `ikrar query`."""
    return (*_RESTING.get(field, ()), *_ALWAYS)


def _pages(field: str) -> tuple[str, ...]:
    return _PAGES_OF.get(field, _PAGES)


def _sides(rows: pl.DataFrame) -> tuple[Side, ...]:
    return tuple(Side(**row) for row in rows.select(list(Side.__slots__)).iter_rows(named=True))
