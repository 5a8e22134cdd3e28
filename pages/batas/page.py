"""Official boundaries: draws `model.BatasModel`, and of a file that was sent `model.PreviewModel`."""

from __future__ import annotations

import streamlit as st

from i18n import IkrarError, Text
from pages import ui
from pages.batas import desk, draw_file
from pages.batas.model import BatasModel, EditionRow, build
from pages.context import Context
from pages.person import analyst
from pages.ui import Column

REMOVE = "hapus"
"""Link key: the edition of which it is asked whether it shall go."""


def render(context: Context) -> None:
    """Draw the page."""
    t, by = context.t, analyst()
    title = ui.title(t("Which boundaries does the map use?"))
    try:
        editions, shown = desk.kept()
    except IkrarError as fault:
        ui.show(title, ui.empty(fault.render(t)))
        return
    model = build(editions, shown, t)
    seen = {"lapis": "resmi", "tingkat": shown.level} if shown else {}
    to_map = ui.tag("p", ui.link(t("To the map"), context.link("peta", **seen)))
    ui.show(title, ui.answer("{said}", said=ui.text(model.sentence)), to_map)
    if by is None:
        ui.show(ui.notice(t("Boundaries can be imported and removed only at the PC that Ikrar runs on.")))
    else:
        draw_file.draw(context, by, editions)
    _editions(model, context, may_remove=by is not None)


def _editions(model: BatasModel, context: Context, *, may_remove: bool) -> None:
    """All that were imported. The one in force is marked; removing is asked twice."""
    t = context.t
    if not model.rows:
        return
    columns = [t("Edition"), t("Regions"), t("Licence"), t("File"), t("Imported")]
    cells = [
        [
            ui.join(row.name, ui.mark(t("on the map")) if row.shown else None, by=" "),
            row.regions,
            row.licence,
            ui.join(row.file, ui.tag("div", f"SHA-256 {row.sha256[:12]}…", class_="note")),
            f"{row.moment}, {row.by}",
        ]
        for row in model.rows
    ]
    ui.show(
        ui.finding(t("Editions"), t("The map shows the newest import with regencies and cities.")),
        ui.table([Column(heading) for heading in columns], cells, t("Boundaries that were imported here")),
    )
    if may_remove:
        for row in model.rows:
            _removal(row, context)


def _removal(row: EditionRow, context: Context) -> None:
    t = context.t
    if context.params.get(REMOVE) != row.id:
        label = t("Remove the import of {moment} …", moment=row.moment)
        st.button(label, key=f"remove-{row.id}", on_click=_ask, args=(row.id,), icon=":material/delete:")
        return
    question = t("Remove {name}? The map then shows the edition before it, or schematic shapes.", name=row.name)
    ui.show(ui.notice(question, "warn"))
    with st.container(horizontal=True, gap="small"):
        wanted = st.button(t("Yes, remove it"), key="remove-do", type="primary")
        st.button(t("No, keep it"), key="remove-keep", on_click=_ask, args=(None,))
    if wanted:
        _remove(row.id, t)


def _ask(edition_id: str | None) -> None:
    if edition_id:
        st.query_params[REMOVE] = edition_id
    else:
        st.query_params.pop(REMOVE, None)


def _remove(edition_id: str, t: Text) -> None:
    try:
        desk.remove(edition_id)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    _ask(None)
    st.rerun()
