"""A small warehouse, written row by row: what a test does not name is null, or the plainest value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.lent.rows import table
from warehouse.frames import Frames, SnapshotInfo

Rows = list[dict[str, Any]]
TAKEN_AT = dt.datetime(2024, 12, 1, 8, tzinfo=dt.UTC)

REGIONS: Rows = [
    {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
    {"code": "33.01", "level": "kabupaten", "name": "Kabupaten Cilacap", "parent_code": "33"},
    {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
    {"code": "33.74", "level": "kota", "name": "Kota Semarang", "parent_code": "33"},
    {"code": "34", "level": "provinsi", "name": "DI Yogyakarta"},
    {"code": "34.01", "level": "kabupaten", "name": "Kabupaten Kulon Progo", "parent_code": "34"},
    {
        "code": "91.01",
        "level": "kabupaten",
        "name": "Kabupaten lama",
        "valid_to": dt.date(2022, 7, 24),
        "successor_code": "34.01",
    },
]
CAMPAIGNS: Rows = [
    {
        "campaign_id": "pemilu-2024",
        "name": "Pemilu 2024",
        "election_date": dt.date(2024, 2, 14),
        "campaign_start": dt.date(2023, 11, 28),
    },
    {
        "campaign_id": "pilkada-2024",
        "name": "Pilkada 2024",
        "election_date": dt.date(2024, 11, 27),
        "campaign_start": dt.date(2024, 9, 25),
    },
]
PLAIN: dict[str, dict[str, Any]] = {
    "event": {
        "campaign_id": "pemilu-2024",
        "activity": ["ikrar"],
        "level": "kabupaten",
        "organiser_kind": "pemda",
        "date_status": "missing",
        "is_simulated": False,
    },
    "event_region": {"role": "organiser"},
    "claim": {"subject_kind": "event", "field": "activity", "status": "accepted"},
    "source": {"kind": "article", "publisher": "contoh", "grade": "D", "is_simulated": False},
    "obligation": {
        "campaign_id": "pemilu-2024",
        "scope": "region",
        "what": "ikrar",
        "status": "wajib",
        "set_by": "Sekda",
        "source_id": "edaran",
    },
    "opd": {"kind": "dinas"},
    "headcount": {"employee_type": "ASN", "tier": "semua", "as_of_precision": "day", "source_id": "rekap"},
    "signature": {"campaign_id": "pemilu-2024", "employee_type": "ASN", "tier": "semua", "source_id": "rekap"},
}


@pytest.fixture(scope="session")
def frames() -> Callable[..., Frames]:
    """A factory: tables as lists of sparse rows → Frames taken on 1 December 2024."""

    def make(**tables: Rows) -> Frames:
        rows: dict[str, Rows] = {"region": REGIONS, "campaign": CAMPAIGNS, **tables}
        made = {
            name: table(name, *(PLAIN.get(name, {}) | row for row in given)) for name, given in rows.items() if given
        }
        return Frames.of(SnapshotInfo(1, TAKEN_AT), **made)

    return make


@pytest.fixture
def ceremony() -> Callable[..., dict[str, Rows]]:
    """A factory: one event with organiser, claim and source, as the tables' rows. Add several with `together`."""

    def make(event_id: str, region: str, day: str | None = None, *, grade: str = "D", **event: Any) -> dict[str, Rows]:
        date = dt.date.fromisoformat(day) if day else None
        dated = {"date_low": date, "date_high": date, "date_status": "stated"} if date else {}
        source = f"berita-{event_id}"
        return {
            "event": [{"event_id": event_id, "organiser_region_code": region, **dated, **event}],
            "event_region": [{"event_id": event_id, "region_code": region}],
            "claim": [{"claim_id": f"{event_id}/activity", "subject_id": event_id, "source_id": source}],
            "source": [{"source_id": source, "grade": grade}],
        }

    return make


@pytest.fixture
def together() -> Callable[..., dict[str, Rows]]:
    """A factory: several groups of tables as one."""

    def make(*groups: dict[str, Rows]) -> dict[str, Rows]:
        names = {name for group in groups for name in group}
        return {name: [row for group in groups for row in group.get(name, [])] for name in names}

    return make
