"""What must hold across the bundled files: rules of the tables, references, one voice per id."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from etl.reconcile import disagreements
from etl.reconcile.fields import SEPARATOR
from etl.sources.bundled import faults
from etl.sources.bundled.faults import fault
from geo import register
from warehouse.tables import TABLES
from warehouse.vocabulary import SubjectKind

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
    ("risk_index", "source_id", "source"),
    ("risk_index", "region_code", "region"),
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
        _check_references(folder, (table, column, target), frames[table], keys[target])
    claims = frames["claim"]
    for field, target in CLAIMED.items():
        named = claims.filter(pl.col("field") == field, pl.col("subject_kind") == SubjectKind.EVENT)
        split = named.with_columns(pl.col("value").str.split(SEPARATOR))
        _check_references(folder, ("claim", "value", target), split, keys[target])
    for (kind,), group in claims.group_by("subject_kind", maintain_order=True):
        _check_references(folder, ("claim", "subject_id", str(kind)), group, keys[str(kind)])
    for event_id, field in disagreements(claims):
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
        raise fault(faults.BROKEN_RULE, _file(folder, name, record), record, rule=rule, table=name)


def _check_references(folder: Path, reference: tuple[str, str, str], frame: pl.DataFrame, known: set[str]) -> None:
    """Raise for the first value of a column that is no key; `reference` is (table, column, table of the keys)."""
    table, column, target = reference
    named = frame.select(pl.concat_str(TABLES[table].primary_key(), separator=" ").alias("record"), column)
    if isinstance(named.schema[column], pl.List):
        named = named.explode(column)
    for record, value in named.drop_nulls(column).iter_rows():
        if value not in known:
            path = _file(folder, table, record)
            raise fault(faults.UNKNOWN_REFERENCE, path, record, field=column, value=value, target=target)


def _file(folder: Path, table: str, record: str) -> Path:
    """The file that a record of a table was read from: the event's own, or the table's sheet."""
    event = folder / "events" / f"{record.partition('/')[0]}.toml"
    if event.exists():
        return event
    return folder / (f"{table}.csv" if table in {"opd", "risk_index"} else f"{table}s.csv")
