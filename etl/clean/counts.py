"""Printed counts of people → bounds, by the rules of the design's section 3. Pure; knows Indonesian print only.

A phrase may hold several numbers; the first that counts people is meant. A range of numbers (`40–50 orang`) has the
qualifier `approx`: the true count lies somewhere between.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from etl.clean.figures import Figure, Role, figures_in, last_unit
from etl.clean.numerals import words_to_figures
from etl.clean.spelling import clean_text
from warehouse.vocabulary import Qualifier

LARGEST = 999_999_999
"""No count of people is larger here; a longer row of digits is a NIP, a telephone number or a slip."""


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds of a count of people. `low` None = unknown, `high` None = no upper limit; `stated` is the print."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    stated: str


class CountFault(StrEnum):
    """Why a print is no count of people."""

    NO_NUMBER = "no_number"
    NEGATIVE = "negative_count"
    NOT_WHOLE = "not_whole"
    NOT_PEOPLE = "not_people"
    MALFORMED = "malformed_number"
    REVERSED = "reversed_range"
    TOO_LARGE = "too_large"


_Bounds: TypeAlias = tuple[int | None, int | None, Qualifier]

_LEADS: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.MORE_THAN, r"lebih(?: besar| banyak)?(?: dari(?:pada)?)?|di ?atas|melebihi|melampaui|>"),
    (Qualifier.LESS_THAN, r"hampir|nyaris|mendekati"),
    (
        Qualifier.APPROX,
        r"kurang lebih|lebih kurang|sekitar|sekira(?:nya)?|kira-kira|kisaran|(?:di)?perkira\w*|estimasi|[±~≈]|ca\.?",
    ),
    (
        Qualifier.AT_LEAST,
        r"se(?:tidak|dikit|kurang)(?:-\w+)?nya|paling (?:sedikit|kurang)|min(?:im\w+|\.)|t(?:id)?ak kurang dari|≥|>=",
    ),
    (Qualifier.AT_MOST, r"maks(?:imal|imum|\.)|paling banyak|sebanyak-banyaknya|(?:tidak|tak) lebih dari|≤|<="),
    (Qualifier.WORD, r"kurang dari|di ?bawah|(?:tidak|belum|tak) sampai|<"),
)
"""Words that stand right before a number. Where several end at the same place the longest is meant, see `_lead`.

