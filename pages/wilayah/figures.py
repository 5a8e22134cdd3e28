"""All indicators of one region: the figure in words, its state, what it means and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from i18n import Text
from indicators import ALL_CAMPAIGNS, Scope, query
from indicators.question import Evidence, campaign_of
from indicators.registry import INDICATORS
from pages.context import Context
from warehouse.vocabulary import State


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
    """The question for people pledged and signed: counts of different elections do not add up, so one is chosen."""
    scope = context.scope(region)
    return replace(scope, campaign=None) if scope.campaign == ALL_CAMPAIGNS else scope


def _row(context: Context, name: str, code: str | None) -> FigureRow:
    t, indicator = context.t, INDICATORS[name]
    is_tally = indicator.evidence is Evidence.TALLIES
    scope = tally_scope(context, code) if is_tally else context.scope(code)
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


def figure_words(indicator: str, figure: Mapping[str, Any], t: Text) -> str | None:
    """The figure with its bounds: fractions as percentages, else whole numbers. Null where its state is not `nilai`."""
    low, high = figure["low"], figure["high"]
    if figure["state"] != State.NILAI:
        return None
    if indicator == "evidence_grade":
        return str(figure["grade"])
    if low is None and high is None:
        return t("not known")
    if indicator.endswith("_rate"):
        return t.rate(low, high)
    return t.interval(None if low is None else round(low), None if high is None else round(high))


def parts_words(figure: Mapping[str, Any], t: Text) -> str:
    """Numerator and denominator; the target alone where nothing was counted; empty for a figure that has neither."""
    if not figure["denominator_low"] and not figure["denominator_high"]:
        return ""
    if figure["numerator_low"] is None and figure["numerator_high"] is None:
        return t("target {people}", people=t.interval(figure["denominator_low"], figure["denominator_high"]))
    return t(
        "{numerator} of {denominator}",
        numerator=t.interval(figure["numerator_low"], figure["numerator_high"]),
        denominator=t.interval(figure["denominator_low"], figure["denominator_high"]),
    )
