"""Every field that sources contradict each other in, open or settled. Pure.

What counts as one is decided in one place, for the indicator and for this list:
`indicators.evidence.ceremonies.disputes`.
"""

from __future__ import annotations

import polars as pl

from etl.reconcile import in_order
from etl.review.values import Contradiction, Side
from indicators.evidence.ceremonies import disputes, voices
from warehouse.frames import Frames

_EVERYWHERE = ("ringkasan", "peta", "linimasa", "wilayah")
_COUNTED = ("pledged_rate", "signed_rate", "reporting_rate", "opd_finished", "gap_people")

RESTING: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "date": (("documented_events", "days_before_campaign", "freshness_days"), _EVERYWHERE),
    "campaign_id": (
        ("documented_events", "days_before_campaign", "points_covered", "evidence_grade", "freshness_days"),
        _EVERYWHERE,
    ),
    "activity": (("documented_events", "evidence_grade"), _EVERYWHERE),
    "organiser_kind": (("documented_events",), _EVERYWHERE),
    "organiser_region_code": (
        ("documented_events", "days_before_campaign", "points_covered", "evidence_grade", "freshness_days"),
        _EVERYWHERE,
    ),
    "participant_regions": (("documented_events", "days_before_campaign"), ("peta", "wilayah")),
    "opd_id": (("documented_events",), ("opd", "wilayah")),
    "points": (("points_covered",), ("wilayah",)),
    "headcount": (_COUNTED, ("opd", "wilayah")),
    "units": (("reporting_rate", "opd_finished"), ("opd", "wilayah")),
}
"""Field to the indicators whose figures may change with it, and the pages that show them. Any other field is only shown
on the region's page. Every contradiction counts in `open_contradictions`."""
_SHOWN: tuple[tuple[str, ...], tuple[str, ...]] = ((), ("wilayah",))


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
            str(kind),
            str(subject),
            str(field),
            bool(is_open),
            _sides(rows),
            (*RESTING.get(str(field), _SHOWN)[0], "open_contradictions"),
            RESTING.get(str(field), _SHOWN)[1],
        )
        for (kind, subject, field, is_open), rows in grouped
    ]
    return tuple(sorted(listed, key=lambda one: (not one.is_open, one.subject_kind, one.subject_id, one.field)))


def _sides(rows: pl.DataFrame) -> tuple[Side, ...]:
    return tuple(Side(**row) for row in rows.select(list(Side.__slots__)).iter_rows(named=True))
