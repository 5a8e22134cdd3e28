"""Workbooks: of a briefing and of a single table, the form that a region fills in, and its file with the verdicts.

`book` puts a briefing's sheets in order, `front`, `figures`, `chart` and `back` write them on a `page`; every cell goes
through `cells`, where a text stays text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.stamp import Stamp
    from briefings.table import Table
    from i18n import Text

__all__ = ["sheet", "workbook"]

# What draws is imported when a workbook is made: reading a region's file comes by here for a heading, and must not wait
# for it.


def workbook(briefing: Briefing, stamp: Stamp, t: Text) -> bytes:
    """A briefing as XLSX: its findings, charts, tables, sources, notes and a dictionary."""
    from exports.xlsx import book

    return book.workbook(briefing, stamp, t)


def sheet(table: Table, stamp: Stamp, t: Text) -> bytes:
    """A single table as XLSX, with its dictionary."""
    from exports.xlsx import book

    return book.sheet(table, stamp, t)
