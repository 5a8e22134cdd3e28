"""Step 5: what was saved, what waits, and the way to the history and back."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from etl.ingest.labels import VERDICTS
from i18n import Text
from pages import ui
from pages.context import Context
from pages.unggah import desk
from pages.unggah.model import BATCH, PREVIEW, STEP, UPLOAD, own_keys


def draw(upload_id: str, context: Context) -> None:
    """The outcome. A process that was started since knows the batch only from the history."""
    t, batch = context.t, context.params.get(BATCH)
    done = desk.saved(upload_id, batch)
    if batch is None:
        ui.show(ui.answer(t("Nothing was saved.")))
    else:
        link = ui.figure_link(batch, context.link("riwayat", batch=batch), indicator="batch")
        ui.show(ui.answer(t("Saved as batch {batch}.", batch="{batch}"), batch=link))
    if done:
        ui.show(ui.facts([(t(VERDICTS[verdict]), t.number(count)) for verdict, count in _sorted(done.counts)]))
    if batch:
        ui.show(
            ui.paragraph(
                ui.join(
                    ui.link(t("See in the history what changed"), context.link("riwayat", batch=batch)),
                    ui.link(t("Undo it"), context.link("riwayat", batch=batch, langkah="batalkan")),
                    by=" · ",
                )
            )
        )
    if desk.waits(upload_id):
        _left(upload_id, context, t)
    st.button(t("Send another file"), type="primary", on_click=leave, key="saved-next")


def leave() -> None:
    """Back to the first step: the keys of this upload leave the link."""
    for key in own_keys():
        st.query_params.pop(key, None)


def _left(upload_id: str, context: Context, t: Text) -> None:
    """Rows that were not saved: they wait with the file until they are answered or the file is let go."""
    back = context.link("unggah", **{UPLOAD: upload_id, STEP: PREVIEW})
    ui.show(
        ui.tag(
            "div",
            t("Some rows of the file are not saved. It stays among the unfinished uploads."),
            " ",
            ui.link(t("Go on with it"), back),
            class_="notice info",
            role="note",
        )
    )

    def discard() -> None:
        desk.discard(upload_id)

    st.button(t("Let the file go"), on_click=discard, key="saved-discard")


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(verdict, counts[verdict]) for verdict in VERDICTS if verdict in counts]
