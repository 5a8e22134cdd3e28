"""Step 2: what was understood, so that a person can object before anything is saved."""

from __future__ import annotations

from i18n import Text
from pages import ui
from pages.ui import Column, Html
from pages.unggah.understood import SHOWN, BlockView, Understood

_PLACES = {name: f"{{{name}}}" for name in ("kind", "rows", "tables", "aside")}
"""Places that stay open until the figures are put in as links."""


def draw(view: Understood, t: Text) -> None:
    """The tables found, and the rows set aside."""
    rows = ui.figure_link(t.n("{count} data row", "{count} data rows", view.rows), "#tabel", indicator="rows_in")
    tables = ui.figure_link(t.n("{count} table", "{count} tables", len(view.blocks)), "#tabel", indicator="tables")
    aside = ui.figure_link(
        t.n("{count} row set aside", "{count} rows set aside", view.aside_total), "#sisih", indicator="set_aside"
    )
    sentence = t("Read as {kind}: {rows} in {tables}, {aside}.", **_PLACES)
    ui.show(ui.answer(sentence, kind=ui.text(view.kind), rows=rows, tables=tables, aside=aside))
    ui.show(ui.tag("div", *(_block(block, t) for block in view.blocks), id="tabel"))
    ui.show(ui.tag("div", _aside(view, t), id="sisih"))


def _block(block: BlockView, t: Text) -> Html:
    hidden = ui.mark(t("hidden sheet"), "warn") if block.hidden else None
    rows = (
        t("{first} to {last} ({count})", first=block.first_row, last=block.last_row, count=t.number(block.rows))
        if block.first_row
        else "–"
    )
    facts = [(t("Header rows"), block.header), (t("Data rows"), rows)]
    facts += [(name, f"{value} ({where})" if where else value) for name, value, where in block.given]
    columns = [Column(t("Column in the file")), Column(t("Taken for"))]
    cells = [[_heading(column.place, column.heading), column.meaning] for column in block.columns]
    return ui.join(
        ui.tag("h2", block.heading, " ", hidden),
        ui.facts(facts),
        ui.table(columns, cells, t("Columns of {table}", table=block.heading)),
    )


def _heading(place: str, heading: str) -> Html:
    return ui.join(ui.tag("span", place, class_="note"), heading, by=" ")


def _aside(view: Understood, t: Text) -> Html:
    if not view.aside:
        return Html()
    columns = [Column(t("Place")), Column(t("Taken for")), Column(t("What it says"))]
    cells = [[row.place, row.what, row.text or None] for row in view.aside]
    caption = t(
        "{shown} of {total} rows", shown=t.number(min(SHOWN, view.aside_total)), total=t.number(view.aside_total)
    )
    lead = t(
        "They are not counted. Is one of them data? Mend its first cell in the file and send it again; "
        "nothing is saved before the last step."
    )
    table = ui.tag("div", ui.table(columns, cells, caption), class_="stacked")
    return ui.join(ui.finding(t("Rows taken for no data"), lead), table)
