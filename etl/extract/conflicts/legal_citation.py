"""A law cited wrongly, out of force on the day, or not meant for that election."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.law import Citation
from etl.extract.regulations import Regulation
from etl.extract.values import Conflict
from i18n import N_

REPLACED = N_("{cited} was no longer in force on {day}; {other} had replaced it.")
MISQUOTED = N_("There is no {cited} on this subject; {other} is meant.")
ELECTION = N_("{cited} does not govern this kind of election.")
NUMBER = N_("The decree's number is {other}, not “{words}”.")

_FOR = {"UU 7/2017": "pemilu", "UU 10/2016": "pilkada", "UU 1/2015": "pilkada", "UU 8/2015": "pilkada"}
"""The kind of election that a law governs."""

_SUBJECTS = (r"\basn\b|aparatur sipil negara", r"\bdisiplin\b", r"\bpemilihan umum\b|\bpemilu\b", r"\bmanajemen\b")
_ALIKE, _SAME = 70.0, 100.0
"""Likeness of two numbers from which on one is a slip of the other."""

_PARTNER = re.compile(
    r"(?P<who>MenPANRB|Mendagri|BKN|KASN|Bawaslu) (?P<number>[\w./-]+?)(?:/(?P<year>20\d{2}))?(?=[,.]|$)"
)
_WHO = {
    "Mendagri": r"(?:mendagri|menteri dalam negeri)",
    "MenPANRB": r"(?:menpan-?rb|menteri pan-?rb|menteri pendayagunaan[^.,;]{0,60})",
}


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """One a citation that is wrong; `alternative` is the law that is meant, null where the text does not settle it."""
    by_id = {each.regulation_id: each for each in text.regulations}
    known = {name: each for each in text.regulations for name in each.names}
    day = ceremony.dated.date.low if ceremony.dated else None
    for citation in ceremony.citations:
        regulation = known.get(citation.name)
        if regulation is None:
            yield from _misquoted(citation, text.regulations)
        elif day is not None and (newer := _replacement(regulation, day, by_id)) is not None:
            values = {"cited": citation.name, "day": day, "other": newer}
            yield Conflict(
                kind="legal_citation",
                fields=("legal_basis",),
                message=REPLACED,
                evidence=(citation.span,),
                values=values,
                alternative=newer,
            )
        elif _is_for_other(citation, ceremony):
            yield Conflict(
                kind="legal_citation",
                fields=("legal_basis",),
                message=ELECTION,
                evidence=(citation.span,),
                values={"cited": citation.name},
            )
    yield from _decree_numbers(text, ceremony)


def _replacement(regulation: Regulation, day: dt.date, by_id: dict[str, Regulation]) -> str | None:
    """The law in force in its place on the day; by years where the last day is not on record."""
    newer = by_id.get(regulation.replaced_by or "")
    if newer is None:
        return None
    over = day > regulation.in_force_to if regulation.in_force_to else newer.year is not None and day.year > newer.year
    return newer.names[0] if over else None


def _misquoted(citation: Citation, regulations: Sequence[Regulation]) -> Iterator[Conflict]:
    """A law that is not on record but shares its kind, its subject and its number or year with one that is."""
    kind, _, rest = citation.name.partition(" ")
    number, _, year = rest.partition("/")
    meant = {
        name
        for each in regulations
        for name in each.names
        if name.startswith(f"{kind} ")
        and _same_subject(citation.subject, each)
        and (name.endswith(f"/{year}") or name.startswith(f"{kind} {number}/"))
    }
    if len(meant) == 1:
        other = meant.pop()
        values = {"cited": citation.name, "other": other}
        yield Conflict(
            kind="legal_citation",
            fields=("legal_basis",),
            message=MISQUOTED,
            evidence=(citation.span,),
            values=values,
            alternative=other,
        )


def _same_subject(subject: str, regulation: Regulation) -> bool:
    return any(re.search(word, subject) and re.search(word, regulation.subject.lower()) for word in _SUBJECTS)


def _is_for_other(citation: Citation, ceremony: Ceremony) -> bool:
    kind = _FOR.get(citation.name)
    return kind is not None and ceremony.campaign is not None and not ceremony.campaign.campaign_id.startswith(kind)


def _decree_numbers(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """A body's number of a joint decree that is printed otherwise than on record."""
    for regulation in text.regulations:
        for partner in _PARTNER.finditer(regulation.subject) if regulation.title.startswith("SKB") else ():
            who = _WHO.get(partner["who"], partner["who"].lower())
            cited = re.compile(
                rf"\b{who}[^.;,()]{{0,25}}?\b(?:nomor|no\.?) (?P<number>[\w./-]+?)(?P<year>(?: tahun "
                rf"|/){partner['year']})\b"
            )
            for number in ceremony.segment.sentences:
                for match in text.reading.find(cited, text.reading.sentences[number]):
                    likeness = fuzz.ratio(match["number"], partner["number"].lower())
                    if _ALIKE <= likeness < _SAME:
                        span = (match.start("number"), match.end())
                        values = {"other": partner["number"], "words": text.reading.quote(span)}
                        yield Conflict(
                            kind="legal_citation",
                            fields=("legal_basis",),
                            message=NUMBER,
                            evidence=(span,),
                            values=values,
                            alternative=partner["number"],
                        )
