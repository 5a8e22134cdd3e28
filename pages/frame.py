"""What is around every page: address, navigation, filters, the band over example data, the footer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from i18n import LANGUAGES, N_, NotFound, Text, text
from indicators.suppression import shown_to
from pages import filter_bar, link, person, stores, ui
from pages.choices import Choices, choices
from pages.context import Context
from pages.navigation import ENTRIES, Entry

_REGION: Final = "wilayah"
"""The key of the link that names a region, and the page that says itself when there is no such region."""
_KEYS: Final = {
    "kampanye": N_("Election"),
    "provinsi": N_("Province"),
    "dari": N_("From"),
    "sampai": N_("Until"),
    "bukti": N_("Evidence"),
    link.PER: N_("Known by"),
    "bahasa": N_("Language"),
    "data": N_("Data"),
    _REGION: N_("Region"),
}
"""What a reader calls the keys of the link."""
_LANGUAGES: Final = {"id": "Indonesia", "en": "English"}


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

    context, options, ignored = opened(query, t)
    _navigation(entry, context)
    if context.frames.is_simulated:
        ui.show(ui.notice(t("DATA CONTOH: example data made up by a program. It reports on no real region."), "sample"))
    if not context.is_newest:
        ui.show(_kept_state(context, entry))
    if entry.filtered:
        filter_bar.draw(context, options)
    _ignored((*ignored, *_unknown(context, entry)), query, t)
    chosen.run()
    ui.show(_footer(context, entry))


def opened(query: Mapping[str, str], t: Text) -> tuple[Context, Choices, tuple[str, ...]]:
    """What a link asks for: the page's input, what the filters offer, and the keys that could not be used.

    Raises NotFound where nothing has been loaded.
    """
    sample = link.wants_sample(query)
    if sample and not stores.has_sample():
        _make_sample(t)
    path = stores.sample_path() if sample else stores.store_path()
    asked = link.as_of(query)
    per = asked or stores.NEWEST
    try:
        frames = stores.frames(path, per)
    except NotFound:  # a snapshot that there is not, or not any more; without any, the newest is not found either
        asked, per, frames = None, stores.NEWEST, stores.frames(path)
    options = stores.view(choices, Context(frames, link.NO_FILTERS, t, sample=sample))
    reading = link.read(query, options.campaigns, options.provinces)
    audience = person.audience()
    seen = shown_to(frames, audience)
    context = Context(seen, reading.filters, t, link.own_params(query), sample, per.day, audience, per.number)
    return context, options, reading.ignored if asked else (*reading.ignored, link.PER)


def _page(entry: Entry, context: Context | None) -> None:
    if context is not None:
        entry.render(context)


def _make_sample(t: Text) -> None:
    with st.spinner(t("Making the example data. The first time this takes a moment …")):
        stores.make_sample(dt.datetime.now(dt.UTC))


def _navigation(chosen: Entry, context: Context) -> None:
    """Links to the pages, as one element: a control each would be sent again with every choice.

    Drawn before the page, so that nobody follows one that lacks the newest choice.
    """
    t = context.t
    links = (
        ui.tag(
            "li",
            ui.link(
                ui.join(ui.tag("i", entry.icon, aria_hidden="true"), t(entry.title)),
                context.link(entry.name),
                aria_current="page" if entry == chosen else None,
            ),
        )
        for entry in ENTRIES
    )
    with st.sidebar:
        ui.show(
            ui.tag("a", t("Skip to the page"), href="#stMain", class_="skip"),
            ui.tag("p", "Ikrar", class_="brand"),
            ui.tag("p", t("Neutrality pledges of civil servants"), class_="by"),
            ui.tag("nav", ui.tag("ul", *links), class_="pages", aria_label=t("Pages")),
            ui.tag("p", *_languages(chosen, context), class_="switch"),
            ui.tag("p", _other_data(chosen, context), class_="switch"),
        )


def _languages(chosen: Entry, context: Context) -> list[ui.Html]:
    """Links to the same page in the other languages. They load the document anew, which says what language it is in."""
    others = [language for language in LANGUAGES if language != context.t.language]
    hrefs = {
        language: context.link(chosen.name, **context.params, bahasa=None if language == "id" else language)
        for language in others
    }
    return [ui.link(_LANGUAGES[language], href, lang=language, hreflang=language) for language, href in hrefs.items()]


def _other_data(chosen: Entry, context: Context) -> ui.Html:
    """The way to the example data, or back to the real."""
    t = context.t
    if context.sample:
        return ui.link(t("Real data"), context.link(chosen.name, **context.params, data=None))
    said = t("Shows a made-up country with figures per OPD. Every page then says DATA CONTOH.")
    return ui.link(t("Example data"), context.link(chosen.name, **context.params, data="contoh"), title=said)


def _kept_state(context: Context, entry: Entry) -> ui.Html:
    """The band over a state that the link names: which one it is, and the way to what is known now."""
    t, snapshot = context.t, context.frames.snapshot
    values = {"number": t.number(snapshot.number), "day": t.date(context.as_of or snapshot.taken_at.date())}
    if context.as_of is None:
        said = t("You see what snapshot {number} of {day} knew.", **values)
    else:
        said = t("You see what was known as of {day} (snapshot {number}).", **values)
    back = ui.link(t("Back to the newest"), context.link(entry.name, **context.params, per=None))
    return ui.tag("div", said, " ", back, class_="notice kept", role="note")


def _unknown(context: Context, entry: Entry) -> tuple[str, ...]:
    """The region, where the link names one that there is not: another one's figures must not pass for its own."""
    code = context.params.get(_REGION)
    is_known = not code or entry.name == _REGION or code in context.frames.region["code"]
    return () if is_known else (_REGION,)


def _ignored(keys: tuple[str, ...], query: Mapping[str, str], t: Text) -> None:
    if keys:
        names = ui.words.listed([f"{t(_KEYS[key])} “{query[key]}”" for key in keys], t)
        ui.show(ui.notice(t("This part of the link could not be used and was left out: {keys}.", keys=names)))


def _footer(context: Context, entry: Entry) -> ui.Html:
    t, snapshot = context.t, context.frames.snapshot
    stamp = t("Snapshot {number}, taken {moment}.", number=snapshot.number, moment=t.moment(snapshot.taken_at))
    verify = t("Check it yourself: {command} compares every file with its recorded digest.", command="ikrar verify")
    method = ui.link(t("How the figures are computed"), context.link("sumber"))
    kept = ui.link(t("Permanent link to these figures"), context.permalink(entry.name, **context.params))
    return ui.tag("footer", ui.tag("p", stamp, " ", kept, " · ", method), ui.tag("p", verify), class_="footer")
