"""Claims as a person reads them: what each source says of a field, what was accepted, what not and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from etl.reconcile import FIELDS
from i18n import Text
from indicators.words import word
from pages.ui import SourceItem
from pages.wilayah.fieldwords import FIELD_NAMES, QUALIFIERS, value_words
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, Qualifier


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim: the source that makes it and how it prints it. `stated` null = not quoted."""

    claim_id: str
    source: SourceItem
    stated: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A value and all who say it. `reasons`: why it was accepted, rejected or is open; `decided`: by whom and when."""

    value: str
    qualifier: str | None
    status: str
    reasons: tuple[str, ...]
    decided: str | None
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field, accepted values first. `contested`: sources contradict each other; `open`: not decided yet."""

    field: str
    label: str
    statements: tuple[Statement, ...]
    contested: bool
    open: bool


def fields(frames: Frames, claims: pl.DataFrame, t: Text) -> tuple[FieldView, ...]:
    """The fields that `claims` (of one subject) speak of, in the order of the event table."""
    names, sources = codes(frames), source_items(frames)
    order = {name: place for place, name in enumerate(FIELDS)}
    by_field: dict[str, list[dict[str, Any]]] = {}
    for claim in claims.sort("claim_id").to_dicts():
        by_field.setdefault(claim["field"], []).append(claim)
    return tuple(
        _field(field, by_field[field], names, sources, t)
        for field in sorted(by_field, key=lambda name: (order.get(name, len(order)), name))
    )


def codes(frames: Frames) -> dict[str, str]:
    """Every id that a claim may hold, to its name."""
    tables = ((frames.region, "code", "name"), (frames.campaign, "campaign_id", "name"), (frames.opd, "opd_id", "name"))
    return {key: name for table, id_, label in tables for key, name in table.select(id_, label).iter_rows()}


def source_items(frames: Frames) -> dict[str, SourceItem]:
    """Each source by its id, as pages list it."""
    return {row["source_id"]: source_item(row) for row in frames.source.to_dicts()}


def source_item(row: Mapping[str, Any]) -> SourceItem:
    """A row of the source table as pages list it."""
    return SourceItem(
        title=row["title"] or row["url"] or row["source_id"],
        publisher=row["publisher"],
        grade=row["grade"],
        href=row["url"],
        published_on=row["published_on"],
        note=row["note"],
    )


def _field(
    field: str,
    claims: Sequence[Mapping[str, Any]],
    names: Mapping[str, str],
    sources: Mapping[str, SourceItem],
    t: Text,
) -> FieldView:
    groups: dict[tuple[str, str | None, str | None], list[Mapping[str, Any]]] = {}
    for claim in claims:
        groups.setdefault((claim["status"], claim["value"], _qualifier(field, claim)), []).append(claim)
    ranks = list(ClaimStatus)
    ordered = sorted(groups.items(), key=lambda group: ranks.index(ClaimStatus(group[0][0])))
    statements = tuple(
        Statement(
            value=value_words(field, value, names, t),
            qualifier=_qualifier_words(qualifier, t),
            status=status,
            reasons=_distinct(claim["reason"] for claim in group),
            decided=_decided(group[0], t),
            voices=tuple(Voice(one["claim_id"], sources[one["source_id"]], one["stated"]) for one in group),
        )
        for (status, value, qualifier), group in ordered
    )
    accepted = {claim["value"] for claim in claims if claim["status"] == ClaimStatus.ACCEPTED}
    is_open = any(claim["status"] == ClaimStatus.OPEN for claim in claims)
    rejected = {claim["value"] for claim in claims if claim["status"] == ClaimStatus.REJECTED} - accepted
    return FieldView(
        field=field,
        label=t(FIELD_NAMES.get(field, field)),
        statements=statements,
        contested=is_open or bool(rejected and accepted),
        open=is_open,
    )


def _qualifier(field: str, claim: Mapping[str, Any]) -> str | None:
    """The qualifier where it tells values apart; that a date was concluded belongs to the claim's reason."""
    return None if field == "date" else claim["qualifier"]


def _qualifier_words(qualifier: str | None, t: Text) -> str | None:
    if qualifier is None or qualifier == Qualifier.EXACT:
        return None
    return word(QUALIFIERS, qualifier, t)


def _decided(claim: Mapping[str, Any], t: Text) -> str | None:
    if claim["decided_by"] is None:
        return None
    if claim["decided_on"] is None:
        return t("Decided by: {who}.", who=claim["decided_by"])
    return t("Decided by: {who}, {day}.", who=claim["decided_by"], day=t.date(claim["decided_on"]))


def _distinct(reasons: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for reason in reasons if reason))
