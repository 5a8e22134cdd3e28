"""Which units and elections the rows that differ between two snapshots are about. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

import polars as pl

from indicators.question import OWN_ROLES
from warehouse.difference import OLD, Difference
from warehouse.frames import Frames
from warehouse.vocabulary import SubjectKind

SCHEMA: Final[dict[str, pl.DataType]] = {
    name: pl.String() for name in ("table", "what", "region_code", "opd_id", "campaign_id", "subject_id")
}
"""A row: in `table` something was `added`, `changed` or `removed` (`what`) that is about this region and OPD (no OPD =
the whole region; no region = the nation) and this election (null = any, or none). `subject_id`: what a claim is about.
"""

_What = Literal["added", "changed", "removed"]
_CITED = ("grade", "published_on", "syndicated_from")
"""What figures read of a source. Another title changes none."""


def touched(found: Mapping[str, Difference], old: Frames, new: Frames) -> pl.DataFrame:
    """Each thing once, as `SCHEMA` says. A table that enters no figure touches nothing."""
    both = Frames.of(new.snapshot, **{name: _either(old, new, name) for name in ("event", "event_region", "opd")})
    cited = {name: _either(old, new, name) for name in ("claim", "headcount", "signature", "obligation")}
    about: dict[str, Callable[[pl.DataFrame], Iterator[pl.DataFrame]]] = {
        "headcount": lambda rows: iter([rows]),
        "signature": lambda rows: iter([rows]),
        "obligation": lambda rows: iter([rows]),
        "opd": lambda rows: iter([rows]),
        "region": lambda rows: iter([rows.select(region_code="code")]),
        "event": lambda rows: iter([_events(rows.select("event_id"), both)]),
        "event_region": lambda rows: iter([_events(rows.select("event_id"), both)]),
        "campaign": lambda rows: iter([_events(both.event.join(rows, on="campaign_id", how="semi"), both)]),
        "claim": lambda rows: _claims(rows, both),
        "source": lambda rows: _citing(rows, cited, both),
    }
    parts = [
        _shaped(part, table, what)
        for table, difference in found.items()
        if table in about
        for what, rows in _rows(table, difference)
        for part in about[table](rows)
    ]
    return pl.concat([pl.DataFrame(schema=SCHEMA), *parts]).unique(maintain_order=True)


def _rows(table: str, found: Difference) -> Iterator[tuple[_What, pl.DataFrame]]:
    changed = found.changed
    if table == "source":  # a new source says nothing by itself: what it says are claims and counts
        unlike = (pl.col(name).ne_missing(pl.col(name + OLD)) for name in _CITED)
        yield "changed", changed.filter(pl.any_horizontal(*unlike))
        return
    yield "added", found.added
    yield "changed", changed
    yield "removed", found.removed


def _events(rows: pl.DataFrame, both: Frames) -> pl.DataFrame:
    """Where the events of these rows (`event_id`, and `subject_id` where there is one) belong."""
    own = both.event_region.filter(pl.col("role").is_in(OWN_ROLES)).select("event_id", "region_code").unique()
    of_event = both.event.select("event_id", "opd_id", "campaign_id").unique()
    ids = rows.select(pl.col("^(event_id|subject_id)$")).unique()
    return ids.join(of_event, on="event_id", how="left").join(own, on="event_id", how="left")


def _claims(rows: pl.DataFrame, both: Frames) -> Iterator[pl.DataFrame]:
    def of(kind: SubjectKind) -> pl.DataFrame:
        return rows.filter(pl.col("subject_kind") == kind).select("subject_id")

    yield _events(of(SubjectKind.EVENT).with_columns(event_id="subject_id"), both)
    yield of(SubjectKind.REGION).with_columns(region_code="subject_id")
    places = both.opd.select("opd_id", "region_code").unique("opd_id")
    yield of(SubjectKind.OPD).with_columns(opd_id="subject_id").join(places, on="opd_id", how="left")


def _citing(sources: pl.DataFrame, tables: Mapping[str, pl.DataFrame], both: Frames) -> Iterator[pl.DataFrame]:
    """What the sources' claims and counts are about."""
    for table, rows in tables.items():
        citing = rows.join(sources, on="source_id", how="semi")
        if table == "claim":
            yield from _claims(citing, both)
        else:
            yield citing


def _either(old: Frames, new: Frames, table: str) -> pl.DataFrame:
    """The rows of both states."""
    before: pl.DataFrame = getattr(old, table)
    after: pl.DataFrame = getattr(new, table)
    return after if before is after else pl.concat([before, after])


def _shaped(rows: pl.DataFrame, table: str, what: str) -> pl.DataFrame:
    given = {"table": pl.lit(table), "what": pl.lit(what)}
    columns = [
        given.get(name, pl.col(name) if name in rows.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in SCHEMA.items()
    ]
    return rows.select(columns)
