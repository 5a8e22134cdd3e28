"""Coverage beside a published index of vulnerability: where much is at risk and little is documented."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from briefings.ceremonies.rows import region_names
from briefings.maps.finding import EVENTS
from briefings.maps.view import states
from charts.map import Axis, Grid, MapRow
from i18n import Text
from indicators import Coverage, query
from indicators.words import listed
from pages.context import Context
from pages.peta.asked import Asked
from pages.peta.rows import map_rows, newest_of
from warehouse.vocabulary import State

HALF = 0.5
ANY = 1e-9
"""Coverage classes: none, less than half, half or more of the regencies and cities."""
LIMITS = (10.0, 50.0)
"""Index classes: each of the two gaps in Bawaslu's figures of 2023 (9,40 to 21,93 and 22,98 to 55,87) has one in it."""


@dataclass(frozen=True, slots=True)
class Index:
    """A published index: who made it, its day in words, its source, and the value of each region that it names."""

    issued_by: str
    published: str
    source_ids: tuple[str, ...]
    values: dict[str, float]


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One province of the index: `value` and its class in words, how many of its regions have evidence, of how many."""

    code: str
    name: str
    value: str
    risk: str
    covered: str
    obliged: str
    share: str
    href: str


@dataclass(frozen=True, slots=True)
class Risk:
    """The overlay. `sentence` has the places of `numbers`; `table` has the provinces that the index names."""

    index: Index
    rows: tuple[MapRow, ...]
    grid: Grid
    sentence: str
    numbers: dict[str, str]
    note: str
    table: tuple[RiskRow, ...]


def newest_index(context: Context) -> Index:
    """The index published last. Only for a snapshot that has one."""
    rows = context.frames.risk_index.sort("published_on", "index_id", "region_code", descending=[True, False, False])
    rows = rows.filter(index_id=rows["index_id"][0])
    first = rows.row(0, named=True)
    values = dict(rows.select("region_code", "value").iter_rows())
    return Index(first["issued_by"], context.t.date(first["published_on"]), tuple(rows["source_id"].unique()), values)


def risk(context: Context, asked: Asked) -> Risk:
    """The index beside the share of each province's regencies and cities with a documented event."""
    t, index, names = context.t, newest_index(context), region_names(context.frames)
    scope = context.scope(level="provinsi")
    told = {row.code: row for row in map_rows(EVENTS, scope, context, newest_of(context, asked, scope))}
    coverage = coverage_by_province(context)
    rows = [_row(told[code], covered, index.values.get(code), t) for code, covered in coverage.items()]
    x = Axis(t("Regencies and cities with evidence"), (ANY, HALF), (t("none"), t("less than half"), t("half or more")))
    grid = Grid.of(x, _axis(index, t), t("index not published"), states(t), t)
    ranked = sorted((row for row in rows if row.second is not None), key=lambda row: (-(row.second or 0), row.code))
    without = [names[row.code] for row in ranked if row.low == 0]
    return Risk(
        index=index,
        rows=tuple(rows),
        grid=grid,
        sentence=_sentence(without, t),
        numbers={
            "without": t.number(len(without)),
            "named": t.number(len(index.values)),
            "issued_by": index.issued_by,
            "provinces": listed(without, t),
        },
        note=t(
            "The index of vulnerability of ASN neutrality is by {issued_by}, published {day}: only the highest "
            "figures, of {named} provinces. That of the others was not published, which is no 0.",
            issued_by=index.issued_by,
            day=index.published,
            named=t.number(len(index.values)),
        ),
        table=tuple(_table_row(row, coverage[row.code], names[row.code], grid, context) for row in ranked),
    )


def _row(told: MapRow, covered: Coverage, value: float | None, t: Text) -> MapRow:
    """A province: its share as the figure, the evidence behind it as `told` of its documented events."""
    obliged = covered.total - covered.exempt
    if not obliged:
        return MapRow(told.code, State.TIDAK_WAJIB)
    share = covered.with_evidence / obliged
    words = t("{with_evidence} of {total}", with_evidence=t.number(covered.with_evidence), total=t.number(obliged))
    return replace(
        told,
        state=State.NILAI.value,
        low=share,
        high=share,
        text=f"{words} ({t.percent(share, 0)})",
        second=value,
        second_text=None if value is None else _printed(value, t),
    )


def _sentence(without: list[str], t: Text) -> str:
    if without:
        return t(
            "{without} of the {named} provinces most at risk by the index of {issued_by} have no regency or city with "
            "documented evidence of a pledge: {provinces}."
        )
    return t(
        "Each of the {named} provinces most at risk by the index of {issued_by} has a regency or city with "
        "documented evidence of a pledge."
    )


def coverage_by_province(context: Context) -> dict[str, Coverage]:
    """How many kabupaten and kota of each province are in which state, under the page's filters."""
    figures = query(EVENTS, context.frames, context.scope(level="kabupaten"))
    found: dict[str, Coverage] = {}
    # An event that may be after the day asked for is no evidence of one by then, as in `indicators.coverage`.
    state = pl.when(pl.col("low") == 0).then(pl.lit(State.BELUM_ADA_BUKTI.value)).otherwise("state")
    counted = figures.group_by(province=pl.col("code").str.head(2), state=state).len().sort("province")
    for (province,), rows in counted.group_by("province", maintain_order=True):
        of = dict(rows.select("state", "len").iter_rows())
        found[str(province)] = Coverage(
            total=sum(of.values()),
            with_evidence=of.get(State.NILAI, 0),
            not_reported=of.get(State.BELUM_LAPOR, 0),
            exempt=of.get(State.TIDAK_WAJIB, 0),
            no_evidence=of.get(State.BELUM_ADA_BUKTI, 0),
        )
    return found


def _axis(index: Index, t: Text) -> Axis:
    low, high = t.number(LIMITS[0]), t.number(LIMITS[1])
    words = (
        t("index under {figure}", figure=low),
        t("index {low} to under {high}", low=low, high=high),
        t("index {figure} or more", figure=high),
    )
    return Axis(t("Index of vulnerability ({issued_by})", issued_by=index.issued_by), LIMITS, words)


def _printed(value: float, t: Text) -> str:
    """As published: up to two decimals."""
    decimals = next(places for places in (0, 1, 2) if places == 2 or round(value, places) == value)
    return t.number(value, decimals)


def _table_row(row: MapRow, covered: Coverage, name: str, grid: Grid, context: Context) -> RiskRow:
    t = context.t
    return RiskRow(
        code=row.code,
        name=name,
        value=row.second_text or "",
        risk=grid.y.labels[grid.y.place(row.second or 0)],
        covered=t.number(covered.with_evidence),
        obliged=t.number(covered.total - covered.exempt),
        share=t.percent(row.low, 0),
        href=context.link("peta", provinsi=row.code),
    )
