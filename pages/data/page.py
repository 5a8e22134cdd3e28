"""Draws what can be fetched, and how."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from i18n import N_, Text
from pages import person, stores, ui
from pages.context import Context
from pages.data.examples import Example, examples, origin
from pages.data.model import Parameter, Route, View, build
from warehouse.vocabulary import Audience


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = stores.view(build, context)
    here = origin(st.context.url)
    shown = examples(here, view.path, view.query, t)
    ui.show(
        ui.title(t("How do other programs fetch this data?")),
        _answer(context, view),
        ui.tag(
            "p", t("Everything is below {address}; nobody has to sign in.", address=f"{here}/api/v1"), class_="lead"
        ),
        _contents(view, shown, t),
    )
    ui.show(
        ui.finding(t("What can be fetched"), t("Each as JSON, CSV or GeoJSON, by suffix or by Accept."), "rute"),
        _routes(view, t),
    )
    for example in shown:
        _example(example)
    ui.show(*(_parameters(route.parameters, route.path, route.about, t, _anchor(route)) for route in view.routes))
    ui.show(_parameters(view.shared, t("Every route"), t("These mean the same everywhere."), t, "semua-rute"))
    ui.show(_notes(t), _description(view, t))


_PLACES = {name: f"{{{name}}}" for name in ("regions", "events", "sources", "indicators")}
"""The sentence's places stay places: the figures are put in as links."""


def _answer(context: Context, view: View) -> ui.Html:
    t = context.t
    regions, events, sources = (view.rows(name) for name in ("regions", "events", "sources"))
    return ui.answer(
        t(
            "{regions}, {events} and {sources} can be fetched as tables, and {indicators} of every region and OPD.",
            **_PLACES,
        ),
        regions=_figure(t.n("{count} region", "{count} regions", regions), context.link("peta"), "regions"),
        events=_figure(t.n("{count} event", "{count} events", events), context.link("wilayah"), "events"),
        sources=_figure(t.n("{count} source", "{count} sources", sources), context.link("sumber"), "sources"),
        indicators=_figure(
            t.n("{count} indicator", "{count} indicators", view.indicators), context.link("sumber"), "indicators"
        ),
    )


def _figure(words: str, href: str, counted: str) -> ui.Html:
    return ui.figure_link(words, href, indicator=counted)


def _contents(view: View, shown: Sequence[Example], t: Text) -> ui.Html:
    parts = [
        ("rute", t("What can be fetched")),
        *((example.anchor, example.program) for example in shown),
        *((_anchor(route), route.path) for route in view.routes),
        ("catatan", t("Pages, states and caches")),
    ]
    return ui.tag("nav", ui.join(*(ui.link(name, f"#{anchor}") for anchor, name in parts), by=" · "), class_="contents")


def _routes(view: View, t: Text) -> ui.Html:
    columns = [
        ui.Column(t("Address")),
        ui.Column(t("What it is")),
        ui.Column(t("Rows"), numeric=True),
        ui.Column(t("All of it")),
    ]
    rows = [
        (ui.tag("code", route.path), route.summary, _rows(route, t), ui.link("CSV", route.csv, download=""))
        for route in view.routes
    ]
    return ui.table(columns, rows, t("Routes that can be read"), stacked=True)


def _rows(route: Route, t: Text) -> str:
    return t("one per unit") if route.rows is None else t.number(route.rows)


def _example(example: Example) -> None:
    steps = ui.tag("ol", *(ui.tag("li", step) for step in example.steps), class_="prose")
    ui.show(ui.finding(example.program, anchor=example.anchor), steps if len(example.steps) > 1 else example.steps[0])
    if example.code:
        st.code(example.code, language=example.language, wrap_lines=True)
    if example.note:
        ui.show(ui.tag("p", example.note, class_="note"))


def _anchor(route: Route) -> str:
    return route.path.strip("/").replace("/", "-")


def _parameters(parameters: Sequence[Parameter], heading: str, about: str, t: Text, anchor: str) -> ui.Html:
    columns = [ui.Column(t("Parameter")), ui.Column(t("Values")), ui.Column(t("What it does"))]
    rows = [
        (
            ui.tag("code", one.name),
            ui.join(*(ui.tag("code", value) for value in one.values), by=", "),
            ui.join(*_coded(one.about)),
        )
        for one in parameters
    ]
    return ui.join(
        ui.finding(heading, anchor=anchor),
        ui.tag("p", *_coded(about), class_="lead"),
        ui.table(columns, rows, t("Parameters: {route}", route=heading), stacked=True),
    )


def _coded(words: str) -> list[str]:
    """The words with what stands between backquotes set as code."""
    return [ui.tag("code", part) if place % 2 else ui.text(part) for place, part in enumerate(words.split("`"))]


_NOTES = (
    N_("JSON and GeoJSON give 100 rows at a time, or as many as limit says, up to 1,000; a CSV has every row."),
    N_("Link headers, and meta.next in JSON, lead to the next rows of the same snapshot: a walk sees one state."),
    N_(
        "as-of asks for what was known by a day or a snapshot. By a snapshot's number only a new definition changes it."
    ),
    N_("Each answer has an ETag; sent back as If-None-Match, it is answered in a few bytes where nothing changed."),
    N_("Each answer names snapshot, day and indicator version, and says DATA CONTOH where the data is simulated."),
    N_("A parameter that a route does not know is refused and named: a misspelling never gives other figures."),
)


def _notes(t: Text) -> ui.Html:
    sentences = (*map(t, _NOTES), _withheld(t))
    return ui.join(
        ui.finding(t("Pages, states and caches"), anchor="catatan"),
        ui.tag("ul", *(ui.tag("li", sentence) for sentence in sentences), class_="prose"),
    )


def _withheld(t: Text) -> str:
    if person.audience() is Audience.DALAM:
        return t("This address answers programs on this PC alone, and withholds small numbers as these pages do.")
    return t("Small numbers are withheld from programs as they are from the readers of these pages.")


def _description(view: View, t: Text) -> ui.Html:
    whole = ui.tag("a", view.description, href=view.description, target="_blank", rel="noopener")
    return ui.tag("p", t("The whole description for programs (OpenAPI 3.1):"), " ", whole)
