"""The legend of one measure: its classes from light to dark, then what has no value, each with a look of its own."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.map.classes import MOST, Classes
from charts.map.rows import MapRow
from i18n import N_, Text
from warehouse.vocabulary import Grade, State

FILLS = ("#c3daee", "#8fbadf", "#4f92cb", "#1f639f", "#0d3560")
"""One blue, ever darker: the order also shows without colour vision and in a grey print."""
ZERO = "#e9eef4"
"""A class of nothing but 0: hardly tinted, but not the white of "no evidence yet"."""
UNKNOWN = "#d9d2c5"
"""Something was received, its size is not known: outside the blues."""

PATTERNS: Mapping[str, str] = {
    State.BELUM_LAPOR: "hatch",
    State.TIDAK_WAJIB: "dots",
    State.DITAHAN: "cross",
    State.BELUM_ADA_BUKTI: "#ffffff",
}

_GRADES = {
    Grade.A: N_("A, roster or signed sheet"),
    Grade.B: N_("B, official recap"),
    Grade.C: N_("C, official release"),
    Grade.D: N_("D, news"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend. An `optional` one is left out where no region is in it."""

    key: str
    state: str
    fill: str
    label: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The legend of a measure in classes. `entries`: the classes, then `nilai-tanpa-angka`, then the other states."""

    classes: Classes
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, classes: Classes, indicator: str, states: Mapping[str, str], t: Text) -> Scale:
        """The legend of these classes; `states` has the word of each state."""
        labels = (
            [t(_GRADES[grade]) for grade in reversed(Grade)] if indicator == "evidence_grade" else spans(classes, t)
        )
        has_zero = classes.starts[:2] == (0, 1) and indicator != "evidence_grade"
        values = (
            Entry(f"nilai-{place}", State.NILAI, fill, label, optional=has_zero and place == 0)
            for place, (fill, label) in enumerate(zip(fills(len(labels), has_zero=has_zero), labels, strict=True))
        )
        unknown = Entry("nilai-tanpa-angka", State.NILAI, UNKNOWN, t("evidence without a figure"), optional=True)
        return cls(classes, (*values, unknown, *state_entries(states)))

    def place(self, row: MapRow) -> int:
        """The entry of a region. A value is classed by its lower bound: what is certain."""
        if row.state != State.NILAI:
            return next(place for place, entry in enumerate(self.entries) if entry.key == row.state)
        return len(self.classes.starts) if row.low is None else self.classes.place(row.low)


def state_entries(states: Mapping[str, str]) -> tuple[Entry, ...]:
    """A line for each state that has no value."""
    return tuple(Entry(state, state, fill, states[state]) for state, fill in PATTERNS.items())


def fills(count: int, *, has_zero: bool) -> tuple[str, ...]:
    """The shades of `count` classes, light to dark, as far apart as they can be. Beside a class of 0 none is pale."""
    return (ZERO, *_spread(FILLS[1:], count - 1)) if has_zero else _spread(FILLS, count)


def _spread(shades: Sequence[str], count: int) -> tuple[str, ...]:
    if count == 1:
        return (shades[len(shades) // 2],)
    return tuple(shades[round(place * (len(shades) - 1) / (count - 1))] for place in range(count))


def spans(classes: Classes, t: Text) -> list[str]:
    """What each class holds, in words: `2–3`, `8 or more`; `25 to under 50 %`."""
    ends = (*classes.starts[1:], None)
    return [_span(classes, start, end, t) for start, end in zip(classes.starts, ends, strict=True)]


def _span(classes: Classes, start: float, end: float | None, t: Text) -> str:
    if classes.is_fraction:
        decimals = 0 if all(round(each * 100, 6) % 1 == 0 for each in classes.starts) else 1
        if end is None:
            return t("{figure} or more", figure=t.percent(start, decimals))
        low, high = t.number(start * 100, decimals), t.percent(end, decimals)
        return t("{low} to under {high}", low=low, high=high)
    if end is None:
        if start == classes.ceiling:
            return t.number(start)
        return t("{figure} or more", figure=t.number(start))
    if math.isinf(start):
        return t("under {figure}", figure=t.number(end))
    last = end - 1
    return t.number(start) if last <= start else f"{t.number(start)}–{t.number(last)}"


_EXPLAINED: Mapping[str, str] = {
    "tetap": N_("Fixed classes: the same limits under every filter, so a colour always means the same."),
    "kuantil": N_(
        "Quantiles: each class holds about as many of the regions with a figure; equal figures stay together."
    ),
    "alami": N_("Natural breaks (Fisher–Jenks): the figures within a class are as close together as they can be."),
}


def explained(classes: Classes, indicator: str, t: Text) -> str:
    """How the classes were made and what puts a region into one, in words."""
    if indicator == "evidence_grade":
        return t("One class a grade: the best source of a region decides.")
    parts = [t(_EXPLAINED[classes.method])]
    if classes.distinct is not None and classes.distinct < MOST:
        parts.append(
            t.n(
                "There is only {count} different figure, so there are no more classes.",
                "There are only {count} different figures, so there are no more classes.",
                classes.distinct,
            )
        )
    parts.append(t("The lower bound decides the class: what is certain."))
    return " ".join(parts)
