"""The OPD page as a value: what the units of one region reported, with bounds, and on what the targets rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from briefings.units.asked import ask_all
from briefings.units.rows import Units, unit_sources, units_of
from briefings.units.words import government, unranked
from i18n import Text
from pages.context import Context
from pages.opd.compare import CompareView, compare_of
from pages.opd.funnel import FunnelView, funnel_of
from pages.opd.gaps import Gaps, WeightView, gaps_of, weight_of
from pages.opd.pace import PaceView, pace_of
from pages.opd.people import PartsView, tiers_of, types_of
from pages.opd.regions import regions
from pages.opd.totals import Sentence, Total, sentence, totals_of
from pages.ui import SourceItem
from pages.wilayah.claims import source_items
from pages.wilayah.evidence import HeadcountRow, headcounts
from warehouse.vocabulary import State


@dataclass(frozen=True, slots=True)
class RegionView:
    """One regional government, called `name`, of the region `region_name`.

    `whole` are headcounts that its source does not split by OPD. `unranked` says why OPD are in order of name; null =
    all are ranked. A section with nothing to show is null. `source_items` has the sources by the source_ids of units.
    """

    code: str
    name: str
    region_name: str
    href: str
    duties_href: str
    campaign: str | None
    sentence: Sentence
    figures_href: str
    totals: tuple[Total, ...]
    heading: str
    unranked: str | None
    units: Units
    gaps: Gaps | None
    weight: WeightView | None
    funnel: FunnelView | None
    tiers: PartsView | None
    types: PartsView | None
    pace: PaceView | None
    compare: CompareView | None
    whole: tuple[HeadcountRow, ...]
    sources: tuple[SourceItem, ...]
    source_items: Mapping[str, SourceItem]


@dataclass(frozen=True, slots=True)
class View:
    """The page. `region` null = nothing is on record of any."""

    region: RegionView | None
    sample_href: str | None


def build(context: Context) -> View:
    """The page of the region that the link names (`wilayah`), else of the one with most on record."""
    names = dict(context.frames.region.select("code", "name").iter_rows())
    wanted = _in_force(context, context.params.get("wilayah"))
    code = wanted if wanted in names else next(iter(regions(context)), None)
    sample = None if context.sample else context.link("opd", data="contoh")
    return View(None if code is None else _region(context, code, names[code]), sample)


def _in_force(context: Context, code: str | None) -> str | None:
    """The code in force that took the place of a replaced one."""
    successors = dict(context.frames.region.select("code", "successor_code").iter_rows())
    return successors.get(code or "") or code


def _region(context: Context, code: str, name: str) -> RegionView:
    t, frames = context.t, context.frames
    asked = ask_all(frames, context.scope(), code, government(code, name, t))
    campaigns = dict(frames.campaign.select("campaign_id", "name").iter_rows())
    reads = unit_sources(frames, asked)
    read = list(dict.fromkeys(source for sources in reads.values() for source in sources))
    items = source_items(replace(frames, source=frames.source.filter(pl.col("source_id").is_in(read))))
    units, totals = units_of(asked, reads, t), totals_of(asked, t)
    people = frames.headcount.filter(pl.col("unit_id") == code, context.known_by_then("as_of"))
    whole = () if people.is_empty() else headcounts(context, people.sort("as_of", descending=True))
    counted = units.has_tallies
    compared = compare_of(context, asked) if units.rows else None
    here = context.link("opd", wilayah=code, banding=",".join(compared.picked) or None if compared else None)
    return RegionView(
        code=code,
        name=asked.name,
        region_name=name,
        href=context.link("wilayah", wilayah=code),
        duties_href=context.link("kewajiban", wilayah=code),
        campaign=campaigns.get(asked.campaign or ""),
        sentence=sentence(asked.name, units, whole, totals, t),
        figures_href=f"{here}#sumber",
        totals=tuple(totals.values()),
        heading=_heading(units, t),
        unranked=unranked(asked, t),
        units=units,
        gaps=gaps_of(asked, t),
        weight=weight_of(asked, t),
        funnel=funnel_of(asked, t),
        tiers=tiers_of(context, asked) if counted else None,
        types=types_of(context, asked) if counted else None,
        pace=pace_of(context, asked),
        compare=compared,
        whole=whole,
        sources=tuple(dict.fromkeys(items[source] for source in read)),
        source_items=items,
    )


def _heading(units: Units, t: Text) -> str:
    """What the chart shows."""
    silent = sum(row.state == State.BELUM_LAPOR for row in units.rows)
    known = sum(row.signed_rate is not None for row in units.rows)
    words = t.n("Signed and pledged in {count} OPD", "Signed and pledged in {count} OPD", known)
    withheld = sum(row.state == State.DITAHAN for row in units.rows)
    parts = [words]
    if silent:
        parts.append(t.n("{count} has not reported", "{count} have not reported", silent))
    if withheld:
        parts.append(t.n("{count} is withheld", "{count} are withheld", withheld))
    return "; ".join(parts)
