"""The region page as a value: a ceremony, a region, or the nation, as the link says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from geo.names import resolve
from i18n import Text
from indicators import ALL_KINDS, Scope, events_in, query
from pages.context import Context
from pages.ui import SourceItem
from pages.wilayah.ceremony import CeremonyView, ceremony
from pages.wilayah.claims import source_items
from pages.wilayah.events import EventRow, event_rows
from pages.wilayah.evidence import (
    Contradiction,
    DutyRow,
    HeadcountRow,
    contradictions,
    duties,
    headcounts,
    region_facts,
)
from pages.wilayah.figures import FigureRow, region_figures
from warehouse.vocabulary import Level, Role


@dataclass(frozen=True, slots=True)
class BelowRow:
    """A region below this one and its documented events. `figure` null unless `state` is `nilai`."""

    code: str
    name: str
    href: str
    figure: str | None
    state: str
    grade: str | None
    sources: int


@dataclass(frozen=True, slots=True)
class RegionView:
    """Everything known of a region; `code` null = the nation.

    `sentence` has the place {events}. `up` leads to the province: (name, address). `groups` are the ceremonies by the
    region's part in them: (heading, rows). `replaces` names the code in the link where that code is no longer in force.
    """

    code: str | None
    name: str
    up: tuple[str, str] | None
    replaces: str | None
    sentence: str
    events: str
    events_href: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[FigureRow, ...]
    groups: tuple[tuple[str, tuple[EventRow, ...]], ...]
    below: tuple[BelowRow, ...]
    duties: tuple[DutyRow, ...]
    headcounts: tuple[HeadcountRow, ...]
    units: int
    units_href: str
    contradictions: tuple[Contradiction, ...]
    sources: tuple[SourceItem, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What a typed name may mean: (name, address) of each region it fits or resembles."""

    text: str
    status: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """The page. `options` are the regions in force, code to name. Both `region` and `ceremony` null = see `problem`."""

    options: Mapping[str, str]
    chosen: str | None
    region: RegionView | None = None
    ceremony: CeremonyView | None = None
    search: Search | None = None
    problem: str | None = None


def build(context: Context) -> View:
    """The page that the link (`wilayah`, `acara`, `cari`) asks for."""
    t, frames = context.t, context.frames
    code, event_id, wanted = (context.params.get(key) or None for key in ("wilayah", "acara", "cari"))
    regions = {row["code"]: row for row in frames.region.to_dicts()}
    in_force = {row["code"]: row["name"] for row in regions.values() if row["valid_to"] is None}
    options = dict(sorted(in_force.items()))
    if event_id is not None:
        view = ceremony(context, event_id)
        missing = None if view else t("There is no ceremony “{event}” in this snapshot.", event=event_id)
        place = view.row.organiser_code if view else code
        return View(options, place if place in options else None, ceremony=view, problem=missing)
    search = None
    if wanted is not None:
        search, found = _search(context, wanted, options)
        code = found or code
    if code is not None and code not in regions:
        problem = t("There is no region with code “{code}”.", code=code)
        return View(options, None, search=search, problem=problem)
    current = code and (regions[code]["successor_code"] or code)
    replaced = code if current != code else None
    return View(options, current, region=_region(context, current and regions[current], replaced), search=search)


def _search(context: Context, wanted: str, options: Mapping[str, str]) -> tuple[Search | None, str | None]:
    """The code a name stands for, or what it may mean."""
    found = resolve([wanted])[0]
    if found.code is not None:
        return None, found.code
    candidates = tuple(
        (f"{one.name} ({one.code})", context.link("wilayah", wilayah=one.code))
        for one in found.candidates
        if one.code in options
    )
    return Search(wanted, found.status, candidates), None


