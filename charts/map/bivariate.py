"""The legend of two measures at once: three classes by three, so that much risk with little coverage stands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charts.map.rows import MapRow
from charts.map.scale import Entry, state_entries
from i18n import Text
from warehouse.vocabulary import State

FILLS = (
    ("#f7cf9c", "#cdd6e2", "#9cc5e8"),
    ("#e08a3c", "#a3a1b5", "#4a86bf"),
    ("#a8200d", "#96657f", "#173a66"),
)
"""Outer: the second measure (risk) from low to high, ever darker; inner: the first (coverage) from low to high, orange
to blue, which all eyes can tell apart. High risk with low coverage is the one red."""
NO_INDEX = "#f3f3f1"


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the two measures: its title, where its second and third class begin, the words of its three classes."""

    title: str
    limits: tuple[float, float]
    labels: tuple[str, str, str]

    def place(self, value: float) -> int:
        """The class of a value, 0 to 2."""
        return sum(value >= limit for limit in self.limits)


@dataclass(frozen=True, slots=True)
class Grid:
    """The legend of two measures: nine cells row by row (`place = 3·y + x`), `tanpa-indeks`, then the other states."""

    x: Axis
    y: Axis
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, x: Axis, y: Axis, no_index: str, states: Mapping[str, str], t: Text) -> Grid:
        """The legend; `no_index` is the line for regions whose second figure was not published."""
        cells = (
            Entry(f"sel-{row}{column}", State.NILAI, FILLS[row][column], t("{x}; {y}", x=across, y=along))
            for row, along in enumerate(y.labels)
            for column, across in enumerate(x.labels)
        )
        return cls(x, y, (*cells, Entry("tanpa-indeks", State.NILAI, NO_INDEX, no_index), *state_entries(states)))

    def place(self, row: MapRow) -> int:
        """The entry of a region: its cell by both lower bounds; states first, then whether an index was published."""
        if row.state != State.NILAI or row.low is None:
            return next(place for place, entry in enumerate(self.entries) if entry.key == row.state)
        if row.second is None:
            return 9
        return 3 * self.y.place(row.second) + self.x.place(row.low)
