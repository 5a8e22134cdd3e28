"""Draws everything known of one region, or of the nation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefings.table import Table
from i18n import Text
from pages import downloads, ui
from pages.context import Context
from pages.ui import Column, Html
from pages.wilayah import tables
from pages.wilayah.draw_claims import statements
from pages.wilayah.draw_events import events_table
from pages.wilayah.draw_people import people_table, source_link
from pages.wilayah.figures import FigureRow
from pages.wilayah.model import BelowRow, RegionView

Menu = Callable[[str, Callable[[], Table]], None]
"""Draws the download menu of a table of this page, by its name."""


def draw(view: RegionView, context: Context) -> None:
    """The region from the sentence to the sources; a part with nothing in it says so or is left out."""
    t = context.t

    def menu(name: str, make: Callable[[], Table]) -> None:
        path = context.permalink("wilayah", wilayah=view.code)
        downloads.table_menu(f"region-{name}", make, context, path, view.code)

    ui.show(_head(view, t), _answer(view), _signed(view, t), ui.facts(list(view.facts)) if view.facts else None)
    if view.below:
        heading = t("Its kabupaten and kota") if view.code else t("The provinces")
        columns = [Column(t("Region")), Column(t("Documented events")), Column(t("Evidence"))]
        columns.append(Column(t("Voices"), numeric=True))
        rows = [_below(row, t) for row in view.below]
        ui.show(ui.finding(heading), ui.table(columns, rows, t("Documented events by region")))
        menu("below", partial(tables.regions, view.code, context))
    ui.show(ui.finding(t("All figures"), _figures_lead(t)), _figures(view.figures, t))
    menu("figures", partial(tables.figures, view.figures, view.code, context))
    _events(view, menu, context)
    _duties(view, menu, t)
    _people(view, menu, t)
    _contradictions(view, t)
    ui.show(ui.tag("div", ui.sources(view.sources, t), id="sumber"))


def _head(view: RegionView, t: Text) -> Html:
    up = ui.tag("p", ui.link(f"← {view.up[0]}", view.up[1]), class_="by") if view.up else None
    replaced = None
    if view.replaces:
        replaced = ui.notice(
            t("Code {old} is no longer in force; {new} took its place.", old=view.replaces, new=view.code)
        )
    return ui.join(up, ui.title(view.name), replaced)


def _answer(view: RegionView) -> Html:
    figure = ui.figure_link(view.events, view.events_href, indicator="documented_events", code=view.code)
    return ui.answer(view.sentence, events=figure)


def _signed(view: RegionView, t: Text) -> Html | None:
    """How many signed, where that is known."""
    row = next(one for one in view.figures if one.indicator == "signed_rate")
    if row.words in {None, t("not known")}:
        return None
    figure = ui.figure_link(row.words, row.href, indicator=row.indicator, code=row.code)
    sentence = t("Signed the integrity pact: {figure} ({people}).", figure="{figure}", people="{people}")
    return ui.answer(sentence, figure=figure, people=ui.text(row.note))


def _below(row: BelowRow, t: Text) -> list[str | None]:
    if row.figure is None:
        figure = ui.state_badge(row.state, t)
    else:
        figure = ui.figure_link(row.figure, f"{row.href}#acara", indicator="documented_events", code=row.code)
    grade = ui.grade_badge(row.grade, t) if row.grade else None
    return [ui.link(row.name, row.href), figure, grade, t.number(row.sources) if row.sources else None]


def _figures_lead(t: Text) -> str:
    return t("Each figure leads to what it rests on, each name to how it is computed.")


def _figures(rows: tuple[FigureRow, ...], t: Text) -> Html:
    columns = [Column(t("Indicator")), Column(t("Figure")), Column(t("Of what")), Column(t("Evidence"))]
    return ui.table(columns, [_figure(row, t) for row in rows], t("All indicators of this region"), stacked=True)


def _figure(row: FigureRow, t: Text) -> list[str | None]:
    if row.words is None:
        figure = ui.state_badge(row.state, t)
    else:
        figure = ui.figure_link(row.words, row.href, indicator=row.indicator, code=row.code)
    grade = ui.grade_badge(row.grade, t) if row.grade else None
    return [ui.link(row.label, row.definition_href), figure, row.note or None, grade]


def _events(view: RegionView, menu: Menu, context: Context) -> None:
    t = context.t
    ui.show(ui.tag("div", ui.finding(t("Ceremonies")), id="acara"))
    if not view.groups:
        ui.show(
            ui.empty(
                t("No documented ceremony under these filters."), t("Nothing found is not the same as nothing held.")
            )
        )
    for place, (heading, rows) in enumerate(view.groups):
        events_table(rows, heading, f"{view.code}-{place}", t)
        menu(f"events-{place}", partial(tables.events, rows, heading, context, f"acara-{place}"))


def _duties(view: RegionView, menu: Menu, t: Text) -> None:
    if not view.duties:
        return
    headings = [t("Duty"), t("Whom it binds"), t("Election"), t("Deadline"), t("Set by"), t("Source")]
    rows: list[list[str | None]] = [
        [row.what, row.whom, row.campaign, row.due, row.set_by, source_link(row.source)] for row in view.duties
    ]
    table = ui.table([Column(h) for h in headings], rows, t("Duties"), stacked=True)
    ui.show(ui.finding(t("Duties on record")), table)
    menu("duties", partial(tables.duties, view.duties, t))


def _people(view: RegionView, menu: Menu, t: Text) -> None:
    if not view.headcounts and not view.units:
        return
    lead = t("The denominators: a figure holds for one kind of people on one day.")
    ui.show(ui.finding(t("How many people"), lead), people_table(view.headcounts, t) if view.headcounts else None)
    if view.headcounts:
        menu("people", partial(tables.headcounts, view.headcounts, t))
    if view.units:
        words = t.n(
            "{count} unit of this region is on record.", "{count} units of this region are on record.", view.units
        )
        ui.show(ui.tag("p", words, " ", ui.link(t("See its OPD"), view.units_href)))


def _contradictions(view: RegionView, t: Text) -> None:
    if not view.contradictions:
        return
    waiting = sum(one.field.open for one in view.contradictions)
    lead = (
        t.n("{count} waits for a decision.", "{count} wait for a decision.", waiting) if waiting else t("All settled.")
    )
    items = []
    for one in view.contradictions:
        subject = ui.link(one.subject, one.href) if one.href else ui.text(one.subject)
        head = ui.tag("h3", one.field.label)
        items.append(ui.tag("section", head, ui.tag("p", subject), statements(one.field, t), class_="field"))
    ui.show(ui.finding(t("Where sources contradict each other"), lead), *items)
