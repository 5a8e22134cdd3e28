"""One region's figure on a map, and when the evidence behind it is weak."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from charts.map.classes import Classes
from warehouse.vocabulary import Grade, State


@dataclass(frozen=True, slots=True)
class MapRow:
    """One region's figure. Bounds are null unless `state` is `nilai`; `high` null then = no upper limit, both null =
    something was received whose size is not known.

    `text` is the figure in words, empty without a value. `grade` null = no source; `newest` is the latest day that its
    evidence can be of, null = no dated evidence. `second` is the figure of the second layer of a bivariate map, null =
    not published, and `second_text` the same in words.
    """

    code: str
    state: str
    low: float | None = None
    high: float | None = None
    text: str = ""
    sources: int = 0
    grade: str | None = None
    newest: dt.date | None = None
    second: float | None = None
    second_text: str | None = None


def is_weak(row: MapRow, classes: Classes) -> bool:
    """True where a figure rests on news alone, or on a single voice, or where its true class is not sure."""
    if row.state != State.NILAI:
        return False
    return row.grade == Grade.D or row.sources <= 1 or is_wide(row, classes)


def is_wide(row: MapRow, classes: Classes) -> bool:
    """True where the true value may be in another class than the lower bound; it has no upper bound, or one in another
    class. False where no bound is known."""
    if row.low is None:
        return False
    return row.high is None or classes.place(row.high) != classes.place(row.low)
