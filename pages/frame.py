"""What is around every page: address, navigation, filters, the band over example data, the footer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st

from i18n import Text, text
from pages import link, stores, ui
from pages.choices import choices
from pages.context import Context
from pages.controls import data_switch, filter_bar, language_switch
from pages.navigation import ENTRIES, Entry
from warehouse.frames import Frames


def draw() -> None:
    """One run: read the link, fetch the snapshot, draw the chosen page in its frame."""
    st.set_page_config(layout="wide")
    query = st.query_params.to_dict()
    t = text(link.language(query))
    context: Context | None = None

    def run(entry: Entry) -> Callable[[], None]:
        return lambda: _page(entry, context)

    pages = {
        entry: st.Page(run(entry), title=f"{t(entry.title)} · Ikrar", url_path=entry.name, default=entry is ENTRIES[0])
        for entry in ENTRIES
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    entry = next(entry for entry, page in pages.items() if page.url_path == chosen.url_path)

    sample = link.wants_sample(query)
    frames = _sample_frames(t) if sample else stores.frames(stores.store_path())
    options = stores.view(choices, Context(frames, link.NO_FILTERS, t, sample=sample))
    reading = link.read(query, options.campaigns, options.provinces)
    context = Context(frames, reading.filters, t, link.own_params(query), sample)

    _navigation(pages, context)
    if frames.is_simulated:
        ui.show(ui.notice(t("DATA CONTOH: example data made up by a program. It reports on no real region."), "sample"))
    # What answers is sent first; the controls, whose scripts take longest to load, fill the room kept above it.
    bar = st.container(key="bar") if entry.filtered else None
    _ignored(reading.ignored, t)
    chosen.run()
    ui.show(_footer(context))
    if bar is not None:
        with bar:
            filter_bar(context, options)
    with st.sidebar:
        language_switch(t)
        data_switch(context)


def _page(entry: Entry, context: Context | None) -> None:
    if context is not None:
        entry.render(context)


def _sample_frames(t: Text) -> Frames:
    with st.spinner(t("Making the example data. The first time this takes a moment …")):
        return stores.sample_frames(dt.datetime.now(dt.UTC))


def _navigation(pages: dict[Entry, st.Page], context: Context) -> None:
    """Links to the pages. Drawn before the page, so that nobody follows one that lacks the newest choice."""
    t = context.t
    with st.sidebar:
        ui.show(
            ui.tag("p", "Ikrar", class_="brand"), ui.tag("p", t("Neutrality pledges of civil servants"), class_="by")
        )
        with st.container(key="navigation", gap=None):
            for entry, page in pages.items():
                st.page_link(page, label=t(entry.title), icon=entry.icon, query_params=context.carried() or None)


def _ignored(keys: tuple[str, ...], t: Text) -> None:
    if keys:
        names = ui.words.listed(list(keys), t)
        ui.show(ui.notice(t("This part of the link could not be used and was left out: {keys}.", keys=names)))


def _footer(context: Context) -> ui.Html:
    t, snapshot = context.t, context.frames.snapshot
    stamp = t("Snapshot {number}, taken {moment}.", number=snapshot.number, moment=t.moment(snapshot.taken_at))
    verify = t("Check it yourself: {command} compares every file with its recorded digest.", command="ikrar verify")
    method = ui.link(t("How the figures are computed"), context.link("sumber"))
    return ui.tag("footer", ui.tag("p", stamp, " ", verify, " ", method), class_="footer")
