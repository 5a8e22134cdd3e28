"""The data that comes with the program: small reviewable files under `data/`, each record with its source.

`read` gives them as frames of the warehouse's tables. What each file is, and where its facts come from, is told in
`docs/sources.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from etl.reconcile import events_from_claims
from etl.sources.bundled import faults
from etl.sources.bundled.checks import check
from etl.sources.bundled.events import EDITOR, read_event
from etl.sources.bundled.faults import fault
from etl.sources.bundled.sheets import read_sheet, schema_of, with_count, with_unit
from warehouse.vocabulary import ClaimStatus, SubjectKind

Row = dict[str, Any]

TABLES = (
    "campaign",
    "regulation",
    "source",
    "claim",
    "event",
    "event_region",
    "obligation",
    "headcount",
    "signature",
    "opd",
    "risk_index",
)
"""The tables that the bundled files fill."""


def read(folder: Path) -> dict[str, pl.DataFrame]:
    """The bundled files of a data folder as frames, one a table of `TABLES`, without `batch_id`; rows by key.

    Pure but for reading the files: the same files give the same frames. Raises BadInput naming file, record and field
    for the first fault; every reference between the tables, and to the region register, has then been checked.
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES if name not in {"event", "event_region"}}
    for path in sorted((folder / "events").rglob("*.toml")):
        sources, claims = read_event(path)
        rows["source"] += sources
        rows["claim"] += claims
    rows["source"] += [row | {"is_simulated": False} for row in read_sheet(folder / "sources.csv", "source")]
    for name in ("regulation", "obligation"):
        rows[name] = read_sheet(folder / f"{name}s.csv", name)
    rows["risk_index"] = read_sheet(folder / "risk_index.csv", "risk_index")
    rows["campaign"], campaign_claims = _campaigns(folder / "campaigns.csv")
    rows["opd"], opd_claims = _opd(folder / "opd.csv")
    rows["headcount"] = _counted(folder / "headcounts.csv", "headcount", ("people",))
    rows["signature"] = _counted(folder / "signatures.csv", "signature", ("pledged", "signed"))
    rows["claim"] += [*campaign_claims, *opd_claims, *_claims(folder / "claims.csv")]
    _once(folder, rows["source"])
    frames = {name: _frame(name, found) for name, found in rows.items()}
    frames |= {name: frame.sort(frame.columns[0]) for name, frame in events_from_claims(frames["claim"]).items()}
    check(folder, frames)
    return {name: frames[name] for name in TABLES}


def _frame(name: str, rows: Sequence[Row]) -> pl.DataFrame:
    schema = schema_of(name)
    frame = pl.DataFrame([{column: row.get(column) for column in schema} for row in rows], schema=schema)
    return frame.sort(frame.columns[0], maintain_order=True)


def _counted(path: Path, table: str, counts: Iterable[str]) -> list[Row]:
    """Rows with bounds from their print, and region and OPD from their unit."""
    rows = [with_unit(row) for row in read_sheet(path, table)]
    for name in counts:
        rows = [with_count(path, row, name) for row in rows]
    return rows


def _campaigns(path: Path) -> tuple[list[Row], list[Row]]:
    """Campaigns, and one claim a date: polling day and campaign period may have different sources."""
    rows = read_sheet(path, "campaign", also=("election_source_id",))
    dates = (("election_date", "election_source_id"), ("campaign_start", "source_id"), ("campaign_end", "source_id"))
    claims = [
        _claim(SubjectKind.CAMPAIGN, row["campaign_id"], field, row[source], value=row[field].isoformat())
        for row in rows
        for field, source in dates
        if row[field] is not None
    ]
    return rows, claims


def _opd(path: Path) -> tuple[list[Row], list[Row]]:
    """Units, and for each the claim that it exists: its name as printed, by its source."""
    rows = read_sheet(path, "opd", also=("printed", "source_id", "note"))
    rows = [row | {"region_code": row["opd_id"].partition("/")[0]} for row in rows]
    claims = [
        _claim(
            SubjectKind.OPD,
            row["opd_id"],
            "name",
            row["source_id"],
            value=row["name"],
            stated=row["printed"] or row["name"],
            reason=row["note"],
        )
        for row in rows
    ]
    return rows, claims


def _claims(path: Path) -> list[Row]:
    """Claims about regions and units that are not about an event."""
    rows = read_sheet(path, "claim")
    ordinals: Counter[tuple[str, str]] = Counter()
    claims = []
    for row in rows:
        ordinals[row["subject_id"], row["field"]] += 1
        ordinal = ordinals[row["subject_id"], row["field"]]
        claims.append(
            _claim(SubjectKind(row["subject_kind"]), row["subject_id"], row["field"], row["source_id"], ordinal=ordinal)
            | {name: value for name, value in row.items() if value is not None}
            | {"decided_by": EDITOR if row["status"] == ClaimStatus.REJECTED else None}
        )
    return claims


def _claim(
    kind: SubjectKind, subject_id: str, field: str, source_id: str, *, ordinal: int = 1, **rest: str | None
) -> Row:
    return {
        "claim_id": f"{subject_id}/{field}/{ordinal:02d}/{source_id}",
        "subject_kind": kind.value,
        "subject_id": subject_id,
        "field": field,
        "source_id": source_id,
        "status": ClaimStatus.ACCEPTED.value,
        **rest,
    }


def _once(folder: Path, sources: Sequence[Row]) -> None:
    """Refuse a source that two records describe, in event files or the sheet."""
    for value, times in Counter(row["source_id"] for row in sources).items():
        if times > 1:
            raise fault(faults.REPEATED, folder / "sources.csv", value=value)
