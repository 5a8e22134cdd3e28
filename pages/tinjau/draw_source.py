"""What goes on record of the article as a source: who published it, when, where. A person may know better."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from etl.review import Review, SourceFacts
from i18n import N_, BadInput, IkrarError
from indicators.words import SOURCE_KINDS, word
from pages import ui
from pages.context import Context
from pages.link import FIRST_DAY, LAST_DAY
from pages.tinjau import desk
from warehouse.vocabulary import Grade, SourceKind

_GRADES = {SourceKind.RELEASE: Grade.C, SourceKind.ARTICLE: Grade.D}


def draw(review: Review, context: Context) -> None:
    """The facts, folded while the publisher is known."""
    t, facts, own = context.t, review.source, review.review_id or ""
    day = t.date(facts.published_on, "short") if facts.published_on else t("no date")
    said = ui.join(t("Source: {publisher}", publisher=facts.publisher), ", ", day, " ", ui.grade_badge(facts.grade, t))
    ui.show(ui.tag("p", said, class_="note"))
    with (
        st.expander(t("Complete what is known of the source"), key=f"source-{own}"),
        st.form(f"source-form-{own}", border=False),
    ):
        publisher = st.text_input(t("Publisher"), facts.publisher, max_chars=120, key=f"source-publisher-{own}")
        kind = st.selectbox(
            t("What kind of source"),
            list(_GRADES),
            index=list(_GRADES).index(facts.kind) if facts.kind in _GRADES else 1,
            format_func=lambda one: word(SOURCE_KINDS, one, t),
            key=f"source-kind-{own}",
            help=t("An office’s own release counts as grade C, news as grade D."),
        )
        title = st.text_input(t("Title"), facts.title or "", max_chars=300, key=f"source-title-{own}")
        url = st.text_input(
            t("Address"), facts.url or "", max_chars=500, key=f"source-url-{own}", placeholder="https://"
        )
        published = st.date_input(
            t("Published on"),
            facts.published_on,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD/MM/YYYY",
            key=f"source-day-{own}",
        )
        wanted = st.form_submit_button(t("Keep what is known of the source"))
    if wanted:
        try:
            known = _facts(SourceKind(kind), publisher, title, url, published)
            desk.describe(own, known)
        except IkrarError as fault:
            ui.show(ui.notice(fault.render(t), "warn"))
            return
        st.rerun()


def _facts(kind: SourceKind, publisher: str, title: str, url: str, published: dt.date | None) -> SourceFacts:
    """The facts as typed. Raises BadInput without a publisher, and for an address that is none."""
    if not publisher.strip():
        raise BadInput(N_("Name the publisher."))
    if url.strip() and not url.strip().startswith(("https://", "http://")):
        raise BadInput(N_("An address begins with http:// or https://."))
    return SourceFacts(
        kind,
        _GRADES[kind],
        " ".join(publisher.split()),
        " ".join(title.split()) or None,
        url.strip() or None,
        published,
    )
