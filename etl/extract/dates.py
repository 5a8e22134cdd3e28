"""Printed days in the text, each with the part that it plays: of the event, a letter, an election, a deadline. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from etl.clean.anchors import Campaign, without_elections
from etl.clean.calendar import WEEKDAY
from etl.clean.mentions import Mention, mentions_in
from etl.extract.reading import Reading, Sentence
from etl.extract.values import Span
from warehouse.vocabulary import DatePrecision


class DateRole(StrEnum):
    """What a printed day is the day of."""

    EVENT = "event"
    LETTER = "letter"
    ELECTION = "election"
    OTHER = "other"
    """A deadline, a plan, a law's year, another document."""


@dataclass(frozen=True, slots=True)
class Day:
    """A printed day, or a word for one (`Kamis kemarin`), at `span` with its weekday and brackets.

    `mention` None = no day and month are printed, only a weekday or `kemarin`.
    """

    span: Span
    role: DateRole
    sentence: int
    mention: Mention | None
    has_weekday: bool

    @property
    def is_fine(self) -> bool:
        """True where the print gives a day, not only a month."""
        return self.mention is not None and self.mention.days is not None


_LETTER = re.compile(
    r"(?:\b(?:surat|edaran|se|keputusan|sk|skb|instruksi|nomor|no\.|peraturan|undang-undang|uu|pp|perka"
    r"|permen\w*)\b[^;]{0,110}?)"
    r"(?:\b(?:tertanggal|bertanggal|tanggal|tgl\.?|ditetapkan|diterbitkan|dikeluarkan|diteken|tahun|per"
    r"|pada)\b[^;,]{0,20}|[/\w.-]+ )$"
)
_ELECTION = re.compile(
    r"\b(?:kampanye|masa tenang|hari tenang|pemungutan suara|pencoblosan|coblosan|pilkada|pemilu|pilpres|pilgub"
    r"|pilbup|pemilihan|penetapan"
    r"|pendaftaran|hari h|hut korpri)\b\)?[^.;,()]{0,60}$"
)
_BEGINS = re.compile(r"\b(?:dimulai|mulai|dibuka|jatuh pada|akan berlangsung)\b")
_TOMORROW = re.compile(rf"\bb?esok\b,?\s*(?:hari )?(?:{WEEKDAY},?\s*)?\(?(?:pada )?(?:tanggal |tgl )?$")
_DEADLINE = re.compile(
    r"\b(?:paling lambat|paling lama|selambat-lambatnya|sebelum|sampai|sampai dengan|hingga|s\.?d\.?|menunggu"
    r"|tenggat|mulai|sejak|terhitung|per"
    r"|akan|bakal|direncanakan|dijadwalkan|peringatan|bernama|lapangan|jalan|jl\.?|gedung|stadion)\s+(?:pada "
    r"|tanggal |hari )*"
    rf"(?:{WEEKDAY},?\s*)?\(?$"
)
_CAMPAIGN = re.compile(r"\s*(?:\)\s*)?(?:kampanye|masa kampanye|pemungutan|pencoblosan)")
_POLLS = re.compile(r"\b(?:kampanye|pemungutan|pencoblosan|memilih)\b")
_PLANNED = re.compile(
    r"\b(?:dijadwalkan|semula|sedianya|rencananya|direncanakan|akan|bakal|diundur|ditunda)\b[^.;,()]{0,40}$"
)
_FOLLOWS = re.compile(r"\b(?:menyusul|dilanjutkan|ditargetkan|tuntas|rampung)\b[^.;,]{0,25}$")
_WRITTEN = re.compile(r"\b(?:bertanggal|tertanggal)\s*(?:\S+, )?$")
_LABEL = 35
"""Characters in which the label of a note ends (`Kompas.com 28/11/2023: …`)."""

_LATER = re.compile(r"^\)?\s*(?:mendatang|nanti|yang akan datang|hingga|sampai|s\.?d)")
_SOURCE = re.compile(r"^[^;]{0,40}\b(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?)\s*:")
_BEHIND = re.compile(
    rf"\)?,?(?:\s*\(?{WEEKDAY}\)?)?(?:\s*\)?,? (?:kemarin|lalu|tadi|(?:pagi|siang|sore|malam)(?: (?:ini|tadi"
    r"|kemarin))?))?\)?"
)
_FRONT = re.compile(
    rf"(?:{WEEKDAY}(?:\s?(?:-|dan)\s?{WEEKDAY})?(?: (?:pagi|siang|sore|malam"
    r"|kemarin))*\s*,?\s*(?:pada )?(?:tanggal |tgl\.? )?\(?\s*|\(|\btanggal )$"
)
_SPOKEN = re.compile(
    rf"{WEEKDAY}(?: (?:pagi|siang|sore|malam|petang)(?: hari)?)?(?: (?:kemarin|lalu|ini|tadi|pekan lalu|pekan ini))?"
    r"|\b(?:kemarin|pagi tadi|tadi pagi|hari ini|siang tadi|sore tadi|pagi ini)\b"
)
_EACH = re.compile(r"\b(?:setiap|tiap|hari|dan|sampai|pekan depan|paling lambat)\s*$")


