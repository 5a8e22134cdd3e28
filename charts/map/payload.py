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
    """A choice above the map: its link key, its label, the options (value to label) and the value in force.

    Its options are drawn as buttons beside each other, or, `as_list`, as a list that opens.
    """

    key: str
    label: str
    options: Mapping[str, str]
    chosen: str
    as_list: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """The map as of an earlier day: its words and a row for each region of the map."""

    label: str
    rows: Sequence[MapRow]


@dataclass(frozen=True, slots=True)
class MapView:
    """A map to draw: one figure a region, on one layer, the nation or one province (`focus`). `rows` are in any order.

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
    key, rows = view.key, sorted(view.rows, key=_rank)
    drawn = [rows, view.beside, *(moment.rows for moment in view.moments)]
    used = {key.place(row) for each in drawn for row in each}
    shown = [place for place, entry in enumerate(key.entries) if place in used or not entry.optional]
    places = {place: at for at, place in enumerate(shown)}
    at = [places[key.place(row)] for row in rows]
    weak = [_is_weak(row, key) for row in rows]
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
        "rows": [_row(*each) for each in zip(rows, at, weak, strict=True)],
        "steps": _steps(view, [row.code for row in rows], places) if view.moments else None,
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
    told = [row.text, int(is_weak), row.sources, row.grade, row.newest and row.newest.isoformat()]
    return [row.code, place, *told, *([row.second_text] if row.second_text is not None else [])]


def _rank(row: MapRow) -> tuple[bool, bool, float, str]:
    """Rows go out by their figures, highest first: neighbours are then alike, and no number to sort by is needed."""
    order = row.low if row.low is not None else row.high
    return row.state != State.NILAI, order is None, -(order or 0), row.code


def _grid(grid: Grid, counts: Mapping[int, int]) -> dict[str, Any]:
    axes = {name: {"title": axis.title, "labels": list(axis.labels)} for name, axis in (("x", grid.x), ("y", grid.y))}
    cells = [[counts[3 * row + column] for column in range(3)] for row in range(3)]
    return axes | {"fills": [list(row) for row in FILLS], "counts": cells}


def _steps(view: MapView, codes: Sequence[str], places: Mapping[int, int]) -> dict[str, Any]:
    """The moments; in each the regions in the order of `codes`."""
    items = []
    for moment in view.moments:
        of = {row.code: row for row in moment.rows}
        rows = [of[code] for code in codes]
        items.append(
            {
                "label": moment.label,
                "places": "".join(DIGITS[places[view.key.place(row)]] for row in rows),
                "weak": "".join(str(int(_is_weak(row, view.key))) for row in rows),
            }
        )
    return {"label": view.moments_label, "at": len(items) - 1, "items": items}
