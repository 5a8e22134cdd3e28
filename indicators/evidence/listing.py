"""The events themselves in the shape that commands and routes hand out."""

from __future__ import annotations

from typing import Any

from indicators.evidence.ceremonies import events_in
from indicators.scope import ALL_CAMPAIGNS, ALL_KINDS, Scope
from warehouse.frames import Frames

EventRecord = dict[str, Any]


def events(frames: Frames, region: str | None = None, campaign: str | None = None, **filters: Any) -> list[EventRecord]:
    """All events of a region and those below it (None = all), of a campaign (None = all), as JSON-ready records.

    Every kind of organiser unless `organiser_kind` narrows it; further `filters` are fields of `Scope`. A field that
    no source gives is null. `contradictions` counts the fields that sources contradict each other in, open or settled.
    """
    wanted = {"organiser_kind": ALL_KINDS, **filters}
    rows = events_in(frames, Scope(region=region, campaign=campaign or ALL_CAMPAIGNS, **wanted))
    sources = {
        row["source_id"]: row for row in frames.source.select("source_id", "url", "publisher", "grade").to_dicts()
    }
    return [_record(row, sources) for row in rows.to_dicts()]


def _record(row: dict[str, Any], sources: dict[str, dict[str, Any]]) -> EventRecord:
    return {
        "event_id": row["event_id"],
        "organiser_region_code": row["organiser_region_code"],
        "place_region_code": row["place_region_code"],
        "opd": row["opd"],
        "activity": row["activity"],
        "campaign": row["campaign_id"],
        "date": {
            "low": row["date_low"] and row["date_low"].isoformat(),
            "high": row["date_high"] and row["date_high"].isoformat(),
            "status": row["date_status"],
            "stated": row["date_stated"],
        },
        "participants": _count(row, "participants"),
        "signers": _count(row, "signers"),
        "points": row["points"],
        "mode": row["mode"],
        "led_by": row["led_by"],
        "sources": [
            {"url": source["url"], "publisher": source["publisher"], "grade": source["grade"]}
            for source in (sources[name] for name in row["source_ids"])
        ],
        "contradictions": row["contradictions"],
    }


def _count(row: dict[str, Any], stem: str) -> dict[str, Any] | None:
    count = {part: row[f"{stem}_{part}"] for part in ("low", "high", "stated", "qualifier")}
    return count if any(value is not None for value in count.values()) else None
