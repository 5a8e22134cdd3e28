"""A file handed out of a store, and a recap of one OPD that changes what the file says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Final

from briefings.briefing import Request
from etl.issuing import Issued, Origin, issue
from i18n import text
from warehouse import contract
from warehouse.store import Store
from warehouse.vocabulary import Audience

NOW: Final = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
UNIT: Final = "33.03/dinas-kesehatan"
REGION: Final = "33.03"
ELECTION: Final = "pemilu-2024"


def made_of(store: Path, region: str | None = "33", audience: Audience = Audience.DALAM, **more: Any) -> Issued:
    """The CSV of a briefing, on record."""
    request = Request(region, more.pop("campaign", ELECTION), audience=audience, **more)
    return issue(Origin(Store(store), text("id"), NOW, "siti"), request, "csv")


def load(store: Path, people: int, signed: int) -> str:
    """A recap of one OPD; the batch."""
    place = {
        "unit_id": UNIT,
        "opd_id": UNIT,
        "region_code": REGION,
        "source_id": "rekap",
        "as_of": dt.date(2024, 1, 31),
    }
    whom = {"as_of_precision": "day", "employee_type": "PNS", "tier": "semua"}
    counted = {"signed_low": signed, "signed_high": signed, "signed_qualifier": "exact", "campaign_id": ELECTION}
    target = {"people_low": people, "people_high": people, "people_stated": str(people), "people_qualifier": "exact"}
    source = {"source_id": "rekap", "kind": "workbook", "publisher": "BKPSDM", "title": "Rekap", "grade": "B"}
    rows = {
        "opd": {"opd_id": UNIT, "region_code": REGION, "name": "Dinas Kesehatan", "kind": "dinas"},
        "source": {**source, "is_simulated": False},
        "headcount": place | whom | target,
        "signature": place | whom | counted,
    }
    tables = {table: contract.frame(table, [row]) for table, row in rows.items()}
    by = {"kind": "signatures", "name": "rekap <b>OPD</b>.xlsx", "by": "budi", "content_sha256": "0" * 64}
    return Store(store).load(tables, now=NOW, **by).snapshot.batch.batch_id
