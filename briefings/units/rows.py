"""The units of one region as rows: target, pledged, signed, each with its bounds or the state that stands for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from briefings.units.asked import Asked, Figure
from briefings.units.basis import basis_words
from charts.ranges import Row, Span
from i18n import Text
from indicators.comparing.comparison import Basis, differences
from indicators.figure_words import figure_words
from indicators.words import GLYPHS, STATES, word
from warehouse.frames import Frames
from warehouse.vocabulary import State

COUNTED: Final = (State.NILAI, State.DITAHAN)
"""A count was received, if only to be withheld."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit. Words are null where there is no figure; `state` then says why. `source_ids`: of its counts."""

    opd_id: str
    name: str
    target: str | None
    basis: str | None
    state: str
    signed: str | None
    signed_rate: str | None
    pledged: str | None
    pledged_rate: str | None
    gap: str | None
    chart: Row
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Units:
    """All units. `ranked`: how many stand first, in order of their share; the others are in order of name.

    `has_tallies` False = of no unit a count of people pledged or signed is on record, not even a withheld one.
    `concerned`: units with a target, a count or a duty. `basis` and `source_ids` are null where units differ in them.
    """

    rows: tuple[UnitRow, ...]
    has_tallies: bool
    ranked: int
    concerned: int
    basis: str | None
    source_ids: tuple[str, ...] | None


def units_of(asked: Asked, reads: Mapping[str, Sequence[str]], t: Text) -> Units:
    """The OPD of the government asked about. `reads`: the source_ids of each."""
    figures = asked.by_unit
    signed, pledged, gap = (figures[name] for name in ("signed_rate", "pledged_rate", "gap_people"))
    has_tallies = any(signed[unit]["state"] in COUNTED or pledged[unit]["state"] in COUNTED for unit in signed)
    ranked = asked.comparable
    ordered = sorted(signed, key=lambda unit: place(signed[unit], pledged[unit], ranked=unit in ranked))
    rows = tuple(
        unit_row((signed[unit], pledged[unit], gap[unit]), asked.bases.get(unit), reads.get(unit, ()), t)
        for unit in ordered
    )
    is_shared = asked.bases and not differences(asked.bases, asked.bases)
    concerned = sum(
        row["denominator_low"] is not None or row["state"] != State.BELUM_ADA_BUKTI for row in signed.values()
    )
    kinds_of_sources = {row.source_ids for row in rows if row.source_ids}
    return Units(
        rows,
        has_tallies=has_tallies,
        ranked=len(ranked),
        concerned=concerned,
        basis=basis_words(next(iter(asked.bases.values())), t) if is_shared else None,
        source_ids=kinds_of_sources.pop() if len(kinds_of_sources) == 1 else None,
    )


def unit_sources(frames: Frames, asked: Asked) -> dict[str, list[str]]:
    """The source_ids of each unit's headcounts and counts; under the region's own code those of its totals."""
    here = pl.col("region_code") == asked.code
    found: dict[str, list[str]] = {}
    read = read_from(frames, here, asked.campaign, asked.scope.as_of).sort("unit_id", "source_id")
    for unit, source in read.iter_rows():
        found.setdefault(unit, []).append(source)
    return found


def read_from(frames: Frames, where: pl.Expr, campaign: str | None, as_of: dt.date | None) -> pl.DataFrame:
    """What headcounts and counts were read from: `unit_id` and `source_id`, each pair once.

    `campaign` null = of every election, `as_of` null = of any day.
    """
    everything = pl.lit(value=True)
    of_election = everything if campaign is None else pl.col("campaign_id") == campaign
    by_then = everything if as_of is None else pl.col("as_of") <= as_of
    counted = frames.signature.filter(where, of_election, by_then).select("unit_id", "source_id")
    return pl.concat([frames.headcount.filter(where, by_then).select("unit_id", "source_id"), counted]).unique()


def place(signed: Figure, pledged: Figure, *, ranked: bool) -> tuple[int, float, float, str]:
    """Sorts units: the ranked by what surely signed, then surely pledged, most first; those with a figure; silence."""
    rates = (figure["low"] if ranked else None for figure in (signed, pledged))
    pact, pledge = (1.0 if rate is None else -rate for rate in rates)
    has_figure = State.NILAI in (signed["state"], pledged["state"])
    return 0 if ranked else 1 if has_figure else 2, pact, pledge, signed["name"]


def unit_row(
    figures: tuple[Figure, Figure, Figure], basis: Basis | None, source_ids: Sequence[str], t: Text
) -> UnitRow:
    """The row of a unit from its signed rate, pledged rate and gap."""
    signed, pledged, gap = figures
    has_target = signed["denominator_low"] is not None or signed["denominator_high"] is not None
    target = t.interval(signed["denominator_low"], signed["denominator_high"]) if has_target else None
    row = UnitRow(
        opd_id=signed["code"],
        name=signed["name"],
        target=target,
        basis=basis_words(basis, t) if basis else None,
        state=signed["state"],
        signed=people_words(signed, t),
        signed_rate=figure_words("signed_rate", signed, t),
        pledged=people_words(pledged, t),
        pledged_rate=figure_words("pledged_rate", pledged, t),
        gap=figure_words("gap_people", gap, t),
        chart=Row("", None, None, None, ()),
        source_ids=tuple(source_ids),
    )
    return replace(row, chart=_chart_row(row, _span(signed), _span(pledged), t))


def people_words(figure: Figure, t: Text) -> str | None:
    """The numerator's bounds; null where the figure has no value."""
    if figure["state"] != State.NILAI:
        return None
    return t.interval(figure["numerator_low"], figure["numerator_high"])


def _span(figure: Figure) -> Span | None:
    """The bar's bounds. No lower bound beside an upper one is drawn from 0, which every share has reached."""
    low, high = figure["low"], figure["high"]
    return None if low is None and high is None else Span(low or 0.0, high)


def _chart_row(row: UnitRow, signed: Span | None, pledged: Span | None, t: Text) -> Row:
    """The unit in the chart: its bars, or its state in words, and the lines of its hover."""
    missing = not signed and not pledged
    if missing and row.state == State.NILAI:
        note: str | None = t("no target known")
    elif missing and row.state == State.DITAHAN:
        note = f"{GLYPHS[State.DITAHAN]} {word(STATES, row.state, t)}"
    else:
        note = word(STATES, row.state, t) if missing else None
    target = f"{row.target} ({row.basis})" if row.target and row.basis else row.target or t("not known")
    lines = [row.name, t("Target: {people}", people=target)]
    if row.signed:
        lines.append(t("Signed: {people}, {rate}", people=row.signed, rate=row.signed_rate))
    if row.pledged:
        lines.append(t("Pledged: {people}, {rate}", people=row.pledged, rate=row.pledged_rate))
    return Row(row.name, signed, pledged, note, tuple(lines))
