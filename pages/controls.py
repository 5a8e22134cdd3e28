"""The controls of the frame. Each writes the link; the next run reads it. So back, reload and sharing all work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from i18n import LANGUAGES, Text
from indicators.scope import ALL_CAMPAIGNS
from indicators.words import GRADES, word
from pages.choices import Choices
from pages.context import Context
from pages.link import FIRST_DAY, LAST_DAY, PER
from warehouse.as_of import AsOf

_LANGUAGE_NAMES = {"id": "Indonesia", "en": "English"}


def _follow(widget: str, value: Any) -> str:
    """The control's key, after setting the control to what the link says."""
    if st.session_state.get(widget, ...) != value:
        st.session_state[widget] = value
    return widget


def _writer(key: str, widget: str, spell: Callable[[Any], str]) -> Callable[[], None]:
    """A callback that writes the control's value into the link as `spell` says it; an empty text leaves the link."""

    def write() -> None:
        if spelt := spell(st.session_state[widget]):
            st.query_params[key] = spelt
        else:
            st.query_params.pop(key, None)

    return write


def filter_bar(context: Context, options: Choices) -> None:
    """Campaign, province, period, evidence grade, what was known when. On a phone they are folded behind a switch."""
    t, chosen = context.t, context.filters
    campaigns = {ALL_CAMPAIGNS: t("All elections"), **options.campaigns}
    provinces = {"": t("All provinces"), **options.provinces}
    grades = {"": t("Any evidence"), **{grade: t("{grade} or better", grade=grade) for grade in GRADES}}
    active = len(chosen.query()) + (not context.is_newest)
    with st.container(key="filters", gap="small"):
        st.toggle(_summary(active, t), key="filters-open", on_change="ignore")
        with st.container(key="filter-fields", horizontal=True, gap="small"):
            select("kampanye", t("Election"), campaigns, chosen.campaign)
            select("provinsi", t("Province"), provinces, chosen.province or "")
            day("dari", t("From"), chosen.since)
            day("sampai", t("Until"), chosen.until)
            select("bukti", t("Evidence"), grades, chosen.grade or "", help_=_grade_help(t))
            _known_by(context)


def _summary(active: int, t: Text) -> str:
    return t.n("Filters ({count} active)", "Filters ({count} active)", active) if active else t("Filters")


def _grade_help(t: Text) -> str:
    return "  \n".join(f"**{grade}** {word(GRADES, grade, t)}" for grade in GRADES)


def select(key: str, label: str, names: dict[str, str], value: str, *, help_: str | None = None) -> None:
    """A list whose first entry is "not filtered". Streamlit sends labels: in another language it is another control."""
    widget, unfiltered = _follow(f"link-{key}-{label}", value), next(iter(names))
    st.selectbox(
        label,
        list(names),
        format_func=lambda code: names[code],
        key=widget,
        on_change=_writer(key, widget, lambda code: "" if code == unfiltered else code),
        help=help_,
    )


def _known_by(context: Context) -> None:
    """The day that counts as today. A snapshot that the link names stays: the day is then asked of that snapshot."""
    t, pinned = context.t, context.pinned
    help_ = t("What was known on that day. A snapshot is chosen on the page History.")
    day(PER, t("Known by"), context.as_of, spell=lambda day: str(AsOf(pinned, day)), help_=help_)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def day(
    key: str,
    label: str,
    value: dt.date | None,
    *,
    spell: Callable[[dt.date | None], str] = _iso,
    help_: str | None = None,
) -> None:
    widget = _follow(f"link-{key}", value)
    st.date_input(
        label,
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=widget,
        on_change=_writer(key, widget, spell),
        help=help_,
    )


def language_switch(t: Text) -> None:
    """Indonesian or English, in the link as `bahasa=en`."""
    widget = _follow("link-bahasa", t.language)
    st.segmented_control(
        "Bahasa / Language",
        LANGUAGES,
        format_func=_LANGUAGE_NAMES.__getitem__,
        key=widget,
        on_change=_writer("bahasa", widget, lambda code: "" if code == "id" else code),
        required=True,
    )


def data_switch(context: Context) -> None:
    """The example store instead of the real one, in the link as `data=contoh`."""
    t = context.t
    widget = _follow("link-data", context.sample)
    st.toggle(
        t("Example data"),
        key=widget,
        on_change=_writer("data", widget, lambda wanted: "contoh" if wanted else ""),
        help=t("Shows a made-up country with figures per OPD. Every page then says DATA CONTOH."),
    )
