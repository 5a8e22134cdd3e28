"""Figures of regions → what the map draws: a class or state each, the legend with its counts. Values only, no outlines.

The payload goes over the wire on every change of a filter, so it is compact: a worst case of 514 regions, each with a
value, stays under 10 kB. Its form, read by `pages/map_component/assets/payload.js`:

- `codes`: `{"33": "0102"}` is 33.01 and 33.02; `{"": "1133"}` is the provinces 11 and 33;
- `marks`: one character a region in that order, the place of its entry in `legend`, base 36;
- `values`: of the regions with a value, in that order, `low`, `high`, `sources`, `newest` (days since 1970) as numbers
  with a space between and `-` for null, `grades` as letters. `high` empty = every upper bound is the lower one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from i18n import Text
from warehouse.vocabulary import State

MapLevel = Literal["provinsi", "kabupaten"]

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
EPOCH = dt.date(1970, 1, 1)

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
    """The view as the component takes it: JSON types only. Legend counts add up to the number of regions."""
    rows = sorted(view.rows, key=lambda row: row.code)  # the order in which a browser lists the keys of `codes`
    entries = [entry_of(row) for row in rows]
    counts = Counter(entry.key for entry in entries)
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
        "codes": _packed([row.code for row in rows]),
        "marks": "".join(DIGITS[places[entry.key]] for entry in entries),
        "values": _values([row for row in rows if row.state == State.NILAI]),
    }


def _legend(entry: Entry, count: int, states: Mapping[str, str], t: Text) -> dict[str, Any]:
    label = states[entry.state] if entry.start is None else _span(entry, t)
    return {"key": entry.key, "state": entry.state, "fill": entry.fill, "label": label, "count": count}


def _span(entry: Entry, t: Text) -> str:
    if entry.start == entry.end:
        return t.number(entry.start)
    if entry.end is None:
        return t("{figure} or more", figure=t.number(entry.start))
    return f"{t.number(entry.start)}–{t.number(entry.end)}"


def _packed(codes: Sequence[str]) -> dict[str, str]:
    packed: dict[str, str] = {}
    for code in codes:
        province, dot, own = code.partition(".")
        prefix, pair = (province, own) if dot else ("", province)
        packed[prefix] = packed.get(prefix, "") + pair
    return packed


def _values(rows: Sequence[MapRow]) -> dict[str, str]:
    low, high = [row.low for row in rows], [row.high for row in rows]
    return {
        "low": _numbers(low),
        "high": "" if high == low else _numbers(high),
        "sources": _numbers([row.sources for row in rows]),
        "grades": "".join(row.grade or "-" for row in rows),
        "newest": _numbers([None if row.newest is None else (row.newest - EPOCH).days for row in rows]),
    }


def _numbers(values: Sequence[int | None]) -> str:
    return " ".join("-" if value is None else str(value) for value in values)
