"""A measure's map as a value: its regions in classes, with the legend and what explains it."""

from __future__ import annotations

from collections.abc import Sequence

from charts.map import MapLevel, MapRow, MapView, Method, Scale, classes, explained
from charts.map.words import weak_label
from i18n import Text
from indicators import DEFINITIONS
from indicators.words import STATES


def states(t: Text) -> dict[str, str]:
    """The word of each of the five states."""
    return {state: t(word) for state, word in STATES.items()}


def scale(indicator: str, method: Method, rows: Sequence[MapRow], level: MapLevel, t: Text) -> Scale:
    """The legend of these rows, of one map or of several: the classes of all their figures."""
    lows = [row.low for row in rows if row.low is not None]
    is_fraction = DEFINITIONS[indicator].is_fraction
    made = classes(method, indicator, lows, is_fraction=is_fraction, of_provinces=level == "provinsi")
    return Scale.of(made, indicator, states(t), t)


def measure_view(indicator: str, rows: Sequence[MapRow], key: Scale, level: MapLevel, t: Text) -> MapView:
    """The map, still without its finding (`label`), the outlines that it stands on and whatever leads elsewhere."""
    return MapView(
        rows=rows,
        key=key,
        geometry="",
        note="",
        level=level,
        focus=None,
        indicator=indicator,
        title=t(DEFINITIONS[indicator].label),
        label="",
        explain=explained(key.classes, indicator, t),
        region_url="",
        states=states(t),
        weak_label=weak_label(t),
    )
