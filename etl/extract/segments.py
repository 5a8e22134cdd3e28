"""Which sentences tell of which ceremony. Pure.

A ceremony begins with a day of its own beside an activity; until the next one, what is said belongs to it. A paragraph
that opens with another day and knows of no pledge (a bulletin's next item) belongs to none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.extract.activity import Act
from etl.extract.dates import DateRole, Day
from etl.extract.reading import Reading

_REACH = 4
"""Sentences before an activity in which its day may stand."""

_MOST = 60
"""Ceremonies that one document can tell of; a longer list is a register and no article."""

_CEREMONY = re.compile(
    r"\b(?:apel|kegiatan|acara|upacara|pembacaan|penandatanganan|rangkaian|giliran|menyusul|berlangsung|digelar"
    r"|dilaksanakan|ikrar"
    r"|pakta|deklarasi)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:menyebut\w*|tertulis|keterangan foto|caption|media lain|menulis|mencatat|mengingatkan|sebelumnya"
    r"|semula)\b[^.;]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """The sentences of one ceremony by number, and the day that opens it; None = no day of its own."""

    sentences: tuple[int, ...]
    day: Day | None
    is_first: bool


def segments_of(reading: Reading, acts: Sequence[Act], days: Sequence[Day], homes: Mapping[int, str]) -> list[Segment]:
    """The ceremonies in the order of the text; none where nothing was done.

    `homes`: by sentence the region whose government or head it names. Two regions on one day hold two ceremonies.
    """
    if not acts:
        return []
    acting = {act.sentence for act in acts}
    parts_acting = {reading.sentences[number].part for number in acting}
    outside = _outside(reading, days, parts_acting)
    opening = _openings(reading, days, acting, outside, homes)
    starts = [0, *(_start(reading, day, opening[index].sentence) for index, day in enumerate(opening[1:]))]
    found: list[Segment] = []
    for index, start in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(reading.sentences)
        numbers = tuple(number for number in range(start, stop) if number not in outside)
        if acting & set(numbers) or (opening and index < len(opening)):
            found.append(Segment(numbers, opening[index] if opening else None, is_first=not found))
    return found


def _outside(reading: Reading, days: Sequence[Day], parts_acting: set[int]) -> set[int]:
    """Sentences of items that open with a day of their own and tell of no activity, to the next heading or such day."""
    openers = {
        day.sentence: reading.sentences[day.sentence].part
        for day in days
        if day.role is DateRole.EVENT
        and day.has_weekday
        and day.is_fine
        and not reading.is_spoken(day.span[0])
        and day.span[0] - reading.sentences[day.sentence].start < 5
    }
    found: set[int] = set()
    is_out = False
    last_part = -1
    for number, sentence in enumerate(reading.sentences):
        if sentence.part != last_part:
            last_part = sentence.part
            if sentence.part in parts_acting or sentence.kind != "paragraph":
                is_out = False
            elif number in openers:
                is_out = True
            elif sentence.is_heading:
                is_out = is_out or any(openers.get(later) is not None for later in range(number, number + 2))
        if is_out:
            found.add(number)
    return found


def _openings(
    reading: Reading, days: Sequence[Day], acting: set[int], outside: set[int], homes: Mapping[int, str]
) -> list[Day]:
    """The first mention of each day on which something was done."""
    found: list[Day] = []
    acting_parts: dict[int, set[int]] = defaultdict(set)
    for number in acting:
        acting_parts[reading.sentences[number].part].add(number)
    for day in days:
        if len(found) == _MOST:
            break
        sentence = reading.sentences[day.sentence]
        if day.role is not DateRole.EVENT or not day.is_fine or sentence.kind != "paragraph" or day.sentence in outside:
            continue
        near = acting_parts.get(sentence.part, set())
        is_ceremony = (
            day.sentence in acting
            or (_CEREMONY.search(reading.words(sentence)) is not None and (near or not found))
            or (not found and bool(near))
            or {day.sentence + 1, day.sentence - 1} & near
        )
        before = reading.fold[sentence.start : day.span[0]]
        if found and (not is_ceremony or _ELSEWHERE.search(before) or not (day.has_weekday or day.sentence in acting)):
            continue
        if is_ceremony and not any(_same(day, other) and not _elsewhere(day, other, acting, homes) for other in found):
            found.append(day)
    return found or _before(reading, days, acting, outside)


def _before(reading: Reading, days: Sequence[Day], acting: set[int], outside: set[int]) -> list[Day]:
    """The last full day shortly before the first activity, where none stands beside one: `Di akhir acara, …`."""
    first = min((number for number in acting if reading.sentences[number].kind == "paragraph"), default=0)
    near = [
        day
        for day in days
        if day.role is DateRole.EVENT
        and day.is_fine
        and day.has_weekday
        and first - _REACH <= day.sentence < first
        and reading.sentences[day.sentence].kind == "paragraph"
        and day.sentence not in outside
    ]
    return near[-1:]


def _elsewhere(day: Day, other: Day, acting: set[int], homes: Mapping[int, str]) -> bool:
    """True where two activities of one day have two regions."""
    one, two = homes.get(day.sentence), homes.get(other.sentence)
    return day.sentence in acting and other.sentence in acting and None not in {one, two} and one != two


def _same(day: Day, other: Day) -> bool:
    """True where two prints may mean one day: one may leave out the year, or be a day of the other's range."""
    one, two = day.mention, other.mention
    if one is None or two is None:
        return False
    years = {one.year, two.year} - {None}
    if one.months != two.months or len(years) > 1:
        return False
    if one.days is None or two.days is None:
        return True
    return max(one.days[0], two.days[0]) <= min(one.days[1], two.days[1])


def _start(reading: Reading, day: Day, previous: int) -> int:
    """The sentence at which a later ceremony begins: its paragraph's first, headings above it included."""
    number = day.sentence
    part = reading.sentences[number].part
    while number - 1 > previous and reading.sentences[number - 1].part == part:
        number -= 1
    while number - 1 > previous and reading.sentences[number - 1].is_heading:
        number -= 1
    return number
