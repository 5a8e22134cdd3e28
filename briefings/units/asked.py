"""What is made from: each indicator asked once for the government and once for all of its OPD."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from indicators import ALL_CAMPAIGNS, Scope, query
from indicators.comparing.comparison import Basis, Differences, bases, comparable, differences
from indicators.counting.splits import Splits, splits
from indicators.question import Evidence, campaign_of
from indicators.suppression import shown_to
from warehouse.frames import Frames
from warehouse.vocabulary import State

OF_GOVERNMENT = ("reporting_rate", "signed_rate", "pledged_rate", "opd_finished", "gap_people")
OF_UNITS = ("signed_rate", "pledged_rate", "gap_people")

Figure = Mapping[str, Any]
"""A row of `indicators.figure.Figure`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers for one regional government: its own OPD, for a province without its kabupaten and kota.

    `scope` asks for the government itself, `seen` are the tables as its audience may see them. `whole` has its
    figure by indicator, `units` the figures of its OPD. `campaign` null = no election is known. `differ`: in what
    the targets of the OPD with counts differ; `comparable` are the opd_ids of those that can be ranked all the
    same, `apart` of those that cannot. `splits`: of which tiers and employee types there are counts.
    """

    code: str
    name: str
    scope: Scope
    seen: Frames = field(repr=False)
    campaign: str | None
    whole: Mapping[str, Figure]
    units: Mapping[str, pl.DataFrame]
    bases: Mapping[str, Basis]
    differ: Differences
    comparable: frozenset[str]
    apart: frozenset[str]
    splits: Splits

    @property
    def silent(self) -> pl.DataFrame:
        """The signed rates of OPD without a count; what is withheld has one."""
        figures = self.units["signed_rate"]
        return figures.filter(~pl.col("state").is_in([State.NILAI.value, State.DITAHAN.value]))

    @property
    def by_unit(self) -> dict[str, dict[str, Figure]]:
        """The figures of the OPD, by indicator and opd_id."""
        return {name: {row["code"]: row for row in figures.to_dicts()} for name, figures in self.units.items()}


def of_one_campaign(scope: Scope) -> Scope:
    """The question for people pledged and signed: counts of different elections do not add up, so one is chosen."""
    return replace(scope, campaign=None) if scope.campaign == ALL_CAMPAIGNS else scope


def ask_all(frames: Frames, scope: Scope, code: str, name: str) -> Asked:
    """All answers for the government of region `code`, whose name is `name`; of `scope` election, day and filters."""
    asked = replace(of_one_campaign(scope), region=code)
    campaign = campaign_of(frames, asked.campaign, code, Evidence.TALLIES)
    scope = replace(asked, level="pemda", campaign=campaign or asked.campaign)
    units = {indicator: of_units(frames, indicator, scope) for indicator in OF_UNITS}
    counted = pl.concat([figures.filter(pl.col("state") == State.NILAI)["code"] for figures in units.values()])
    seen = shown_to(frames, scope.audience)
    all_bases = bases(seen, replace(scope, level="opd"))
    found = {unit: basis for unit, basis in all_bases.items() if unit.startswith(f"{code}/")}
    tallied = frozenset(counted)
    ranked = comparable(found, tallied)
    return Asked(
        code=code,
        name=name,
        scope=scope,
        seen=seen,
        campaign=campaign,
        whole={indicator: of_government(frames, indicator, scope) for indicator in OF_GOVERNMENT},
        units=units,
        bases=found,
        differ=differences(found, tallied),
        comparable=ranked,
        apart=(tallied & found.keys()) - ranked,
        splits=splits(seen, scope),
    )


def of_government(frames: Frames, indicator: str, scope: Scope) -> Figure:
    """The figure of the government of `scope.region`. A province's regions have governments of their own."""
    figures = query(indicator, frames, scope)
    return figures.row(by_predicate=pl.col("code") == scope.region, named=True)


def of_units(frames: Frames, indicator: str, scope: Scope) -> pl.DataFrame:
    """The figures of the government's own OPD."""
    figures = query(indicator, frames, replace(scope, level="opd"))
    return figures.filter(pl.col("code").str.starts_with(f"{scope.region}/"))
