"""The page of duties as a value: who owes what until when, who has reported, whom to remind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from i18n import text
from indicators.duties.reporting import duties_of_units
from indicators.question import within
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.kewajiban.lists import RegionRow, UnitRow, region_rows, unit_rows
from pages.kewajiban.paging import Paging, paging
from pages.kewajiban.register import DutyRow, duty_rows, in_order
from pages.kewajiban.reminder import Reminder, reminder
from pages.kewajiban.standing import Standing, sentence, standings
from pages.kewajiban.words import OUTCOMES
from pages.ui import SourceItem

REGION, WHAT, OUTCOME, PAGE, DUTY_PAGE = "wilayah", "tugas", "hasil", "hal", "halkewajiban"
STEP, ENTER, SAVED, BATCH, DUTY = "langkah", "catat", "tercatat", "batch", "kewajiban"
"""The page's own link keys, and two steps."""
UNITS_A_PAGE, DUTIES_A_PAGE = 50, 25


@dataclass(frozen=True, slots=True)
class Chosen:
    """The kind of duty that the page is about. Of one region `every_unit`, `units` (a page of them) and the
    `reminder`, else `regions`. `figures_href` leads to the table; `outcome`: the units are narrowed to these."""

    standing: Standing
    sentence: str
    figures_href: str
    regions: tuple[RegionRow, ...]
    units: tuple[UnitRow, ...]
    every_unit: tuple[UnitRow, ...]
    outcome: str | None
    paging: Paging
    reminder: Reminder | None


@dataclass(frozen=True, slots=True)
class View:
    """The page. `code` null = the nation or the province filtered for; `name` is null for the nation.

    `options`: regions with duties, by code. `standings`: every kind of duty here; `chosen` null = there is none.
    `unused`: filters are set that change nothing here. `up`: name and address of what this is a part of.
    """

    code: str | None
    name: str | None
    today: dt.date
    options: Mapping[str, str]
    up: tuple[str, str] | None
    standings: tuple[Standing, ...]
    chosen: Chosen | None
    duties: tuple[DutyRow, ...]
    duty_paging: Paging
    sources: tuple[SourceItem, ...]
    unused: bool
    enter_href: str


def build(context: Context) -> View:
    """The page of the region in the link (`wilayah`), else of the province filtered for, else of the nation."""
    frames, filters = context.frames, context.filters
    names = _in_force(context)
    code = _region(context, names)
    place = code or filters.province
    rows, bound = duties_of_units(frames, context.scope(place)), _bound(context, code)
    if code is not None:
        rows = rows.filter(pl.col("region_code") == code)
    found = standings(context, rows)
    what = context.params.get(WHAT)
    chosen = next((one for one in found if one.what == what), next(iter(found), None))
    here = paging(
        bound.height,
        context.params.get(DUTY_PAGE),
        DUTIES_A_PAGE,
        lambda page: f"{_here(context, **{DUTY_PAGE: page})}#kewajiban",
    )
    duties = duty_rows(context, in_order(bound, frames.campaign)[here.place])
    shown = _chosen(context, chosen, rows, code) if chosen else None
    with_duties = frames.obligation.filter(within(filters.province))["region_code"].unique()
    options = {one: names[one] for one in sorted({*with_duties, *([code] if code else [])} & set(names))}
    return View(
        code=code,
        name=names[place] if place else None,
        today=_today(context),
        options=options,
        up=_up(context, code, names),
        standings=found,
        chosen=shown,
        duties=duties,
        duty_paging=here,
        sources=_sources(duties, shown.units if shown else ()),
        unused=any((filters.since, filters.until, filters.grade)),
        enter_href=context.link("kewajiban", **{STEP: ENTER, REGION: code}),
    )


def every_duty(context: Context) -> tuple[DutyRow, ...]:
    """The duties of every page of their list."""
    bound = _bound(context, _region(context, _in_force(context)))
    return duty_rows(context, in_order(bound, context.frames.campaign))


def _in_force(context: Context) -> dict[str, str]:
    return dict(context.frames.region.filter(pl.col("valid_to").is_null()).select("code", "name").iter_rows())


def _region(context: Context, names: Mapping[str, str]) -> str | None:
    """The region of the link, where it lies in the province filtered for."""
    wanted, province = context.params.get(REGION, ""), context.filters.province
    is_inside = province is None or wanted.split(".")[0] == province
    return wanted if wanted in names and is_inside else None


def _bound(context: Context, code: str | None) -> pl.DataFrame:
    """The duties under the filters: of one region, else of the province or the nation."""
    filters = context.filters
    of_election = pl.lit(value=True) if filters.campaign == ALL_CAMPAIGNS else pl.col("campaign_id") == filters.campaign
    found = context.frames.obligation.filter(within(filters.province), of_election)
    return found if code is None else found.filter(pl.col("region_code") == code)


def _sources(duties: Sequence[DutyRow], units: Sequence[UnitRow]) -> tuple[SourceItem, ...]:
    """Where the duties and counts shown were read, each source once."""
    counts = (row.source for row in units if row.source is not None)
    return tuple(dict.fromkeys((*(row.source for row in duties), *counts)))


def _up(context: Context, code: str | None, names: Mapping[str, str]) -> tuple[str, str] | None:
    what = context.params.get(WHAT)
    nation = context.t("Indonesia"), context.link("kewajiban", provinsi=None, tugas=what)
    if code is not None:
        province = code.split(".")[0]
        return names.get(province, province), context.link("kewajiban", provinsi=province, tugas=what)
    return nation if context.filters.province else None


def _chosen(context: Context, standing: Standing, rows: pl.DataFrame, code: str | None) -> Chosen:
    mine = rows.filter(pl.col("campaign_id") == standing.campaign_id, pl.col("what") == standing.what)
    regions = region_rows(context, mine, context.filters.province) if code is None else ()
    units = unit_rows(context, mine) if code is not None else ()
    outcome = context.params.get(OUTCOME)
    outcome = outcome if outcome in OUTCOMES else None
    shown = [row for row in units if outcome is None or row.outcome == outcome]
    here = paging(
        len(shown), context.params.get(PAGE), UNITS_A_PAGE, lambda page: f"{_here(context, **{PAGE: page})}#daftar"
    )
    return Chosen(
        standing=standing,
        sentence=sentence(standing, context.t),
        figures_href=_here(context, **{PAGE: None, OUTCOME: None}),
        regions=regions,
        units=tuple(shown[here.place]),
        every_unit=tuple(shown),
        outcome=outcome,
        paging=here,
        reminder=reminder(
            units,
            context.frames.region.filter(pl.col("code") == code)["name"].item(),
            standing,
            _today(context),
            t=text("id"),
            is_example=context.frames.is_simulated,
        )
        if code is not None
        else None,
    )


def _today(context: Context) -> dt.date:
    return context.as_of or context.frames.snapshot.taken_at.date()


def _here(context: Context, **changed: str | None) -> str:
    """The address of this page with its own keys, some of them changed."""
    own = {key: context.params[key] for key in (REGION, WHAT, OUTCOME, PAGE, DUTY_PAGE) if key in context.params}
    return context.link("kewajiban", **(own | changed))
