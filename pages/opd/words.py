"""Small words that several sections of the page share."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Text
from indicators.words import listed

_NAMED = 6


def whole(value: float | None) -> int | None:
    """A figure's bound as a whole number; null stays null."""
    return None if value is None else round(value)


def some(names: Sequence[str], t: Text, at_most: int = _NAMED) -> str:
    """The names as a list in a sentence; of more than `at_most` the first ones and how many others there are."""
    if len(names) <= at_most + 1:
        return listed(list(names), t)
    others = len(names) - at_most
    return listed([*names[:at_most], t.n("{count} other", "{count} others", others)], t)
