"""Figures of regions → what the map draws: a class or state each, and the legend with its counts. No outlines."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from i18n import Text
from warehouse.vocabulary import State

MapLevel = Literal["provinsi", "kabupaten"]

STARTS = (0, 1, 2, 4, 8)
"""Where the classes of a count begin. They are fixed, so that a colour means the same under every filter."""
FILLS = ("#e9eef4", "#86b6de", "#4a8fca", "#1f639f", "#0d3560")
"""One blue, ever darker: the order also shows without colour vision and in a grey print."""

PATTERNS: dict[str, str] = {
    State.BELUM_LAPOR: "hatch",
    State.TIDAK_WAJIB: "dots",
    State.DITAHAN: "cross",
    State.BELUM_ADA_BUKTI: "#ffffff",
}


@dataclass(frozen=True, slots=True)
class MapRow:
    """One region's figure. Bounds are null unless `state` is `nilai`; `high` null then = no upper limit.

    `grade` null = no source; `newest` is the latest day an event can have been, null = no dated event.
    """

    code: str
    state: str
    low: int | None = None
    high: int | None = None
    sources: int = 0
    grade: str | None = None
    newest: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: a class of values (`start`..`end`, null = no end) or one of the other states."""

    key: str
    state: str
    fill: str
    start: int | None = None
    end: int | None = None


def _entries() -> tuple[Entry, ...]:
    ends = (*(start - 1 for start in STARTS[1:]), None)
    classes = (
        Entry(f"{State.NILAI}-{start}", State.NILAI, fill, start, end)
        for start, end, fill in zip(STARTS, ends, FILLS, strict=True)
    )
    return (*classes, *(Entry(state, state, fill) for state, fill in PATTERNS.items()))


ENTRIES = _entries()


@dataclass(frozen=True, slots=True)
class Choice:
    """A switch above the map: its link key, its label, the options (value to label) and the value in force."""

    key: str
    label: str
    options: Mapping[str, str]
    chosen: str


@dataclass(frozen=True, slots=True)
class MapView:
    """A map to draw: one figure a region, on one layer, the nation or one province (`focus`).

    `geometry` is the address of the layer's outlines, `label` the finding in words, `states` the word of each state,
    `words` what else the component prints, `choices` its switches, `region_url` the address that a code completes.
    """

    rows: Sequence[MapRow]
    geometry: str
    level: MapLevel
    focus: str | None
    indicator: str
    label: str
    region_url: str
    states: Mapping[str, str]
    words: Mapping[str, str] = field(default_factory=dict)
    choices: Sequence[Choice] = ()


def entry_of(row: MapRow) -> Entry:
    """The legend entry of a region. A value is classed by its lower bound: what is certain."""
    if row.state != State.NILAI:
        return next(entry for entry in ENTRIES if entry.key == row.state)
    low = row.low or 0
    return next(entry for entry in reversed(ENTRIES) if entry.start is not None and entry.start <= low)


def payload(view: MapView, t: Text) -> dict[str, Any]:
    """The view as the component takes it: JSON types only. Legend counts add up to the number of regions.

    `rows` are lists: code, place of its entry in `legend`, and for a value also low, high (null = no upper limit),
    independent sources, grade, newest day (ISO).
    """
    entries = {row.code: entry_of(row) for row in view.rows}
    counts = Counter(entry.key for entry in entries.values())
    shown = [entry for entry in ENTRIES if entry.start != 0 or counts[entry.key]]
    places = {entry.key: place for place, entry in enumerate(shown)}
    return {
        "language": t.language,
        "geometry": view.geometry,
        "level": view.level,
        "focus": view.focus,
        "indicator": view.indicator,
        "label": view.label,
        "region_url": view.region_url,
        "words": dict(view.words),
        "choices": [asdict(choice) | {"options": list(choice.options.items())} for choice in view.choices],
        "states": dict(view.states),
        "legend": [_legend(entry, counts[entry.key], view.states, t) for entry in shown],
        "rows": [_row(row, places[entries[row.code].key]) for row in view.rows],
    }


def _row(row: MapRow, place: int) -> list[Any]:
    if row.state != State.NILAI:
        return [row.code, place]
    return [row.code, place, row.low, row.high, row.sources, row.grade, row.newest and row.newest.isoformat()]


def _legend(entry: Entry, count: int, states: Mapping[str, str], t: Text) -> dict[str, Any]:
    label = states[entry.state] if entry.start is None else _span(entry, t)
    return {"key": entry.key, "state": entry.state, "fill": entry.fill, "label": label, "count": count}


def _span(entry: Entry, t: Text) -> str:
    if entry.start == entry.end:
        return t.number(entry.start)
    if entry.end is None:
        return t("{figure} or more", figure=t.number(entry.start))
    return f"{t.number(entry.start)}–{t.number(entry.end)}"
