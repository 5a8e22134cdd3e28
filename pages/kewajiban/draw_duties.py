"""Draws the duties as they were set: whom they bind, until when, by whose letter; exemptions with their reason."""

from __future__ import annotations

from pages import downloads, ui
from pages.context import Context
from pages.kewajiban import tables
from pages.kewajiban.draw_entry import may_enter
from pages.kewajiban.draw_lists import pager, path
from pages.kewajiban.model import View, every_duty
from pages.kewajiban.register import DutyRow
from pages.ui import Column
from pages.wilayah.draw_people import source_link


def draw(view: View, context: Context) -> None:
    """The table; the analyst at this PC can correct each of the real ones."""
    t = context.t
    can_correct = may_enter(context)
    columns = [Column(t("Whom it binds")), Column(t("Duty")), Column(t("Election")), Column(t("Set by"))]
    columns.append(Column(t("Source")))
    if can_correct:
        columns.append(Column(t("Correction")))
    lead = t("There is no national form or deadline: each province and region sets its own.")
    ui.show(
        ui.finding(t("The duties on record"), lead, "kewajiban"),
        ui.tag(
            "div",
            ui.table(columns, [_row(row, context, can_correct=can_correct) for row in view.duties], t("Duties")),
            class_="stacked",
        ),
        pager(view.duty_paging, t),
    )
    downloads.table_menu("duties", lambda: tables.duties(every_duty(context), t), context, path(context), view.code)


def _row(row: DutyRow, context: Context, *, can_correct: bool) -> list[str | None]:
    terms = ui.tag("div", ", ".join(filter(None, (row.status, row.deadline, row.reason))), class_="note")
    cells: list[str | None] = [
        ui.link(row.whom, row.whom_href),
        ui.join(row.what, terms),
        row.election,
        row.set_by,
        source_link(row.source),
    ]
    return [*cells, ui.link(context.t("Correct it"), row.correct_href)] if can_correct else cells
