"""How cells look: each format made once for a workbook, numbers and days as the reader's language prints them."""

from __future__ import annotations

from typing import Any, Final, Literal

from briefings.table import Kind
from charts import theme
from exports.xlsx.cells import Book, Format
from i18n import Language

Look = Literal["title", "aside", "band", "topic", "header", "numbers", "text", "cell", "link"]

_FONT: Final[dict[str, Any]] = {"font_name": "Calibri", "font_size": 11, "font_color": theme.INK, "valign": "top"}
_HEADER: Final[dict[str, Any]] = {
    "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#e8eef5", "bottom": 1,
    "bottom_color": theme.ACCENT,
}  # fmt: skip
_LOOKS: Final[dict[Look, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 15, "font_color": theme.ACCENT},
    "aside": {"font_color": theme.MUTED},
    "band": {"bold": True, "font_color": "#7a3b00"},
    "topic": {"bold": True, "text_wrap": True},
    "header": _HEADER | {"align": "left", "indent": 1},
    "numbers": _HEADER | {"align": "right"},
    "text": {"text_wrap": True},
    "cell": {"text_wrap": True, "align": "left", "indent": 1},
    "link": {"font_color": theme.ACCENT, "underline": 1},
}
_LOCALES: Final[dict[Language, str]] = {"id": "[$-421]", "en": "[$-409]"}
"""Days have the months of the file's language on every PC, and numbers its separators where a program can do that."""

_NUMBERS: Final[dict[tuple[Kind, Language], str]] = {
    ("count", "id"): "#,##0",
    ("count", "en"): "#,##0",
    ("decimal", "id"): "#,##0.0#",
    ("decimal", "en"): "#,##0.0#",
    ("fraction", "id"): r"0.0\ %",
    ("fraction", "en"): "0.0%",
    ("day", "id"): "d mmmm yyyy",
    ("day", "en"): "d mmmm yyyy",
}


def number_format(kind: Kind, language: Language) -> str | None:
    """How numbers of a kind are shown; null for text."""
    found = _NUMBERS.get((kind, language))
    return found and _LOCALES[language] + found


class Looks:
    """The formats of one workbook in one language."""

    def __init__(self, book: Book, language: Language) -> None:
        self._book, self._language = book, language
        self._made: dict[Look | Kind, Format] = {}

    def __call__(self, look: Look) -> Format:
        """The format of words with a part to play."""
        return self._make(look, _LOOKS[look])

    def of(self, kind: Kind) -> Format:
        """The format of a cell with values of a kind."""
        if kind == "text":
            return self("cell")
        shown = {"num_format": number_format(kind, self._language)}
        return self._make(kind, shown | ({"align": "left", "indent": 1} if kind == "day" else {"align": "right"}))

    def _make(self, key: Look | Kind, given: dict[str, Any]) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format(_FONT | given)
        return self._made[key]
