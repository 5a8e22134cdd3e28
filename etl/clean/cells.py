"""What one cell of a number column says, once the column's way of writing numbers is known. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from etl.clean.counts import LARGEST, CountFault, explain_count
from etl.clean.numerals import words_to_figures
from etl.clean.separators import ANSWERS, Separators, decide
from warehouse.vocabulary import Qualifier

SCALES = ("fraction", "points")
"""What a share without a percent sign may be: a fraction of one, or percent points."""

_MOST = Decimal("1.5")
"""A share above one and a half is written in points; below, a rate over 100 % may be meant."""


class CellKind(StrEnum):
    """What a cell says. `DASH` stands for every print of "no figure": -, –, n/a, ■, belum lapor."""

    VALUE = "value"
    DASH = "dash"
    BLANK = "blank"
    TEXT = "text"


class Flag(StrEnum):
    """What a person may want to know of a number that was read."""

    MIXED_SEPARATORS = "mixed_separators"
    HIDDEN_CHARACTERS = "hidden_characters"
    FOOTNOTE_MARK = "footnote_mark"
    LOST_ZEROS = "lost_zeros"


class Reading(NamedTuple):
    """Kind, bounds, qualifier, reason why a text is no number (CountFault), flags."""

    kind: CellKind
    low: int | float | None = None
    high: int | float | None = None
    qualifier: str | None = None
    reason: str | None = None
    flags: Sequence[Flag] = ()


_ABSENT = re.compile(
    r"n/?a|n\.a\.?|#n/a|nan|null|none|[■□▪]|\.{1,3}|t\.?a\.?d\.?|(?:tidak|belum) ada data|belum ada"
    r"|(?:belum|tidak) (?:me)?lapor|[-_]+"
)
_FOOTNOTE = re.compile(r"(?<=\d)(?:\s?\*+\)?|\s\d\)|\s?[¹²³⁰⁴-⁹]+\)?|\s?[†‡])$")
_MACHINE = re.compile(r"(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?")
_NUMBER = re.compile(
    r"(?<![\w.,/])\d(?:[\d.,]*\d)?(?![.,]?[\d/]|\s?%)(?:(?=orang|asn|pns|pppk|pegawai)|(?!\w))", re.IGNORECASE
)
_RANGE = re.compile(
    r"(?:\D*\bantara \d[\d.,]* dan|\D*\d[\d.,]*\s?(?:-|hingga|sampai(?: dengan)?|s\.?d\.?|s/d))\s?\d[\d.,]*\D*"
)
_BRACKETED = re.compile(r"\(.*\)")
_SHARE = re.compile(r"(-?)\s?(\d+(?:[.,]\d+)?)\s?(%|persen)?", re.IGNORECASE)


class Print(NamedTuple):
    """A cell's text without its footnote mark; the numbers in it; `numeric`: the cell held a number and not a text."""

    text: str
    numeric: bool
    numbers: tuple[str, ...]
    footnote: bool

    @classmethod
    def of(cls, text: str, numeric: bool) -> Print:  # noqa: FBT001  # rows of a frame come by position
        """The print of a cleaned text."""
        plain = _FOOTNOTE.sub("", text.removeprefix("'"))
        machine = _MACHINE.fullmatch(plain) if numeric else None
        if machine:
            sign, digits, part, exponent = machine.groups()
            value = Decimal(f"{digits}.{part or 0}").scaleb(int(exponent or 0))
            plain = f"{sign}{value.normalize():f}"
        return cls(plain, machine is not None, tuple(_NUMBER.findall(plain)), plain != text and not machine)

    def absent(self) -> Reading | None:
        """The reading of a cell without a figure, or None where there is something to read."""
        kind = absence(self.text)
        return None if kind is None else Reading(kind)


def absence(text: str) -> CellKind | None:
    """Whether a cleaned text says that nothing is given: a blank or a dash; None where there is something to read."""
    if not text:
        return CellKind.BLANK
    return CellKind.DASH if _ABSENT.fullmatch(text.lower()) else None


def read_counts(prints: Sequence[Print], answer: str | None) -> tuple[list[Reading], tuple[str, ...]]:
    """Readings of a column of people, and the choices of the question that it leaves open."""
    marks = decide(_numbers(prints), whole=True, answer=answer)
    return [each.absent() or _count(each, marks) for each in prints], ANSWERS if marks.asks else ()


