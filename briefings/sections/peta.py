"""Where: the regions of the map by what is documented of them, or, where people were counted, by how many signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings.answer import Answer
from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from briefings.maps.finding import EVENTS, finding
from briefings.maps.of_one import of_one
from briefings.maps.rows import counts, is_tally, map_rows, newest_of
from briefings.maps.view import measure_view, scale
from briefings.picture import MapDrawing, Picture
from briefings.sources import source_line, source_notes
from briefings.table import Column, Table
from charts.map import MapLevel, MapView
from charts.map.words import outlines
from indicators import DEFINITIONS, events_in
from warehouse.vocabulary import State

SIGNED = "signed_rate"
MOST_SOURCES = 12
_ORDER = {state.value: place for place, state in enumerate(State)}


def section(asked: Asked) -> Section:
    """The provinces of the nation, or the kabupaten and kota of a province; of a kabupaten those of its province."""
    t = asked.t
    level: MapLevel = "provinsi" if asked.region is None else "kabupaten"
    shown, whole = _measured(asked, level)
    said = _finding(asked, shown, whole, level)
    scope = shown.query.scope
    rows = map_rows(shown, newest_of(asked.frames, shown.query.indicator, scope, level))
    key = scale(shown.query.indicator, "tetap", rows, level, t)
    view = replace(
        measure_view(shown.query.indicator, rows, key, level, t),
        label=said.words,
        focus=asked.province,
        note=outlines(asked.layer.kind, asked.layer.edition, t),
    )
    has_outlines = level in asked.layer.levels
    sources = source_notes(asked.frames, _source_ids(asked, shown))
    picture = Picture(
        "peta",
        said.words,
        MapDrawing(view, asked.layer, asked.region if asked.kind == "kabupaten" else None),
        source_line(sources, t),
        queries=tuple(each.query for each in (shown, whole) if each is not None),
    )
    return Section(
        SectionName.PETA,
        t("Map"),
        said,
        picture=picture if has_outlines and rows else None,
        tables=_tables(asked, shown),
        notes=tuple(_notes(asked, view, has_outlines=has_outlines)),
        sources=sources[:MOST_SOURCES],
    )


def _measured(asked: Asked, level: MapLevel) -> tuple[Answer, Answer | None]:
    """The answer that the map shows, and that of the whole: people who signed where as many regions have such a figure
    as have a ceremony, else ceremonies."""
    events, signed = (asked.answer_of(asked.province, name, level) for name in (EVENTS, SIGNED))
    counted = len(signed.having(State.NILAI, at_least=0))
    if counted and counted >= len(events.having(State.NILAI, at_least=1)):
        return signed, asked.answer_of(asked.province, SIGNED)
    return events, None


def _finding(asked: Asked, shown: Answer, whole: Answer | None, level: MapLevel) -> Finding:
    if asked.region is None or asked.kind == "province":
        return finding(shown, whole, asked.region and asked.place, level)
    province = asked.region_names()[asked.province or ""]
    return of_one(shown, asked.region or "", asked.place, province)


def _source_ids(asked: Asked, shown: Answer) -> list[str]:
    scope = shown.query.scope
    if is_tally(shown.query.indicator):
        used = counts(asked.frames, scope)["source_id"]
    else:
        used = events_in(asked.frames, scope)["source_ids"].explode()
    return used.drop_nulls().unique().to_list()


def _tables(asked: Asked, shown: Answer) -> tuple[Table, ...]:
    """The regions that have a figure or owe one, the highest first; those without either are counted in `total`."""
    t, indicator = asked.t, shown.query.indicator
    told = [row for row in shown.rows.values() if row["state"] != State.BELUM_ADA_BUKTI]
    if not told:
        return ()
    ordered = sorted(told, key=lambda row: (_ORDER[row["state"]], -(row["low"] or 0), row["code"]))
    definition = DEFINITIONS[indicator]
    is_fraction = definition.is_fraction
    columns = (
        Column("code", t("Code"), description=t("Kemendagri code of the region.")),
        Column("name", t("Region"), description=t("The region's official name.")),
        Column(
            indicator,
            t(definition.label),
            "fraction" if is_fraction else "count",
            bounded=True,
            description=t(definition.definition),
        ),
        Column("grade", t("Evidence"), description=t("Best evidence grade behind the figure.")),
        Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")),
    )
    place = asked.region_names()[asked.province] if asked.province else asked.place
    return (
        Table(
            "peta",
            t("{measure} in {place}", measure=t(definition.label), place=place),
            columns,
            tuple((row["code"], row["name"], shown.cell(row["code"]), row["grade"], row["sources"]) for row in ordered),
            total=len(shown.rows) if len(ordered) < len(shown.rows) else None,
        ),
    )


def _notes(asked: Asked, view: MapView, *, has_outlines: bool) -> Iterator[str]:
    t, rows = asked.t, view.rows
    if has_outlines and rows:
        yield view.explain
        yield view.note
    elif rows:
        yield t("The map chosen has no outlines of regencies and cities.")
    if any(row.state == State.BELUM_ADA_BUKTI for row in rows):
        yield t("No evidence yet: no duty on record and nothing found. It accuses nobody.")
    if is_tally(view.indicator) and (election := asked.election_names().get(asked.tallied or "")):
        yield t("Counts of {election} alone: counts of several elections cannot be added up.", election=election)
