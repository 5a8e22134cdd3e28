"""Whether what one source says of a field can be true beside what others say. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from rapidfuzz import fuzz

from etl.reconcile.fields import SEPARATOR, Field, Kind, read_bounds, read_days
from geo.names import opd_slug

_ALIKE = 85.0
"""Least score at which two texts name one place or office, words that only one of them has left aside."""


class Standing(StrEnum):
    """What a value is beside those that stand: the first, a repetition, more or other words, or a contradiction."""

    NEW = "new"
    AGREES = "agrees"
    ADDS = "adds"
    DIFFERS = "differs"


def standing(field: Field, value: str | None, others: Sequence[str | None]) -> Standing:
    """What a value is beside the others. A null among them is a source that says that nothing is known."""
    told = [other for other in others if other is not None]
    if not others or (value is not None and not told and field.kind is not Kind.COUNT):
        return Standing.NEW
    if value is None:
        return Standing.AGREES
    if any(not compatible(field, [value, other]) for other in told):
        return Standing.DIFFERS
    return Standing.ADDS if _says_more(field, value, told) else Standing.AGREES


def compatible(field: Field, values: Sequence[str]) -> bool:
    """True where the values can all be true. Texts are how each source puts it and never contradict each other."""
    match field.kind:
        case Kind.DAYS:
            spans = [read_days(value) for value in values]
            return not spans or max(days.low for days in spans) <= min(days.high for days in spans)
        case Kind.COUNT:
            bounds = [read_bounds(value) for value in values]
            lows = [low for low, _ in bounds if low is not None]
            highs = [high for _, high in bounds if high is not None]
            return not lows or not highs or max(lows) <= min(highs)
        case Kind.WORD | Kind.CODE | Kind.NUMBER | Kind.DAY:
            return len(set(values)) <= 1
        case _:
            return True


def alike(text: str, other: str) -> bool:
    """True where two texts name the same place, office or unit, one of them perhaps with more words."""
    return fuzz.token_set_ratio(_plain(text), _plain(other)) >= _ALIKE


def _says_more(field: Field, value: str, others: Sequence[str]) -> bool:
    if field.joined and field.kind.is_list:
        known = {part for other in others for part in other.split(SEPARATOR)}
        return not known >= set(value.split(SEPARATOR))
    if field.kind in {Kind.TEXT, Kind.TEXTS, Kind.CODES}:
        return not any(alike(value, other) for other in others)
    return False


def _plain(text: str) -> str:
    return " ".join(opd_slug(text).split("-"))
