"""Units of a regional government (OPD): their known names, their kinds, and the slug that is their key.

Known names come from `geo/register/opd_aliases.csv`; kecamatan, hospitals and the like follow a pattern instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import polars as pl

from geo import register, spelling

_PATTERNS = {
    "kecamatan": r"(?:kecamatan|kec)",
    "distrik": r"distrik",
    "kemantren": r"kemantren",
    "kapanewon": r"kapanewon",
    "kelurahan": r"(?:kelurahan|kel)",
    "rsud": r"(?:rsud|rumah sakit umum daerah)",
    "puskesmas": r"(?:(?:uptd?|blud) )?puskesmas",
}
"""What a kind of unit that every region has many of is called: the word of its slug, and how the word is written."""

_PATTERN = re.compile("|".join(rf"(?P<{word}>{written} (?P<{word}_name>.+))" for word, written in _PATTERNS.items()))
_KINDS = {"distrik": "kecamatan", "kemantren": "kecamatan", "kapanewon": "kecamatan"}
_FIRST_WORDS = (
    (r"kanwil|kankemenag|kantor wilayah|kemen\w*|bpn|bps|kpu\w*|bawaslu|polri|polres\w*|polda", "vertikal"),
    (r"kejaksaan|kejari|kejati|pengadilan|lapas|rutan|imigrasi", "vertikal"),
    (r"kantor (?:pertanahan|imigrasi|kementerian|pelayanan pajak)", "vertikal"),
    (r"badan (?:pusat statistik|pertanahan nasional|narkotika nasional)", "vertikal"),
    (r"dinas|dinkes|dis[a-z]+", "dinas"),
    (r"badan", "badan"),
    (r"sekretariat|setda|setwan", "sekretariat"),
    (r"inspektorat", "inspektorat"),
    (r"satpol|satuan polisi", "satpol"),
    (r"rsud|rumah sakit umum daerah", "rsud"),
    (r"(?:tk|sd|smp|sma|smk|slb)(?:n|(?= negeri)|(?= \d)|$)", "sekolah"),
)
"""How the names of a kind begin; a central office is recognised before the words it shares with a region's unit."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a key is known to be: the canonical names it may mean (none = no unit of a region), and its kind."""

    canonical: tuple[str, ...]
    kind: str


def opd_slug(name: str) -> str:
    """A name as key: "Dinas Kesehatan" gives dinas-kesehatan. ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " dan ")).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


@cache
def known() -> dict[str, Known]:
    """Every known key: canonical names and aliases. An alias with several readings has them all."""
    table = register.table("opd_aliases").with_columns(
        key=spelling.key(spelling.words(pl.col("alias"))),
        own_key=spelling.key(spelling.words(pl.col("canonical"))),
    )
    names: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for key, own_key, canonical, kind in table.select("key", "own_key", "canonical", "kind").iter_rows():
        kinds.setdefault(key, kind)
        if canonical is not None:
            kinds.setdefault(own_key, kind)
            names[own_key] = [canonical]
            if canonical not in names[key]:
                names[key].append(canonical)
    return {key: Known(tuple(names[key]), kind) for key, kind in kinds.items()}


def patterned_slug(words: str) -> str | None:
    """The slug of a unit named by pattern, from lower-case words: "kec kurun" gives kecamatan-kurun. Else null."""
    found = _PATTERN.fullmatch(words)
    if found is None or found.lastgroup is None:
        return None
    word = next(word for word in _PATTERNS if found[word])
    return opd_slug(f"{word} {found[f'{word}_name']}")


def opd_kind(name: str) -> str | None:
    """The kind of unit that a name speaks of (a word of the kinds of unit; vertikal = no OPD), or null."""
    words = " ".join(opd_slug(name).split("-"))
    listed = known().get(words.replace(" ", ""))
    if listed is not None and listed.kind != "istilah":
        return listed.kind
    slug = patterned_slug(words)
    if slug is not None:
        word = slug.partition("-")[0]
        return _KINDS.get(word, word)
    return next((kind for pattern, kind in _FIRST_WORDS if re.match(rf"(?:{pattern})\b", words)), None)
