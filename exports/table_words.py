"""A table as it is read, the same on a slide and on a page."""

from __future__ import annotations

import datetime as dt

from briefings.table import Bounds, Cell, Column
from i18n import Text


def said(cell: Cell, column: Column, t: Text) -> str:
    """A cell in the reader's words: bounds by their own, numbers and days in the reader's form, "" for null."""
    match cell:
        case None:
            return ""
        case Bounds():
            return cell.words
        case str():
            return cell
        case dt.date():
            return t.date(cell, "short")
    if column.kind == "fraction":
        return t.percent(cell)
    return t.number(cell, 0 if float(cell).is_integer() else 1)


def left_out(shown: int, held: int, total: int, t: Text) -> str | None:
    """What is said where fewer rows are shown than there are; null = all are shown.

    `held` of the `total` rows are in the briefing, and so in its workbook: of the others no file has any.
    """
    counts = {"shown": t.number(shown), "total": t.number(total)}
    if shown >= total:
        return None
    if held >= total:
        return t("Shown: {shown} of {total} rows; the rest is in the workbook.", **counts)
    if shown < held:
        return t("Shown: {shown} of {total} rows; the workbook has {held} of them.", **counts, held=t.number(held))
    return t("Shown: {shown} of {total} rows.", **counts)
