"""Words in cells to words of the vocabulary: employee types, tiers, ways to sign, kinds of ceremony. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

import polars as pl

from etl.recognise.words import employee_type_of, tier_of
from warehouse.vocabulary import Activity, Method, Mode, Tier

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


_WHOLE = re.compile(r"semua|seluruh(?:nya)?|total|jumlah")
_POSTS = re.compile(r"(?:guru|dokter|perawat|bidan|fungsional|jf)\b")


def _plain(text: str) -> str:
    return text.lower().strip(" .:")


def _reader(words: _Words) -> Callable[[str], str | None]:
    patterns = [(word.value, re.compile(pattern)) for word, pattern in words]

    def read(text: str) -> str | None:
        plain = _plain(text)
        return next((word for word, pattern in patterns if pattern.fullmatch(plain)), None)

    return read


method, mode = _reader(_METHODS), _reader(_MODES)


def employee_type(text: str) -> str | None:
    """The employee type that a cell says."""
    return employee_type_of(_plain(text))


def tier(text: str) -> str | None:
    """The tier that a cell says; the post of a teacher or a nurse is a functional one."""
    plain = _plain(text)
    if _WHOLE.fullmatch(plain):
        return Tier.SEMUA
    return tier_of(plain) or (Tier.FUNGSIONAL if _POSTS.match(plain) else None)


def activities(text: str) -> list[str]:
    """What was done, as far as a text names it."""
    return [word.value for word, pattern in _ACTIVITIES if re.search(pattern, text.lower())]


def read_words(column: pl.Series, read: Callable[[str], str | None]) -> pl.Series:
    """Each text as a word of the vocabulary, null where it is none; each distinct text is read once."""
    distinct: Mapping[str, str | None] = {text: read(text) for text in column.drop_nulls().unique()}
    return column.replace_strict(distinct, default=None, return_dtype=pl.String)
