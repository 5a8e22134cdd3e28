"""Words in cells to words of the vocabulary: employee types, tiers, ways to sign, kinds of ceremony. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

import polars as pl

from warehouse.vocabulary import Activity, EmployeeType, Method, Mode, Tier

_NON_ASN = r"non\W*(?:asn|pns)|honor\w*|ppnpn|p3npn|ptt|thl|tks|tkk|tenaga (?:kontrak|harian|honor\w*|sukarela)|kontrak"
_TYPES = (
    (EmployeeType.NON_ASN, _NON_ASN),
    (EmployeeType.PPPK, r"pppk\w*|p3k\w*|pegawai pemerintah dengan perjanjian kerja"),
    (EmployeeType.PNS, r"c?pns|pegawai negeri sipil|calon pegawai negeri sipil"),
    (EmployeeType.ASN, r"asn|aparatur sipil negara"),
)
_TIERS = (
    (Tier.PIMPINAN, r"jpt\w*|(?:jabatan )?pimpinan(?: tinggi.*)?|(?:eselon )?ii?(?:\W*[ab])?|kepala (?:dinas|badan).*"),
    (Tier.ADMINISTRATOR, r"(?:jabatan )?administrator|(?:eselon )?iii(?:\W*[ab])?"),
    (Tier.PENGAWAS, r"(?:jabatan )?pengawas|(?:eselon )?(?:iv|v)(?:\W*[ab])?"),
    (Tier.FUNGSIONAL, r"(?:jabatan )?fungsional.*|jf\w*|jft\b.*|guru\b.*|dokter\b.*|perawat\b.*|bidan\b.*"),
    (Tier.PELAKSANA, r"(?:jabatan )?pelaksana\b.*|staf\w*\b.*|jfu\b.*|non\W*eselon.*"),
    (Tier.SEMUA, r"semua|seluruh(?:nya)?|total|jumlah"),
)
_METHODS = (
    (Method.ELEKTRONIK, r".*(?:elektronik|digital|online|daring|tte|e-?sign|aplikasi|google form).*"),
    (Method.BASAH, r".*(?:basah|manual|kertas|langsung|tertulis).*"),
)
_ONLINE, _ONSITE = r"(?:daring|online|zoom|virtual|vicon|video ?con\w*)", r"(?:luring|offline|tatap muka|langsung)"
_MODES = (
    (Mode.HIBRIDA, rf".*hibrid\w*.*|.*hybrid.*|.*{_ONSITE}.*{_ONLINE}.*|.*{_ONLINE}.*{_ONSITE}.*"),
    (Mode.DARING, rf".*{_ONLINE}.*"),
    (Mode.LURING, rf".*{_ONSITE}.*"),
)
_ACTIVITIES = (
    (Activity.IKRAR, r"\bikrar\b"),
    (Activity.PAKTA, r"\b[pf]akta\b"),
    (Activity.DEKLARASI, r"\bdeklarasi\b"),
    (Activity.KOMITMEN, r"\bkomitmen\b"),
)

_Words = tuple[tuple[StrEnum, str], ...]


def _reader(words: _Words) -> Callable[[str], str | None]:
    patterns = [(word.value, re.compile(pattern)) for word, pattern in words]

    def read(text: str) -> str | None:
        plain = text.lower().strip(" .:")
        return next((word for word, pattern in patterns if pattern.fullmatch(plain)), None)

    return read


employee_type, tier, method, mode = _reader(_TYPES), _reader(_TIERS), _reader(_METHODS), _reader(_MODES)


def activities(text: str) -> list[str]:
    """What was done, as far as a text names it."""
    return [word.value for word, pattern in _ACTIVITIES if re.search(pattern, text.lower())]


def read_words(column: pl.Series, read: Callable[[str], str | None]) -> pl.Series:
    """Each text as a word of the vocabulary, null where it is none; each distinct text is read once."""
    distinct: Mapping[str, str | None] = {text: read(text) for text in column.drop_nulls().unique()}
    return column.replace_strict(distinct, default=None, return_dtype=pl.String)
