"""The fields of an event that a source can speak of, and how each one's value is written.

A claim's `value` is canonical text. This is the one place that knows how each field's text is read and written.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum

from warehouse.vocabulary import Activity, DatePrecision, EventLevel, Mode, OrganiserKind

SEPARATOR = "; "
RANGE = ".."


class Kind(Enum):
    """How a field's value is written, by example. Texts of a list are joined by `; `."""

    TEXT = "Sekda"
    WORD = "luring"
    CODE = "33.03"
    NUMBER = "4"
    DAYS = "2023-11-24 | 2023-11 | 2023 | 2023-10-01..2023-10-10"
    DAY = "2023-08-02"
    COUNT = "59 | 8050..8150 | 252.."
    TEXTS = "KPU; Bawaslu"
    WORDS = "ikrar; pakta"
    CODES = "16.01; 16.02"
    NUMBERS = "1; 2; 3; 4"

    @property
    def is_list(self) -> bool:
        """True where the value holds several."""
        return self in {Kind.TEXTS, Kind.WORDS, Kind.CODES, Kind.NUMBERS}


@dataclass(frozen=True, slots=True)
class Field:
    """A field: how it is written, its words if closed, and whether sources add up (`joined`) or the first counts."""

    kind: Kind
    vocabulary: type[StrEnum] | None = None
    joined: bool = False

    @property
    def example(self) -> str:
        """What a value looks like; the words themselves where the field has a vocabulary."""
        return ", ".join(self.vocabulary) if self.vocabulary else self.kind.value


FIELDS: dict[str, Field] = {
    "campaign_id": Field(Kind.CODE),
    "activity": Field(Kind.WORDS, Activity, joined=True),
    "level": Field(Kind.WORD, EventLevel),
    "organiser_kind": Field(Kind.WORD, OrganiserKind),
    "organiser_region_code": Field(Kind.CODE),
    "place_region_code": Field(Kind.CODE),
    "participant_regions": Field(Kind.CODES, joined=True),
    "opd": Field(Kind.TEXT),
    "opd_id": Field(Kind.CODE),
    "date": Field(Kind.DAYS),
    "mode": Field(Kind.WORD, Mode),
    "venue": Field(Kind.TEXT),
    "occasion": Field(Kind.TEXT),
    "led_by": Field(Kind.TEXT),
    "read_by": Field(Kind.TEXT),
    "witnesses": Field(Kind.TEXTS, joined=True),
    "participants": Field(Kind.COUNT),
    "signers": Field(Kind.COUNT),
    "points": Field(Kind.NUMBERS, joined=True),
    "points_stated": Field(Kind.NUMBER),
    "tiers": Field(Kind.TEXTS),
    "instruction_number": Field(Kind.TEXT),
    "instruction_date": Field(Kind.DAY),
    "legal_basis": Field(Kind.TEXTS, joined=True),
    "simultaneous_with": Field(Kind.CODE),
}
"""Every field a claim about an event may name: columns of `event` but for date, counts and participants."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days on which something can have been, both ends included."""

    low: dt.date
    high: dt.date
    precision: DatePrecision


def read_days(text: str) -> Days:
    """`2023-11-24`, `2023-11`, `2023` or `2023-10-01..2023-10-10` as days. Raises ValueError for anything else."""
    if RANGE in text:
        low, high = (dt.date.fromisoformat(end) for end in text.split(RANGE, 1))
        if low >= high:
            raise ValueError(text)
        return Days(low, high, DatePrecision.RANGE)
    if re.fullmatch(r"\d{4}", text):
        return Days(dt.date(int(text), 1, 1), dt.date(int(text), 12, 31), DatePrecision.YEAR)
    if re.fullmatch(r"\d{4}-\d{2}", text):
        year, month = int(text[:4]), int(text[5:])
        return Days(
            dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), DatePrecision.MONTH
        )
    day = dt.date.fromisoformat(text)
    return Days(day, day, DatePrecision.DAY)


def write_days(days: Days) -> str:
    """Days as canonical text. A part of a month is written as the days it is."""
    if days.precision is DatePrecision.YEAR:
        return f"{days.low:%Y}"
    if days.precision is DatePrecision.MONTH:
        return f"{days.low:%Y-%m}"
    return days.low.isoformat() if days.low == days.high else f"{days.low.isoformat()}{RANGE}{days.high.isoformat()}"


def read_bounds(text: str | None) -> tuple[int | None, int | None]:
    """`8050..8150`, `252..` (no upper limit), `59` or null (unknown) as bounds. Raises ValueError for anything else."""
    if text is None:
        return None, None
    low, dots, high = text.partition(RANGE)
    bounds = int(low), (int(high) if high else None) if dots else int(low)
    if bounds[0] < 0 or (bounds[1] is not None and bounds[1] < bounds[0]):
        raise ValueError(text)
    return bounds


def write_bounds(low: int | None, high: int | None) -> str | None:
    """Bounds as canonical text; null where nothing is known."""
    if low is None:
        return None if high is None else f"0{RANGE}{high}"
    return str(low) if low == high else f"{low}{RANGE}{'' if high is None else high}"


def is_value(field: Field, value: str) -> bool:
    """True where canonical text is a value that the field can hold."""
    parts = value.split(SEPARATOR) if field.kind.is_list else [value]
    if any(not part or part != part.strip() for part in parts) or len(set(parts)) != len(parts):
        return False
    if field.vocabulary:
        return set(parts) <= set(field.vocabulary)
    try:
        for part in parts:
            _READERS.get(field.kind, str)(part)
    except ValueError:
        return False
    return True


_READERS: dict[Kind, Callable[[str], object]] = {
    Kind.DAYS: read_days,
    Kind.DAY: dt.date.fromisoformat,
    Kind.COUNT: read_bounds,
    Kind.NUMBER: int,
    Kind.NUMBERS: int,
}
"""What reads a kind's text; kinds that are not here are text."""
