"""Draws an article with the words that prove each field marked in it. It is text: markup in it does nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.extract.values import Document
from i18n import Text
from pages import ui
from pages.tinjau.marks import Line, Piece
from pages.ui import Html

_ELEMENTS = {"headline": "h3"}


def article(document: Document, lines: Sequence[Line], names: Mapping[str, str], now: str | None, t: Text) -> Html:
    """The article. `names`: fields in the order of the form, to their names; `now` is the field that is looked at."""
    numbers = {field: number for number, field in enumerate(names, 1)}
    shown = [_line(line, names, numbers, now) for line in lines]
    day = t.date(document.published_on) if document.published_on else t("no date")
    head = ui.tag("p", " · ".join(filter(None, (document.path, document.publisher, day))), class_="by")
    return ui.tag("article", head, *shown, class_="press", lang="id", aria_label=t("The article"))


def _line(line: Line, names: Mapping[str, str], numbers: Mapping[str, int], now: str | None) -> Html:
    pieces = (_piece(piece, names, numbers, now) for piece in line.pieces)
    return ui.tag(_ELEMENTS.get(line.kind or "", "p"), *pieces, class_=line.kind or "furniture")


def _piece(piece: Piece, names: Mapping[str, str], numbers: Mapping[str, int], now: str | None) -> Html:
    fields = [field for field in piece.fields if field in numbers]
    if not fields and not piece.is_disputed:
        return ui.text(piece.text)
    labels = [
        ui.tag("sup", f"{numbers[field]} {names[field]}", id=f"bukti-{field}")
        for field in piece.opens
        if field in fields
    ]
    looks = ["disputed"] * piece.is_disputed + ["now"] * (now in fields)
    title = ", ".join(names[field] for field in fields) or None
    return ui.tag("mark", *labels, piece.text, class_=" ".join(looks) or None, title=title)
