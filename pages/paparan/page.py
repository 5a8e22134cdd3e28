"""Bahan paparan: draws `model.View`, and makes the file that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from briefings.briefing import SECTION_NAMES, SectionName
from briefings.finding import Finding
from briefings.needed import needed
from briefings.picture import MapDrawing, Picture
from briefings.table import Column, Table
from charts import theme
from etl.issuing import KINDS, WHOLE, Issued, Progress, Wishes, issue
from exports.table_words import left_out, said
from i18n import N_, Text
from pages import downloads, stores, ui
from pages.context import Context
from pages.paparan import template
from pages.paparan.asked import NATION, REGION, SECTIONS, spell_sections
from pages.paparan.model import View, build, number_links, permalink, regions
from pages.person import analyst

ROWS: Final = 12
"""Rows of a table that are shown here; files hold all of them."""
SOURCES: Final = 12
"""Sources that are listed here, the best first."""
_FILES: Final = {
    "pptx": (N_("to edit tonight: charts as charts, sources in the notes"), ":material/slideshow:"),
    "docx": (N_("two to four pages, ready for a memo"), ":material/description:"),
    "pdf": (N_("the same, to send or to print"), ":material/picture_as_pdf:"),
    "xlsx": (N_("figures to calculate with, charts, sources, dictionary"), ":material/table:"),
    "zip": (N_("every table as CSV and Parquet, described"), ":material/folder_zip:"),
}
"""What each kind of file is for, and its icon."""


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = stores.view(build, context)
    ui.show(ui.title(t("What can be put on the table tomorrow?")), _answer(view.briefing.sections[0].finding, context))
    filters = context.filters
    if filters.since or filters.until or filters.grade:
        words = t(
            "Period and evidence are not filtered here: a briefing tells all that is known of the region and election."
        )
        ui.show(ui.notice(words))
    _choose(view, context)
    make = _files(view, context)
    _steps(view, t)
    _section(view, context)
    make()  # last, so that the page stays whole while one waits


def _answer(finding: Finding, context: Context) -> ui.Html:
    return ui.answer(finding.message, **_linked(finding, context))


def _linked(finding: Finding, context: Context) -> dict[str, ui.Html]:
    linked = {
        place: ui.link(words, href, class_="figure") for place, (words, href) in number_links(finding, context).items()
    }
    return linked | {place: ui.text(words) for place, words in finding.names.items()}


def _choose(view: View, context: Context) -> None:
    """Region and sections, in the link."""
    t, names = context.t, stores.view(regions, context)
    chosen = view.asked.request.region or NATION
    if st.session_state.get("paparan-region") != chosen:
        st.session_state["paparan-region"] = chosen
    sections = [] if len(view.steps) == len(SectionName) else list(view.asked.request.sections)
    if st.session_state.get("paparan-sections") != sections:
        st.session_state["paparan-sections"] = sections

    def write_region() -> None:
        st.query_params[REGION] = st.session_state["paparan-region"]

    def write_sections() -> None:
        if spelt := spell_sections(st.session_state["paparan-sections"]):
            st.query_params[SECTIONS] = spelt
        else:
            st.query_params.pop(SECTIONS, None)

    with st.container(key="paparan-choices", horizontal=True):
        st.selectbox(
            t("Region"),
            list(names),
            format_func=lambda code: f"{names[code]} · {code}" if code else names[code],
            key="paparan-region",
            on_change=write_region,
        )
        st.multiselect(
            t("Sections"),
            list(SectionName),
            format_func=lambda name: t(SECTION_NAMES[name]),
            key="paparan-sections",
            on_change=write_sections,
            placeholder=t("All sections"),
        )


def _files(view: View, context: Context) -> Callable[[], None]:
    """One button a file. Returns what makes and saves the one that was pressed, told of over the buttons."""
    t = context.t
    ui.show(
        ui.finding(t("Take it away"), t("Every file names its sources, the day of its data and a code to check it."))
    )
    if (by := analyst()) is None:
        words = t("Files can be taken only at the PC that Ikrar runs on. From here the page can be printed, and")
        more = ui.link(t("programs can fetch the figures"), context.link("data"))
        ui.show(ui.tag("div", words, " ", more, ".", class_="notice info", role="note"))
        return lambda: None
    room = st.container(key="paparan-made")
    with st.container(key="paparan-files", horizontal=True):
        pressed = [kind for kind in WHOLE if _file(kind, t)]
    wishes, path = Wishes(template=template.field(t)), permalink(context, view.asked)

    def make(progress: Progress, kind: str) -> Issued:
        return issue(downloads.origin(context, by), view.asked.request, kind, wishes, path=path, progress=progress)

    def make_pressed() -> None:
        with room:
            for kind in pressed:
                downloads.hand_over(partial(make, kind=kind), context)

    return make_pressed


def _file(kind: str, t: Text) -> bool:
    about, icon = _FILES[kind]
    with st.container(key=f"file-{kind}", gap=None):
        pressed = st.button(
            t(KINDS[kind].label),
            key=f"make-{kind}",
            icon=icon,
            type="primary" if kind == WHOLE[0] else "secondary",
            width="stretch",
        )
        ui.show(ui.tag("p", t(about), class_="note"))
    return pressed


def _steps(view: View, t: Text) -> None:
    """The pages of the briefing, the one that is shown marked."""
    ui.show(ui.finding(t("What is in it, page by page"), anchor="isi"))
    items = [
        ui.tag(
            "li",
            ui.link(f"{place}. {step.heading}", f"{step.href}#isi"),
            aria_current="page" if step.is_shown else None,
        )
        for place, step in enumerate(view.steps, 1)
    ]
    ui.show(ui.tag("nav", ui.tag("ol", *items, class_="steps"), aria_label=t("Pages of the briefing")))


def _section(view: View, context: Context) -> None:
    t, section = context.t, view.section
    more = (ui.tag("p", _sentence(finding, context)) for finding in section.more)
    ui.show(ui.tag("h3", _sentence(section.finding, context), class_="slide"), *more)
    if section.picture is not None:
        _picture(section.picture, view, context)
    for table in section.tables:
        _table(table, view, context)
    if missing := needed(section, t):
        items = (ui.tag("li", each) for each in missing)
        way = ui.tag("p", ui.link(t("Go to the page Upload"), context.link("unggah")))
        ui.show(ui.tag("h4", t("What is needed to fill this page")), ui.tag("ul", *items, class_="prose"), way)
    notes = (
        ui.tag("ul", *(ui.tag("li", note) for note in section.notes), class_="prose note") if section.notes else None
    )
    ways = [
        ui.link(f"← {t('Previous page')}", f"{view.earlier}#isi") if view.earlier else None,
        ui.link(f"{t('Next page')} →", f"{view.later}#isi") if view.later else None,
    ]
    sources = [
        ui.SourceItem(one.title, one.publisher, one.grade, one.url, one.published_on)
        for one in section.sources[:SOURCES]
    ]
    rest = len(section.sources) - len(sources)
    others = t.n("{count} more source", "{count} more sources", rest)
    ui.show(
        notes,
        ui.tag("p", ui.join(*filter(None, ways), by=" · "), class_="by"),
        ui.sources(sources, t),
        ui.tag("p", ui.link(others, context.link("sumber"))) if rest else None,
    )


def _sentence(finding: Finding, context: Context) -> ui.Html:
    return ui.Html(str(ui.text(finding.message)).format_map(_linked(finding, context)))


def _picture(picture: Picture, view: View, context: Context) -> None:
    if isinstance(picture.drawing, MapDrawing):
        ui.show(ui.tag("img", src=view.map_image, alt=picture.title, class_="drawn"))
    else:
        st.plotly_chart(
            picture.drawing, config=theme.CONFIG, theme=None, key=f"chart-{picture.name}", alt=picture.title
        )
    downloads.picture_menu(picture.name, lambda: picture, context, permalink(context, view.asked))


def _table(table: Table, view: View, context: Context) -> None:
    t = context.t
    columns = [ui.Column(column.heading, numeric=_is_numeric(column)) for column in table.columns]
    rows = [
        [said(cell, column, t) or None for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows[:ROWS]
    ]
    rest = left_out(len(rows), len(table.rows), table.total or len(table.rows), t)
    ui.show(ui.table(columns, rows, table.title, stacked=True), ui.tag("p", rest, class_="note") if rest else None)
    downloads.table_menu(table.name, lambda: table, context, permalink(context, view.asked))


def _is_numeric(column: Column) -> bool:
    return column.bounded or column.kind in {"count", "decimal", "fraction"}
