"""Who called a ceremony and where it was: the organiser told apart from the place. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.extract.activity import Act
from etl.extract.reading import Reading
from etl.extract.regions import RegionMention, Weight
from etl.extract.units import UnitMention
from etl.extract.values import Span
from geo import register
from warehouse.vocabulary import EventLevel, OrganiserKind


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who called it. `codes` begins with the organiser's region; `spans` prove the regions, `unit_span` the unit."""

    kind: OrganiserKind
    level: EventLevel | None
    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    unit: str | None = None
    unit_span: Span | None = None


_NATIONAL = re.compile(
    r"\b(?:se-?indonesia|seluruh indonesia|kepala daerah se|secara nasional|tingkat nasional|se-nusantara)\b"
    r"|\b(?:kasn|bkn|kemendagri|kementerian dalam negeri|kemenpan-?rb) (?:menggelar|menyelenggarakan|mengadakan)\b"
)
_TOGETHER = re.compile(r"\b(?:bersama|yakni|yaitu|terdiri|meliputi|diikuti (?:oleh )?(?:kabupaten|kota)|antara lain)\b")
_NEAR = 12
"""Sentences around the organiser's name in which a fuller form of it stands."""

_JOINED = re.compile(r",? (?:dan |serta )?(?:kabupaten |kota )?|, ")


def organiser_of(
    reading: Reading,
    numbers: Sequence[int],
    acts: Sequence[Act],
    regions: Sequence[RegionMention],
    units: Sequence[UnitMention],
) -> Organiser:
    """The organiser of the ceremony that these sentences tell of; of the document where they name none."""
    inside = set(numbers)
    acting = {act.sentence for act in acts if act.sentence in inside}
    nation = _nation(reading, acting)
    if nation:
        return Organiser(OrganiserKind.NASIONAL, EventLevel.NASIONAL, (), (nation,))
    region = _region(reading, [each for each in regions if each.sentence in inside], acting) or _region(
        reading, regions, {act.sentence for act in acts}
    )
    unit = _unit(reading, [each for each in units if each.sentence in inside], acting, region)
    if unit:
        return _of_unit(reading, unit, region, regions)
    if region is None or region.code is None:
        return Organiser(OrganiserKind.PEMDA, None, (), ())
    codes, spans = _with_others(reading, region, regions, acting)
    return Organiser(OrganiserKind.PEMDA, EventLevel(register.region(region.code).level), codes, spans)


def _nation(reading: Reading, acting: set[int]) -> Span | None:
    for number in sorted(acting):
        sentence = reading.sentences[number]
        found = _NATIONAL.search(reading.fold, sentence.start, sentence.end)
        if found and sentence.kind != "headline":
            return found.span()
    return None


def _region(reading: Reading, regions: Sequence[RegionMention], acting: set[int]) -> RegionMention | None:
    """The strongest name: one that acts before one that is a place, beside the activity before one that is not."""

    def rank(mention: RegionMention) -> tuple[bool, int, int]:
        kind = reading.sentences[mention.sentence].kind
        strength = mention.weight - (3 if mention.is_place else 0)
        near = mention.sentence in acting or mention.sentence - 1 in acting
        return mention.code is not None, strength + (2 if near and kind == "paragraph" else 0), -mention.sentence

    kept = [each for each in regions if not reading.is_spoken(each.span[0])]
    found = max(kept, key=rank, default=None)
    if found and found.weight is Weight.MENTIONED and reading.sentences[found.sentence].kind == "dateline":
        others = [each for each in kept if reading.sentences[each.sentence].kind != "dateline" and each.code]
        return max(others, key=rank, default=found)
    return found


def _unit(
    reading: Reading, units: Sequence[UnitMention], acting: set[int], region: RegionMention | None
) -> UnitMention | None:
    """The unit that acts beside the activity, where no government stands there before it."""
    near = acting | {number - 1 for number in acting}
    governed = [
        region.span[0]
        for _ in range(1)
        if region is not None and region.weight is Weight.GOVERNMENT and region.sentence in near
    ]
    for kinds in (("paragraph",), ("headline",)):
        for unit in units:
            kind = reading.sentences[unit.sentence].kind
            if not unit.is_subject or kind not in kinds or unit.sentence not in near or reading.is_spoken(unit.span[0]):
                continue
            if unit.kind is OrganiserKind.PENYELENGGARA and unit.sentence not in acting:
                continue
            if any(place < unit.span[0] for place in governed) and kind == "paragraph":
                continue
            if governed and kind == "headline":
                continue
            return unit
    return None


def _of_unit(
    reading: Reading, unit: UnitMention, region: RegionMention | None, regions: Sequence[RegionMention]
) -> Organiser:
    """The unit's organiser; its region is the one named right behind it."""
    behind = next(
        (
            each
            for each in regions
            if each.code and unit.span[1] <= each.name[0] <= unit.span[1] + 40 and each.sentence == unit.sentence
        ),
        None,
    )
    within = (
        next((each for each in regions if each.code and unit.span[0] < each.name[0] < unit.span[1]), None)
        if unit.level is EventLevel.OPD
        else None
    )
    home = behind or within or region
    codes = (home.code,) if home and home.code else ()
    proof = (home if home.level else _proof(reading, home, regions)) if home else None
    level = unit.level
    if unit.kind is OrganiserKind.PENYELENGGARA and codes:
        level = EventLevel(register.region(codes[0]).level)
    name = unit.span if behind is None or unit.kind is OrganiserKind.OPD else (unit.span[0], behind.name[1])
    return Organiser(unit.kind, level, codes, (proof.span,) if proof else (), reading.quote(name), unit.span)


def _proof(reading: Reading, organiser: RegionMention, regions: Sequence[RegionMention]) -> RegionMention:
    """The first mention in the body, from the organiser's on or else at all, that says what kind of region it is."""
    if organiser.weight is Weight.GOVERNMENT:
        return organiser
    typed = [
        each
        for each in regions
        if each.code == organiser.code
        and each.level
        and each.weight is not Weight.OFFICE
        and reading.sentences[each.sentence].kind == "paragraph"
    ]
    near = [each for each in typed if abs(each.sentence - organiser.sentence) < _NEAR]
    return min(near, key=lambda each: abs(each.sentence - organiser.sentence), default=organiser)


def _with_others(
    reading: Reading, organiser: RegionMention, regions: Sequence[RegionMention], acting: set[int]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The organiser and the regions that the activity's sentence lists as taking part."""
    codes, spans = [organiser.code or ""], [_proof(reading, organiser, regions).span]
    row = [
        each
        for each in regions
        if each.sentence in acting
        and each.code
        and each.code != organiser.code
        and reading.sentences[each.sentence].kind == "paragraph"
    ]
    listed = [
        each
        for index, each in enumerate(row)
        if any(
            other.sentence == each.sentence
            and _JOINED.fullmatch(reading.fold[min(each.name[1], other.name[1]) : max(each.span[0], other.span[0])])
            for other in row[max(index - 1, 0) : index + 2]
            if other is not each
        )
    ]
    if len(listed) > 1 and _TOGETHER.search(reading.words(reading.sentences[listed[0].sentence])):
        for each in listed:
            if each.code and each.code not in codes:
                codes.append(each.code)
                spans.append(each.span)
    return tuple(codes), tuple(spans)