def _region(context: Context, region: Mapping[str, Any] | None, replaced: str | None) -> RegionView:
    t, frames = context.t, context.frames
    code = None if region is None else str(region["code"])
    scope = replace(context.scope(code), organiser_kind=ALL_KINDS)
    own = event_rows(context, events_in(frames, scope))
    placed = _held_here(context, scope, own) if region else ()
    is_province = region is not None and region["level"] == Level.PROVINSI
    heads = (
        pl.DataFrame()
        if code is None
        else frames.headcount.filter(pl.col("unit_id") == code, context.known_by_then("as_of"))
    )
    units = 0 if code is None else frames.opd.filter(pl.col("region_code") == code).height
    name = "Indonesia" if region is None else str(region["name"])
    counted = [row for row in own if not row.aside]
    people = headcounts(context, heads.sort("as_of", descending=True)) if code else ()
    obliged = duties(context, code) if code else ()
    subjects = {row.event_id: (row.title, row.href) for row in (*own, *placed)}
    return RegionView(
        code=code,
        name=name,
        up=_up(context, region),
        replaces=replaced,
        sentence=_sentence(name, counted, t),
        events=t.number(len(counted)),
        events_href=f"{context.link('wilayah', wilayah=code)}#acara",
        facts=region_facts(region, t) if region else (),
        figures=region_figures(context, code),
        groups=_groups(own, placed, code, is_province=is_province, t=t),
        below=_below(context, code) if region is None or is_province else (),
        duties=obliged,
        headcounts=people,
        units=units,
        units_href=context.link("opd", wilayah=code),
        contradictions=contradictions(context, code, subjects) if code else (),
        sources=_sources(context, subjects, [*(row.source for row in obliged), *(row.source for row in people)]),
    )


def _up(context: Context, region: Mapping[str, Any] | None) -> tuple[str, str] | None:
    if region is None:
        return None
    parent = region["parent_code"]
    if parent is None:
        return "Indonesia", context.link("wilayah")
    names = dict(context.frames.region.select("code", "name").iter_rows())
    return names[parent], context.link("wilayah", wilayah=parent)


def _sentence(name: str, counted: Sequence[EventRow], t: Text) -> str:
    keep = {"events": "{events}", "region": name}
    if not counted:
        return t(
            "No ceremony of {region} is documented under these filters. This does not say that none took place.", **keep
        )
    certain = [row for row in counted if row.low]
    if not certain:
        return t("{region}: {events} documented ceremonies, none with a known date.", **keep)
    newest = certain[0]
    return t.n(
        "{region}: {events} documented ceremony ({newest}).",
        "{region}: {events} documented ceremonies, the newest {newest}.",
        len(counted),
        newest=newest.date,
        **keep,
    )


def _held_here(context: Context, scope: Scope, own: Sequence[EventRow]) -> tuple[EventRow, ...]:
    """Ceremonies held in the region in which neither it nor a region below took part."""
    known = {row.event_id for row in own}
    here = events_in(context.frames, scope, roles=(Role.PLACE.value,))
    return tuple(row for row in event_rows(context, here) if row.event_id not in known)


def _groups(
    own: Sequence[EventRow], placed: Sequence[EventRow], code: str | None, *, is_province: bool, t: Text
) -> tuple[tuple[str, tuple[EventRow, ...]], ...]:
    """The ceremonies by the region's part in them; empty groups are left out."""
    counted = [row for row in own if not row.aside]
    if code is None:
        groups = [(t("Ceremonies of regions and their units"), counted)]
    else:
        mine = [row for row in counted if row.organiser_code == code]
        below = [row for row in counted if is_province and (row.organiser_code or "").startswith(f"{code}.")]
        groups = [
            (t("Its own ceremonies and those of its units"), mine),
            (t("Ceremonies of its kabupaten and kota"), below),
            (t("Ceremonies of others in which it took part"), [r for r in counted if r not in mine and r not in below]),
        ]
    groups += [
        (t("Central offices, election bodies, national: counted apart"), [row for row in own if row.aside]),
        (t("Held here by others: not counted"), list(placed)),
    ]
    return tuple((heading, tuple(rows)) for heading, rows in groups if rows)


def _below(context: Context, code: str | None) -> tuple[BelowRow, ...]:
    """Provinces of the nation, kabupaten and kota of a province, with their documented events."""
    t = context.t
    scope = context.scope(code, "provinsi" if code is None else "kabupaten")
    return tuple(
        BelowRow(
            code=row["code"],
            name=row["name"],
            href=context.link("wilayah", wilayah=row["code"]),
            figure=None if row["low"] is None else t.number(row["low"]),
            state=row["state"],
            grade=row["grade"],
            sources=row["sources"],
        )
        for row in query("documented_events", context.frames, scope).to_dicts()
    )


def _sources(context: Context, events: Mapping[str, object], others: Sequence[SourceItem]) -> tuple[SourceItem, ...]:
    """All sources of the page: of its ceremonies, duties and headcounts, each once."""
    frames = context.frames
    claimed = frames.claim.filter(pl.col("subject_id").is_in(list(events)))["source_id"].unique().sort()
    items = source_items(frames)
    return tuple(dict.fromkeys([*(items[source] for source in claimed), *others]))
