"""The day of a ceremony: as printed, completed from what surrounds it, disputed by what contradicts it. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.anchors import Campaign
from etl.clean.date_reading import DateConflict, DateReading
from etl.clean.dates import read_date
from etl.extract.anchors import Anchor
from etl.extract.dates import DateRole, Day
from etl.extract.reading import Reading
from etl.extract.segments import Segment
from etl.extract.values import Alternative, EventDate, Span
from i18n import N_
from warehouse.vocabulary import DatePrecision, DateStatus

COUNTED = N_("counted from “{words}”")
YESTERDAY = N_("the day before publication, as “{words}” says")
PRINTED_TOO = N_("also printed: “{words}”")

_ANNIVERSARY = re.compile(
    r"\b(?:hut|hari ulang tahun|hari|dirgahayu)? ?(?:ke-?\s?\d{2,3} (?:korpri|republik|ri\b)|korpri ke-?\s?\d{2,3})"
)
_CEREMONY_NEAR = re.compile(
    r"\b(?:apel|ikrar|kegiatan|acara|upacara|pakta|deklarasi|digelar|berlangsung|dilaksanakan|penandatanganan"
    r"|pembacaan)\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A ceremony's day with its evidence, and how it was read where it is printed."""

    date: EventDate
    spans: tuple[Span, ...]
    day: Day | None
    reading: DateReading | None
    anchors: tuple[Anchor, ...] = ()
    """Countdowns that give another day."""


def date_of(
    reading: Reading,
    segment: Segment,
    days: Sequence[Day],
    anchors: Sequence[Anchor],
    *,
    campaign: Campaign | None,
    acting: set[int],
) -> Dated | None:
    """The ceremony's day, or None where the text gives none."""
    published = reading.document.published_on
    own = [day for day in days if day.sentence in segment.sentences and day.role is DateRole.EVENT]
    day = segment.day or next((each for each in own if _is_coarse(reading, each, acting)), None)
    if day is not None and day.mention is not None:
        return _printed(reading, day, segment, anchors, campaign)
    if segment.is_first:
        counted = next((each for each in anchors if not each.is_spoken), None)
        if counted is not None:
            return _counted(reading, counted)
    jubilee = _jubilee(reading, segment, acting)
    if jubilee is not None:
        return jubilee
    spoken = next((each for each in own if each.mention is None and _is_near(reading, each, acting)), None)
    if spoken is None or published is None:
        return None
    found = read_date(reading.fold[slice(*spoken.span)], published=published)
    if found.low is None or found.high is None or found.precision is None:
        return None
    date = EventDate(found.low, found.high, found.precision, reading.quote(spoken.span), found.status)
    return Dated(date, (spoken.span, *_lines(reading)), spoken, found)


def _lines(reading: Reading) -> tuple[Span, ...]:
    """Where the day of publication stands in the text."""
    return tuple(part.span for part in reading.document.parts if part.kind == "published")


def _is_coarse(reading: Reading, day: Day, acting: set[int]) -> bool:
    """A month, or a day whose number is missing, beside the activity."""
    return day.mention is not None and day.sentence in acting and reading.sentences[day.sentence].kind == "paragraph"


def _is_near(reading: Reading, day: Day, acting: set[int]) -> bool:
    sentence = reading.sentences[day.sentence]
    if sentence.kind != "paragraph":
        return False
    near = day.sentence in acting or any(
        number in acting and reading.sentences[number].part == sentence.part
        for number in (day.sentence - 1, day.sentence + 1)
    )
    return near and (day.sentence in acting or _CEREMONY_NEAR.search(reading.words(sentence)) is not None)


def _printed(
    reading: Reading,
    day: Day,
    segment: Segment,
    anchors: Sequence[Anchor],
    campaign: Campaign | None,
) -> Dated | None:
    phrase, published = reading.fold[slice(*day.span)], reading.document.published_on
    anniversary = _anniversary(reading, segment)
    hint = f"{phrase} {anniversary[0]}" if anniversary and day.mention and day.mention.year is None else phrase
    found = read_date(hint, published=published, campaign=campaign)
    if hint != phrase and found.conflict is DateConflict.WEEKDAY:  # the anniversary's number is the wrong one
        hint, found = phrase, read_date(phrase, published=published, campaign=campaign)
    if found.low is None or found.high is None or found.precision is None:
        return None
    spans = [day.span]
    if anniversary and hint != phrase and found.status is DateStatus.INFERRED and published is None:
        spans.append(anniversary.span())
    if found.status is DateStatus.INFERRED and published is not None:
        spans += _lines(reading)
    others = _settling(reading, found, day)
    against: tuple[Anchor, ...] = ()
    status = found.status
    if segment.is_first and found.precision in {DatePrecision.DAY, DatePrecision.RANGE}:
        against = tuple(
            each
            for each in anchors
            if not found.low <= each.day <= found.high and abs((each.day - found.low).days) < 400
        )
        agreeing = any(found.low <= each.day <= found.high for each in anchors)
        if against and not agreeing:
            status = DateStatus.DISPUTED
            settled = Alternative(against[0].day, COUNTED, {"words": reading.quote(against[0].span)})
            others = (settled, *(each for each in others if each.date != settled.date))
        elif agreeing:
            against = ()
    date = EventDate(found.low, found.high, found.precision, reading.quote(day.span), status, others)
    return Dated(date, tuple(spans), day, found, against)


def _anniversary(reading: Reading, segment: Segment) -> re.Match[str] | None:
    for number in segment.sentences:
        sentence = reading.sentences[number]
        found = _ANNIVERSARY.search(reading.fold, sentence.start, sentence.end)
        if found:
            return found
    return None


_JUBILEE = re.compile(
    r"\b(?:usai|seusai|setelah|saat|pada|dirangkai(?:kan)?(?: dengan)?|bertepatan(?: dengan)?"
    r"|dalam)? ?(?:upacara |peringatan )*hut "
    r"(?:ke-?\s?(?P<before>\d{2,3}) korpri|korpri ke-?\s?(?P<after>\d{2,3}))\b"
)
_KORPRI = dt.date(1971, 11, 29)


def _jubilee(reading: Reading, segment: Segment, acting: set[int]) -> Dated | None:
    """The day of Korpri's anniversary, where the ceremony was part of it and has no other day."""
    for number in sorted(acting & set(segment.sentences)):
        sentence = reading.sentences[number]
        found = _JUBILEE.search(reading.fold, sentence.start, sentence.end)
        if found and "peringatan hut" not in found[0]:
            day = _KORPRI.replace(year=_KORPRI.year + int(found["before"] or found["after"]))
            date = EventDate(day, day, DatePrecision.DAY, reading.quote(found.span()), DateStatus.INFERRED)
            return Dated(date, (found.span(),), None, None)
    return None


def _settling(reading: Reading, found: DateReading, day: Day) -> tuple[Alternative, ...]:
    """What the text itself settles of a weekday that does not fit: `kemarin` with the day of publication."""
    if found.conflict is not DateConflict.WEEKDAY or len(found.alternatives) != 1:
        return ()
    because = found.alternatives[0].because
    if because.value != "yesterday_of_publication":
        return ()
    return (Alternative(found.alternatives[0].date, YESTERDAY, {"words": reading.quote(day.span)}),)


def _counted(reading: Reading, anchor: Anchor) -> Dated:
    date = EventDate(anchor.day, anchor.day, DatePrecision.DAY, reading.quote(anchor.span), DateStatus.INFERRED)
    return Dated(date, (anchor.span,), None, None)
