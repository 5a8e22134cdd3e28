"""A map as its component takes it: JSON types only, words already in the reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from charts.map.bivariate import FILLS, Grid
from charts.map.rows import MapRow, is_weak
from charts.map.scale import Entry, Scale
from i18n import Text
from warehouse.vocabulary import State

MapLevel = Literal["provinsi", "kabupaten"]
Pane = Literal["single", "left", "right"]

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Choice:
    """A switch above the map: its link key, its label, the options (value to label) and the value in force."""

    key: str
    label: str
    options: Mapping[str, str]
    chosen: str


@dataclass(frozen=True, slots=True)
class Moment:
    """The map as of an earlier day: its words and a row for each region of the map, in the same order."""

    label: str
    rows: Sequence[MapRow]


@dataclass(frozen=True, slots=True)
class MapView:
    """A map to draw: one figure a region, on one layer, the nation or one province (`focus`).

    `key` is its legend. `geometry` is the address of the layer's outlines, `note` what they are; `title` names the
    measure, `label` is the finding in words, `explain` how the classes were made, `states` the word of each state,
    `words` what else the component prints, `choices` its switches, `region_url` the address that a code completes.
    `campaign` and `as_of` (ISO day) are those of its figures where they are not the page's, null = the page's.
    `moments` are the days that a slider plays, the last one being what `rows` say; none = no slider. `beside` are the
    rows of a second map with the same legend. `breadcrumb`: label and code of the nation and of what is shown.
    """

    rows: Sequence[MapRow]
    key: Scale | Grid
    geometry: str
    note: str
    level: MapLevel
    focus: str | None
    indicator: str
    title: str
    label: str
    explain: str
    region_url: str
    states: Mapping[str, str]
    words: Mapping[str, str] = field(default_factory=dict)
    choices: Sequence[Choice] = ()
    breadcrumb: Sequence[tuple[str, str]] = ()
    weak_label: str = ""
    moments: Sequence[Moment] = ()
    moments_label: str = ""
    beside: Sequence[MapRow] = ()
    pane: Pane = "single"
    pane_title: str = ""
    campaign: str | None = None
    as_of: str | None = None


def payload(view: MapView, t: Text) -> dict[str, Any]:
    """The view as JSON types, as `docs/map-payload.md` tells. Legend counts add up to the number of regions."""
    key = view.key
    drawn = [view.rows, view.beside, *(moment.rows for moment in view.moments)]
    used = {key.place(row) for rows in drawn for row in rows}
    shown = [place for place, entry in enumerate(key.entries) if place in used or not entry.optional]
    places = {place: at for at, place in enumerate(shown)}
    at = [places[key.place(row)] for row in view.rows]
    weak = [_is_weak(row, key) for row in view.rows]
    counts, weak_counts = Counter(at), Counter(place for place, is_weak in zip(at, weak, strict=True) if is_weak)
    return {
        "language": t.language,
        "geometry": view.geometry,
        "note": view.note,
        "level": view.level,
        "focus": view.focus,
        "indicator": view.indicator,
        "campaign": view.campaign,
        "as_of": view.as_of,
        "title": view.title,
        "label": view.label,
        "explain": view.explain,
        "region_url": view.region_url,
        "words": dict(view.words),
        "choices": [asdict(choice) | {"options": list(choice.options.items())} for choice in view.choices],
        "states": dict(view.states),
        "legend": [_line(key.entries[place], counts[now], weak_counts[now]) for now, place in enumerate(shown)],
        "legend_grid": _grid(key, counts) if isinstance(key, Grid) else None,
        "rows": [_row(*each) for each in zip(view.rows, at, weak, strict=True)],
        "steps": _steps(view, places) if view.moments else None,
        "breadcrumb": [{"label": label, "code": code} for label, code in view.breadcrumb],
        "search": True,
        "weak_label": view.weak_label,
        "pane": view.pane,
        "pane_title": view.pane_title,
    }


def _is_weak(row: MapRow, key: Scale | Grid) -> bool:
    """A bivariate map has no hatching: both of its figures are counted or published, not told by a single source."""
    return isinstance(key, Scale) and is_weak(row, key.classes)


def _line(entry: Entry, count: int, weak: int) -> dict[str, Any]:
    shown = {"key": entry.key, "state": entry.state, "fill": entry.fill, "label": entry.label}
    return shown | {"count": count, "weak": weak}


def _row(row: MapRow, place: int, is_weak: bool) -> list[Any]:  # noqa: FBT001 (a row beside what was found of it)
    if row.state != State.NILAI:
        return [row.code, place]
    order = row.low if row.low is not None else row.high
    told = [row.text, int(is_weak), row.sources, row.grade, row.newest and row.newest.isoformat(), _short(order)]
    return [row.code, place, *told, *([row.second_text] if row.second_text is not None else [])]


def _short(value: float | None) -> float | int | None:
    """A number to sort by, in as few digits as keep the order of what is printed."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 4)


def _grid(grid: Grid, counts: Mapping[int, int]) -> dict[str, Any]:
    axes = {name: {"title": axis.title, "labels": list(axis.labels)} for name, axis in (("x", grid.x), ("y", grid.y))}
    cells = [[counts[3 * row + column] for column in range(3)] for row in range(3)]
    return axes | {"fills": [list(row) for row in FILLS], "counts": cells}


def _steps(view: MapView, places: Mapping[int, int]) -> dict[str, Any]:
    items = [
        {
            "label": moment.label,
            "places": "".join(DIGITS[places[view.key.place(row)]] for row in moment.rows),
            "weak": "".join(str(int(_is_weak(row, view.key))) for row in moment.rows),
        }
        for moment in view.moments
    ]
    return {"label": view.moments_label, "at": len(items) - 1, "items": items}
