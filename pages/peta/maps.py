"""The page's maps as their component takes them: one, two of the same classes, or one of two measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from briefings.ceremonies.rows import region_names
from briefings.maps.rows import is_tally
from briefings.maps.view import measure_view, scale, states
from charts.map import MapRow, MapView, payload
from charts.map.words import outlines
from indicators import Scope
from indicators.question import NATION_NAME
from pages import map_component
from pages.context import Context
from pages.map_component.words import words
from pages.peta.asked import Asked
from pages.peta.comparison import Side
from pages.peta.moments import moments
from pages.peta.risk import Risk
from pages.peta.switches import switches
from pages.serving import geometry
from warehouse.vocabulary import State


@dataclass(frozen=True, slots=True)
class Drawn:
    """The rows of one map, the question that they answer, and the side of a comparison that it is."""

    scope: Scope
    rows: list[MapRow]
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Pane:
    """One of the maps: the question it answers, what its component is given, the side of a comparison that it is.

    `view` is what the component draws, without the days that it plays: for files.
    """

    scope: Scope
    payload: dict[str, Any]
    view: MapView
    side: Side | None = None


def panes(context: Context, asked: Asked, drawn: Sequence[Drawn], label: str) -> tuple[Pane, ...]:
    """One map, or two with the same classes: those of all figures together. `label` is the finding in words."""
    t, level = context.t, asked.level
    key = scale(asked.indicator, asked.method, [row for one in drawn for row in one.rows], level, t)
    view = _placed(replace(measure_view(asked.indicator, drawn[0].rows, key, level, t), label=label), context, asked)
    if len(drawn) == 1:
        played = view
        if asked.playing:
            found = moments(context, asked, drawn[0].scope, drawn[0].rows)
            played = replace(view, moments=found, moments_label=t("Day"))
        return (Pane(drawn[0].scope, payload(played, t), view),)
    left, right = drawn
    views = (_half(view, left, right, "left"), _half(view, right, left, "right"))
    return tuple(Pane(one.scope, payload(each, t), each, one.side) for one, each in zip(drawn, views, strict=True))


def _half(view: MapView, own: Drawn, other: Drawn, pane: Literal["left", "right"]) -> MapView:
    """One of two maps: its own rows and question, the classes and the legend of both."""
    halved = replace(view, rows=own.rows, beside=other.rows, pane=pane)
    if own.side is None:
        return halved
    return replace(halved, pane_title=own.side.title, campaign=own.scope.campaign, as_of=own.side.as_of)


def overlaid(context: Context, asked: Asked, overlay: Risk, scope: Scope, label: str) -> tuple[Pane, ...]:
    """The map of coverage and index."""
    t = context.t
    view = MapView(
        rows=overlay.rows,
        key=overlay.grid,
        geometry="",
        note="",
        level=asked.level,
        focus=None,
        indicator=f"coverage-{State.NILAI}",
        title=overlay.grid.x.title,
        label=label,
        explain=t(
            "Coverage: none, less than half, half or more of a province’s regencies and cities. "
            "Index: under 10, from 10, and from 50 of 100."
        ),
        region_url="",
        states={**states(t), State.NILAI: t("counted")},
    )
    placed = _placed(view, context, asked)
    return (Pane(scope, payload(placed, t), placed),)


def _placed(view: MapView, context: Context, asked: Asked) -> MapView:
    """The map on its outlines, with what leads elsewhere."""
    t, province = context.t, context.filters.province
    layer = map_component.layer(context.params, asked.level)
    spoken = words(t)
    if is_tally(asked.indicator):
        spoken["newest"] = t("Newest count")
    nation = (NATION_NAME, "")
    return replace(
        view,
        geometry=geometry.url(layer),
        note=outlines(layer.kind, layer.edition, t),
        focus=province,
        region_url=context.link("wilayah", wilayah=""),
        words=spoken,
        choices=switches(context, asked, layer),
        breadcrumb=(nation, (region_names(context.frames)[province], province)) if province else (nation,),
    )
