"""The same rate by tier, as steps, and by employee type: each with what is on record of it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.units.asked import Asked, Figure, of_government
from charts.steps import Step
from i18n import Text
from indicators.comparing.pace import GOAL
from indicators.counting.splits import Splits
from indicators.figure_words import figure_words
from indicators.words import EMPLOYEE_TYPES, STATES, TIERS, listed, word
from pages.context import Context
from warehouse.vocabulary import EmployeeType, State, Tier

STAIR = (Tier.PIMPINAN.value, Tier.ADMINISTRATOR.value, Tier.PENGAWAS.value, Tier.PELAKSANA.value)
"""The tiers that follow each other; a functional post stands beside them."""
TYPES = (EmployeeType.PNS.value, EmployeeType.PPPK.value, EmployeeType.NON_ASN.value)
_INDICATOR = "signed_rate"


@dataclass(frozen=True, slots=True)
class PartRow:
    """A tier or an employee type. Words are null where there is no figure; `state` and `note` then say why.

    `low` and `high` are the bounds of the share signed. `has_own` = a count of these people alone is on record.
    """

    code: str
    label: str
    state: str
    target: str | None
    signed: str | None
    rate: str | None
    low: float | None
    high: float | None
    has_own: bool
    note: str


@dataclass(frozen=True, slots=True)
class PartsView:
    """Tiers or employee types. `steps` are the picture of tiers."""

    heading: str
    lead: str
    rows: tuple[PartRow, ...]
    steps: tuple[Step, ...] = ()


def tiers_of(context: Context, asked: Asked) -> PartsView:
    """The steps from the highest tier down, and functional posts beside them."""
    t, known = context.t, asked.splits
    rows = []
    for tier in (*STAIR, Tier.FUNGSIONAL.value):
        figure = of_government(context.frames, _INDICATOR, replace(asked.scope, tier=tier))
        note = _evidence(tier, known, t, is_unsplit=known.without_tiers)
        rows.append(_part(tier, word(TIERS, tier, t), figure, note, t, has_own=tier in known.tiers))
    return PartsView(
        heading=_tier_heading(rows, t),
        lead=t("Each step has bounds of its own: that a higher or lower tier has signed proves nothing for this one."),
        rows=tuple(rows),
        steps=tuple(_step(row, t) for row in rows),
    )


def types_of(context: Context, asked: Asked) -> PartsView:
    """PNS, PPPK and people outside ASN."""
    t, known = context.t, asked.splits
    rows = []
    for kind in TYPES:
        figure = of_government(context.frames, _INDICATOR, replace(asked.scope, employee_type=kind))
        is_unsplit = known.without_types and kind != EmployeeType.NON_ASN
        note = _evidence(kind, known, t, is_unsplit=is_unsplit)
        label = word(EMPLOYEE_TYPES, kind, t)
        rows.append(_part(kind, label, figure, note, t, has_own=kind in known.types))
    return PartsView(
        heading=_type_heading(rows, known, t),
        lead=t("PNS and PPPK are ASN and make up the figures of this page. People outside ASN enter none of them."),
        rows=tuple(rows),
    )


def _part(code: str, label: str, figure: Figure, note: str, t: Text, *, has_own: bool) -> PartRow:
    bounds = figure["denominator_low"], figure["denominator_high"]
    is_value = figure["state"] == State.NILAI
    return PartRow(
        code=code,
        label=label,
        state=figure["state"],
        target=None if bounds == (None, None) else t.interval(*bounds),
        signed=t.interval(figure["numerator_low"], figure["numerator_high"]) if is_value else None,
        rate=figure_words(_INDICATOR, figure, t),
        low=figure["low"],
        high=figure["high"],
        has_own=has_own,
        note=note,
    )


def _evidence(part: str, known: Splits, t: Text, *, is_unsplit: bool) -> str:
    """On what a part's figure rests: counts of its own, counts that hold others too, or none that may be shown."""
    has_own, is_withheld = part in known.tiers | known.types, part in known.withheld
    if has_own and is_withheld:
        return t("counts of its own; those of few people are withheld")
    if has_own:
        return t("counts of its own, and some that are not split") if is_unsplit else t("counts of its own")
    if is_withheld:
        return t("its counts are withheld: too few people")
    return t("no count of its own: the sources do not split it") if is_unsplit else t("no count of its own")


def _is_done(row: PartRow) -> bool:
    return row.low is not None and row.low >= GOAL


def _tier_heading(rows: Sequence[PartRow], t: Text) -> str:
    if not any(row.has_own for row in rows):
        return t("No tier has evidence of its own")
    done = [row.label for row in rows if row.has_own and _is_done(row)]
    if not done:
        return t("No tier is surely finished")
    if len(done) == len(rows):
        return t("Every tier is finished")
    return t("Finished by tier: {tiers}", tiers=listed(done, t))


def _type_heading(rows: Sequence[PartRow], known: Splits, t: Text) -> str:
    figures = [f"{row.label} {row.rate}" for row in rows if row.rate and row.has_own]
    if not figures:
        return t("No source splits PNS and PPPK") if known.without_types else t("No count by employee type")
    return "; ".join(figures)


def _step(row: PartRow, t: Text) -> Step:
    """The tier in the picture. Without a count of its own it has no bar: other tiers are no evidence for it."""
    is_value = row.state == State.NILAI
    figure = row.rate or word(STATES, row.state, t)
    words = (row.label, t("Target: {people}", people=row.target or t("not known")), figure, row.note)
    is_aside = row.code not in STAIR
    if is_value and row.has_own and (row.low, row.high) != (None, None):
        return Step(row.label, row.low or 0.0, row.high, figure, words, is_aside)
    return Step(row.label, None, None, row.note if is_value else figure, words, is_aside)
