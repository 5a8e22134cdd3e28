"""A small world of two regencies in a province: headcounts, counts, duties and ceremonies as a test needs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import geo
from briefings.asked import Asked
from briefings.briefing import Request
from i18n import Language, text
from tests.lent.rows import table
from warehouse.frames import Frames, SnapshotInfo

AUGUST, OCTOBER = dt.date(2024, 8, 31), dt.date(2024, 10, 15)
ELECTION = "pilkada-2024"
REGIONS = [
    {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
    {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
    {"code": "33.04", "level": "kabupaten", "name": "Kabupaten Banjarnegara", "parent_code": "33"},
]
CAMPAIGN = {
    "campaign_id": ELECTION,
    "name": "Pilkada 2024",
    "election_date": dt.date(2024, 11, 27),
    "campaign_start": dt.date(2024, 9, 25),
    "campaign_end": dt.date(2024, 11, 23),
}
SOURCE = {"source_id": "rekap", "kind": "workbook", "publisher": "BKPSDM", "grade": "B", "is_simulated": False}


def _people(unit: str, **values: Any) -> dict[str, Any]:
    opd = unit if "/" in unit else None
    place = {"unit_id": unit, "opd_id": opd, "region_code": unit.split("/", maxsplit=1)[0]}
    return {**place, "employee_type": "ASN", "tier": "semua", "source_id": "rekap", **values}


@pytest.fixture
def head() -> Callable[..., dict[str, Any]]:
    """So many people of a unit (`33.03/a`, or a region as a whole)."""

    def make(unit: str, people: int, **more: Any) -> dict[str, Any]:
        exact = {"people_low": people, "people_high": people, "as_of": AUGUST, "as_of_precision": "day"}
        return _people(unit, **exact, **more)

    return make


@pytest.fixture
def tally() -> Callable[..., dict[str, Any]]:
    """So many who signed, or did as `measure` says."""

    def make(unit: str, low: int, high: int | None = None, measure: str = "signed", **more: Any) -> dict[str, Any]:
        bounds = {f"{measure}_low": low, f"{measure}_high": high}
        return _people(unit, campaign_id=ELECTION, as_of=OCTOBER, **bounds, **more)

    return make


@pytest.fixture
def ceremony() -> Callable[..., dict[str, Any]]:
    """A pledge of a region on a day, within days, or undated."""

    def make(name: str, region: str, low: dt.date | None, high: dt.date | None = None, **more: Any) -> dict[str, Any]:
        days = {"date_low": low, "date_high": high or low, "date_precision": low and ("range" if high else "day")}
        known = {"date_status": "stated" if low else "missing", "activity": ["ikrar"], "level": "kabupaten"}
        where = {"organiser_kind": "pemda", "organiser_region_code": region, "is_simulated": False}
        return {"event_id": name, "campaign_id": ELECTION, **known, **days, **where, **more}

    return make


@pytest.fixture
def world() -> Callable[..., Frames]:
    """The tables of these rows; OPD are those that are counted, named after the last letter of their opd_id."""

    def make(
        heads: Sequence[dict[str, Any]] = (),
        tallies: Sequence[dict[str, Any]] = (),
        duties: Sequence[dict[str, Any]] = (),
        events: Sequence[dict[str, Any]] = (),
    ) -> Frames:
        units = sorted({row["unit_id"] for row in (*heads, *tallies) if row["opd_id"]})
        claims = [
            {"claim_id": f"c-{event['event_id']}", "subject_kind": "event", "subject_id": event["event_id"],
             "field": "activity", "value": '["ikrar"]', "source_id": "rekap", "status": "accepted"}
            for event in events
        ]  # fmt: skip
        return Frames.of(
            SnapshotInfo(1, dt.datetime(2024, 12, 1, tzinfo=dt.UTC)),
            region=table("region", *REGIONS),
            campaign=table("campaign", CAMPAIGN),
            source=table("source", SOURCE),
            opd=table(
                "opd",
                *(
                    {
                        "opd_id": unit,
                        "region_code": unit.split("/")[0],
                        "name": f"Dinas {unit[-1].upper()}",
                        "kind": "dinas",
                    }
                    for unit in units
                ),
            ),
            headcount=table("headcount", *heads),
            signature=table("signature", *tallies),
            obligation=table("obligation", *duties),
            event=table("event", *events),
            claim=table("claim", *claims),
            event_region=table(
                "event_region",
                *(
                    {"event_id": event["event_id"], "region_code": event["organiser_region_code"], "role": "organiser"}
                    for event in events
                ),
            ),
        )

    return make


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Asked]:
    """A briefing's question about a region of frames; null = the nation."""
    outlines = next(layer for layer in geo.layers(tmp_path) if layer.kind == "skematik")

    def make(frames: Frames, region: str | None, language: Language = "id", **more: Any) -> Asked:
        return Asked.of(frames, Request(region, **more), text(language), outlines)

    return make
