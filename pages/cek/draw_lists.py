"""Draws the rows of a file's tables that are others now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from i18n import Text
from indicators.words import listed
from pages import ui
from pages.cek.list_rows import ListRow, Lists
from pages.ui import Column, Html


def kinds(lists: Lists, t: Text) -> str:
    """`55 sama, 1 berubah, dan 2 baru`."""
    said = (
        (lists.changed, t.n("{count} changed", "{count} changed", lists.changed)),
        (lists.gone, t.n("{count} gone", "{count} gone", lists.gone)),
        (lists.new, t.n("{count} new", "{count} new", lists.new)),
        (lists.same, t.n("{count} the same", "{count} the same", lists.same)),
    )
    return listed([words for count, words in said if count], t)


def table(lists: Lists, against: str, t: Text) -> Html:
    """The rows that are others now; `against`: the state that the file is compared with."""
    columns = [Column(t("Row")), Column(t("In the file")), Column(t("In {state}", state=against))]
    rows = [
        [
            ui.join(row.name, ui.tag("div", row.title, class_="note")),
            *(ui.join(*side) for side in _sides(row, t)),
            ui.join(*causes(row.why)),
        ]
        for row in lists.rows
    ]
    total = t.number(lists.differing)
    caption = t("{shown} of {total} rows that differ", shown=t.number(len(rows)), total=total)
    return ui.table([*columns, Column(t("Why, and by whom"))], rows, caption, stacked=True)


def _sides(row: ListRow, t: Text) -> tuple[list[Html], list[Html]]:
    """What the file says of a row, and what is said now: the cells that differ."""
    if row.what == "new":
        return [ui.text("–")], [ui.mark(t("new row"))]
    if row.what == "gone":
        return [ui.mark(t("in the list"))], [ui.mark(t("gone"), "warn")]
    then = [_cell(heading, was) for heading, was, _ in row.cells]
    return then, [_cell(heading, now) for heading, _, now in row.cells]


def _cell(heading: str, words: str) -> Html:
    return ui.tag("div", ui.tag("span", f"{heading}: ", class_="note"), words)


def causes(why: Iterable[tuple[str, str, str]]) -> Iterator[Html]:
    """What happened, and by whose hand: a line a batch, which leads to it."""
    for what, href, whose in why:
        yield ui.tag("div", what, " ", ui.link(whose, href, class_="note"))
