"""What the words of a heading say that a column holds. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.clean.dates import Campaign, DateReading, read_date
from etl.recognise import vocabulary
from etl.recognise.layout import Field
from etl.recognise.words import employee_types_in, tiers_in
from warehouse.vocabulary import DatePrecision, EmployeeType, Tier


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says. `field` null = nothing; `sums`: a plain "Jumlah"; `unsure`: a measure, but which one is not
    said; `named`: the heading only says that names or kinds stand below. Of a PERCENT, `of` is the measure it names."""

    field: Field | None = None
    employee_type: EmployeeType | None = None
    tier: Tier | None = None
    as_of: DateReading | None = None
    of: Field | None = None
    sums: bool = False
    unsure: bool = False
    named: bool = False


def plain(heading: str) -> str:
    """A heading for comparison: lower case, underscores as spaces, no unit in brackets, no marks at its ends."""
    text = re.sub(r"[\s_]+", " ", heading.lower())
    text = re.sub(r"\s?\((?!%)[^()]*\)$", "", text) or text
    return text.strip(" .:*")


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})")


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


_NAMES = tuple((field, _whole(words)) for field, words in vocabulary.NAMES)
_NAMELIKE_RE, _PART_RE = _whole(vocabulary.NAMELIKE), _whole(vocabulary.PART)
_GROUP_RE, _SUM_RE = _whole(vocabulary.SPLIT_GROUP), _whole(vocabulary.SUM)
_SIGNED_RE, _PLEDGED_RE = _word(vocabulary.SIGNED), _word(vocabulary.PLEDGED)
_REST_RE, _UNSURE_RE, _PEOPLE_RE = (_word(each) for each in (vocabulary.REST, vocabulary.UNSURE, vocabulary.PEOPLE))
_UNITS_RE, _OBLIGED_RE = _whole(vocabulary.UNITS_COUNTED), _whole(vocabulary.OBLIGED)
_PERCENT_RE = re.compile(rf"%|(?<!\w)(?:{vocabulary.PERCENT})(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def read_heading(parts: Sequence[str], campaigns: Sequence[Campaign] = ()) -> Meaning:
    """The meaning of a heading's words, outer group first."""
    words = [plain(part) for part in parts if part]
    if not words:
        return Meaning()
    leaf, whole = words[-1], " / ".join(words)
    named = next((field for field, pattern in _NAMES if pattern.fullmatch(leaf)), None)
    if named:
        return Meaning(named)
    if _UNITS_RE.match(leaf) and (_measures(leaf) or _REST_RE.search(leaf) or _UNSURE_RE.search(leaf)):
        return Meaning(Field.UNUSED)
    types = employee_types_in(leaf) or employee_types_in(whole)
    tiers = tiers_in(leaf) or tiers_in(whole)
    said = Meaning(
        employee_type=types[0] if len(types) == 1 else EmployeeType.ASN if types else None,
        tier=tiers[0] if len(tiers) == 1 else None,
        as_of=_date_in(whole, campaigns),
    )
    return _measured(said, words, leaf, whole)


def _measured(said: Meaning, words: list[str], leaf: str, whole: str) -> Meaning:
    """What is counted in a column whose type, tier and day are known."""
    measures = _measures(leaf) or _measures(whole)
    one = measures[0] if len(measures) == 1 else None
    sums = _SUM_RE.fullmatch(leaf) is not None
    typed = said.employee_type or said.tier
    in_split = any(_GROUP_RE.fullmatch(group) for group in words[:-1])
    cases: tuple[tuple[object, Meaning], ...] = (
        (_PERCENT_RE.search(whole), replace(said, field=Field.PERCENT, of=one)),
        (_REST_RE.search(leaf), replace(said, field=Field.REST)),
        (_PART_RE.fullmatch(leaf) or (in_split and not sums), replace(said, field=Field.PART)),
        (in_split, replace(said, field=Field.TOTAL, sums=True)),
        (_OBLIGED_RE.match(leaf) and not _UNSURE_RE.search(leaf), replace(said, field=Field.PEOPLE)),
        (_UNSURE_RE.search(leaf) and not one, replace(said, unsure=True)),
        (one, replace(said, field=one, sums=sums)),
        (measures or _UNSURE_RE.search(whole), replace(said, unsure=True)),
        (sums, replace(said, field=Field.PEOPLE, sums=True)),
        (_PEOPLE_RE.search(whole) or typed, replace(said, field=Field.PEOPLE, sums=not typed and "jumlah" in leaf)),
        (_NAMELIKE_RE.fullmatch(leaf), Meaning(named=True)),
        (said.as_of, replace(said, field=Field.PEOPLE)),
    )
    return next((meaning for holds, meaning in cases if holds), said)


def measure_of(parts: Sequence[str]) -> Field | None:
    """The one measure (pledged, signed) that a heading's words name."""
    words = [plain(part) for part in parts if part]
    found = (_measures(words[-1]) or _measures(" / ".join(words))) if words else []
    return found[0] if len(found) == 1 else None


def _measures(text: str) -> list[Field]:
    found = ((Field.SIGNED, _SIGNED_RE), (Field.PLEDGED, _PLEDGED_RE))
    return [field for field, pattern in found if pattern.search(text)]


def _date_in(whole: str, campaigns: Sequence[Campaign]) -> DateReading | None:
    """The day, month or year that a heading names; of nothing without digits."""
    if not re.search(r"\d", whole):
        return None
    reading = read_date(re.sub(r"\b(?:smt|sem)\.? ?(?=[12i])", "semester ", whole), campaigns=campaigns)
    fine = reading.precision is not None and reading.fault is None
    return reading if fine and (_YEAR.search(whole) or reading.precision is not DatePrecision.YEAR) else None
