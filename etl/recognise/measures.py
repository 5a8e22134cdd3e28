"""Which column counts what, once the kind of file is known: sums and splits told apart, doubts named. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from etl.recognise.drafts import FIGURES, MEASURES, UNITS, Draft
from etl.recognise.headings import measure_of
from etl.recognise.layout import Field, FileKind
from geo.names import opd_kind
from warehouse.vocabulary import EmployeeType

_OF_EVENTS = (Field.ACTIVITY, Field.VENUE, Field.OCCASION, Field.MODE, Field.LED_BY, Field.SOURCE_URL)
_OF_ROSTERS = (Field.NIP, Field.NAME)
_PEOPLE_WORDS = re.compile(r"\b(?:asn|c?pns|pppk|p3k|pegawai\w*|kepegawaian|aparatur|honorer|non[ -]asn|personil)\b")
_PLEDGE_WORDS, _PACT_WORDS = re.compile(r"ikrar|deklarasi"), re.compile(r"pakta|fakta integritas|tanda ?tangan|ttd")
_TYPES = {EmployeeType.PNS, EmployeeType.PPPK}

WORDS: dict[str, tuple[Field, EmployeeType | None]] = {
    **{field.value: (field, None) for field in Field},
    **{each.value: (Field.PEOPLE, each) for each in EmployeeType},
}
"""What an answer to the questions `column` and `header` makes of a column."""

DAYS: dict[str, Field | None] = {"date": None, "pledged_date": Field.PLEDGED, "signed_date": Field.SIGNED}
"""What an answer says that one of several columns of days is the day of; null = of all figures of the row."""
_DAY = re.compile(r"\b(?:tanggal|tgl|hari|waktu|pelaksanaan|date)\b")


def is_table(drafts: Sequence[Draft]) -> bool:
    """True where something is named or counted that could be people or ceremonies."""
    fields = {draft.field for draft in drafts}
    rows = {*UNITS, *_OF_ROSTERS, *MEASURES, Field.TIER, Field.EMPLOYEE_TYPE, Field.VENUE, Field.ACTIVITY}
    return bool(fields & rows) or any(draft.unsure for draft in drafts)


def kind_of(drafts: Sequence[Draft], subject: str) -> FileKind | None:
    """What the rows are about, from the columns and, for plain words, from `subject` (titles in lower case)."""
    fields = {draft.field for draft in drafts}
    unsure = any(draft.unsure for draft in drafts)
    people = [draft for draft in drafts if draft.field is Field.PEOPLE]
    events = {*_OF_EVENTS} - {Field.SOURCE_URL, Field.OCCASION}
    said = " ".join([*(draft.heading.lower().replace("_", " ") for draft in drafts), subject])
    named = any(draft.employee_type for draft in people) or _PEOPLE_WORDS.search(said)
    cases: tuple[tuple[object, FileKind], ...] = (
        (fields & set(_OF_ROSTERS), FileKind.ROSTER),
        (not people and fields & events and fields & {*UNITS, Field.DATE}, FileKind.EVENTS),
        (fields & {Field.SIGNED, Field.PLEDGED}, FileKind.SIGNATURES),
        (unsure and measures_in(subject), FileKind.SIGNATURES),
        (people and named, FileKind.HEADCOUNT),
        (not people and not unsure and Field.OPD in fields, FileKind.HEADCOUNT),
    )
    return next((kind for holds, kind in cases if holds), None)


def measures_in(subject: str) -> tuple[Field, ...]:
    """The measures that a title names."""
    found = ((Field.PLEDGED, _PLEDGE_WORDS), (Field.SIGNED, _PACT_WORDS))
    return tuple(field for field, words in found if words.search(subject))


def settle(drafts: Sequence[Draft], kind: FileKind, subject: str) -> list[Draft]:
    """The columns of a file of a kind. What is still `unsure` or `wordy` has to be asked."""
    done = [_for_kind(draft, kind, subject) for draft in drafts]
    done = _without_doubt(done, kind)
    done = _days_apart(_sums_apart(done), kind)
    return [_share_of(draft, done) if draft.field is Field.PERCENT else draft for draft in done]


def only_shares(drafts: Sequence[Draft]) -> bool:
    """True where a table gives percentages and counts nobody: of a share of an unknown number nobody can be counted."""
    fields = {draft.field for draft in drafts}
    counted = {*MEASURES, Field.PARTICIPANTS, Field.SIGNERS}
    return Field.PERCENT in fields and not fields & counted and not any(draft.unsure for draft in drafts)


def is_turned(drafts: Sequence[Draft]) -> bool:
    """True where units stand across as headings of columns of figures, and no column names units."""
    across = [each for each in drafts if each.evidence.figures >= 0.5 and opd_kind(each.heading) is not None]
    return len(across) > 1 and not any(each.field in UNITS for each in drafts)


def answered(draft: Draft, word: str) -> Draft:
    """The column as a person named it; unchanged for a word that is none."""
    if word not in WORDS:
        return draft
    field, employee_type = WORDS[word]
    return replace(
        draft, field=field, employee_type=employee_type or draft.employee_type, unsure=False, wordy=False, sums=False
    )


def _for_kind(draft: Draft, kind: FileKind, subject: str) -> Draft:
    """A measure under the name that it has in a file of this kind."""
    field = draft.field
    if draft.unsure:
        named = measures_in(subject)
        only = named[0] if len(named) == 1 and kind is not FileKind.HEADCOUNT and draft.words else None
        if only is None or not any(map(str.strip, draft.words)):
            return draft
        return _for_kind(replace(draft, field=only, unsure=False), kind, subject)
    if kind is FileKind.EVENTS:
        names = {Field.PLEDGED: Field.PARTICIPANTS, Field.SIGNED: Field.SIGNERS, Field.PEOPLE: Field.PARTICIPANTS}
        return replace(draft, field=names.get(field, field))
    if kind is FileKind.ROSTER:
        names = {Field.PLEDGED: Field.PLEDGED_MARK, Field.SIGNED: Field.SIGNED_MARK, Field.PEOPLE: Field.UNUSED}
        return replace(draft, field=names.get(field, field))
    return replace(draft, field=Field.UNUSED) if field in _OF_EVENTS else draft


def _without_doubt(drafts: list[Draft], kind: FileKind) -> list[Draft]:
    """Doubts that need no answer dropped: figures nobody named beside those that are named, words beside a unit."""
    fields = {draft.field for draft in drafts}
    measured = {
        FileKind.HEADCOUNT: Field.PEOPLE in fields,
        FileKind.SIGNATURES: bool(fields & {Field.SIGNED, Field.PLEDGED}),
        FileKind.EVENTS: bool(fields & {Field.PARTICIPANTS, Field.SIGNERS}),
        FileKind.ROSTER: bool(fields & {Field.SIGNED_MARK, Field.PLEDGED_MARK}),
    }[kind]
    if kind is FileKind.ROSTER and not any(draft.unsure and draft.evidence.marks >= 0.5 for draft in drafts):
        measured = True
    placed = bool(fields & {*UNITS, Field.TIER, Field.EMPLOYEE_TYPE, Field.DATE, *_OF_ROSTERS, *_OF_EVENTS})
    words = [draft for draft in drafts if draft.wordy]
    widest = max(words, key=lambda draft: (draft.evidence.distinct, draft.index), default=None)
    return [
        replace(
            draft,
            unsure=draft.unsure and not measured,
            wordy=draft.wordy and ((draft is widest and not placed) or _splits(draft, drafts)),
        )
        for draft in drafts
    ]


def _splits(draft: Draft, drafts: list[Draft]) -> bool:
    """True for words that tell rows of one unit apart: the same unit stands several times, always with another word."""
    units = [each for each in drafts if each.field in UNITS]
    others = any(
        each.field in {Field.TIER, Field.EMPLOYEE_TYPE, Field.DATE, Field.VENUE, *_OF_ROSTERS} for each in drafts
    )
    if not units or others or not draft.words:
        return False
    repeated = all(unit.evidence.distinct * 2 <= unit.evidence.filled for unit in units)
    return repeated and draft.evidence.distinct * 2 > draft.evidence.filled


def _sums_apart(drafts: list[Draft]) -> list[Draft]:
    """Of each measure the columns that are sums of others, or say it again, as TOTAL; splits within a type as PART.

    Two columns of one type with figures of their own (CPNS beside PNS) both stay: they add up. Two of a measure without
    type (ikrar, hadir) cannot both hold: the second is a doubt.
    """
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.field in MEASURES:
            groups[draft.field, None if draft.as_of is None else (draft.as_of.low, draft.as_of.high)].append(draft)
    changed = {each.index: each for members in groups.values() for each in _within(members)}
    return [changed.get(draft.index, draft) for draft in drafts]


def _days_apart(drafts: list[Draft], kind: FileKind) -> list[Draft]:
    """Of several columns of days each with the measure that its heading names; what nobody counts has no day. Of those
    that name none one can hold for the row: the others are doubts."""
    days = [each for each in drafts if each.field is Field.DATE and _DAY.search(each.heading.lower())]
    if len(days) < 2 or kind is FileKind.ROSTER:
        return drafts
    counted = {each.field for each in drafts}
    found: dict[int, Draft] = {}
    is_taken = False
    for each in days:
        measure = measure_of(each.words) if kind is not FileKind.EVENTS else None
        if measure and any(other.of is measure for other in found.values()):
            measure = None
        if measure is None:
            found[each.index] = replace(each, which_day=is_taken)
            is_taken = True
        else:
            found[each.index] = replace(each, of=measure) if measure in counted else replace(each, field=Field.UNUSED)
    return [found.get(each.index, each) for each in drafts]


def answered_day(drafts: Sequence[Draft], index: int, word: str) -> list[Draft]:
    """The columns where a person said what one more column of days is; unchanged for a word that is no such answer.

    The day of the whole row is one: with it, what was taken for it before is left out.
    """
    if word not in {*DAYS, Field.UNUSED.value}:
        return list(drafts)
    field, of = (Field.DATE, DAYS[word]) if word in DAYS else (Field.UNUSED, None)
    others = [
        replace(each, field=Field.UNUSED)
        if field is Field.DATE and each.field is Field.DATE and each.of is of and not each.which_day
        else each
        for each in drafts
    ]
    return [replace(each, field=field, of=of, which_day=False) if each.index == index else each for each in others]


def _within(members: list[Draft]) -> list[Draft]:
    """The columns of one measure and day."""
    types = {each.employee_type for each in members}
    tiers = {each.tier for each in members if each.tier}
    seen: dict[object, Draft] = {}
    changed = []
    for each in members:
        untyped = each.employee_type in {None, EmployeeType.ASN}
        of_types = untyped and (types >= _TYPES or (each.sums and bool(types - {None})))
        of_tiers = each.tier is None and len(tiers) > 1
        key = (each.employee_type or EmployeeType.ASN, each.tier)
        again = seen.get(key)
        if of_types or of_tiers or (again and (each.sums or _same_figures(each, again))):
            changed.append(replace(each, field=Field.TOTAL))
        elif again and untyped and each.tier is None:
            changed.append(replace(each, field=Field.UNUSED, unsure=True))
        elif each.employee_type in _TYPES and not types >= _TYPES and EmployeeType.ASN in types:
            changed.append(replace(each, field=Field.PART))
        else:
            seen[key] = each
    return changed


def _same_figures(one: Draft, other: Draft) -> bool:
    """Whether two columns print the same numbers, in whatever way."""
    digits = [{re.sub(r"\D", "", value) for value in each.evidence.values} for each in (one, other)]
    return digits[0] == digits[1]


def _share_of(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A share with the measure that it is a share of: named, else the nearest to its left."""
    if draft.of:
        return draft
    measures = [each for each in drafts if each.field in {Field.PLEDGED, Field.SIGNED}]
    left = [each for each in measures if each.index < draft.index]
    nearest = left[-1] if left else measures[0] if measures else None
    return replace(draft, of=nearest.field if nearest else None)


def figure_columns(drafts: Sequence[Draft]) -> tuple[int, ...]:
    """The columns whose cells are counted."""
    return tuple(draft.index for draft in drafts if draft.field in FIGURES or draft.unsure)
