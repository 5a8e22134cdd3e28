"""The form for a ceremony that no text tells of: its fields, and the photo or letter that proves it."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from etl.reconcile import FIELDS, Kind
from etl.review import ByHand, Evidence, Typed
from i18n import N_, BadInput, IkrarError, Text
from pages import ui
from pages.context import Context
from pages.tinjau import desk, inputs
from pages.tinjau.draw_begin import said
from pages.tinjau.model import BATCH, SAVED, STEP
from pages.unggah.controls import taken, uploader
from pages.wilayah.fieldwords import FIELD_NAMES

_FIELDS = (
    "activity",
    "organiser_region_code",
    "opd",
    "date",
    "campaign_id",
    "venue",
    "mode",
    "led_by",
    "witnesses",
    "participants",
    "signers",
    "points",
)
_EVIDENCE = {Evidence.LETTER: N_("letter or signed list"), Evidence.PHOTO: N_("photo")}
_FAULT = "tinjau-by-hand"
"""Key of the session: why the form could not be saved, said once."""


def draw(context: Context, by: str) -> None:
    """The form. What it holds stays until it is saved; only the file has to be chosen again."""
    t = context.t
    ui.show(
        ui.finding(
            t("Enter a ceremony by hand"),
            t("For a scan, a letter or a photo. Leave empty what the evidence does not show; offices, not names."),
        )
    )
    said()
    if fault := st.session_state.pop(_FAULT, None):
        ui.show(ui.notice(fault, "warn"))
    with st.container(key="hand-fields", horizontal=True, gap="small"):
        typed = {field: inputs.ask(field, t(FIELD_NAMES[field]), None, f"hand-{field}", context) for field in _FIELDS}
    ui.show(ui.tag("h3", t("Evidence")))
    with st.container(key="hand-evidence", horizontal=True, gap="small"):
        kind = st.selectbox(
            t("Kind of evidence"), list(_EVIDENCE), format_func=lambda one: t(_EVIDENCE[one]), key="hand-kind"
        )
        publisher = st.text_input(t("From which office"), max_chars=120, key="hand-publisher")
        title = st.text_input(t("Title or subject"), max_chars=200, key="hand-title")
        dated = st.date_input(
            t("Dated"),
            value=None,
            min_value=dt.date(2010, 1, 1),
            max_value=dt.date(2035, 12, 31),
            format="DD/MM/YYYY",
            key="hand-dated",
        )
    file = uploader(t("Photo (PNG, JPEG) or letter (PDF), up to 10 MB"), "hand-file", t)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="onward"):
        wanted = st.button(t("Save the ceremony"), type="primary", key="hand-save")
        ui.show(ui.link(t("Leave it"), context.link("tinjau")))
    if not wanted:
        return
    try:
        fields = _fields(typed, t)
        if file is None or not publisher.strip():
            raise BadInput(
                N_("The evidence is missing."),
                next_step=N_("Attach a photo or a letter, and say which office it is from."),
            )
        evidence = ByHand(taken(file), Evidence(kind), publisher.strip(), title.strip() or None, dated or None)
        done = desk.put_down(fields, evidence, by)
    except IkrarError as fault:
        st.session_state[_FAULT] = fault.render(t)
        st.rerun()
    st.query_params.update({STEP: SAVED, BATCH: done.snapshot.batch.batch_id})
    st.rerun()


def _fields(typed: dict[str, str], t: Text) -> dict[str, Typed]:
    """The fields that something was typed for. Raises BadInput, which names the field."""
    found = {}
    for field, words in typed.items():
        if not words.strip():
            continue
        try:
            value = inputs.value(field, words)
        except BadInput as fault:
            raise BadInput(
                fault.what, where=t(FIELD_NAMES[field]), next_step=fault.next_step, **fault.values
            ) from fault
        as_printed = FIELDS[field].kind in {Kind.COUNT, Kind.DAYS}
        found[field] = Typed(value, " ".join(words.split()) if as_printed else None)
    return found