def days_in(reading: Reading, campaigns: Sequence[Campaign]) -> list[Day]:
    """Every printed day and every word for a day outside speech and publication lines, in the order of the text."""
    known = {day for each in campaigns for day in (each.election_date, each.campaign_start, each.campaign_end) if day}
    polling = {each.election_date for each in campaigns}
    found: list[Day] = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.kind in {"published", "dateline"}:
            continue
        printed = [_printed(reading, number, mention, known, polling) for mention in _mentions(reading, sentence)]
        found += printed
        found += _words(reading, number, sentence, [day.span for day in printed])
    return sorted(found, key=lambda day: day.span)


def _mentions(reading: Reading, sentence: Sentence) -> list[Mention]:
    return [each for each in mentions_in(without_elections(reading.words(sentence))) if each.months is not None]


def _printed(reading: Reading, number: int, mention: Mention, known: set[dt.date], polling: set[dt.date]) -> Day:
    sentence = reading.sentences[number]
    fold = reading.fold
    start, end = sentence.start + mention.start, sentence.start + mention.end
    front = _FRONT.search(fold[max(sentence.start, start - 45) : start])
    low = start - len(front[0]) if front else start
    behind = _BEHIND.match(fold, end, sentence.end)
    high = behind.end() if behind else end
    if fold[low] == "(" and fold.count(")", low, high) < fold.count("(", low, high):
        low += 1
    has_weekday = re.search(WEEKDAY, fold[low:high]) is not None
    span = _trimmed(fold, (low, high))
    role = _role(reading, sentence, (low, high), mention, known=known, polling=polling, has_weekday=has_weekday)
    return Day(span, role, number, mention, has_weekday)


def _trimmed(fold: str, span: Span) -> Span:
    """Without blanks, commas and a bracket that has no partner at the ends."""
    low, high = span
    while low < high and (fold[low] in " ,\n" or (fold[low] == "(" and ")" not in fold[low:high])):
        low += 1
    while high > low and (fold[high - 1] in " ,.\n" or (fold[high - 1] == ")" and "(" not in fold[low:high])):
        high -= 1
    return low, high


def _role(
    reading: Reading,
    sentence: Sentence,
    span: Span,
    mention: Mention,
    *,
    known: set[dt.date],
    polling: set[dt.date],
    has_weekday: bool,
) -> DateRole:
    before = reading.fold[max(sentence.start, span[0] - 130) : span[0]]
    after = reading.fold[span[1] : min(sentence.end, span[1] + 45)]
    if _TOMORROW.search(before) or re.search(r"\bb?esok\b", reading.fold[span[0] : span[1]]):
        return DateRole.ELECTION
    if mention.precision is DatePrecision.YEAR or reading.is_spoken(span[0]):
        return DateRole.OTHER
    if not has_weekday and _LETTER.search(before):
        return DateRole.LETTER
    election = _ELECTION.search(before)
    bounds = mention.bounds()
    is_polling = bounds is not None and bounds[0] in polling
    begins = election and (not has_weekday or _BEGINS.search(election[0]))
    told = not has_weekday and (
        _CAMPAIGN.match(after) or (bounds and bounds[0] in known and _POLLS.search(before + after))
    )
    if begins or told or is_polling:
        return DateRole.ELECTION
    is_label = mention.start < _LABEL and not has_weekday and _SOURCE.match(reading.words(sentence))
    follows = _PLANNED.search(before) or (not has_weekday and _FOLLOWS.search(before))
    if _DEADLINE.search(before) or _LATER.match(after) or _WRITTEN.search(before) or is_label or follows:
        return DateRole.OTHER
    return DateRole.EVENT


def _words(reading: Reading, number: int, sentence: Sentence, printed: Sequence[Span]) -> list[Day]:
    """`Kamis kemarin`, `Senin pagi`, `hari ini`: days without day and month."""
    found = []
    for match in reading.find(_SPOKEN, sentence):
        before = reading.fold[max(sentence.start, match.start() - 25) : match.start()]
        if any(low < match.end() and match.start() < high for low, high in printed) or reading.is_spoken(match.start()):
            continue
        is_day = re.match(WEEKDAY, match[0]) is not None
        role = (
            DateRole.OTHER if _EACH.search(before) and not before.endswith("pada hari ") and is_day else DateRole.EVENT
        )
        found.append(Day(match.span(), role, number, None, is_day))
    return found
