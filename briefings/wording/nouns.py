"""What is counted, with its number: `252 orang`, `between 1 and 2 people`."""

from __future__ import annotations

from briefings.wording.bounds import count
from i18n import Text


def people(low: float | None, high: float | None, t: Text) -> str:
    """Bounds of a number of people."""
    return t.n("{figure} person", "{figure} people", _most(low, high), figure=count(low, high, t))


def days(low: float | None, high: float | None, t: Text) -> str:
    """Bounds of a number of days."""
    return t.n("{figure} day", "{figure} days", _most(low, high), figure=count(low, high, t))


def voices(low: float | None, high: float | None, t: Text) -> str:
    """Bounds of a number of independent voices."""
    many = _most(low, high)
    return t.n("{figure} independent voice", "{figure} independent voices", many, figure=count(low, high, t))


def _most(low: float | None, high: float | None) -> int:
    """The number that decides between one and many."""
    return round(high if high is not None else low or 0)
