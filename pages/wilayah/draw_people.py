"""Draws headcounts with their day, kind and source: on the region's page and on that of its OPD."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Text
from pages import ui
from pages.ui import Column, Html, SourceItem
from pages.wilayah.evidence import HeadcountRow


def people_table(rows: Sequence[HeadcountRow], t: Text) -> Html:
    """A row a count."""
    columns = [
        Column(t("Unit or region")),
        Column(t("Number of people"), numeric=True),
        Column(t("Kind")),
        Column(t("As of")),
        Column(t("Note")),
        Column(t("Source")),
    ]
    cells: list[list[str | None]] = [
        [row.unit, row.people, row.kind, row.as_of, row.note, source_link(row.source)] for row in rows
    ]
    return ui.table(columns, cells, t("Headcounts on record"), stacked=True)


def source_link(source: SourceItem) -> Html:
    """The publisher, leading to its page where it has one."""
    return ui.link(source.publisher, source.href, title=source.title) if source.href else ui.text(source.publisher)
