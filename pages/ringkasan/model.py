"""The summary as a value: the national sentence, key figures, the states of all regions, what is new, what is open."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from i18n import Text
from indicators import ALL_KINDS, coverage, events_in, query
from indicators.figure_words import figure_or_state
from indicators.scope import QueryLevel
from pages.context import Context
from pages.ringkasan.unsettled import OpenItem, unsettled
from pages.ui.notes import SourceItem
from pages.wilayah.events import EventRow, event_rows
from pages.wilayah.figures import tally_scope
from warehouse.frames import Frames
from warehouse.vocabulary import State

NEWEST = 8


@dataclass(frozen=True, slots=True)
class Key:
    """A key figure, its indicator, where it leads, what bounds it. `phrase` is how a sentence says it.

    State null = a plain count. `level` given = it counts the units of that level that have a value.
    """

    label: str
    words: str
    phrase: str
    indicator: str
    href: str
    note: str = ""
    state: str | None = None
    level: QueryLevel | None = None


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province (or, under a province filter, a kabupaten or kota): its figure and what is behind it."""

    code: str
    name: str
    state: str
    words: str
    href: str
    grade: str | None
    sources: int


@dataclass(frozen=True, slots=True)
class View:
    """The whole page. `sentence` has the places {events}, {regions} and, nationally, {provinces}."""

    sentence: str
    parts: dict[str, Key]
    aside: str
    keys: tuple[Key, ...]
    states: tuple[tuple[str, int], ...]
    total: int
    units: tuple[ProvinceRow, ...]
    newest: tuple[EventRow, ...]
    unsettled: tuple[OpenItem, ...]
    sources: tuple[SourceItem, ...]


def build(context: Context) -> View:
    """The page under the context's filters; a province filter narrows all of it to that province."""
    t, frames, province = context.t, context.frames, context.filters.province
    scope = context.scope(province)
    found = events_in(frames, scope)
    everything = events_in(frames, replace(scope, organiser_kind=ALL_KINDS))
    regions = coverage(frames, replace(scope, level="kabupaten"))
    provinces = coverage(frames, replace(scope, level="provinsi", region=None))
    href = context.link("wilayah", wilayah=province)
    newest = event_rows(context, found)[:NEWEST]
    parts = {
        "events": Key(
            t("Documented ceremonies"),
            t.number(found.height),
            t.n("{count} pledge ceremony", "{count} pledge ceremonies", found.height),
            "documented_events",
            href,
            _undated(found, t),
        ),
        "regions": Key(
            t("Regencies and cities"),
            t.number(regions.with_evidence),
            t.n("{count} regency or city", "{count} regencies and cities", regions.with_evidence),
            "documented_events",
            href,
            t("of {total}", total=t.number(regions.total)),
            level="kabupaten",
        ),
    }
    if province is None:
        parts["provinces"] = Key(
            t("Provinces"),
            t.number(provinces.with_evidence),
            t.n("{count} province", "{count} provinces", provinces.with_evidence),
            "documented_events",
            href,
            t("of {total}", total=t.number(provinces.total)),
            level="provinsi",
        )
    return View(
        sentence=_sentence(context),
        parts=parts,
        aside=_aside(everything.height - found.height, t),
        keys=(*parts.values(), _rate(context, "pledged_rate"), _rate(context, "signed_rate")),
        states=(
            (State.NILAI, regions.with_evidence),
            (State.BELUM_LAPOR, regions.not_reported),
            (State.TIDAK_WAJIB, regions.exempt),
            (State.BELUM_ADA_BUKTI, regions.no_evidence),
        ),
        total=regions.total,
        units=_units(context),
        newest=newest,
        unsettled=unsettled(context, everything),
        sources=_sources(frames, found, {row.event_id for row in newest}),
    )


def _sentence(context: Context) -> str:
    t, province = context.t, context.filters.province
    if province is None:
        return t("{events} documented in {regions} and {provinces}.", **_PLACES)
    name = context.frames.region.filter(pl.col("code") == province)["name"].item()
    return t("{events} documented in {regions} of {place}.", **_PLACES | {"place": name})


_PLACES = {"events": "{events}", "regions": "{regions}", "provinces": "{provinces}"}


def _undated(events: pl.DataFrame, t: Text) -> str:
    undated = events["date_low"].null_count()
    return t.n("{count} without a known date", "{count} without a known date", undated) if undated else ""


def _aside(count: int, t: Text) -> str:
    if not count:
        return ""
    return t.n(
        "{count} ceremony of a central office, election body or the nation is listed apart and not counted here.",
        "{count} ceremonies of central offices, election bodies and the nation are listed apart and not counted here.",
        count,
    )


def _rate(context: Context, indicator: str) -> Key:
    """A rate of people over all regions: bounds where anything is known, else its state."""
    t, province = context.t, context.filters.province
    label = {"pledged_rate": t("Took the pledge"), "signed_rate": t("Signed the pact")}[indicator]
    row = query(indicator, context.frames, tally_scope(context, province)).row(0, named=True)
    known = row["reporting_rate"]
    note = t("share of people obliged; {share} of units reported", share=t.percent(known)) if known is not None else ""
    if row["state"] != State.NILAI:
        note = note or t("share of people obliged; no tally per OPD has come in")
    words = figure_or_state(indicator, row, t)
    return Key(label, words, words, indicator, context.link("opd"), note, row["state"])


def _units(context: Context) -> tuple[ProvinceRow, ...]:
    province = context.filters.province
    scope = context.scope(province, "provinsi" if province is None else "kabupaten")
    rows = query("documented_events", context.frames, scope).to_dicts()
    return tuple(
        ProvinceRow(
            code=row["code"],
            name=row["name"],
            state=row["state"],
            words=figure_or_state("documented_events", row, context.t),
            href=context.link("wilayah", wilayah=row["code"]),
            grade=row["grade"],
            sources=row["sources"],
        )
        for row in sorted(rows, key=lambda row: (row["state"] == State.BELUM_ADA_BUKTI, -(row["low"] or 0)))
    )


def _sources(frames: Frames, events: pl.DataFrame, shown: set[str]) -> tuple[SourceItem, ...]:
    """The sources behind the ceremonies listed, best evidence first."""
    ids = events.filter(pl.col("event_id").is_in(list(shown)))["source_ids"].explode().unique()
    rows = frames.source.filter(pl.col("source_id").is_in(ids.implode())).sort("grade", "publisher", "source_id")
    return tuple(source_item(row) for row in rows.to_dicts())


def source_item(row: dict[str, object]) -> SourceItem:
    """A row of the source table as pages list it."""
    return SourceItem(
        title=str(row["title"] or row["url"] or row["source_id"]),
        publisher=str(row["publisher"]),
        grade=str(row["grade"]),
        href=row["url"],  # type: ignore[arg-type]  # a nullable text column
        published_on=row["published_on"],  # type: ignore[arg-type]  # a nullable date column
        note=row["note"],  # type: ignore[arg-type]  # a nullable text column
    )
