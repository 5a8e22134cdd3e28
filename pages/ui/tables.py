"""Tables that a person, a screen reader and a spreadsheet can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pages.ui.html import Html, tag, text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, and whether it holds numbers (aligned right, digits of equal width)."""

    heading: str
    numeric: bool = False


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | None]],
    caption: str,
    empty: str = "–",
    *,
    stacked: bool = False,
) -> Html:
    """A table in a box that scrolls by itself on a narrow screen. The first column heads its row.

    Cells are plain text (escaped) or `Html` (links, badges). A null cell prints `empty`. `stacked`: on a narrow screen
    a row is read down, each cell after its heading.
    """
    head = tag("tr", *(tag("th", c.heading, scope="col", class_="number" if c.numeric else None) for c in columns))
    cells = (enumerate(zip(columns, row, strict=True)) for row in rows)
    body = (tag("tr", *(_cell(*cell, empty, stacked=stacked) for cell in row)) for row in cells)
    columns_style = f"--columns:{len(columns)}"
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), style=columns_style)
    box = tag("div", whole, class_="scroll", tabindex="0", role="region", aria_label=caption)
    return tag("div", box, class_="stacked") if stacked else box


def _cell(place: int, cell: tuple[Column, str | None], empty: str, *, stacked: bool) -> Html:
    column, value = cell
    shown = text(empty if value is None else value)
    if place == 0:
        return tag("th", shown, scope="row")
    heading = column.heading if stacked else None
    return tag("td", shown, class_="number" if column.numeric else None, data_heading=heading)
