"""The map page as a value: the finding, the map, the events that belong to no region on it, the best sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

import geo
from charts.map import Choice, MapLevel, MapRow, MapView, payload
from indicators import ALL_KINDS, Coverage, coverage, events_in, query
from pages import map_component, ui
from pages.context import Context
from pages.map_component.words import states, words
from pages.peta.finding import numbers, sentence
from pages.serving import geometry
from pages.wilayah.events import EventRow, event_rows, region_names
from warehouse.frames import Frames
from warehouse.vocabulary import Role

INDICATOR = "documented_events"
CHOICES = {"tingkat": "provinsi", "lapis": "skematik"}
"""The page's own link keys: level and kind of map, with what is shown unasked."""
MOST = 5
"""Entries of a list under the map; the rest is one link away, because every change of a filter sends them again."""


@dataclass(frozen=True, slots=True)
class EventList:
    """Events beside the map: the newest few, how many there are in all, and the page with all of them."""

    rows: tuple[EventRow, ...]
    total: int
    href: str


@dataclass(frozen=True, slots=True)
class PetaModel:
    """The whole page. `province` null = the nation.

    `sentence` has the places of `numbers`. `own` are events of provincial governments, `aside` those of central
    offices, election bodies and the nation, which no region's figure counts. `payload` is for the map component.
    """

    province: str | None
    province_name: str | None
    level: MapLevel
    sentence: str
    numbers: dict[str, str]
    covered: Coverage
    evidence_href: str
    provinces_href: str
    payload: dict[str, Any]
    own: EventList
    aside: EventList
    sources: tuple[ui.SourceItem, ...]
    sources_total: int


def build(context: Context) -> PetaModel:
    """The page under the context's filters; `tingkat` and `lapis` of the link choose level and layer."""
    t, frames, province = context.t, context.frames, context.filters.province
    level = _level(context)
    layer = map_component.layer(context.params)
    scope = context.scope(province, level)
    found = events_in(frames, context.scope(province))
    covered = coverage(frames, scope)
    name = region_names(frames)[province] if province else None
    words_of_finding = sentence(covered, level, name, t)
    figures = numbers(covered, name, t)
    map_view = MapView(
        rows=map_rows(query(INDICATOR, frames, scope), found, level),
        geometry=geometry.url(layer),
        level=level,
        focus=province,
        indicator=INDICATOR,
        label=words_of_finding.format_map(figures),
        region_url=context.link("wilayah", wilayah=""),
        states=states(t),
        words=words(layer.kind, t),
        choices=_choices(context, level, layer),
    )
    sources = _sources(frames, found)
    timeline = context.link("linimasa")
    return PetaModel(
        province=province,
        province_name=name,
        level=level,
        sentence=words_of_finding,
        numbers=figures,
        covered=covered,
        evidence_href=context.link("wilayah", wilayah=province) if province else timeline,
        provinces_href=context.link("peta", tingkat="provinsi"),
        payload=payload(map_view, t),
        own=_listed(event_rows(context, _of_provinces(found)), timeline),
        aside=_listed([row for row in event_rows(context, _anywhere(context)) if row.aside], timeline),
        sources=tuple(sources[:MOST]),
        sources_total=len(sources),
    )


def map_rows(figures: pl.DataFrame, events: pl.DataFrame, level: MapLevel) -> list[MapRow]:
    """A row a region from its figure (`indicators.Figure`) and the newest of its events (`indicators.events_in`)."""
    newest = _newest(events, level)
    return [
        MapRow(
            code=row["code"],
            state=row["state"],
            low=None if row["low"] is None else int(row["low"]),
            high=None if row["high"] is None else int(row["high"]),
            sources=row["sources"],
            grade=row["grade"],
            newest=newest.get(row["code"]),
        )
        for row in figures.to_dicts()
    ]


def _newest(events: pl.DataFrame, level: MapLevel) -> dict[str, dt.date]:
    """Per region at the level: the last day that any of its events can have been. Undated events give none."""
    code = pl.col("region_codes")
    newest = (
        events.select("region_codes", "date_high")
        .explode("region_codes")
        .group_by(code.str.head(2) if level == "provinsi" else code)
        .agg(pl.col("date_high").max())
        .drop_nulls()
    )
    return dict(newest.iter_rows())


def _level(context: Context) -> MapLevel:
    """A province is shown by its kabupaten and kota; the nation by provinces unless the link asks otherwise."""
    asked = context.params.get("tingkat")
    return "kabupaten" if context.filters.province or asked == "kabupaten" else "provinsi"


def _choices(context: Context, level: MapLevel, layer: geo.Layer) -> list[Choice]:
    """The switches above the map. A province has one level only."""
    t = context.t
    kinds = {"skematik": t("Schematic"), "petak": t("Tiles"), "resmi": t("Official boundaries")}
    kind = Choice("lapis", t("Kind of map"), {each.kind: kinds[each.kind] for each in geo.layers()}, layer.kind)
    if context.filters.province:
        return [kind]
    levels = {"provinsi": t("Provinces"), "kabupaten": t("Regencies and cities")}
    return [Choice("tingkat", t("Level"), levels, level), kind]


def _of_provinces(events: pl.DataFrame) -> pl.DataFrame:
    """Events of provinces alone: no kabupaten or kota organised them or took part."""
    return events.filter(pl.col("region_codes").list.eval(pl.element().str.len_chars() == 2).list.all())


def _anywhere(context: Context) -> pl.DataFrame:
    """All events of the region shown, of any organiser; what was only held there too."""
    scope = replace(context.scope(context.filters.province), organiser_kind=ALL_KINDS)
    return events_in(context.frames, scope, roles=tuple(role.value for role in Role))


def _listed(rows: Sequence[EventRow], href: str) -> EventList:
    return EventList(tuple(rows[:MOST]), len(rows), href)


def _sources(frames: Frames, events: pl.DataFrame) -> list[ui.SourceItem]:
    """The sources behind the events, best grade first, then newest."""
    used = events["source_ids"].explode().drop_nulls().unique()
    rows = frames.source.filter(pl.col("source_id").is_in(used.implode())).sort(
        "grade", "published_on", "source_id", descending=[False, True, False], nulls_last=True
    )
    return [
        ui.SourceItem(
            row["title"] or row["url"] or row["publisher"],
            row["publisher"],
            row["grade"],
            row["url"],
            row["published_on"],
        )
        for row in rows.to_dicts()
    ]