def read_decimals(prints: Sequence[Print], answer: str | None) -> tuple[list[Reading], tuple[str, ...]]:
    """Readings of a column of any numbers, and the choices of the question that it leaves open."""
    marks = decide(_numbers(prints), whole=False, answer=answer)
    return [each.absent() or _decimal(each, marks) for each in prints], ANSWERS if marks.asks else ()


def _numbers(prints: Iterable[Print]) -> list[str]:
    return [number for each in prints if each.absent() is None for number in each.numbers]


def _count(cell: Print, marks: Separators) -> Reading:
    """A count; a cell with two numbers that are no range (`59 dari 80`) leaves open which one is meant."""
    flags = _flags(cell, marks)
    if cell.numbers == (cell.text,):  # nothing but a number: no words to weigh
        value = marks.value(cell.text)
        if value is not None and value == int(value) <= LARGEST:
            return Reading(CellKind.VALUE, int(value), int(value), Qualifier.EXACT, flags=flags)
    phrase = words_to_figures(cell.text.lower())
    values = [marks.value(number) for number in _NUMBER.findall(phrase)]
    told_once = len(set(values)) <= 1 or _RANGE.fullmatch(phrase)
    if None in values or not told_once or _BRACKETED.fullmatch(phrase):
        return Reading(CellKind.TEXT, reason=CountFault.MALFORMED, flags=flags)
    plain = iter(f"{value:f}".replace(".", ",") for value in values)
    count = explain_count(_NUMBER.sub(lambda _: next(plain), phrase))
    if isinstance(count, CountFault):
        return Reading(CellKind.TEXT, reason=count, flags=flags)
    return Reading(CellKind.VALUE, count.low, count.high, count.qualifier, flags=flags)


def _decimal(cell: Print, marks: Separators) -> Reading:
    value = marks.value(cell.numbers[0]) if len(cell.numbers) == 1 else None
    rest = _NUMBER.sub("#", cell.text)
    if value is None or not re.fullmatch(r"-?\s?#\D*", rest):
        return Reading(CellKind.TEXT, reason=CountFault.MALFORMED if cell.numbers else CountFault.NO_NUMBER)
    number = float(-value if rest.startswith("-") else value)
    return Reading(CellKind.VALUE, number, number, Qualifier.EXACT, flags=_flags(cell, marks))


def _flags(cell: Print, marks: Separators) -> list[Flag]:
    """MIXED_SEPARATORS marks the number that groups by commas among those that group by points."""
    mixed = marks.mixed and not cell.numeric and any("," in number for number in cell.numbers)
    return [name for name, holds in ((Flag.MIXED_SEPARATORS, mixed), (Flag.FOOTNOTE_MARK, cell.footnote)) if holds]


def read_shares(prints: Sequence[Print], answer: str | None) -> tuple[list[Reading], tuple[str, ...]]:
    """Readings of a column of shares as fractions, and the choices of the question that it leaves open.

    `66,5%` is 0.665 by itself. What stands without a sign is a fraction or percent points for the whole column; where
    the column holds nothing above 1 but zeros and ones, or both kinds, a person has to say.
    """
    shares = [None if each.absent() else _SHARE.fullmatch(each.text) for each in prints]
    bare = [_point(found[2]) for found in shares if found and not found[3]]
    points, fractions = any(value > _MOST for value in bare), any(0 < value < 1 for value in bare)
    asks = points == fractions and any(bare)
    scale = answer if asks and answer in SCALES else SCALES[0] if fractions or not points else SCALES[1]
    readings = [each.absent() or _share(each, found, scale) for each, found in zip(prints, shares, strict=True)]
    return readings, SCALES if asks and answer not in SCALES else ()


def _share(cell: Print, found: re.Match[str] | None, scale: str) -> Reading:
    if not found:
        return Reading(CellKind.TEXT, reason=CountFault.MALFORMED)
    if found[1]:
        return Reading(CellKind.TEXT, reason=CountFault.NEGATIVE)
    share = float(_point(found[2]) / (1 if scale == SCALES[0] and not found[3] else 100))
    return Reading(CellKind.VALUE, share, share, Qualifier.EXACT, flags=[Flag.FOOTNOTE_MARK] if cell.footnote else [])


def _point(number: str) -> Decimal:
    return Decimal(number.replace(",", "."))
