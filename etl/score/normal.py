"""Values as they are compared: texts without the differences that mean nothing. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from etl.extract.offices import short
from etl.extract.values import EventDate, People

_TYPES = r"(?:provinsi|kabupaten|kab|kota|pemerintah|pemkab|pemkot)"
_ABBREVIATIONS = (
    (r"\bsekretariat daerah\b", "setda"),
    (r"\bsekretaris daerah\b", "sekda"),
    (r"\bdinas komunikasi dan informatika\b", "diskominfo"),
    (r"\bbadan pengawas pemilihan umum \(bawaslu\)", "bawaslu"),
    (r"\bkantor kementerian agama\b", "kankemenag"),
    (r"\b(?:organisasi perangkat daerah|perangkat daerah|skpd)\b", "opd"),
    (r"\bbalaikota\b", "balai kota"),
    (r"\bbadan kepegawaian dan pengembangan sumber ?daya manusia\b", "bkpsdm"),
    (r"\bsatuan polisi pamong praja\b", "satpol pp"),
)


def plain(text: str) -> str:
    """Lower case, single blanks, NFC; apostrophes and quotation marks stay."""
    shown = "".join(char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf")
    return re.sub(r"\s+", " ", shown).strip().lower()


def name(text: str, regions: frozenset[str]) -> str:
    """An office, unit or venue: abbreviations resolved, the region's name behind it gone."""
    found = plain(short(plain(text)))
    for pattern, form in _ABBREVIATIONS:
        found = re.sub(pattern, form, found)
    for region in sorted(regions, key=len, reverse=True):
        found = re.sub(rf"(?: {_TYPES})* {re.escape(region)}$", "", found)
    return found


def value(field: str, given: Any, regions: frozenset[str]) -> Any:
    """A field's value in a form that can be compared; None for what is not there."""
    if not given and given != 0:
        return None
    form: Callable[[Any, frozenset[str]], Any] = _FORMS.get(field, _text)
    return form(given, regions)


def _codes(given: Sequence[str], _: frozenset[str]) -> Any:
    """The organiser in its place, the others as a set."""
    return given[0], frozenset(given[1:])


def _names(given: Sequence[str], regions: frozenset[str]) -> Any:
    return frozenset(name(each, regions) for each in given)


def _set(given: Sequence[object], _: frozenset[str]) -> Any:
    return frozenset(str(each) for each in given)


def _text(given: object, _: frozenset[str]) -> Any:
    return str(given)


def equal(field: str, one: Any, other: Any) -> bool:
    """True where two compared values mean the same; a venue or unit also where one name contains the other."""
    if one is None or other is None:
        return one is other
    if field in {"venue", "opd"}:
        return one in other or other in one
    return bool(one == other)


def _date(given: EventDate | dict[str, Any], _: frozenset[str]) -> Any:
    if isinstance(given, EventDate):
        others = frozenset(each.date.isoformat() for each in given.alternatives)
        return given.low.isoformat(), given.high.isoformat(), str(given.precision), str(given.status), others
    others = frozenset(each["date"] for each in given["alternatives"])
    return given["low"], given["high"], given["precision"], given["status"], others


def _people(given: People | dict[str, Any], _: frozenset[str]) -> Any:
    if isinstance(given, People):
        return given.low, given.high, str(given.qualifier)
    return given["low"], given["high"], given["qualifier"]


_FORMS: dict[str, Callable[[Any, frozenset[str]], Any]] = {
    "date": _date,
    "participants": _people,
    "signers": _people,
    "region_codes": _codes,
    **dict.fromkeys(("witnesses", "tiers"), _names),
    **dict.fromkeys(("activity", "points", "legal_basis"), _set),
    **dict.fromkeys(("led_by", "read_by", "opd", "venue"), name),
}
