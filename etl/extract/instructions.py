"""The letter that ordered a ceremony: its number and its own day. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.mentions import mentions_in
from etl.extract.reading import Reading
from etl.extract.values import Span


@dataclass(frozen=True, slots=True)
class Instruction:
    """Number and day of a letter; null where not printed."""

    number: str | None
    date: dt.date | None
    spans: tuple[Span, ...]


_LETTER = re.compile(
    r"\b(?:surat(?: edaran| perintah| instruksi)?|edaran|se|instruksi"
    r"|radiogram)\b(?: \(se\))?(?P<issuer>(?: (?!nomor|no\b|tentang|yang|tanggal)[\w.]+){0,7}?)"
    r"(?:,? (?:dengan )?(?:nomor|no\.?)\s?:?)?\s(?P<number>[a-z]{0,5}[-.]?\d[\w.]*(?:[/-][\w.-]+)+"
    r"|\d{3} ?/ ?\d[\w /.]*\d)"
)
_JOINT = re.compile(r"\b(?:keputusan|kesepakatan) bersama|\bskb\b")


def instruction_in(reading: Reading, numbers: Sequence[int]) -> Instruction | None:
    """The first letter with a number."""
    for number in numbers:
        sentence = reading.sentences[number]
        if sentence.kind != "paragraph":
            continue
        for match in reading.find(_LETTER, sentence):
            if _JOINT.search(reading.fold, max(sentence.start, match.start() - 5), match.start("number")):
                continue
            span = _number_span(match)
            dated = _day(reading, span[1], sentence.end)
            spans = (span, dated[1]) if dated else (span,)
            return Instruction(reading.quote(span), dated[0] if dated else None, spans)
    return None


def _number_span(match: re.Match[str]) -> Span:
    number = match["number"].rstrip(" .,/-")
    return match.start("number"), match.start("number") + len(number)


def _day(reading: Reading, place: int, end: int) -> tuple[dt.date, Span] | None:
    """The full day right behind the number: `tertanggal 11 September 2023`, `yang ditetapkan pada 14 Agustus 2023`."""
    behind = reading.fold[place : min(end, place + 90)]
    for mention in mentions_in(behind):
        bounds = mention.bounds()
        if (
            bounds
            and bounds[0] == bounds[1]
            and mention.days
            and re.fullmatch(
                r"[,\s(]*(?:(?:yang|telah|ditetapkan|diterbitkan|dikeluarkan|diteken|pada|tertanggal|bertanggal"
                r"|tanggal|tgl\.?|tahun \d{4})[\s,]*)*",
                behind[: mention.start],
            )
        ):
            return bounds[0], (place + mention.start, place + mention.end)
    return None
