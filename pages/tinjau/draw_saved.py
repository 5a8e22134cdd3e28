"""Step 3: what was put on record, and the ways to it and back."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import streamlit as st

from briefings.ceremonies.rows import title
from etl.reconcile import FIELDS
from i18n import Text
from pages import ui
from pages.context import Context
from pages.tinjau.draw_check import leave
from pages.tinjau.model import BATCH
from pages.wilayah.claims import codes
from pages.wilayah.fieldwords import FIELD_NAMES, value_words
from warehouse.vocabulary import ClaimStatus


def draw(context: Context) -> None:
    """The claims of the batch in the link, by ceremony; a batch without any says so."""
    t, batch = context.t, context.params.get(BATCH, "")
    saved = context.frames.claim.filter(pl.col("batch_id") == batch)
    history = ui.figure_link(batch, context.link("riwayat", batch=batch), indicator="batch")
    if saved.is_empty():
        ui.show(ui.empty(t("There is no batch of that name with anything saved from an article.")))
    else:
        sentence = t.n(
            "{count} field saved as batch {batch}.",
            "{count} fields saved as batch {batch}.",
            saved.height,
            batch="{batch}",
        )
        ui.show(ui.answer(sentence, batch=history))
        for event_id in saved["subject_id"].unique(maintain_order=True):
            _ceremony(event_id, saved.filter(pl.col("subject_id") == event_id), context)
        ui.show(
            ui.paragraph(
                ui.join(
                    ui.link(t("See in the history what changed"), context.link("riwayat", batch=batch)),
                    ui.link(t("Undo it"), context.link("riwayat", batch=batch, langkah="batalkan")),
                    by=" · ",
                )
            )
        )
    st.button(t("Another article"), type="primary", on_click=leave, key="saved-next")


def _ceremony(event_id: str, claims: pl.DataFrame, context: Context) -> None:
    """The ceremony with its address, and what was saved of it; open values wait on the page of contradictions."""
    t, names = context.t, codes(context.frames)
    event = context.frames.event.filter(pl.col("event_id") == event_id).to_dicts()[0]
    href = context.link("wilayah", wilayah=event["organiser_region_code"], acara=event_id)
    accepted = claims.filter(pl.col("status") == ClaimStatus.ACCEPTED).select("field", "value", "stated").rows()
    order = list(FIELDS)
    facts = [
        (t(FIELD_NAMES.get(field, field)), _said(field, value, stated, names, t))
        for field, value, stated in sorted(accepted, key=lambda row: order.index(row[0]))
    ]
    ui.show(ui.tag("h2", ui.link(title(event, names, t), href)), ui.facts(facts))
    if ClaimStatus.OPEN in claims["status"].to_list():
        there = ui.link(t("Decide it on the page Contradictions"), context.link("kontradiksi"))
        said = t("Something saved contradicts what is on record and waits for a decision.")
        ui.show(ui.tag("div", said, " ", there, class_="notice warn", role="note"))


def _said(field: str, value: str | None, stated: str | None, names: Mapping[str, str], t: Text) -> str:
    """The value in words; of a count without a number what the source prints."""
    if value is None and stated:
        return t("“{stated}”, number not known", stated=stated)
    return value_words(field, value, names, t)
