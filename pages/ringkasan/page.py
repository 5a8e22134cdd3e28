"""Draws the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefings.table import Table
from i18n import Text
from pages import downloads, stores, ui
from pages.context import HOME, Context
from pages.ringkasan import tables
from pages.ringkasan.changes import change_rows
from pages.ringkasan.model import Key, View, build
from pages.ringkasan.unsettled import Case
from pages.riwayat import desk
from pages.riwayat.tables import batches
from pages.wilayah.events import EventRow
from pages.wilayah.tables import regions
from warehouse.vocabulary import State

FEW = 10
"""Cases of one kind that are named without asking."""


def render(context: Context) -> None:
    """Draw the summary under the filters."""
    t = context.t
    view = stores.view(build, context)
    drawn = stores.drawing("ringkasan", lambda: _draw(view, context), context)
    ui.show(drawn.answer)
    ui.show(drawn.newest)
    if view.newest:
        _menu("newest", lambda: tables.newest(view.newest, context), context)
    ui.show(drawn.unsettled)
    if any(item.cases for item in view.unsettled):
        _menu("unsettled", lambda: tables.unsettled(view.unsettled, t), context)
    ui.show(drawn.changes)
    downloads.table_menu("batches", lambda: batches(desk.batches(context), t), context, context.permalink("riwayat"))
    ui.show(drawn.units)
    _menu("regions", lambda: regions(context.filters.province, context), context)
    ui.show(drawn.sources)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The page's parts; a menu stands below each table."""

    answer: ui.Html
    newest: ui.Html
    unsettled: ui.Html
    changes: ui.Html
    units: ui.Html
    sources: ui.Html


def _draw(view: View, context: Context) -> _Drawn:
    return _Drawn(
        _answer(view, context),
        _newest(view, context),
        _unsettled(view, context),
        _changes(context),
        _units(view, context),
        ui.sources(view.sources, context.t),
    )


def _answer(view: View, context: Context) -> ui.Html:
    t = context.t
    return ui.join(
        ui.title(t("How far are neutrality pledges documented?")),
        ui.answer(view.sentence, **{name: _link(key, key.phrase, context) for name, key in view.parts.items()}),
        _aside(view, context),
        ui.cards([ui.Card(key.label, _link(key, key.words, context), key.note) for key in view.keys]),
        _states(view, context),
    )


def _aside(view: View, context: Context) -> ui.Html | None:
    """Ceremonies that no regional figure counts, and where they are listed."""
    if not view.aside:
        return None
    return ui.tag("p", view.aside, " ", ui.link(context.t("See them on the timeline"), context.link("linimasa")))


def _link(key: Key, words: str, context: Context) -> ui.Html:
    if key.state not in (None, State.NILAI):
        words = ui.state_badge(key.state, context.t)
    return ui.figure_link(
        words,
        key.href,
        indicator=key.indicator,
        code=context.filters.province,
        level=key.level,
        state=State.NILAI if key.level else None,
    )


def _states(view: View, context: Context) -> ui.Html:
    t = context.t
    caption = t("{total} regencies and cities by what is known of them", total=t.number(view.total))
    meaning = t("No evidence yet accuses nobody: no source was found, and no duty to report is on record.")
    counts = [count for _, count in view.states]
    return ui.join(
        ui.finding(t("What is known of each region"), meaning),
        ui.state_bar([(state, _in_state(state, count, context)) for state, count in view.states], counts, caption, t),
    )


def _in_state(state: str, count: int, context: Context) -> ui.Html:
    """How many kabupaten and kota are in a state; leads to the map that shows which."""
    return ui.figure_link(
        context.t.number(count),
        context.link("peta"),
        indicator="documented_events",
        code=context.filters.province,
        level="kabupaten",
        state=state,
    )


def _newest(view: View, context: Context) -> ui.Html:
    t = context.t
    if not view.newest:
        return ui.empty(
            t("No ceremony is documented under these filters."), t("Choose a longer period or all elections.")
        )
    columns = [
        ui.Column(t("Ceremony")),
        ui.Column(t("Date")),
        ui.Column(t("People")),
        ui.Column(t("Evidence")),
        ui.Column(t("Voices"), numeric=True),
    ]
    rows = [
        (
            ui.figure_link(row.title, row.href, indicator="documented_events", code=row.event_id),
            _date(row),
            row.people,
            ui.grade_badge(row.grade, t),
            t.number(row.sources),
        )
        for row in view.newest
    ]
    return ui.join(
        ui.finding(t("The newest ceremonies")),
        ui.table(
            columns, rows, t("The {count} newest ceremonies; all are on the timeline", count=len(rows)), stacked=True
        ),
    )


def _date(row: EventRow) -> ui.Html:
    note = ui.mark(row.date_note) if row.date_note and row.low else None
    return ui.join(row.date, note, by=" ")


def _unsettled(view: View, context: Context) -> ui.Html:
    t = context.t
    columns = [ui.Column(t("What")), ui.Column(t("Cases"), numeric=True), ui.Column(t("Where"))]
    rows = [
        (
            ui.join(item.what, ui.tag("div", item.meaning, class_="note")),
            t.number(len(item.cases)),
            _where(item.cases, t),
        )
        for item in view.unsettled
    ]
    caption = t("Open and decided questions about the sources")
    return ui.join(ui.finding(t("What is open")), ui.table(columns, rows, caption, stacked=True))


def _where(cases: Sequence[Case], t: Text) -> ui.Html | str:
    """The first cases; the others are there for whoever unfolds them."""
    links = [ui.link(case.name, case.href) for case in cases]
    shown, rest = ui.join(*links[:FEW], by=", "), links[FEW:]
    if not rest:
        return shown or "–"
    more = ui.tag("summary", t.n("and {count} more", "and {count} more", len(rest)))
    return ui.join(shown, ui.tag("details", more, ui.join(*rest, by=", ")))


def _changes(context: Context) -> ui.Html:
    t = context.t
    rows = change_rows(stores.history(context), t)
    columns = [
        ui.Column(t("Snapshot")),
        ui.Column(t("Taken")),
        ui.Column(t("What was loaded")),
        ui.Column(t("Changes by table")),
    ]
    caption = t("The newest snapshots of the warehouse")
    return ui.join(ui.finding(t("The newest changes")), ui.table(columns, rows, caption, stacked=True))


def _units(view: View, context: Context) -> ui.Html:
    t = context.t
    columns = [
        ui.Column(t("Region")),
        ui.Column(t("State")),
        ui.Column(t("Ceremonies"), numeric=True),
        ui.Column(t("Best evidence")),
        ui.Column(t("Voices"), numeric=True),
    ]
    rows = [
        (
            ui.link(unit.name, unit.href),
            ui.state_badge(unit.state, t),
            ui.figure_link(unit.words, unit.href, indicator="documented_events", code=unit.code)
            if unit.state == State.NILAI
            else None,
            ui.grade_badge(unit.grade, t),
            t.number(unit.sources),
        )
        for unit in view.units
    ]
    return ui.join(ui.finding(t("Region by region")), ui.table(columns, rows, t("Documented ceremonies by region")))


def _menu(name: str, make: Callable[[], Table], context: Context) -> None:
    downloads.table_menu(name, make, context, context.permalink(HOME))
