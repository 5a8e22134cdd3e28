"""What must hold across the bundled files: rules of the tables, references, one voice per id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

from etl.reconcile import disagreements
from etl.reconcile.fields import SEPARATOR
from etl.sources.bundled import faults
from etl.sources.bundled.faults import fault
from geo import register
from warehouse.tables import TABLES

Frames = Mapping[str, pl.DataFrame]

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("claim", "source_id", "source"),
    ("source", "syndicated_from", "source"),
    ("campaign", "source_id", "source"),
    ("campaign", "legal_basis", "regulation"),
    ("regulation", "source_id", "source"),
    ("regulation", "replaced_by", "regulation"),
    ("regulation", "region_code", "region"),
    ("headcount", "source_id", "source"),
    ("headcount", "region_code", "region"),
    ("headcount", "opd_id", "opd"),
    ("signature", "source_id", "source"),
    ("signature", "campaign_id", "campaign"),
    ("signature", "region_code", "region"),
    ("signature", "opd_id", "opd"),
    ("obligation", "source_id", "source"),
    ("obligation", "campaign_id", "campaign"),
    ("obligation", "region_code", "region"),
    ("obligation", "opd_id", "opd"),
    ("opd", "region_code", "region"),
    ("opd", "parent_opd_id", "opd"),
)
"""(table, column, table whose key it holds)."""

CLAIMED: dict[str, str] = {
    "campaign_id": "campaign",
    "organiser_region_code": "region",
    "place_region_code": "region",
    "participant_regions": "region",
    "opd_id": "opd",
    "simultaneous_with": "event",
}
"""Fields of events whose claimed values are keys: field to table."""


def check(folder: Path, frames: Frames) -> None:
    """Raise BadInput for the first rule of a table or reference that does not hold."""
    for name, frame in frames.items():
        _check_rules(folder, name, frame)
    keys = _keys(frames)
    for table, column, target in REFERENCES:
        _check_reference((folder / table, column, target), frames[table][column], keys[target])
    for field, target in CLAIMED.items():
        claimed = frames["claim"].filter(pl.col("field") == field, pl.col("subject_kind") == "event")["value"]
        _check_reference((folder / "claim", field, target), claimed.str.split(SEPARATOR), keys[target])
    for (kind,), group in frames["claim"].group_by("subject_kind"):
        _check_reference((folder / "claim", "subject_id", str(kind)), group["subject_id"], keys[str(kind)])
    for event_id, field in disagreements(frames["claim"]):
        raise fault(faults.DISAGREE, folder / "events" / f"{event_id}.toml", field=field)


def _keys(frames: Frames) -> dict[str, set[str]]:
    """The keys that may be named, by table. Of regions only codes in force: bundled files use today's."""
    keys = {name: set(frames[name][f"{name}_id"]) for name in ("source", "campaign", "regulation", "opd", "event")}
    return keys | {"region": {code for code, each in register.by_code().items() if each.successor_code is None}}


def _check_rules(folder: Path, name: str, frame: pl.DataFrame) -> None:
    schema = TABLES[name]
    _, failed = schema.filter(frame.with_columns(batch_id=pl.lit("-")), cast=False)
    for row in failed.details().head(1).iter_rows(named=True):
        rule = next((rule for rule in failed.counts() if row.get(rule) == "invalid"), "")
        record = " ".join(str(row[column]) for column in schema.primary_key())
        raise fault(faults.BROKEN_RULE, folder / name, record, rule=rule, table=name)


def _check_reference(place: tuple[Path, str, str], values: pl.Series, known: set[str]) -> None:
    """Raise for the first value that is no key; `place` is (table, column, table of the keys)."""
    path, column, target = place
    for value in _flat(values):
        if value not in known:
            raise fault(faults.UNKNOWN_REFERENCE, path, field=column, value=value, target=target)


def _flat(values: pl.Series) -> Iterator[str]:
    """The non-null texts of a column of texts or lists of texts."""
    flat = values.explode() if isinstance(values.dtype, pl.List) else values
    return iter(flat.drop_nulls())
