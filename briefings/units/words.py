"""What is said of units side by side: names in a sentence, the government's name, and why they are not ranked."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.units.asked import Asked
from briefings.units.basis import difference_words
from i18n import Text
from indicators.words import listed

_NAMED = 6


def some(names: Sequence[str], t: Text, at_most: int = _NAMED) -> str:
    """The names as a list in a sentence; of more than `at_most` the first ones and how many others there are."""
    if len(names) <= at_most + 1:
        return listed(list(names), t)
    others = len(names) - at_most
    return listed([*names[:at_most], t.n("{count} other", "{count} others", others)], t)


def government(code: str, name: str, t: Text) -> str:
    """A province's government is not the province: its kabupaten and kota have OPD of their own."""
    return name if "." in code else t("the provincial government of {province}", province=name)


def entry(code: str, name: str, t: Text) -> str:
    """The government's name as it begins a row."""
    said = government(code, name, t)
    return f"{said[:1].upper()}{said[1:]}"


def unranked(asked: Asked, t: Text) -> str | None:
    """Which OPD cannot be ranked, and why; null = all of them can."""
    reason = difference_words(asked.differ, t)
    if reason is None:
        return None
    if not asked.comparable:
        return t("{reason}; so the OPD are in order of name and are not ranked.", reason=reason)
    names = dict(asked.units["signed_rate"].select("code", "name").iter_rows())
    return t.n(
        "{reason}; so {count} OPD is not ranked and stands after the others: {names}.",
        "{reason}; so {count} OPD are not ranked and stand after the others: {names}.",
        len(asked.apart),
        reason=reason,
        names=some(sorted(names[unit] for unit in asked.apart), t),
    )
