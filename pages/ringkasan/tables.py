"""The summary's short lists as data."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.table import Column, Table
from i18n import Text
from pages.context import Context
from pages.ringkasan.unsettled import OpenItem
from pages.wilayah import tables
from pages.wilayah.events import EventRow


def newest(rows: Sequence[EventRow], context: Context) -> Table:
    """The newest ceremonies."""
    return tables.events(rows, context.t("The newest ceremonies"), context, "acara-terbaru")


def unsettled(items: Sequence[OpenItem], t: Text) -> Table:
    """Every case that is open or was decided, under what it is."""
    columns = (
        Column("what", t("What")),
        Column("meaning", t("What it means")),
        Column("where", t("Where"), description=t("Who held the ceremony, or the region.")),
        Column("about", t("Code"), description=t("The ceremony’s id, or the region’s Kemendagri code.")),
    )
    found = [(item, case) for item in items for case in item.cases]
    rows = tuple((item.what, item.meaning, case.name, case.about) for item, case in found)
    return Table("terbuka", t("What is open"), columns, rows, ids=tuple(case.about for _, case in found))
