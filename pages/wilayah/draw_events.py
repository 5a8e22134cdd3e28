"""Draws ceremonies as a table whose rows lead to them."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Text
from pages import ui
from pages.ui import Column
from pages.wilayah.events import EventRow


def events_table(rows: Sequence[EventRow], caption: str, key: str, t: Text) -> None:
    """The first rows, and all of them on request. `key` tells the page's tables apart."""
    shown, caption = ui.first(rows, caption, key, t)
    columns = [
        Column(t("Ceremony")),
        Column(t("Date")),
        Column(t("Election")),
        Column(t("Participants")),
        Column(t("Evidence")),
        Column(t("Voices"), numeric=True),
    ]
    ui.show(ui.table(columns, [_cells(row, t) for row in shown], caption, stacked=True))


def _cells(row: EventRow, t: Text) -> list[str | None]:
    marks = [ui.mark(row.date_note)] if row.date_note else []
    if row.contradictions:
        marks.append(ui.mark(t.n("{count} contradiction", "{count} contradictions", row.contradictions), "warn"))
    date = ui.join(row.date, *marks, by=" ")
    voices = ui.figure_link(t.number(row.sources), row.href, indicator="sources", code=row.event_id)
    return [ui.link(row.title, row.href), date, row.campaign, row.people, ui.grade_badge(row.grade, t), voices]
