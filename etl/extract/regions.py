"""Regions in the text: which words name them, how strongly, and which of several regions of one name is meant. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from etl.extract.gazetteer import Codes, names_in
from etl.extract.reading import Reading, Sentence
from etl.extract.values import Span
from geo import register


class Weight(IntEnum):
    """How strongly the words around a name say that the region acts."""

    MENTIONED = 1
    TYPED = 3
    STAFF = 4
    OFFICE = 5
    GOVERNMENT = 6


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region named at `name`, with the words in front at `span`. `codes`: what it may mean, one where settled."""

    span: Span
    name: Span
    codes: Codes
    level: str | None
    weight: Weight
    is_place: bool
    sentence: int

    @property
    def code(self) -> str | None:
        """The region, where only one is meant."""
        return self.codes[0] if len(self.codes) == 1 else None

    def written(self, reading: Reading) -> str:
        """The name alone, folded."""
        return reading.fold[slice(*self.name)]


_TYPE = (
    r"(?P<provinsi>provinsi|propinsi|prov\.?|pemprov)|(?P<kabupaten>kabupaten|kab\.?|pemkab|setdakab|sekdakab"
    r"|kankemenag kab\.?)"
    r"|(?P<kota>kota administrasi|kota adm\.?|kota|pemkot|pemko|pemerintahan kota|kotamadya|setdako|sekdako)"
)
_GOVERNMENT = re.compile(
    rf"\b(?:(?:pemerintah(?:an)?|pemda)(?: daerah)?(?: (?:{_TYPE}))?(?: \((?:pemkab|pemkot|pemko|pemprov)\))?"
    r"|(?P<short>pemkab|pemkot|pemko|pemprov))\s*$"
)
_OFFICE = re.compile(
    r"\b(?:(?P<kabupaten>bupati)|(?P<kota>wali ?kota|walikota)|(?P<provinsi>gubernur)|sekretaris daerah|sekda)"
    r"(?: (?:kabupaten|kab\.?|kota|provinsi|prov\.?))?(?: administrasi)?\s*$"
)
_TYPED = re.compile(rf"\b(?:{_TYPE})(?: \([^()]*\))?\s*$")
_STAFF = re.compile(
    r"\b(?:asn|pns|pppk|opd|pegawai|aparatur sipil negara|\(asn\)|aparatur|korpri|jajaran|setda|se-)"
    rf"(?: (?:di|lingkup|pada|se-?))?(?: lingkungan)?(?: (?:{_TYPE}))?\s*$"
)
_IN = re.compile(
    r"(?:\b(?:di|ke|dari|menuju) (?:wilayah |daerah )?|,\s*|\b(?:bupati|wali ?kota|gubernur|kantor) )"
    rf"(?:(?:{_TYPE}) )?$"
)
_BELOW = re.compile(r"\b(?:kecamatan|kelurahan|desa|distrik|kapanewon|kemantren|nagari|gampong|dusun)\s*$")
"""In front of a name that is a district's or a village's: `Kecamatan Banjarmasin Utara`."""

_LABEL = re.compile(r"[^.,:;]{2,45}:\s")
"""`Radar Banyumas: …`: whoever tells it, in front of a note."""

_LEVELS = ("provinsi", "kabupaten", "kota")
_NEAR = 60


def regions_in(reading: Reading) -> list[RegionMention]:
    """Every region that the text names, in its order; a name that several regions share settled where the text does."""
    found = [
        mention for number, sentence in enumerate(reading.sentences) for mention in _mentions(reading, number, sentence)
    ]
    return _settled(reading, found)


def _mentions(reading: Reading, number: int, sentence: Sentence) -> list[RegionMention]:
    fold, found = reading.fold, []
    for start, end, codes in names_in(fold, reading.document.text, sentence.start, sentence.end):
        before = fold[max(sentence.start, start - _NEAR) : start]
        if _BELOW.search(before):
            continue
        lead, weight, level = _lead(before)
        label = _LABEL.match(fold, sentence.start, sentence.end) if number == 0 else None
        if label and end < label.end() and weight is not Weight.TYPED:
            weight, level = Weight.MENTIONED, None
        is_place = weight in {Weight.TYPED, Weight.MENTIONED} and bool(_IN.search(before))
        fitting = tuple(code for code in codes if level is None or register.region(code).level == level)
        if not fitting and level is not None and weight in {Weight.TYPED, Weight.GOVERNMENT}:
            continue  # `Kota Baru` names no region called Baru
        settled = fitting or codes
        found.append(RegionMention((start - lead, end), (start, end), settled, level, weight, is_place, number))
    return found


def _lead(before: str) -> tuple[int, Weight, str | None]:
    """Characters of the words in front that belong to the name, its weight, and the level that they tell."""
    for pattern, weight in (
        (_GOVERNMENT, Weight.GOVERNMENT),
        (_OFFICE, Weight.OFFICE),
        (_STAFF, Weight.STAFF),
        (_TYPED, Weight.TYPED),
    ):
        match = pattern.search(before)
        if match:
            return len(match[0]), weight, _level(match)
    return 0, Weight.MENTIONED, None


def _level(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("short"):
        return {"pemkab": "kabupaten", "pemprov": "provinsi"}.get(groups["short"], "kota")
    told = next((level for level in _LEVELS if groups.get(level)), None)
    if told is None:
        word = re.search(_TYPE, match[0])
        told = next((level for level in _LEVELS if word[level]), None) if word else None
    return told


def _settled(reading: Reading, found: Sequence[RegionMention]) -> list[RegionMention]:
    """Names that several regions share, settled by another mention of the name, an office or the kind of government."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in found:
        if mention.code and mention.level:
            told[mention.written(reading)][mention.code] += mention.weight
    levels = {
        level
        for level, word in (
            ("kabupaten", r"\b(?:bupati|pemkab|pemerintah kabupaten|setdakab)\b"),
            ("kota", r"\b(?:wali ?kota|pemkot|pemko|pemerintah kota|balai ?kota|kemantren)\b"),
            ("provinsi", r"\b(?:gubernur|pemprov|pemerintah provinsi|kanwil|kantor wilayah)\b"),
        )
        if re.search(word, reading.fold)
    }
    return [_with_code(mention, told.get(mention.written(reading)), levels) for mention in found]


def _with_code(mention: RegionMention, told: Counter[str] | None, levels: set[str]) -> RegionMention:
    """The mention with one code, where elsewhere its name has a type or the whole text knows one kind of head."""
    if mention.code is not None:
        return mention
    fitting = [code for code in mention.codes if register.region(code).level in levels]
    if told:
        return replace(mention, codes=(told.most_common(1)[0][0],))
    return replace(mention, codes=(fitting[0],)) if len(fitting) == len(levels) == 1 else mention
