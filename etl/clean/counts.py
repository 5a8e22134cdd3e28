"""Printed counts of people → bounds, by the rules of the design's section 3. Pure; knows Indonesian print only."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from warehouse.vocabulary import Qualifier


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds of a count of people. `low` None = unknown, `high` None = no upper limit; `stated` is the print."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    stated: str


_Bounds: TypeAlias = tuple[int | None, int | None, Qualifier]

_NUMBER = (
    r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<fraction>\d+))?(?:\s*(?P<unit>ribu|juta)\b)?"
    r"(?![\d.,]*\d|\s*%)"
)
_UNITS = {"ribu": 1_000, "juta": 1_000_000}

_LEADS: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.MORE_THAN, r"lebih dari|di atas|melebihi"),
    (Qualifier.LESS_THAN, r"hampir"),
    (Qualifier.APPROX, r"kurang lebih|lebih kurang|sekitar|sekira(?:nya)?(?: sebanyak)?|kira-kira|±|\+/-|ca\."),
    (
        Qualifier.AT_LEAST,
        r"setidak(?:-tidak)?nya|sedikitnya|paling sedikit|minimal|sekurang-kurangnya|tidak kurang dari",
    ),
    (Qualifier.AT_MOST, r"maksimal|paling banyak|sebanyak-banyaknya|tidak lebih dari"),
)
"""Words that stand before a number. Where several end at the same place the longest is meant, see `_lead`."""

_WORDS: tuple[tuple[str, int, int], ...] = (
    ("puluhan ribu", 20_000, 99_999),
    ("ratusan ribu", 100_000, 999_999),
    ("belasan ribu", 11_000, 19_999),
    ("belasan", 11, 19),
    ("puluhan", 20, 99),
    ("ratusan", 100, 999),
    ("ribuan", 1_000, 9_999),
)


def read_count(text: str, target: int | None = None) -> Count | None:
    """The first count in a phrase as bounds, or None where it holds none.

    `target` is the number of people that `seluruh` means, where it is known.
    """
    phrase = " ".join(text.lower().split())
    found = _number(phrase) or _word(phrase, target)
    return found and Count(*found, stated=text)


def _number(phrase: str) -> _Bounds | None:
    """Bounds of the first number in figures: `50-an`, `kurang lebih 8.100`, `10 ribu`."""
    decade = re.search(r"(?<![\d.,])(\d*0)-an\b", phrase)
    if decade:
        first = int(decade[1])
        return first, first + _last_unit(first) - 1, Qualifier.WORD
    number = re.search(_NUMBER, phrase)
    value = _value(number) if number else None
    if number is None or value is None:
        return None
    qualifier = _lead(phrase[: number.start()])
    return *_bounds(value, qualifier), qualifier


def _word(phrase: str, target: int | None) -> _Bounds | None:
    """Bounds of a number in words: `ratusan`, `perwakilan`, `seluruh`."""
    for word, low, high in _WORDS:
        if re.search(rf"\b{word}\b", phrase):
            return low, high, Qualifier.WORD
    if re.search(r"\b(?:perwakilan|mewakili|diwakili)\b", phrase):
        return 1, None, Qualifier.REPRESENTED
    if re.search(r"\b(?:seluruh|semua|segenap)\b", phrase):
        return target, target, Qualifier.ALL
    return None


def _value(number: re.Match[str]) -> int | None:
    """The number as whole people; None where it is not whole (`1,5` without a unit)."""
    value = Decimal(number["number"].replace(".", "") + "." + (number["fraction"] or "0"))
    value *= _UNITS.get(number["unit"] or "", 1)
    return int(value) if value == int(value) else None


def _lead(before: str) -> Qualifier:
    """The qualifier whose words stand last, and longest, before the number."""
    found = [
        (match.end(), match.end() - match.start(), qualifier)
        for qualifier, words in _LEADS
        for match in re.finditer(rf"(?<!\w)(?:{words})(?=\s|$|\d)", before.rstrip() + " ")
    ]
    return max(found, key=lambda hit: hit[:2])[2] if found else Qualifier.EXACT


def _last_unit(value: int) -> int:
    """The unit of the last non-zero digit: 100 for 8.100, 10 for 50, 1 for 252 and for 0."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def _bounds(value: int, qualifier: Qualifier) -> tuple[int | None, int | None]:
    """Bounds of a number under its qualifier, in whole people."""
    five_percent = Decimal(value) * Decimal("0.05")
    if qualifier is Qualifier.APPROX:
        spread = min(Decimal(_last_unit(value)) / 2, five_percent)
        return math.floor(value - spread), math.ceil(value + spread)
    if qualifier is Qualifier.AT_LEAST:
        return value, None
    if qualifier is Qualifier.AT_MOST:
        return 0, value
    if qualifier is Qualifier.MORE_THAN:
        return value + 1, None
    if qualifier is Qualifier.LESS_THAN:
        return math.ceil(value - five_percent), max(value - 1, 0)
    return value, value
