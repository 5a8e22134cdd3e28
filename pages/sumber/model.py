"""Sources and method as a value: every source and what rests on it, every definition in the words the code uses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import polars as pl

from briefings.ceremonies.rows import region_names
from i18n import Text
from indicators import DEFINITIONS, Definition
from indicators.words import SOURCE_KINDS, STATES, word
from pages.context import Context
from pages.ringkasan.model import source_item
from pages.ui.notes import SourceItem
from pages.wilayah.events import event_rows
from warehouse.vocabulary import ClaimStatus, SubjectKind


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, and what it supports: ceremonies and regions as name and address. `copy_of` null = an own voice."""

    source_id: str
    item: SourceItem
    kind: str
    copy_of: str | None
    supports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """An indicator's definition, translated. `states`: each state it can have, with what it then means."""

    name: str
    label: str
    facts: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RegulationRow:
    """A law, joint decree or circular with a source. `href` null = its source has no address."""

    title: str
    subject: str
    issued_by: str
    in_force: str
    source: str
    href: str | None


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """An election and its days; an en dash where no source was found."""

    name: str
    election: str
    campaign: str
    source: str
    href: str | None


@dataclass(frozen=True, slots=True)
class View:
    """The whole page. `voices` counts sources that are no copy of another one."""

    sources: tuple[SourceRow, ...]
    voices: int
    definitions: tuple[DefinitionView, ...]
    regulations: tuple[RegulationRow, ...]
    campaigns: tuple[CampaignRow, ...]


def build(context: Context) -> View:
    """The page; filters do not apply to it."""
    rows = _sources(context)
    return View(
        sources=rows,
        voices=sum(row.copy_of is None for row in rows),
        definitions=tuple(_definition(definition, context.t) for definition in DEFINITIONS.values()),
        regulations=_regulations(context),
        campaigns=_campaigns(context),
    )


def _sources(context: Context) -> tuple[SourceRow, ...]:
    frames, t = context.frames, context.t
    supports = _supports(context)
    publishers = dict(frames.source.select("source_id", "publisher").iter_rows())
    return tuple(
        SourceRow(
            source_id=row["source_id"],
            item=source_item(row),
            kind=word(SOURCE_KINDS, row["kind"], t),
            copy_of=publishers.get(row["syndicated_from"], row["syndicated_from"]),
            supports=tuple(supports[row["source_id"]]),
        )
        for row in frames.source.filter(context.known_by_then("published_on"))
        .sort("grade", "publisher", "source_id")
        .to_dicts()
    )


def _supports(context: Context) -> dict[str, list[tuple[str, str]]]:
    """Each source's ceremonies and regions: from its claims that were not rejected, its counts and its duties."""
    frames, t = context.frames, context.t
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    ceremonies = {
        row.event_id: (f"{row.organiser}, {row.date}", row.href) for row in event_rows(context, _graded(frames.event))
    }
    claims = frames.claim.filter(
        (pl.col("subject_kind") == SubjectKind.EVENT.value) & (pl.col("status") != ClaimStatus.REJECTED.value)
    )
    for source_id, event_id in sorted(claims.select("source_id", "subject_id").unique().iter_rows()):
        if event_id in ceremonies:
            found[source_id].append(ceremonies[event_id])
    regions = region_names(frames)
    counted = (("headcount", t("headcount")), ("signature", t("tally")), ("obligation", t("duty")))
    for table, what in counted:
        for source_id, code in sorted(getattr(frames, table).select("source_id", "region_code").unique().iter_rows()):
            name = f"{regions.get(code, code)} ({what})"
            found[source_id].append((name, context.link("wilayah", wilayah=code)))
    return found


def _graded(event: pl.DataFrame) -> pl.DataFrame:
    """The event table with the columns that rows of `indicators.events_in` have; none of them is shown here."""
    none = pl.lit(None, pl.String)
    return event.with_columns(
        grade=none, voices=pl.lit(0), contradictions=pl.lit(0), region_codes=pl.lit([], pl.List(pl.String))
    )


def _definition(definition: Definition, t: Text) -> DefinitionView:
    return DefinitionView(
        name=definition.name,
        label=t(definition.label),
        facts=(*definition.facts(t), (t("Version"), t.number(definition.version))),
        states=tuple((word(STATES, state, t), t(meaning)) for state, meaning in definition.states.items()),
    )


def _regulations(context: Context) -> tuple[RegulationRow, ...]:
    """Those with a source: what is only common knowledge is not printed."""
    frames, t = context.frames, context.t
    titles = dict(frames.regulation.select("regulation_id", "title").iter_rows())
    rows = (
        frames.regulation.filter(pl.col("source_id").is_not_null())
        .join(frames.source.select("source_id", "publisher", "url"), on="source_id", how="left")
        .sort("issued_on", "title", descending=[True, False], nulls_last=True)
    )
    return tuple(
        RegulationRow(
            title=row["title"],
            subject=row["subject"] or "",
            issued_by=row["issued_by"] or "–",
            in_force=_force(row["in_force_from"] or row["issued_on"], titles.get(row["replaced_by"]), t),
            source=row["publisher"] or row["source_id"],
            href=row["url"],
        )
        for row in rows.to_dicts()
    )


def _force(since: object, replaced_by: str | None, t: Text) -> str:
    day = t.date(since)  # type: ignore[arg-type]  # a nullable date column
    return t("{day}; replaced by {regulation}", day=day, regulation=replaced_by) if replaced_by else day


def _campaigns(context: Context) -> tuple[CampaignRow, ...]:
    frames, t = context.frames, context.t
    rows = frames.campaign.join(frames.source.select("source_id", "publisher", "url"), on="source_id", how="left").sort(
        "election_date", descending=True, nulls_last=True
    )
    return tuple(
        CampaignRow(
            name=row["name"],
            election=t.date(row["election_date"]),
            campaign=t.dates(row["campaign_start"], row["campaign_end"]),
            source=row["publisher"] or "–",
            href=row["url"],
        )
        for row in rows.to_dicts()
    )
