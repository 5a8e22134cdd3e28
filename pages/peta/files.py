"""The page's maps as pictures, and the figures behind them as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefings.answer import Answer, answered
from briefings.ceremonies.rows import region_names
from briefings.finding import Part, Query
from briefings.maps.finding import EVENTS
from briefings.picture import MapDrawing, Picture
from briefings.sources import source_line, source_notes
from briefings.table import Bounds, Cell, Column, Table
from indicators import DEFINITIONS
from indicators.words import STATES, word
from pages import map_component
from pages.context import Context
from pages.peta import lists
from pages.peta.finding import of_map
from pages.peta.maps import Pane
from pages.peta.model import PetaModel
from pages.peta.risk import RiskRow
from warehouse.vocabulary import State

_PARTS: Final[tuple[Part, ...]] = ("numerator", "denominator")


def picture(model: PetaModel, pane: Pane, context: Context) -> Picture:
    """One of the maps, with its own finding."""
    asked = model.asked
    words = model.finding.words
    if pane.side is not None:
        words = f"{pane.side.title}: {of_map(asked, pane.scope, model.province_name, context).words}"
    used = lists.used(context, asked.indicator, pane.scope)
    index = model.risk.index.source_ids if model.risk else ()
    notes = dict.fromkeys(
        note for ids in (index, used.drop_nulls().to_list()) for note in source_notes(context.frames, ids)
    )
    whole = () if asked.overlay or asked.indicator == EVENTS else (replace(pane.scope, level=None),)
    counted = (replace(pane.scope, level="kabupaten"),) if asked.overlay else ()
    return Picture(
        name=f"peta-{asked.indicator}-{pane.view.pane or asked.level}",
        title=words,
        drawing=MapDrawing(pane.view, map_component.layer(context.params, asked.level)),
        source=source_line(list(notes), context.t),
        queries=tuple(Query(asked.indicator, scope) for scope in (pane.scope, *whole, *counted)),
    )


def figures(model: PetaModel, context: Context) -> Table:
    """Every region on the map, in the order of codes; of two maps, one after the other."""
    t, indicator = context.t, model.asked.indicator
    definition = DEFINITIONS[indicator]
    answers = [(pane, answered(indicator, context.frames, pane.scope, t)) for pane in model.panes]
    columns = (
        Column("map", t("Map"), description=t("Which of the two maps that are compared.")),
        Column("code", t("Code"), description=t("Kemendagri code of the region.")),
        Column("name", t("Region"), description=t("The region's official name.")),
        Column(
            indicator,
            t(definition.label),
            "fraction" if definition.is_fraction else "count",
            bounded=True,
            description=t(definition.definition),
        ),
        Column("numerator", t("Counted"), "count", bounded=True, description=t("What the share counts.")),
        Column("denominator", t("Of"), "count", bounded=True, description=t("Of what it is the share.")),
        Column("reporting_rate", t("Units reported"), "fraction", description=t("Share of the units that reported.")),
        Column("grade", t("Evidence"), description=t("Best evidence grade behind the figure.")),
        Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")),
    )
    rows = [row for pane, answer in answers for row in _rows(answer, pane.side.title if pane.side else None)]
    title = t("{measure} in {place}", measure=t(definition.label), place=model.province_name or t("Indonesia"))
    return _without_empty(Table(f"peta-{indicator}-{model.asked.level}", title, columns, tuple(rows)))


def _rows(answer: Answer, shown: str | None) -> Iterator[tuple[Cell, ...]]:
    for code, row in answer.rows.items():
        parts = (answer.cell(code, part) if answer.bounds(code, part) != (None, None) else None for part in _PARTS)
        rate = row["reporting_rate"]
        yield (shown, code, row["name"], answer.cell(code), *parts, rate, row["grade"], row["sources"])


def _without_empty(table: Table) -> Table:
    """The table without columns that say nothing in any row."""
    places = [place for place in range(len(table.columns)) if any(row[place] is not None for row in table.rows)]
    columns = tuple(table.columns[place] for place in places)
    return replace(table, columns=columns, rows=tuple(tuple(row[place] for place in places) for row in table.rows))


def risks(model: PetaModel, context: Context) -> Table:
    """Every province with its coverage, and the index of those that it names; null = the index was not published."""
    t = context.t
    names = region_names(context.frames)
    columns = (
        Column("code", t("Code"), description=t("Kemendagri code of the region.")),
        Column("name", t("Province"), description=t("The region's official name.")),
        Column("index", t("Index"), "decimal", description=t("As published; empty = not published, which is no 0.")),
        Column("index_class", t("Class of the index")),
        Column(
            "regions_with_evidence",
            t("Regencies and cities with evidence"),
            "count",
            bounded=True,
            description=t("Regencies and cities with a documented ceremony."),
        ),
        Column("share_with_evidence", t("Share"), "fraction", description=t("Of those that are not exempt.")),
        Column("state", t("State"), description=t("Whether there is a figure, and if not, why.")),
    )
    found = model.risk
    if found is None:
        return Table("peta-ikp", t("Index and evidence"), columns, ())
    named: dict[str, RiskRow] = {row.code: row for row in found.table}
    rows = tuple(
        (
            row.code,
            names[row.code],
            row.second,
            named[row.code].risk if row.code in named else None,
            _covered(row.code, context),
            row.low,
            word(STATES, row.state, t),
        )
        for row in found.rows
    )
    return Table("peta-ikp", t("Index and evidence"), columns, rows, (found.note,))


def _covered(code: str, context: Context) -> Bounds:
    """How many kabupaten and kota of a province have a documented ceremony."""
    asked = answered(EVENTS, context.frames, context.scope(code, "kabupaten"), context.t)
    number = asked.units(State.NILAI, at_least=1)
    return Bounds(State.NILAI, number.low, number.high, number.words, number.reference)
