"""Values to pixels along one side of a chart, and where Plotly puts its marks on its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from math import ceil, floor, log10
from typing import Any

import numpy as np

from exports.pictures.canvas import Numbers
from exports.pictures.fault import NotDrawn

Value = float | str | None


def _days(value: Any) -> float:
    return float(dt.date.fromisoformat(value).toordinal())


_NUMBERS: Mapping[str, Callable[[Any], float]] = {"linear": float, "log": log10, "date": _days}
_DAY = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """A range of values over the pixels `start` to `end`. `kind` is Plotly's type of axis."""

    kind: str
    first: float
    last: float
    start: float
    end: float

    @classmethod
    def of(cls, axis: Mapping[str, Any], start: float, end: float) -> Scale:
        """The scale of an axis, whose range our charts always give."""
        kind = axis.get("type", "linear")
        if kind not in _NUMBERS:
            raise NotDrawn(f"axis of type {kind}")
        first, last = (_days(each) if kind == "date" else float(each) for each in axis["range"])
        return cls(kind, first, last, start, end)

    def __call__(self, value: Value) -> float:
        """The pixel of a value; not a number for none."""
        if value is None:
            return float("nan")
        number = _NUMBERS[self.kind](value)
        return self.start + (number - self.first) / (self.last - self.first) * (self.end - self.start)

    def length(self, width: float) -> float:
        """The pixels of so many values; of a date axis so many thousandths of a second, as Plotly has it."""
        values = width / _DAY if self.kind == "date" else width
        return abs(values / (self.last - self.first) * (self.end - self.start))

    def all(self, values: Iterable[Value]) -> Numbers:
        """The pixels of values."""
        return np.array([self(value) for value in values], dtype=np.float64)

    def ticks(self, most: int) -> list[float]:
        """Where Plotly marks a linear axis with at most about `most` ticks: steps of 1, 2 or 5, whole numbers alone."""
        low, high = sorted((self.first, self.last))
        rough = (high - low) / most
        base = 10 ** floor(log10(rough))
        step = max(1, base * next((round_ for round_ in (2, 5, 10) if rough / base < round_), 10))
        return list(takewhile(lambda tick: tick <= high, (ceil(low / step) * step + at * step for at in count())))


def grouped(value: float, separators: Sequence[str]) -> str:
    """A whole number as Plotly's `,d` writes it; `separators` are the decimal and the thousands' one."""
    return f"{value:,.0f}".replace(",", separators[1])