`WORD` stands for "less than" without the closeness of `hampir`: 0 to one below the number, qualifier `at_most`.
"""

_FILLER = r"(?:\s*(?:sebanyak|sejumlah|berjumlah|mencapai|jumlah|total|ada|dihadiri|diikuti|oleh|antara|:|=))*\s*$"
_LEAD = [(qualifier, re.compile(rf"(?<!\w)(?:{words}){_FILLER}")) for qualifier, words in _LEADS]
_MORE_BEHIND = re.compile(r"\s*(?:(?:orang|asn|pns|pppk|pegawai|peserta)\s+)?lebih\b(?!\s+kurang)")
_TO = re.compile(r"\s*(?:-|hingga|sampai(?: dengan)?|s\.?d\.?|s/d)\s*")
_FOR_OTHERS = re.compile(r"\b(?:mewakili|perwakilan dari)\b\D{0,25}$")
_PERCENT = re.compile(r"\D*\d[\d.,]*\s?%\D*")
_NEAR = 120
"""Characters before a number that may qualify it."""

_NEGATIVE = re.compile(r"(?:^-\s?|.*\s-|(?:^|.*\s)minus )$")


def read_count(text: str, target: int | None = None) -> Count | None:
    """The first count of people in a phrase as bounds, or None where it holds none; `explain_count` says why.

    `target` is the number of people that `seluruh` means, where it is known.
    """
    found = explain_count(text, target)
    return found if isinstance(found, Count) else None


def explain_count(text: str, target: int | None = None) -> Count | CountFault:
    """Like `read_count`, with the reason where there is no count."""
    phrase = words_to_figures(clean_text(text).lower()).replace("+/-", "±").replace("+-", "±")
    found = _bounds_in(phrase, target)
    return found if isinstance(found, CountFault) else Count(*found, stated=text)


def _bounds_in(phrase: str, target: int | None) -> _Bounds | CountFault:
    """Bounds of the first number of people, else of a word for people without number, else of the first number."""
    figures = figures_in(phrase)
    for role in (Role.PEOPLE, Role.UNITS):
        for index, figure in enumerate(figures):
            to_other = _spans(phrase, figures, index) and figures[index + 1].role is Role.OTHER
            if figure.role is role and not to_other:
                return _of_figures(phrase, figures, index)
        found = _of_words(phrase, target)
        if found:
            return found
    if figures or _PERCENT.fullmatch(phrase):
        return CountFault.NOT_PEOPLE
    return CountFault.MALFORMED if re.search(r"\d", phrase) else CountFault.NO_NUMBER


def _of_words(phrase: str, target: int | None) -> _Bounds | None:
    """Bounds of `perwakilan`, `seluruh`, `nihil`; None where the phrase has none of them."""
    if re.search(r"\b(?:perwakilan|mewakili|diwakili)\b", phrase):
        return 1, None, Qualifier.REPRESENTED
    if re.search(r"\b(?:seluruh|semua)(?:nya)?\b|\bsegenap\b", phrase):
        return target, target, Qualifier.ALL
    return (0, 0, Qualifier.EXACT) if phrase == "nihil" else None


def _of_figures(phrase: str, figures: list[Figure], index: int) -> _Bounds | CountFault:
    """Bounds of the number at `index`, of the range that it opens with the next, under the words around it."""
    figure = figures[index]
    before = phrase[max(figure.start - _NEAR, 0) : figure.start]
    low, high, end = figure.low, figure.high, figure.end
    spans = _spans(phrase, figures, index)
    if spans:
        other = figures[index + 1]
        shared = other.unit if figure.unit == 1 and low * other.unit < other.low else 1  # `10–12 ribu`
        low, high, end = low * shared, other.high, other.end
    if _NEGATIVE.match(before):
        return CountFault.NEGATIVE
    if low != int(low) or high != int(high):
        return CountFault.NOT_WHOLE
    if high < low:
        return CountFault.REVERSED
    if high > LARGEST:
        return CountFault.TOO_LARGE
    if _FOR_OTHERS.search(before):
        return 1, None, Qualifier.REPRESENTED
    usual = Qualifier.WORD if figure.vague else Qualifier.APPROX if spans else Qualifier.EXACT
    lead = Qualifier.MORE_THAN if _MORE_BEHIND.match(phrase, end) else _lead(before)
    return _bounds(int(low), int(high), lead, usual)


def _spans(phrase: str, figures: list[Figure], index: int) -> bool:
    """True where a number and the next are the ends of one range: `40–50`, `40 s.d. 50`, `antara 40 dan 50`."""
    if index + 1 == len(figures):
        return False
    first, second = figures[index : index + 2]
    between = phrase[first.end : second.start]
    if _TO.fullmatch(between):
        return True
    return between == " dan " and phrase.endswith("antara ", 0, first.start)


def _lead(before: str) -> Qualifier | None:
    """The qualifier whose words stand right before the number; the longest of several."""
    found = [(match.end() - match.start(), qualifier) for qualifier, words in _LEAD if (match := words.search(before))]
    return max(found, key=lambda hit: hit[0])[1] if found else None


def _bounds(low: int, high: int, lead: Qualifier | None, usual: Qualifier) -> _Bounds:
    """Bounds of a number or range in whole people under its qualifier, rounded outward."""
    if lead is None:
        return low, high, usual
    five_percent = Decimal(low) * Decimal("0.05")
    spread = min(Decimal(last_unit(low)) / 2, five_percent) if low == high else 0
    bounds: dict[Qualifier, tuple[int, int | None]] = {
        Qualifier.APPROX: (math.floor(low - spread), math.ceil(high + spread)),
        Qualifier.AT_LEAST: (low, None),
        Qualifier.AT_MOST: (0, high),
        Qualifier.MORE_THAN: (low + 1, None),
        Qualifier.LESS_THAN: (math.ceil(low - five_percent), max(high - 1, 0)),
        Qualifier.WORD: (0, max(low - 1, 0)),
    }
    return *bounds[lead], Qualifier.AT_MOST if lead is Qualifier.WORD else lead
