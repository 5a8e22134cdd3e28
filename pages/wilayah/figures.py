"""All indicators of one region: the figure in words, its state, what it means and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.units.asked import of_one_campaign
from indicators import Scope, query
from indicators.figure_words import figure_words, parts_words
from indicators.question import Evidence, campaign_of
from indicators.registry import INDICATORS
from pages.context import Context


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator of one region. `words` null unless `state` is `nilai`; `note` has numerator and denominator.

    `code` null = the nation.
    """

    code: str | None
    indicator: str
    label: str
    state: str
    words: str | None
    unit: str
    note: str
    grade: str | None
    sources: int
    href: str
    definition_href: str


def region_figures(context: Context, code: str | None) -> tuple[FigureRow, ...]:
    """Every indicator of the region (null = the nation) under the page's filters."""
    return tuple(_row(context, name, code) for name in INDICATORS)


def tally_scope(context: Context, region: str | None) -> Scope:
    """The question for people pledged and signed under the page's filters."""
    return of_one_campaign(context.scope(region))


def scope_of(context: Context, indicator: str, region: str | None) -> Scope:
    """The question for an indicator of a region under the page's filters."""
    is_tally = INDICATORS[indicator].evidence is Evidence.TALLIES
    return tally_scope(context, region) if is_tally else context.scope(region)


def _row(context: Context, name: str, code: str | None) -> FigureRow:
    t, indicator = context.t, INDICATORS[name]
    is_tally = indicator.evidence is Evidence.TALLIES
    scope = scope_of(context, name, code)
    figure = query(name, context.frames, scope).to_dicts()[0]
    parts = [parts_words(figure, t)]
    if is_tally:
        campaign = campaign_of(context.frames, scope.campaign, code, indicator.evidence)
        names = dict(context.frames.campaign.select("campaign_id", "name").iter_rows())
        parts.append(names.get(campaign or "", ""))
    target = context.link("opd", wilayah=code) if is_tally else context.link("wilayah", wilayah=code)
    return FigureRow(
        code=code,
        indicator=name,
        label=t(indicator.definition.label),
        state=figure["state"],
        words=figure_words(name, figure, t),
        unit=t(indicator.definition.unit),
        note="; ".join(part for part in parts if part),
        grade=figure["grade"],
        sources=figure["sources"],
        href=f"{target}#{'sumber' if is_tally else 'acara'}",
        definition_href=f"{context.link('sumber')}#{name}",
    )
