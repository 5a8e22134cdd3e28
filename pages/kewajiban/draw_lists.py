"""Draws the regions with their counts, or the units of one region."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from i18n import Text
from indicators.duties.reporting import NOT_REPORTED, Outcome
from indicators.words import word
from pages import downloads, ui
from pages.context import Context
from pages.kewajiban import tables
from pages.kewajiban.draw_outcomes import TABLE
from pages.kewajiban.lists import RegionRow, UnitRow
from pages.kewajiban.model import Chosen, View
from pages.kewajiban.paging import Paging
from pages.kewajiban.words import HEADINGS, OUTCOMES, outcome_badge
from pages.ui import Column, Html


def draw(view: View, chosen: Chosen, context: Context) -> None:
    """The table under the picture, with how days are to be read."""
    t = context.t
    lead = t(
        "A count is of the day it holds for, a ceremony of its own day: when a letter was sent is not on record. Only "
        "units on record are counted."
    )
    if view.code is None:
        ui.show(ui.finding(_where(chosen, t), lead, TABLE), _regions(chosen, t))
        downloads.table_menu("duty-regions", partial(tables.regions, chosen, t), context, path(context))
        return
    every = ui.link(t("Show all units"), f"{chosen.figures_href}#{TABLE}") if chosen.outcome else None
    narrowed = ui.tag("p", outcome_badge(chosen.outcome, t), " ", every) if chosen.outcome else None
    ui.show(
        ui.finding(t("OPD by OPD") if chosen.standing.only_opd else t("Unit by unit"), lead, TABLE),
        narrowed,
        ui.tag("div", _units(chosen, t), class_="stacked"),
        pager(chosen.paging, t),
    )
    downloads.table_menu("duty-units", partial(tables.units, chosen, t), context, path(context), view.code)


def path(context: Context) -> str:
    """The page as it is, for ever."""
    return context.permalink("kewajiban", **context.params)


def _where(chosen: Chosen, t: Text) -> str:
    """What the table shows: where most reports lack."""
    first = next(iter(chosen.regions), None)
    if first is None or not first.of(NOT_REPORTED):
        return t("Region by region")
    return t("Most reports are missing in {region}", region=first.name)


def _regions(chosen: Chosen, t: Text) -> Html:
    present = [outcome for outcome in OUTCOMES if any(row.counts[outcome] for row in chosen.regions)]
    columns = [Column(t("Region")), Column(t("Obliged"), numeric=True)]
    columns += [Column(word(HEADINGS, outcome, t), numeric=True) for outcome in present]
    rows = [[ui.link(row.name, row.href), t.number(row.obliged), *_counts(row, present, t)] for row in chosen.regions]
    return ui.tag("div", ui.table(columns, rows, t("Units by what they did")), class_="counts")


def _counts(row: RegionRow, outcomes: list[str], t: Text) -> list[str | None]:
    """Each count, leading to where it comes from; none is a dash."""
    return [
        ui.figure_link(t.number(row.counts[Outcome(outcome)]), row.href, indicator=f"duty-{outcome}", code=row.code)
        if row.counts[Outcome(outcome)]
        else None
        for outcome in outcomes
    ]


def _units(chosen: Chosen, t: Text) -> Html:
    """The units of this page. A column that would say the same in every row is left out: the line above says it."""
    columns = [(heading, cell) for heading, cell, is_shown in _columns(chosen, t) if is_shown]
    rows = [[cell(row) for _, cell in columns] for row in chosen.units]
    return ui.table([Column(heading) for heading, _ in columns], rows, t("Units and their reports"))


def _columns(chosen: Chosen, t: Text) -> Iterator[tuple[str, Callable[[UnitRow], str | None], bool]]:
    """Heading, cell, and whether it is shown."""
    yield t("OPD or region"), lambda row: row.name, True
    yield t("Report"), lambda row: outcome_badge(row.outcome, t), True
    yield t("First report"), _seen, True
    yield t("Deadline"), lambda row: row.deadline(t), not chosen.standing.has_one_deadline
    yield t("Set by"), lambda row: row.set_by, chosen.standing.set_by is None
    yield t("Reason"), lambda row: row.note, any(row.note for row in chosen.units)


def _seen(row: UnitRow) -> Html | None:
    """The day of the first evidence, and the way to it."""
    if row.evidence is None or row.day is None:
        return None
    words, href = row.evidence
    return ui.join(row.day, ui.link(words, href) if href else ui.tag("span", words, class_="note"), by=" · ")


def pager(paging: Paging, t: Text) -> Html | None:
    """Which rows are shown and the ways to the others; null where all are."""
    if paging.earlier_href is None and paging.later_href is None:
        return None
    shown = t(
        "{first} to {last} of {total}",
        first=t.number(paging.first),
        last=t.number(paging.last),
        total=t.number(paging.total),
    )
    ways = [
        ui.link(f"← {t('Previous')}", paging.earlier_href) if paging.earlier_href else None,
        ui.link(f"{t('Next')} →", paging.later_href) if paging.later_href else None,
    ]
    return ui.tag("p", ui.join(shown, *filter(None, ways), by=" · "), class_="by")
