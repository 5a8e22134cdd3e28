"""The OPD page as a value: what the units of one region reported, with bounds, and on what the targets rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from i18n import Text
from indicators.question import Evidence, campaign_of
from pages.context import Context
from pages.opd.totals import Sentence, Total, sentence, totals_of
from pages.opd.units import Units, unit_sources, units_of
from pages.ui import SourceItem
from pages.wilayah.evidence import HeadcountRow, headcounts
from pages.wilayah.figures import tally_scope
from warehouse.vocabulary import OpdKind, State


@dataclass(frozen=True, slots=True)
class RegionView:
    """One region's units. `whole` are headcounts of the region that its source does not split."""

    code: str
    name: str
    href: str
    campaign: str | None
    sentence: Sentence
    figures_href: str
    totals: tuple[Total, ...]
    heading: str
    units: Units
    whole: tuple[HeadcountRow, ...]
    sources: tuple[SourceItem, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The page. `options`: regions with something on record, most rows first. `region` null = there is none."""

    options: Mapping[str, str]
    region: RegionView | None
    sample_href: str | None


def build(context: Context) -> View:
    """The page of the region that the link names (`wilayah`), else of the one with most on record."""
    names = dict(context.frames.region.select("code", "name").iter_rows())
    options = {code: names.get(code, code) for code in _with_data(context)}
    wanted = context.params.get("wilayah")
    code = wanted if wanted in names else next(iter(options), None)
    sample = None if context.sample else context.link("opd", data="contoh")
    if code is None:
        return View(options, None, sample)
    return View({code: names[code]} | options, _region(context, code, names[code]), sample)


def _with_data(context: Context) -> list[str]:
    """Codes of regions with units, headcounts or counts on record, those with most rows first."""
    frames = context.frames
    own = frames.opd.filter(pl.col("kind") != OpdKind.VERTIKAL)
    tables = (own, frames.headcount, frames.signature)
    found = pl.concat([table.select("region_code") for table in tables]).group_by("region_code").agg(rows=pl.len())
    if context.filters.province is not None:
        found = found.filter(pl.col("region_code").str.starts_with(context.filters.province))
    return found.sort("rows", "region_code", descending=[True, False])["region_code"].to_list()


def _region(context: Context, code: str, name: str) -> RegionView:
    t, frames = context.t, context.frames
    scope = tally_scope(context, code)
    campaign = campaign_of(frames, scope.campaign, code, Evidence.TALLIES)
    campaigns = dict(frames.campaign.select("campaign_id", "name").iter_rows())
    units = units_of(context, code, scope, campaign)
    totals = totals_of(context, scope)
    whole = headcounts(context, frames.headcount.filter(pl.col("unit_id") == code).sort("as_of", descending=True))
    read = [item for items in unit_sources(context, code, campaign).values() for item in items]
    return RegionView(
        code=code,
        name=name,
        href=context.link("wilayah", wilayah=code),
        campaign=campaigns.get(campaign or ""),
        sentence=sentence(name, units, whole, totals, t),
        figures_href=f"{context.link('opd', wilayah=code)}#sumber",
        totals=tuple(totals.values()),
        heading=_heading(units, t),
        units=units,
        whole=whole,
        sources=tuple(dict.fromkeys(read)),
    )


def _heading(units: Units, t: Text) -> str:
    """What the chart shows."""
    silent = sum(row.state == State.BELUM_LAPOR for row in units.rows)
    known = sum(row.signed_rate is not None for row in units.rows)
    words = t.n("Signed and pledged in {count} OPD", "Signed and pledged in {count} OPD", known)
    if not silent:
        return words
    return f"{words}; {t.n('{count} has not reported', '{count} have not reported', silent)}"
