"""Draws the table of all units. A column that would say the same in every row is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from briefings.units.rows import UnitRow
from i18n import Text
from pages import ui
from pages.opd import tables
from pages.opd.menus import Menus
from pages.opd.model import RegionView
from pages.ui import Column, Html
from pages.wilayah.draw_people import source_link

Cell = Callable[[UnitRow], str | None]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A column of figures: its words, the indicator they are of, and the state that stands where there are none."""

    words: Cell
    indicator: str
    state: Callable[[UnitRow], str] | None = None


def draw(view: RegionView, menus: Menus) -> None:
    """The table; nothing where no unit is on record."""
    t = menus.files.context.t
    if not view.units.rows:
        return
    columns = list(_columns(view, t))
    heads = [Column(heading, numeric=isinstance(cell, _Figure)) for heading, cell in columns]
    rows = [[_show(cell, row, view, t) for _, cell in columns] for row in view.units.rows]
    with st.container(key="opd-units" if view.units.has_tallies else "opd-targets"):
        table = ui.table(heads, rows, t("Units of {region}", region=view.name))
        ui.show(ui.finding(t("All units"), anchor="unit"), table)
    menus.table("opd-units", partial(tables.units, menus.files))


def _columns(view: RegionView, t: Text) -> Iterator[tuple[str, Cell | _Figure]]:
    units = view.units
    yield t("OPD"), lambda row: row.name
    if units.has_tallies:
        yield t("Signed (%)"), _Figure(lambda row: row.signed_rate, "signed_rate", lambda row: row.state)
        yield t("Still to sign"), _Figure(lambda row: row.gap, "gap_people")
        yield t("Signed"), _Figure(lambda row: row.signed, "signed_rate")
    else:
        yield t("State"), lambda row: ui.state_badge(row.state, t)
    yield t("Target"), _Figure(lambda row: row.target, "signed_rate")
    if units.basis is None:
        yield t("Basis of the target"), lambda row: row.basis
    if units.has_tallies:
        yield t("Pledged (%)"), _Figure(lambda row: row.pledged_rate, "pledged_rate")
        yield t("Pledged"), _Figure(lambda row: row.pledged, "pledged_rate")
    if units.source_ids is None:
        yield t("Source"), lambda row: _sources(row, view)


def _sources(row: UnitRow, view: RegionView) -> Html | None:
    """Each publisher once; a source without an address of its own is listed under the table."""
    links = ui.join(*dict.fromkeys(source_link(view.source_items[source]) for source in row.source_ids), by="; ")
    return ui.tag("div", links, class_="wide") if links else None


def _show(cell: Cell | _Figure, row: UnitRow, view: RegionView, t: Text) -> str | Html | None:
    if not isinstance(cell, _Figure):
        return cell(row)
    words = cell.words(row)
    if words is None:
        return ui.state_badge(cell.state(row), t) if cell.state else None
    return ui.figure_link(words, view.figures_href, indicator=cell.indicator, code=row.opd_id)
