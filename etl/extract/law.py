"""Laws, rules and joint decrees as the text cites them, right or wrong. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.dates import read_date
from etl.extract.reading import Reading
from etl.extract.values import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`UU 20/2023`, `PP 94/2021`, `SKB 22-09-2022` at `span`; `subject` is what stands behind `tentang`, folded."""

    name: str
    span: Span
    subject: str


_NUMBERED = re.compile(
    r"\b(?P<kind>undang-undang(?: \(uu\))?(?: republik indonesia| ri)?|uu|peraturan pemerintah(?: \(pp\))?|pp"
    r"|perppu|perpres|peraturan presiden|permendagri"
    r"|permenpan-?rb|perka bkn|peraturan bkn|perbawaslu|peraturan bawaslu|pkpu|peraturan kpu)"
    r"(?: (?:asn|pemilu|pilkada))?(?:,? (?:nomor|no\.?|nomer))?[\s:]*(?P<number>\d{1,3})(?:\s?/\s?|\s+(?:tahun"
    r"|th\.?)\s+)(?P<year>(?:19|20)\d{2})"
    r"(?=(?P<tail>[^.;]{0,12}\btentang (?P<subject>[^.;,]{3,70}))?)"
)
_JOINT = re.compile(
    r"\b(?:surat ke(?:putusan|sepakatan) bersama(?: \(skb\))?|keputusan bersama|skb)\b(?P<more>[^.;]{0,90})"
)
_FULL = re.compile(r"\b(?:tanggal|tertanggal|bertanggal)\s+\d{1,2}[\s/.-]\w+[\s/.-]\d{4}|\b\d{1,2} (?:september) \d{4}")
_YEAR = re.compile(r"\btahun (20\d{2})\b|\bpada (20\d{2})\b|^ (?:\w+ ){0,3}(20\d{2})\b")
_SHORT = (
    ("undang", "UU"),
    ("uu", "UU"),
    ("peraturan pemerintah", "PP"),
    ("pp", "PP"),
    ("perppu", "Perppu"),
    ("perpres", "Perpres"),
    ("peraturan presiden", "Perpres"),
    ("permendagri", "Permendagri"),
    ("permenpan", "PermenPANRB"),
    ("perka", "Peraturan BKN"),
    ("peraturan bkn", "Peraturan BKN"),
    ("perbawaslu", "Perbawaslu"),
    ("peraturan bawaslu", "Perbawaslu"),
    ("pkpu", "PKPU"),
    ("peraturan kpu", "PKPU"),
)


def citations_in(reading: Reading, numbers: Sequence[int]) -> list[Citation]:
    """Every law cited with its number and year, every joint decree with its day or year, once each."""
    found: dict[str, Citation] = {}
    for number in numbers:
        sentence = reading.sentences[number]
        for match in reading.find(_NUMBERED, sentence):
            kind = next(short for word, short in _SHORT if match["kind"].startswith(word))
            name = f"{kind} {int(match['number'])}/{match['year']}"
            subject = match["subject"] or ("asn" if " asn" in match[0] else "")
            found.setdefault(name, Citation(name, match.span(), subject))
        for match in reading.find(_JOINT, sentence):
            dated = _joint(match)
            if dated and not any(name.startswith("SKB") for name in found):
                found[dated[0]] = Citation(dated[0], (match.start(), match.start("more") + dated[1]), "skb")
    return sorted(found.values(), key=lambda each: each.span)


def _joint(match: re.Match[str]) -> tuple[str, int] | None:
    """A decree's name by its day or year, and how many characters of what follows belong to it."""
    full = _FULL.search(match["more"])
    day: dt.date | None = read_date(full[0]).low if full else None
    if full and day:
        return f"SKB {day:%d-%m-%Y}", full.end()
    year = _YEAR.search(match["more"])
    return (f"SKB {year[1] or year[2] or year[3]}", year.end()) if year else None
