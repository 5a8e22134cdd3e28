"""Which election a ceremony is for. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from etl.clean.anchors import Campaign
from etl.extract.reading import Found, Reading

_NAMED = re.compile(
    r"\b(?P<kind>pemilu(?:kada)?|pemilihan umum(?: \(pemilu\))?|pilpres|pileg|pilkada|pilgub|pilbup|pilwal\w*"
    r"|pemilihan kepala daerah(?: \(pilkada\))?"
    r"|pemilihan(?: gubernur| bupati| wali ?kota)?)"
    r"(?P<again> ulang)?(?P<more>(?: (?:serentak|ulang|nasional|tahun|kepala daerah|bupati|gubernur|wali ?kota"
    r"|jabar|jateng|jatim|dki|"
    r"serta|dan|/|pilpres|pileg|pilkada|pemilu|presiden|pemilihan|legislatif|tgl|tanggal|\d{1,2} (?:november"
    r"|desember|februari|april|juni|agustus|september)))*)"
    r"(?: (?P<year>20\d{2}))?(?!\w)"
    r"|\b(?P<english>20\d{2}) (?P<what>general|regional|simultaneous|presidential|legislative) elections?\b"
)
_NATIONAL = ("pemilu", "pemilihan umum", "pilpres", "pileg")
_REACH = 730


def campaign_of(
    reading: Reading, numbers: Sequence[int], day: dt.date | None, known: Sequence[Campaign]
) -> Found[Campaign] | None:
    """The election that these sentences name: with its year, else the next of its kind after the day."""
    bare: list[tuple[re.Match[str], str]] = []
    for number in _order(reading, numbers):
        sentence = reading.sentences[number]
        for match in reading.find(_NAMED, sentence):
            kind = _kind(match)
            year = match["year"] or match["english"]
            if year is None:
                bare.append((match, kind))
                continue
            found = _of_year(match, kind, int(year), day, known)
            if found and (day is None or _ahead(found, day)):
                return Found(found, (match.span(),))
    for match, kind in bare if day is not None else ():
        ahead = [
            each for each in known if each.campaign_id.startswith(kind) and _ahead(each, day) and _again(each, match)
        ]
        if ahead:
            return Found(min(ahead, key=lambda each: each.election_date), (match.span(),))
    return None


def _again(campaign: Campaign, match: re.Match[str]) -> bool:
    """True where election and words agree on whether it is a repeated one."""
    return ("ulang" in campaign.campaign_id) == ("ulang" in match[0])


def _order(reading: Reading, numbers: Sequence[int]) -> list[int]:
    """Body first, then headlines; speech counts like the rest."""
    return sorted(numbers, key=lambda number: reading.sentences[number].kind == "headline")


def _ahead(campaign: Campaign, day: dt.date | None) -> bool:
    return day is None or 0 <= (campaign.election_date - day).days <= _REACH


def _kind(match: re.Match[str]) -> str:
    if match["what"]:
        return "pilkada" if match["what"] in {"regional", "simultaneous"} else "pemilu"
    word = match["kind"]
    national = word.startswith(_NATIONAL) and not word.startswith("pemilukada")
    return "pemilu" if national else "pilkada"


def _of_year(
    match: re.Match[str], kind: str, year: int, day: dt.date | None, known: Sequence[Campaign]
) -> Campaign | None:
    """The election of a kind in a year; for a pledge that names both kinds the next one after the day."""
    of_year = [each for each in known if each.election_date.year == year]
    fitting = [each for each in of_year if each.campaign_id.startswith(kind) and _again(each, match)]
    both = match["kind"] and re.search(r"\b(?:dan|serta|/)\b", match[0])
    if both and day is not None:
        ahead = [each for each in of_year if _ahead(each, day)]
        return min(ahead, key=lambda each: each.election_date, default=None)
    return fitting[0] if fitting else None
