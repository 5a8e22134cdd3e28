"""Lists of a region as data: every row, days as dates, numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.table import Column, Table
from i18n import Text
from pages.wilayah.evidence import DutyRow, HeadcountRow


def headcounts(rows: Sequence[HeadcountRow], t: Text) -> Table:
    """How many people units have, on which day and by which source."""
    columns = (
        Column("unit", t("Unit or region")),
        Column("people_low", t("Number of people, at least"), "count"),
        Column(
            "people_high", t("Number of people, at most"), "count", description=t("Empty = no upper limit is known.")
        ),
        Column("kind", t("Kind"), description=t("The kind of people that are counted.")),
        Column("as_of", t("As of"), "day", description=t("The day that the count holds for.")),
        Column("as_of_stated", t("As of (as exactly as is known)")),
        Column("note", t("Note")),
        Column("source", t("Source")),
        Column("source_url", t("Address")),
    )
    cells = tuple(
        (row.unit, row.low, row.high, row.kind, row.day, row.as_of, row.note, row.source.publisher, row.source.href)
        for row in rows
    )
    return Table("jumlah-orang", t("Headcounts on record"), columns, cells)


def duties(rows: Sequence[DutyRow], t: Text) -> Table:
    """Who has to do what by when, and by whose letter."""
    columns = (
        Column("duty", t("Duty")),
        Column("whom", t("Whom it binds")),
        Column("election", t("Election")),
        Column("due_date", t("Deadline"), "day", description=t("Empty = no day is set.")),
        Column("due_stated", t("Deadline in words")),
        Column("set_by", t("Set by")),
        Column("source", t("Source")),
        Column("source_url", t("Address")),
    )
    cells = tuple(
        (row.what, row.whom, row.campaign, row.due_date, row.due, row.set_by, row.source.publisher, row.source.href)
        for row in rows
    )
    return Table("kewajiban", t("Duties"), columns, cells)
