"""Lists of a region as data: every row, days as dates, numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefings.answer import answered
from briefings.ceremonies.rows import Ceremony, region_names
from briefings.ceremonies.table import table as ceremonies
from briefings.table import Column, Table
from i18n import Text
from indicators import DEFINITIONS
from pages.context import Context
from pages.wilayah.evidence import DutyRow, HeadcountRow
from pages.wilayah.figures import FigureRow, scope_of

_EVENTS: Final = "documented_events"


def events(rows: Sequence[Ceremony], title: str, context: Context, name: str = "acara") -> Table:
    """Every ceremony of a list, in its order, with its id. `name` tells lists of a page apart."""
    told = ceremonies(rows, region_names(context.frames), context.t)
    number = Column("event_id", context.t("Ceremony’s id"), description=context.t("The same in every file of Ikrar."))
    with_id = ((row.event_id, *cells) for row, cells in zip(rows, told.rows, strict=True))
    return replace(told, name=name, title=title, columns=(number, *told.columns), rows=tuple(with_id))


def regions(code: str | None, context: Context) -> Table:
    """Documented ceremonies of each region below this one; null = of each province."""
    t = context.t
    scope = context.scope(code, "provinsi" if code is None else "kabupaten")
    answer = answered(_EVENTS, context.frames, scope, t)
    definition = DEFINITIONS[_EVENTS]
    columns = (
        Column("code", t("Code"), description=t("Kemendagri code of the region.")),
        Column("name", t("Region"), description=t("The region's official name.")),
        Column(_EVENTS, t(definition.label), "count", bounded=True, description=t(definition.definition)),
        Column("grade", t("Evidence"), description=t("Best evidence grade behind the figure.")),
        Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")),
    )
    rows = tuple((key, row["name"], answer.cell(key), row["grade"], row["sources"]) for key, row in answer.rows.items())
    return Table("wilayah", t("Documented ceremonies by region"), columns, rows)


def figures(rows: Sequence[FigureRow], code: str | None, context: Context) -> Table:
    """All indicators of a region; null = of the nation."""
    t = context.t
    columns = (
        Column("indicator", t("Code"), description=t("The indicator’s name in commands and files.")),
        Column("label", t("Indicator")),
        Column("value", t("Figure"), "decimal", bounded=True, description=t("Shares are fractions: 0.5 is half.")),
        Column("unit", t("Unit")),
        Column("about", t("Of what")),
        Column("grade", t("Evidence"), description=t("Best evidence grade behind the figure.")),
        Column("sources", t("Voices"), "count", description=t("Independent voices behind the figure.")),
    )
    cells = tuple(
        (
            row.indicator,
            row.label,
            answered(row.indicator, context.frames, scope_of(context, row.indicator, code), t).cell(code),
            row.unit,
            row.note or None,
            row.grade,
            row.sources,
        )
        for row in rows
    )
    return Table("indikator", t("All indicators of this region"), columns, cells)


def headcounts(rows: Sequence[HeadcountRow], t: Text) -> Table:
    """How many people units have, on which day and by which source."""
    columns = (
        Column("unit", t("Unit or region")),
        Column("people_low", t("Number of people, at least"), "count"),
        Column(
            "people_high", t("Number of people, at most"), "count", description=t("Empty = no upper limit is known.")
        ),
        Column("kind", t("Kind"), description=t("The kind of people that are counted.")),
        Column("as_of", t("As of"), "day", description=t("The day that the count holds for.")),
        Column("as_of_stated", t("As of (as exactly as is known)")),
        Column("note", t("Note")),
        Column("source", t("Source")),
        Column("source_url", t("Address")),
    )
    cells = tuple(
        (row.unit, row.low, row.high, row.kind, row.day, row.as_of, row.note, row.source.publisher, row.source.href)
        for row in rows
    )
    return Table("jumlah-orang", t("Headcounts on record"), columns, cells, ids=tuple(row.unit_id for row in rows))


def duties(rows: Sequence[DutyRow], t: Text) -> Table:
    """Who has to do what by when, and by whose letter."""
    columns = (
        Column("duty", t("Duty")),
        Column("whom", t("Whom it binds")),
        Column("election", t("Election")),
        Column("due_date", t("Deadline"), "day", description=t("Empty = no day is set.")),
        Column("due_stated", t("Deadline in words")),
        Column("set_by", t("Set by")),
        Column("source", t("Source")),
        Column("source_url", t("Address")),
    )
    cells = tuple(
        (row.what, row.whom, row.campaign, row.due_date, row.due, row.set_by, row.source.publisher, row.source.href)
        for row in rows
    )
    return Table("kewajiban", t("Duties"), columns, cells, ids=tuple(row.obligation_id for row in rows))
