"""Draws what two snapshots give differently: the figures, each with its batch, and under them the rows."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from i18n import Text
from pages import downloads, stores, ui
from pages.context import Context
from pages.riwayat.desk import figure_changes, pair_of
from pages.riwayat.difference import SHOWN, TableChange, table_changes
from pages.riwayat.figures import FigureRow, Figures, Said, figure_rows
from pages.riwayat.model import Counts, Pair, counted
from pages.riwayat.rows import Names
from pages.riwayat.tables import changed
from pages.ui import Column, Html


def draw(pair: Pair, context: Context) -> None:
    """The figures that differ and the rows that do. Reads the store, so it is asked for through the cache."""
    t = context.t
    numbers = {"before": t.number(pair.before), "after": t.number(pair.after)}
    with st.spinner(t("Comparing the figures of the two snapshots …")):
        figures, tables = stores.view(_figures, context), stores.view(_rows, context)
    ui.show(
        ui.finding(
            t("Figures that differ"),
            t("From snapshot {before} to snapshot {after}. Each figure leads to the state that gave it.", **numbers),
            "angka",
        ),
        _table(figures, t) if figures.rows else ui.empty(t("No figure differs.")),
    )
    if figures.rows:
        path = context.permalink("riwayat", **context.params)
        downloads.table_menu(
            "changes", lambda: changed(figure_changes(pair, context), pair.before, pair.after, t), context, path
        )
    ui.show(
        ui.finding(t("What differs from snapshot {number}", number=numbers["before"]), anchor="beda"),
        *(_change(one, t) for one in tables),
    )
    if not tables:
        ui.show(ui.empty(t("The two snapshots are alike.")))


def _figures(context: Context) -> Figures:
    pair = pair_of(context)
    if pair is None:
        return Figures((), 0)
    return figure_rows(figure_changes(pair, context), pair.before, pair.after, context)


def _rows(context: Context) -> tuple[TableChange, ...]:
    pair = pair_of(context)
    if pair is None:
        return ()
    found = stores.store(sample=context.sample).diff(pair.before, pair.after)
    return table_changes(found, Names.of(context.frames), context.t, context.audience)


def _table(figures: Figures, t: Text) -> Html:
    columns = [
        Column(t("Figure")),
        Column(t("Election")),
        Column(t("Before"), numeric=True),
        Column(t("After"), numeric=True),
        Column(t("Why, and by whom")),
    ]
    rows = [
        [
            ui.join(row.label, ui.tag("div", f"{row.name}, {row.region}" if row.region else row.name, class_="note")),
            row.election,
            _value(row, row.old),
            _value(row, row.new),
            ui.join(*_why(row, t)),
        ]
        for row in figures.rows
    ]
    caption = t("{shown} of {total} figures that differ", shown=t.number(len(rows)), total=t.number(figures.total))
    return ui.table(columns, rows, caption, stacked=True)


def _why(row: FigureRow, t: Text) -> Iterator[Html]:
    for what, href, whose in row.why:
        yield ui.tag("div", what, " ", ui.link(whose, href, class_="note"))
    if row.widened:
        yield ui.tag("div", t("less sure than before: {causes}", causes=row.widened), class_="note")


def _value(row: FigureRow, said: Said) -> Html:
    return ui.figure_link(
        said.words,
        said.href,
        indicator=row.indicator,
        code=row.code,
        level=row.level,
        campaign=row.campaign,
        as_of=said.as_of,
    )


def _change(change: TableChange, t: Text) -> Html:
    columns = [Column(t("Row")), Column(t("Field")), Column(t("Before")), Column(t("After"))]
    rows = [[row.subject, row.field or None, row.old, row.new] for row in change.rows]
    if change.added == change.total:  # what is new as a whole was nothing before
        columns, rows = [columns[0], columns[3]], [[row[0], row[3]] for row in rows]
    said = counted(Counts(change.name, change.added, change.changed, change.removed), t)
    if change.is_withheld:
        return ui.paragraph(t("{counted}. Their rows are shown only at the PC that Ikrar runs on.", counted=said))
    if not rows:
        return ui.paragraph(t("{counted}. They are too many to list.", counted=said))
    if change.total > SHOWN:
        said = t(
            "{counted}. Shown are the first {shown} of {total} rows.",
            counted=said,
            shown=t.number(SHOWN),
            total=t.number(change.total),
        )
    return ui.table(columns, rows, said, stacked=True)
