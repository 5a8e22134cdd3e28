"""OPD: draws `model.View`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from charts.ranges import ranges
from i18n import Text
from indicators.comparing.pace import GOAL
from pages import charting, stores, ui
from pages.context import Context
from pages.opd import draw_compare, draw_sections, draw_table
from pages.opd.files import Files
from pages.opd.menus import Menus
from pages.opd.model import RegionView, build
from pages.opd.regions import of_province, regions
from pages.opd.totals import Total
from pages.ui import Html
from pages.way_on import way_on
from pages.wilayah.draw_people import people_table, source_link
from pages.wilayah.tables import headcounts

_KEY = "opd-region"


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = stores.view(build, context)
    options = stores.view(regions, of_province(context))
    ui.show(ui.title(t("What have the OPD reported?")))
    if view.region is None:
        ui.show(ui.empty(t("No unit of any region is on record under these filters."), way_on(context)))
        return
    _picker(view.region, options, t)
    _draw(view.region, view.sample_href, Menus(Files(view.region, context)))


def _picker(region: RegionView, options: Mapping[str, str], t: Text) -> None:
    """A region that has something on record, in the link as `wilayah`."""

    def write() -> None:
        st.query_params["wilayah"] = st.session_state[_KEY]

    names = {region.code: region.region_name, **options}
    st.session_state[_KEY] = region.code
    st.selectbox(
        t("Region with units on record"),
        list(names),
        format_func=lambda code: f"{names[code]} · {code}",
        key=_KEY,
        on_change=write,
    )


def _draw(view: RegionView, sample_href: str | None, menus: Menus) -> None:
    t = menus.files.context.t
    figures = {
        place: ui.figure_link(words, view.figures_href, indicator=indicator, code=view.code, level="pemda")
        for place, (indicator, words) in view.sentence.figures.items()
    }
    ui.show(ui.answer(view.sentence.template, **figures), _context(view, t))
    if view.units.has_tallies:
        ui.show(ui.cards([_card(total, view, t) for total in view.totals]), _contents(view, t))
        _chart(view, menus)
        _sections(view, menus)
    elif sample_href:
        words = t(
            "No count of people pledged or signed is on record here. The example data shows this page with counts."
        )
        ui.show(
            ui.tag(
                "div", words, " ", ui.link(t("Show the example data"), sample_href), class_="notice info", role="note"
            )
        )
    if view.weight and not view.units.has_tallies:
        draw_sections.weight(view.weight)
    draw_table.draw(view, menus)
    if view.compare:
        draw_compare.draw(view.compare, menus)
    if view.whole:
        ui.show(ui.finding(t("Headcounts of the region as a whole")), people_table(view.whole, t))
        menus.table("opd-people", partial(headcounts, view.whole, t))
    ui.show(ui.tag("div", ui.sources(view.sources, t), id="sumber"))


def _contents(view: RegionView, t: Text) -> Html:
    """Where on the page each question is answered."""
    parts = [
        (t("Who is short of people"), "kurang", view.gaps),
        (t("The largest OPD"), "bobot", view.weight),
        (t("Large and small compared fairly"), "corong", view.funnel),
        (t("Tiers"), "jenjang", view.tiers),
        (t("Employee types"), "jenis", view.types),
        (t("Pace"), "laju", view.pace),
        (t("All units"), "unit", view.units.rows),
        (t("Side by side"), "banding", view.compare),
    ]
    links = [ui.link(label, f"#{anchor}") for label, anchor, found in parts if found]
    return ui.tag("p", t("On this page"), ": ", ui.join(*links, by=" · "), class_="contents")


def _sections(view: RegionView, menus: Menus) -> None:
    if view.gaps:
        draw_sections.gaps(view, view.gaps, menus)
    if view.weight:
        draw_sections.weight(view.weight)
    if view.funnel:
        draw_sections.spread(view.funnel, menus)
    if view.tiers:
        draw_sections.tiers(view, view.tiers, menus)
    if view.types:
        draw_sections.types(view, view.types, menus)
    if view.pace:
        draw_sections.tempo(view.pace, menus)


def _context(view: RegionView, t: Text) -> Html:
    about = [
        ui.link(t("Everything known of {region}", region=view.region_name), view.href),
        ui.link(t("Who is obliged, who has reported"), view.duties_href),
    ]
    if view.name != view.region_name:
        about.append(ui.text(t("Without the OPD of its regencies and cities")))
    if view.campaign and view.units.has_tallies:
        about.append(ui.text(t("Election: {election}", election=view.campaign)))
    if view.units.basis:
        about.append(ui.text(t("Target: {basis}", basis=view.units.basis)))
    if view.units.source_ids:
        links = [source_link(view.source_items[source]) for source in view.units.source_ids]
        about.append(ui.join(t("Source"), ": ", ui.join(*links, by="; ")))
    return ui.tag("p", ui.join(*about, by=" · "), class_="by")


def _card(total: Total, view: RegionView, t: Text) -> ui.Card:
    if total.words is None:
        return ui.Card(total.label, ui.state_badge(total.state, t), total.note)
    figure = ui.figure_link(total.words, view.figures_href, indicator=total.indicator, code=view.code, level="pemda")
    return ui.Card(total.label, figure, total.note)


def _chart(view: RegionView, menus: Menus) -> None:
    t = menus.files.context.t
    lead = t("Thick: signed the pact. Thin: took the pledge. A bar runs from the lowest to the highest possible share.")
    ui.show(ui.finding(view.heading, lead))
    if view.unranked:
        ui.show(ui.notice(view.unranked))
    goal = t("finished: {share}", share=t.percent(float(GOAL), 0))
    charting.chart(
        "opd-ranges",
        lambda: ranges([row.chart for row in view.units.rows], t, goal=float(GOAL), goal_label=goal),
        menus.files.context,
        alt=view.heading,
    )
    menus.picture("opd-ranges", menus.files.ranges)
