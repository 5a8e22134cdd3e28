"""Draws a file that is on record: the answer, the figures that are others now, and when it was handed out."""

from __future__ import annotations

from collections.abc import Iterator

from i18n import Text
from indicators.words import listed
from pages import ui
from pages.cek import draw_lists
from pages.cek.model import View
from pages.cek.rows import Row, Said
from pages.context import Context
from pages.ui import Column, Html


def draw(view: View, context: Context, *, is_elsewhere: bool) -> None:
    """The whole of it. `is_elsewhere`: the other store knows the code, not the one that is shown."""
    t = context.t
    if is_elsewhere and view.is_simulated:
        ui.show(ui.notice(t("DATA CONTOH: example data made up by a program. It reports on no real region."), "sample"))
    elif is_elsewhere:
        ui.show(ui.notice(t("This file was made from the real data, not from the example that is shown.")))
    ui.show(*_answer(view, t))
    if view.for_inside:
        ui.show(
            ui.notice(t("The file was made for use inside the office. Here only figures for the public are compared."))
        )
    for sentence in view.redefined:
        ui.show(ui.notice(sentence, "warn"))
    ui.show(
        ui.tag(
            "p",
            ui.link(t("See it as it was in the file"), view.then_href),
            " · ",
            ui.link(t("See it now"), view.now_href),
        )
    )
    if view.rows:
        ui.show(ui.finding(t("Figures that differ now"), anchor="angka"), _table(view, t))
    if view.lists.rows:
        ui.show(ui.finding(t("Rows that differ now"), anchor="baris"), draw_lists.table(view.lists, view.against, t))
    ui.show(
        ui.finding(t("About this file")), ui.tag("div", ui.facts(list(view.facts)), class_="digest"), _made(view, t)
    )


def _answer(view: View, t: Text) -> Iterator[Html]:
    """Which file it is; what is another one now of its figures and rows; else that all of it holds."""
    yield ui.paragraph(f"{view.what}.")
    lists, figures = view.lists, t.n("{count} figure", "{count} figures", view.total)
    rows = t.n("{count} row", "{count} rows", lists.total)
    whole = listed([words for words, count in ((figures, view.total), (rows, lists.total)) if count], t)
    if view.changed:
        changed = ui.figure_link(t.number(view.changed), "#angka", indicator="changed")
        sentence = t("{changed} of {total} differ in {state}.", changed="{changed}", total=figures, state=view.against)
        yield ui.answer(sentence, changed=changed)
    if lists.differing:
        changed = ui.figure_link(t.n("{count} row", "{count} rows", lists.differing), "#baris", indicator="rows")
        sentence = t.n(
            "{changed} differs in {state}: {kinds}.",
            "{changed} differ in {state}: {kinds}.",
            lists.differing,
            changed="{changed}",
            state=view.against,
            kinds=draw_lists.kinds(lists, t),
        )
        yield ui.answer(sentence, changed=changed)
    elif view.changed and lists.total:
        yield ui.paragraph(t("What its tables say beside the figures still holds: {rows}.", rows=rows))
    if not (view.changed or lists.differing):
        yield ui.answer(_unchanged(view, whole, t))
    if view.regrounded:
        yield ui.paragraph(
            t.n(
                "{count} figure is the same but rests on other evidence now.",
                "{count} figures are the same but rest on other evidence now.",
                view.regrounded,
            )
        )


def _unchanged(view: View, whole: str, t: Text) -> str:
    if not whole:
        return t("The file holds nothing that can be compared.")
    if view.redefined:
        return t("The data have not changed: {total} compared. But a definition has.", total=whole)
    return t("Still holds: {total} as in {state}.", total=whole, state=view.against)


def _table(view: View, t: Text) -> Html:
    columns = [
        Column(t("Figure")),
        Column(t("Election")),
        Column(t("In the file"), numeric=True),
        Column(t("In {state}", state=view.against), numeric=True),
        Column(t("Why, and by whom")),
    ]
    rows = [
        [
            ui.join(row.label, *(ui.tag("div", note, class_="note") for note in _notes(row))),
            row.election,
            _said(row, row.then),
            _said(row, row.now),
            ui.join(*draw_lists.causes(row.why)),
        ]
        for row in view.rows
    ]
    caption = t("{shown} of {total} figures that differ", shown=t.number(len(rows)), total=t.number(view.changed))
    return ui.table(columns, rows, caption, stacked=True)


def _notes(row: Row) -> Iterator[str]:
    yield row.place
    yield from filter(None, (row.narrowed, row.unit))


def _said(row: Row, said: Said) -> Html:
    asked = row.asked
    figure = (
        ui.figure_link(
            said.words,
            said.href,
            indicator=asked.indicator,
            code=asked.code,
            level=asked.level,
            tier=asked.scope.tier,
            employee_type=asked.scope.employee_type,
            campaign=asked.scope.campaign,
            as_of=said.as_of,
        )
        if row.is_plain
        else ui.link(said.words, said.href)
    )
    return ui.join(figure, ui.tag("div", said.parts, class_="note") if said.parts else None)


def _made(view: View, t: Text) -> Html:
    """Every time that it was handed out; by whom only for who may know."""
    knows_who = any(one.by is not None for one in view.made)
    columns = [
        Column(t("Time")),
        Column(t("Kind")),
        *([Column(t("By"))] if knows_who else []),
        Column(t("Digest of the file (SHA-256)")),
    ]
    rows = [
        [
            one.moment,
            one.kind,
            *([one.by] if knows_who else []),
            ui.tag("span", one.sha256, class_="note", style="overflow-wrap:anywhere"),
        ]
        for one in view.made
    ]
    caption = t.n("Made once", "Made {count} times", len(rows))
    return ui.table(columns, rows, caption, stacked=True)
