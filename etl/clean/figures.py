"""The numbers in a phrase, each with its bounds and whether it can count people. Pure; for phrases in lower case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from etl.clean.calendar import MONTH


class Role(IntEnum):
    """What a number counts: people, units of an administration, or nothing that is counted (a day, a law, a share)."""

    PEOPLE = 0
    UNITS = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start..end` of the phrase: `low == high` for `252`, 20..99 for `puluhan`; `vague` for the latter.

    `unit` is what a word behind it multiplies by (`ribu` 1000, else 1); the bounds have it already.
    """

    low: Decimal
    high: Decimal
    unit: int
    role: Role
    start: int
    end: int
    vague: bool = False


_UNITS = {"ribu": 1_000, "rb": 1_000, "juta": 1_000_000, "jt": 1_000_000}
_VAGUE = {
    "belasan": (11, 19),
    "puluhan": (20, 99),
    "ratusan": (100, 999),
    "ribuan": (1_000, 9_999),
    "jutaan": (1_000_000, 9_999_999),
    "seratusan": (100, 199),
    "seribuan": (1_000, 1_999),
}
_SCALES = {"puluhan": 10, "ratusan": 100, "ribuan": 1_000, "jutaan": 1_000_000}
_GLUED = "orang|asn|pns|pppk|pegawai|peserta"

_TOKEN = re.compile(
    rf"""
    (?<![\w,/+])(?<!\d\.)(?<!\.\.)
    (?P<digits>\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d+)(?:,(?P<part>\d+))?
    (?:\s?(?P<unit>{"|".join(_UNITS)})(?!\w))?
    (?:\s(?P<scale>{"|".join(_SCALES)})\b|(?P<about>\s?-?an\b))?
    (?![.,/]*\d|/|%)(?:(?=(?:{_GLUED})\b)|(?!\w))
    |
    \b(?P<vague>{"|".join(_VAGUE)})(?:\s(?P<vague_unit>ribu|juta))?\b
    """,
    re.VERBOSE,
)
_DASHED = re.compile(r"(?<![\w.,])\d+(?:-\d+){2,}")
"""`2-10-2024` and other rows of numbers: a date or a code."""

_NOT_COUNTED_AFTER = re.compile(
    rf"\s*(?:%|persen|hari|tahun|thn|jam|menit|bulan|pekan|minggu|km\b|meter|m2|poin|point|butir|pasal|ayat|kali\b|rupiah"
    rf"|w(?:ib|ita?)\b|derajat|{MONTH})"
)
_NOT_COUNTED_BEFORE = re.compile(
    rf"(?<!\w){MONTH}\s*$|"
    r"(?:(?<!\w)(?:rp\.?|tahun|pemilu|pilkada|pilgub|pilpres|pileg|serentak|nomor|no\.|pasal|ayat|angka|huruf|pukul|jam"
    r"|tanggal|tgl\.?|uu|pp|eselon|golongan)|[a-z]-)\s*$"
)
_NEAR = 40
"""Characters around a number that say what it counts."""

_UNITS_AFTER = re.compile(
    r"\s*(?:opd|skpd|perangkat|dinas|badan|instansi|unit|satuan|bagian|bidang|sekolah|kecamatan|distrik|kelurahan|desa"
    r"|kampung|kabupaten|kota|provinsi|daerah|titik|lokasi)\b"
)


def figures_in(phrase: str) -> list[Figure]:
    """The numbers of a phrase in their order; `1.2.3`, dates and codes with letters hold none."""
    plain = _DASHED.sub(lambda found: "/" * len(found[0]), phrase)
    return [_figure(plain, token) for token in _TOKEN.finditer(plain)]


def last_unit(value: int) -> int:
    """The unit of the last non-zero digit: 100 for 8.100, 10 for 50, 1 for 252 and for 0."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def _figure(phrase: str, token: re.Match[str]) -> Figure:
    role, place = _role(phrase, token), (token.start(), token.end())
    if token["vague"]:
        low, high = _VAGUE[token["vague"]]
        unit = _UNITS.get(token["vague_unit"] or "", 1)
        return Figure(Decimal(low * unit), Decimal((high + 1) * unit - 1), unit, role, *place, vague=True)
    unit = _UNITS.get(token["unit"] or "", 1)
    value = Decimal(re.sub(r"\D", "", token["digits"]) + "." + (token["part"] or "0")) * unit
    if not (token["scale"] or token["about"]):
        return Figure(value, value, unit, role, *place)
    value *= _SCALES.get(token["scale"] or "", 1)
    return Figure(value, value + last_unit(int(value)) - 1, unit, role, *place, vague=True)


def _role(phrase: str, token: re.Match[str]) -> Role:
    before, after = phrase[max(token.start() - _NEAR, 0) : token.start()], phrase[token.end() : token.end() + _NEAR]
    if _NOT_COUNTED_BEFORE.search(before) or _NOT_COUNTED_AFTER.match(after):
        return Role.OTHER
    return Role.UNITS if _UNITS_AFTER.match(after) else Role.PEOPLE
