"""The page's maps as their component takes them: one, two of the same classes, or one of two measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from briefings.ceremonies.rows import region_names
from briefings.maps.rows import is_tally
from charts.map import Grid, MapRow, MapView, Scale, classes, explained, payload
from indicators import DEFINITIONS, Scope
from indicators.question import NATION_NAME
from pages import map_component
from pages.context import Context
from pages.map_component.words import states, words
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
    """One of the maps: the question it answers, what its component is given, the side of a comparison that it is."""

    scope: Scope
    payload: dict[str, Any]
    side: Side | None = None


def panes(context: Context, asked: Asked, drawn: Sequence[Drawn], label: str) -> tuple[Pane, ...]:
    """One map, or two with the same classes: those of all figures together. `label` is the finding in words."""
    t, definition = context.t, DEFINITIONS[asked.indicator]
    lows = [row.low for one in drawn for row in one.rows if row.low is not None]
    made = classes(
        asked.method,
        asked.indicator,
        lows,
        is_fraction=definition.is_fraction,
        of_provinces=asked.level == "provinsi",
    )
    view = replace(
        _view(context, asked, Scale.of(made, asked.indicator, states(t), t)),
        rows=drawn[0].rows,
        label=label,
        title=t(definition.label),
        explain=explained(made, asked.indicator, t),
        weak_label=t("Striped: weak evidence. News alone, a single voice, or bounds that lie in different classes."),
    )
    if len(drawn) == 1:
        if asked.playing:
            played = moments(context, asked, drawn[0].scope, drawn[0].rows)
            view = replace(view, moments=played, moments_label=t("Day"))
        return (Pane(drawn[0].scope, payload(view, t)),)
    left, right = drawn
    views = (_half(view, left, right, "left"), _half(view, right, left, "right"))
    return tuple(Pane(one.scope, payload(each, t), one.side) for one, each in zip(drawn, views, strict=True))


def _half(view: MapView, own: Drawn, other: Drawn, pane: Literal["left", "right"]) -> MapView:
    """One of two maps: its own rows and question, the classes and the legend of both."""
    halved = replace(view, rows=own.rows, beside=other.rows, pane=pane)
    if own.side is None:
        return halved
    return replace(halved, pane_title=own.side.title, campaign=own.scope.campaign, as_of=own.side.as_of)


def overlaid(context: Context, asked: Asked, overlay: Risk, scope: Scope, label: str) -> tuple[Pane, ...]:
    """The map of coverage and index."""
    t = context.t
    view = _view(context, asked, overlay.grid)
    view = replace(
        view,
        rows=overlay.rows,
        indicator=f"coverage-{State.NILAI}",
        states={**view.states, State.NILAI: t("counted")},
        label=label,
        title=overlay.grid.x.title,
        explain=t(
            "Coverage: none, less than half, half or more of a province’s regencies and cities. "
            "Index: under 10, from 10, and from 50 of 100."
        ),
    )
    return (Pane(scope, payload(view, t)),)


def _view(context: Context, asked: Asked, key: Scale | Grid) -> MapView:
    """What every map of the page has in common."""
    t, province = context.t, context.filters.province
    layer = map_component.layer(context.params, asked.level)
    spoken = words(layer.kind, t)
    note = spoken.pop("kind")
    if is_tally(asked.indicator):
        spoken["newest"] = t("Newest count")
    nation = (NATION_NAME, "")
    return MapView(
        rows=(),
        key=key,
        geometry=geometry.url(layer),
        note=f"{note} {layer.edition}." if layer.kind == "resmi" else note,
        level=asked.level,
        focus=province,
        indicator=asked.indicator,
        title="",
        label="",
        explain="",
        region_url=context.link("wilayah", wilayah=""),
        states=states(t),
        words=spoken,
        choices=switches(context, asked, layer),
        breadcrumb=(nation, (region_names(context.frames)[province], province)) if province else (nation,),
    )
