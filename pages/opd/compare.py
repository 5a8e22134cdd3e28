"""Two to six OPD side by side: of this government, or those of the same name elsewhere. The link holds the choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from briefings.units.asked import OF_UNITS, Asked, Figure
from briefings.units.basis import difference_words
from briefings.units.rows import UnitRow, unit_row
from i18n import Text
from indicators import query
from indicators.comparing.comparison import AT_LEAST, Basis, bases, chosen, differences, namesakes
from pages.context import Context
from warehouse.vocabulary import State

KEY = "banding"


@dataclass(frozen=True, slots=True)
class CompareView:
    """The comparison. `own` and `elsewhere` are what may be picked (opd_id to label), `picked` what the link names.

    `rows` are the units side by side, `hrefs` where each leads; both empty while fewer than two are picked. `note` null
    = the units can be ranked.
    """

    own: Mapping[str, str]
    elsewhere: Mapping[str, str]
    picked: tuple[str, ...]
    heading: str
    note: str | None
    rows: tuple[UnitRow, ...]
    hrefs: Mapping[str, str]


def compare_of(context: Context, asked: Asked) -> CompareView:
    """The OPD that the link names as `banding=`, with their figures."""
    t, frames = context.t, context.frames
    own = dict(asked.units["signed_rate"].sort("name").select("code", "name").iter_rows())
    picked = chosen(frames, context.params.get(KEY, "").split(","))
    first = next((unit for unit in picked if unit in own), next(iter(picked), None))
    elsewhere = _labels(context, {*picked, *(namesakes(frames, first).values() if first else ())} - own.keys())
    if len(picked) < AT_LEAST:
        return CompareView(own, elsewhere, picked, t("Put OPD side by side"), None, (), {})
    figures, found = _answers(context, asked, picked)
    differ = differences(found, picked)
    order = picked if differ else sorted(picked, key=lambda unit: _sure(figures[unit][0]), reverse=True)
    names = own if own.keys() >= set(picked) else _labels(context, set(picked))
    rows = tuple(_named(unit_row(figures[unit], found.get(unit), (), t), names[unit]) for unit in order)
    note = t("{reason}; so they are not ranked.", reason=reason) if (reason := difference_words(differ, t)) else None
    heading = t("These OPD cannot be ranked") if differ else _heading([figures[unit][0] for unit in order], rows, t)
    hrefs = {unit: context.link("opd", wilayah=unit.split("/")[0]) for unit in picked}
    return CompareView(own, elsewhere, picked, heading, note, rows, hrefs)


def _labels(context: Context, units: set[str]) -> dict[str, str]:
    """`Dinas Kesehatan · Kabupaten Banyumas`, by opd_id, in code order."""
    regions = dict(context.frames.region.select("code", "name").iter_rows())
    found = context.frames.opd.filter(pl.col("opd_id").is_in(list(units))).sort("opd_id")
    rows = found.select("opd_id", "name", "region_code").iter_rows()
    return {unit: f"{name} · {regions.get(region, region)}" for unit, name, region in rows}


def _answers(
    context: Context, asked: Asked, picked: Sequence[str]
) -> tuple[dict[str, tuple[Figure, Figure, Figure]], dict[str, Basis]]:
    """Signed rate, pledged rate and gap of each unit, and what its target rests on; each region is asked once."""
    answers: dict[str, dict[str, Figure]] = {name: {} for name in OF_UNITS}
    found: dict[str, Basis] = {}
    for region in dict.fromkeys(unit.split("/")[0] for unit in picked):
        scope = replace(asked.scope, region=region, level="opd")
        found |= bases(asked.seen, scope)
        for name in OF_UNITS:
            rows = query(name, context.frames, scope).filter(pl.col("code").is_in(picked))
            answers[name] |= {row["code"]: row for row in rows.to_dicts()}
    signed, pledged, gap = (answers[name] for name in OF_UNITS)
    return {unit: (signed[unit], pledged[unit], gap[unit]) for unit in picked}, found


def _sure(figure: Figure) -> float:
    """What surely signed; units without a figure come last."""
    return -1.0 if figure["low"] is None else float(figure["low"])


def _named(row: UnitRow, name: str) -> UnitRow:
    return replace(row, name=name, chart=replace(row.chart, label=name, words=(name, *row.chart.words[1:])))


def _heading(figures: Sequence[Figure], rows: Sequence[UnitRow], t: Text) -> str:
    """Which unit is surely ahead, if one is."""
    known = [figure for figure in figures if figure["state"] == State.NILAI and figure["low"] is not None]
    if len(known) < AT_LEAST:
        return t("Fewer than two of these OPD have a figure")
    rivals = [figure["high"] for figure in known[1:]]
    if any(high is None or high >= known[0]["low"] for high in rivals):
        return t("Their ranges overlap: none of them is surely ahead")
    if len(known) < len(figures):
        return t("Of those with a figure, {opd} is surely ahead: {rate}", opd=rows[0].name, rate=rows[0].signed_rate)
    return t("{opd} is surely ahead: {rate}", opd=rows[0].name, rate=rows[0].signed_rate)
