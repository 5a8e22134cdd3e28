"""The register of indicators: name to module, and the one way to ask for a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from i18n import N_, NotFound
from indicators import mart
from indicators.definition import Definition
from indicators.measures import (
    days_before_campaign,
    documented_events,
    evidence_grade,
    freshness_days,
    gap_people,
    opd_finished,
    open_contradictions,
    pledged_rate,
    points_covered,
    reporting_rate,
    signed_rate,
)
from indicators.question import Evidence, Question
from indicators.scope import Scope
from indicators.suppression import shown_to
from warehouse.frames import Frames


@dataclass(frozen=True, slots=True)
class Indicator:
    """A definition, the evidence it is computed from, and the function from question to figures."""

    definition: Definition
    evidence: Evidence
    compute: Callable[[Question], pl.DataFrame]


_MODULES = (
    documented_events,
    pledged_rate,
    signed_rate,
    reporting_rate,
    opd_finished,
    gap_people,
    days_before_campaign,
    points_covered,
    evidence_grade,
    freshness_days,
    open_contradictions,
)
INDICATORS: dict[str, Indicator] = {
    module.DEFINITION.name: Indicator(module.DEFINITION, module.EVIDENCE, module.compute) for module in _MODULES
}
DEFINITIONS: dict[str, Definition] = {name: indicator.definition for name, indicator in INDICATORS.items()}


def query(name: str, frames: Frames, scope: Scope) -> pl.DataFrame:
    """The indicator's figures, valid against `Figure`: one row per unit asked for, in code order.

    Computed from what the audience of the scope may see, so that none tells what another one withholds.

    Raises NotFound for an unknown indicator, region or campaign, BadInput for an unknown level or word.
    """
    if name not in INDICATORS:
        raise NotFound(
            N_("There is no indicator “{name}”."),
            next_step=N_("Known: {known}."),
            name=name,
            known=", ".join(INDICATORS),
        )
    indicator = INDICATORS[name]
    seen = shown_to(frames, scope.audience)
    return mart.of(seen).answer(name, indicator.evidence, indicator.compute, seen, scope)
