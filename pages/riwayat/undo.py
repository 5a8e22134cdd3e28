"""The way back: what would go is said first, then a second press does it. Only ever in the real store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import streamlit as st

from i18n import IkrarError, Text
from pages import stores, ui
from pages.context import Context
from pages.person import analyst
from pages.ringkasan.changes import TABLES
from pages.riwayat.model import BatchRow
from pages.riwayat.rows import Names, value
from pages.ui import Column, Html
from warehouse.changes import ChangedSince, StillNamed

STEP, ASKED = "langkah", "batalkan"
"""Link key and value of the question whether it shall really be undone."""
SHOWN = 20


def draw(row: BatchRow, context: Context) -> None:
    """The button, or the question that it leads to, or why there is none."""
    t = context.t
    if context.sample:
        ui.show(ui.notice(t("Example data cannot be undone; it is made anew as a whole.")))
    elif not context.is_newest:
        ui.show(ui.paragraph(t("A batch can be undone only while the newest state is shown.")))
    elif row.undone_by:
        ui.show(ui.notice(t("This batch has been undone by {batch}.", batch=row.undone_by)))
    elif not row.can_be_undone:
        ui.show(ui.paragraph(t("The first batch cannot be undone here: nothing would be left.")))
    elif (by := analyst()) is None:
        ui.show(ui.notice(t("Batches can be undone only at the PC that Ikrar runs on.")))
    elif context.params.get(STEP) == ASKED:
        _question(row, by, context)
    else:
        st.button(t("Undo this batch …"), key="undo-ask", on_click=_ask, icon=":material/undo:")


def _ask() -> None:
    st.query_params[STEP] = ASKED


def _keep() -> None:
    st.query_params.pop(STEP, None)


def _question(row: BatchRow, by: str, context: Context) -> None:
    t = context.t
    consequences = (ui.tag("li", words) for words in _consequences(row, t))
    ui.show(
        ui.tag(
            "div",
            ui.tag("p", ui.tag("b", t("Undo batch {batch}?", batch=row.batch_id))),
            ui.tag("ul", *consequences),
            ui.tag("p", t("A new snapshot is made; the old ones stay. The log will name {by}.", by=by)),
            class_="notice warn",
            role="alert",
        )
    )
    with st.container(horizontal=True, gap="small"):
        undo = st.button(t("Yes, undo it"), key="undo-do", type="primary")
        st.button(t("No, keep it"), key="undo-keep", on_click=_keep)
    if undo:
        _undo(row, by, context)


def _consequences(row: BatchRow, t: Text) -> Iterator[str]:
    """What happens to the rows of each table: the batch read backwards."""
    for one in row.counts:
        said = (
            t.n("{count} row goes", "{count} rows go", one.added) if one.added else "",
            t.n("{count} row gets its old values back", "{count} rows get their old values back", one.changed)
            if one.changed
            else "",
            t.n("{count} row returns", "{count} rows return", one.removed) if one.removed else "",
        )
        yield f"{one.table}: {', '.join(filter(None, said))}"


def _undo(row: BatchRow, by: str, context: Context) -> None:
    t = context.t
    try:
        with st.spinner(t("Undoing …")):
            done = stores.store(sample=False).undo(row.batch_id, by=by, now=dt.datetime.now(dt.UTC))
    except ChangedSince as conflict:
        ui.show(ui.notice(conflict.render(t), "warn"), _in_the_way(conflict, context))
        return
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    st.query_params.pop(STEP, None)
    st.query_params["batch"] = done.snapshot.batch.batch_id
    st.rerun()


def _in_the_way(conflict: ChangedSince, context: Context) -> Html:
    """Rows that later batches changed, or that name what would go, each with its batch: undone first, those give the
    way free. A row without a batch is gone, or one of many in a partition."""
    t, names = context.t, Names.of(context.frames)
    if isinstance(conflict, StillNamed):
        columns, nobody = [Column(t("Row that names it")), Column(t("Table")), Column(t("Brought by"))], "–"
    else:
        columns, nobody = [Column(t("Row")), Column(t("Table")), Column(t("Changed by"))], t("removed")
    rows = [
        [
            " · ".join(value(column, given, names, t) for column, given in row.key.items()),
            t(TABLES.get(row.table, row.table)),
            ui.link(row.batch_id, context.link("riwayat", batch=row.batch_id)) if row.batch_id else nobody,
        ]
        for row in conflict.rows[:SHOWN]
    ]
    caption = t(
        "{shown} of {total} rows in the way",
        shown=t.number(len(rows)),
        total=t.number(len(conflict.rows)),
    )
    return ui.table(columns, rows, caption)
