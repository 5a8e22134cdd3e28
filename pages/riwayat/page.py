"""Draws the history, a batch with its difference, and the way back."""

from __future__ import annotations

import streamlit as st

from i18n import Text
from pages import downloads, stores, ui
from pages.context import Context
from pages.controls import select
from pages.riwayat import desk, draw_changes, tables, undo
from pages.riwayat.model import FROM, TO, BatchRow, View, build, counted
from pages.ui import Column, Html


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = build(context, stores.history(context))
    ui.show(ui.title(t("What came in, and what did it change?")), _answer(view, t))
    if view.unknown:
        ui.show(ui.notice(t("There is no such batch or snapshot. It may belong to the other data (real or example).")))
    if view.chosen:
        _batch(view.chosen, context)
    if view.pair:
        draw_changes.draw(view.pair, context)
    _compare(view, context)
    ui.show(
        ui.finding(
            t("All batches"),
            t("Newest first. Every batch made one snapshot; its number leads to what was known then."),
            "batch",
        ),
        _table(view, t),
    )
    if view.older_href:
        ui.show(ui.paragraph(ui.link(t("Older batches"), view.older_href)))
    downloads.table_menu(
        "batches", lambda: tables.batches(desk.batches(context), t), context, context.permalink("riwayat")
    )


def _answer(view: View, t: Text) -> Html:
    loaded = ui.figure_link(t.n("{count} file loaded", "{count} files loaded", view.files), "#batch", indicator="files")
    undone = ui.figure_link(t.n("{count} undone", "{count} undone", view.undone), "#batch", indicator="undone")
    sentence = t(
        "Snapshot {number}, {moment}: {loaded}, {undone}.",
        number=t.number(view.number),
        moment=view.moment,
        loaded="{loaded}",
        undone="{undone}",
    )
    return ui.answer(sentence, loaded=loaded, undone=undone)


def _table(view: View, t: Text) -> Html:
    columns = [
        Column(t("Batch")),
        Column(t("Snapshot"), numeric=True),
        Column(t("Time")),
        Column(t("Kind")),
        Column(t("By")),
        Column(t("What it changed")),
    ]
    rows = [
        [
            ui.join(ui.link(row.name, row.href), ui.tag("div", row.batch_id, class_="note")),
            ui.link(number, row.then_href, aria_label=t("See what snapshot {number} knew", number=number)),
            row.moment,
            ui.join(row.kind, " ", _standing(row, t)),
            row.by,
            "; ".join(counted(one, t) for one in row.counts) or None,
        ]
        for row in view.rows
        for number in [t.number(row.number)]
    ]
    caption = t("{shown} of {total} batches", shown=t.number(len(rows)), total=t.number(view.total))
    return ui.table(columns, rows, caption, stacked=True)


def _standing(row: BatchRow, t: Text) -> Html | None:
    return ui.mark(t("undone"), "warn", t("Undone by {batch}", batch=row.undone_by)) if row.undone_by else None


def _batch(row: BatchRow, context: Context) -> None:
    t = context.t
    facts = [
        (t("Batch"), row.batch_id),
        (t("Snapshot"), t.number(row.number)),
        (t("Time"), row.moment),
        (t("Kind"), row.kind),
        (t("By"), row.by),
        (t("Digest of what was loaded (SHA-256)"), row.sha256),
    ]
    if row.undoes:
        facts.append((t("Takes back"), row.undoes))
    ui.show(ui.finding(row.name), ui.tag("div", ui.facts(facts), class_="digest"))
    undo.draw(row, context)
    if row.before is None:
        ui.show(ui.notice(t("This is the first batch: there is no snapshot before it to compare with.")))


def _compare(view: View, context: Context) -> None:
    """Any two snapshots, in the link as `dari_snapshot` and `ke_snapshot`."""
    if len(view.offered) < 2:
        return
    t, offered = context.t, {"": "–", **view.offered}
    ui.show(ui.finding(t("Compare two snapshots")))
    with st.container(key="compare-snapshots", horizontal=True, gap="small"):
        for key, label in ((FROM, t("From snapshot")), (TO, t("To snapshot"))):
            value = context.params.get(key, "")
            select(key, label, offered, value if value in offered else "")
