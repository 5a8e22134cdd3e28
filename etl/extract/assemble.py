"""Mentions → proposed events, each field with the words that prove it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from etl.extract.activity import Act, kinds_of
from etl.extract.anchors import anchors_in
from etl.extract.campaigns import campaign_of
from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.count_roles import CountRole
from etl.extract.counts import Count, chosen, counts_in
from etl.extract.dates import Day
from etl.extract.event_dates import PRINTED_TOO, Dated, date_of
from etl.extract.instructions import instruction_in
from etl.extract.law import citations_in
from etl.extract.organisers import Organiser, organiser_of
from etl.extract.people import led_by, read_by, witnesses
from etl.extract.points import points_stated, themes_in
from etl.extract.reading import Found
from etl.extract.regions import RegionMention, Weight
from etl.extract.segments import Segment, segments_of
from etl.extract.settings import mode_of, tiers_of, venue_of
from etl.extract.values import Alternative, ProposedEvent, Span
from geo import register
from warehouse.vocabulary import DateStatus

_NEAR_VENUE = 45


def ceremonies_of(text: Annotated) -> list[Ceremony]:
    """Every ceremony that the text tells of, in its order."""
    homes: dict[int, str] = {}
    for region in text.regions:
        if region.code and region.weight is Weight.GOVERNMENT:
            homes.setdefault(region.sentence, region.code)
    found = [_ceremony(text, segment) for segment in segments_of(text.reading, text.acts, text.days, homes)]
    return [ceremony for ceremony in found if _is_one(text, ceremony)]


def _is_one(text: Annotated, ceremony: Ceremony) -> bool:
    """False where the text speaks of pledges in general: nowhere, by nobody, on no day."""
    event = ceremony.event
    told = (event.date, event.venue, event.mode, event.led_by, event.participants, event.signers, event.level)
    named = any(region.sentence in ceremony.segment.sentences for region in text.regions)
    return named or any(each is not None for each in told)


def _ceremony(text: Annotated, segment: Segment) -> Ceremony:
    reading, numbers = text.reading, segment.sentences
    acts = [act for act in text.acts if act.sentence in numbers]
    acting = {act.sentence for act in acts}
    organiser = organiser_of(reading, numbers, acts or text.acts, text.regions, text.units)
    everywhere = range(len(reading.sentences))
    named = campaign_of(reading, numbers, None, text.campaigns) or campaign_of(
        reading, everywhere, None, text.campaigns
    )
    year = segment.day.mention.year if segment.day and segment.day.mention else None
    anchors = anchors_in(reading, numbers, named.value if named else None, year, text.campaigns)
    dated = date_of(reading, segment, text.days, anchors, campaign=named.value if named else None, acting=acting)
    dated = _with_other_prints(text, segment, dated)
    day = dated.date.low if dated else None
    campaign = campaign_of(reading, numbers, day, text.campaigns) or campaign_of(
        reading, everywhere, day, text.campaigns
    )
    counts = counts_in(reading, numbers)
    citations = citations_in(reading, numbers)
    fields = _Fields()
    _of_acts(fields, text, segment, acts)
    _of_organiser(fields, organiser)
    _of_place(fields, text, segment, organiser, acting)
    if dated:
        fields.put("date", Found(dated.date, dated.spans))
    _of_letter(fields, text, numbers)
    fields.put("led_by", led_by(reading, numbers, text.regions))
    fields.put("read_by", read_by(reading, numbers, text.regions))
    fields.put("witnesses", witnesses(reading, numbers, text.regions))
    fields.put("mode", mode_of(reading, numbers))
    _of_people(fields, text, counts)
    fields.put("tiers", tiers_of(reading, numbers, acting))
    fields.put("points", themes_in(reading, numbers))
    fields.put("points_stated", points_stated(reading, numbers))
    if citations:
        fields.put("legal_basis", Found(tuple(each.name for each in citations), tuple(each.span for each in citations)))
    if campaign:
        fields.put("campaign", Found(campaign.value.campaign_id, campaign.spans))
    event = ProposedEvent(
        level=organiser.level, organiser_kind=organiser.kind, evidence=fields.evidence, **fields.values
    )
    return Ceremony(event, segment, organiser, dated, counts, citations, campaign.value if campaign else None)


class _Fields:
    """Values and their evidence, collected field by field."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {"activity": (), "region_codes": ()}
        self.evidence: dict[str, tuple[Span, ...]] = {}

    def put(self, name: str, found: Found[Any] | None) -> None:
        if found is not None:
            self.values[name] = found.value
            self.evidence[name] = found.spans


def _of_acts(fields: _Fields, text: Annotated, segment: Segment, acts: Sequence[Act]) -> None:
    """What was done, from the body and the writer's own words where there are such."""

    def kind(act: Act) -> str:
        return text.reading.sentences[act.sentence].kind

    body = [act for act in acts if kind(act) == "paragraph" and not act.is_spoken]
    day = text.reading.sentences[segment.day.sentence].part if segment.day else None
    body.sort(key=lambda act: text.reading.sentences[act.sentence].part != day)
    told = kinds_of(body or [act for act in acts if not act.is_spoken] or acts or text.acts[:1])
    fields.put("activity", Found(tuple(act.kind for act in told), tuple(act.span for act in told)))


def _of_organiser(fields: _Fields, organiser: Organiser) -> None:
    if organiser.codes:
        fields.put("region_codes", Found(organiser.codes, organiser.spans))
    if organiser.unit and organiser.unit_span:
        fields.put("opd", Found(organiser.unit, (organiser.unit_span,)))


def _of_place(fields: _Fields, text: Annotated, segment: Segment, organiser: Organiser, acting: set[int]) -> None:
    """The venue, and the region in which the text puts it; a venue without one lies in the organiser's."""
    beside = acting | ({segment.day.sentence} if segment.day else set())
    venue = venue_of(text.reading, segment.sentences, beside)
    if venue is None:
        return
    fields.put("venue", venue)
    low, high = venue.spans[0]
    home = organiser.codes[0] if organiser.codes else None
    for region in text.regions:
        if low < region.name[0] <= high + _NEAR_VENUE and _is_place(text, region, high):
            fields.put("place_region_code", Found(region.code, (region.span,)))
            return
    if home is not None:
        fields.put("place_region_code", Found(home, venue.spans))


def _is_place(text: Annotated, region: RegionMention, venue_end: int) -> bool:
    """True for a region in or right behind a venue; `Kantor Bupati …` is a name and no place.

    In a venue's own words the type has to stand; behind it the bare name does: `Anjong Mon Mata, Banda Aceh`.
    """
    words = text.reading.fold[region.span[0] : region.name[0]]
    between = text.reading.fold[venue_end : region.span[0]]
    typed = re.search(r"\b(?:kabupaten|kab\.|kota)\b", words) is not None
    return (
        region.code is not None
        and register.region(region.code).level != "provinsi"
        and (typed or text.reading.fold.endswith(", ", 0, region.span[0]))
        and "bupati" not in words
        and "." not in between
    )


def _of_letter(fields: _Fields, text: Annotated, numbers: Sequence[int]) -> None:
    letter = instruction_in(text.reading, numbers)
    if letter is None:
        return
    if letter.number:
        fields.put("instruction_number", Found(letter.number, letter.spans[:1]))
    if letter.date:
        fields.put("instruction_date", Found(letter.date, letter.spans[-1:]))


def _of_people(fields: _Fields, text: Annotated, counts: Sequence[Count]) -> None:
    taking = chosen(text.reading, counts, CountRole.PARTICIPANTS)
    signing = chosen(text.reading, counts, CountRole.SIGNERS)
    fields.put("participants", taking)
    fields.put("signers", signing)


def _with_other_prints(text: Annotated, segment: Segment, dated: Dated | None) -> Dated | None:
    """The day disputed where a caption or a later sentence prints another one for the same ceremony."""
    if dated is None or dated.reading is None or not segment.is_first:
        return dated
    others = other_prints(text, segment, dated)
    if not others:
        return dated
    alternatives = [
        Alternative(bounds[0], PRINTED_TOO, {"words": text.reading.quote(day.span)})
        for day in others
        if day.mention and (bounds := day.mention.bounds(dated.date.low.year))
    ]
    known = {each.date for each in dated.date.alternatives}
    added = tuple(each for each in alternatives if each.date not in known)
    return replace(
        dated, date=replace(dated.date, status=DateStatus.DISPUTED, alternatives=dated.date.alternatives + added)
    )


def other_prints(text: Annotated, segment: Segment, dated: Dated) -> list[Day]:
    """Other days that captions print beside an activity, or that the text says are printed elsewhere."""
    reading = text.reading
    acting = {act.sentence for act in text.acts}
    found = []
    for day in text.days:
        sentence = reading.sentences[day.sentence]
        if day.mention is None or not day.is_fine or day.sentence not in segment.sentences or day is dated.day:
            continue
        bounds = day.mention.bounds(dated.date.low.year)
        if bounds is None or not day.has_weekday or dated.date.low <= bounds[0] <= dated.date.high:
            continue
        in_caption = sentence.kind == "caption" and day.sentence in acting
        before = reading.fold[max(sentence.start, day.span[0] - 60) : day.span[0]]
        if in_caption or re.search(
            r"\b(?:artikel|keterangan foto|caption|judul|media lain|berita lain)\b[^.;]*\b(?:menyebut\w*|tertulis"
            r"|menulis)\s*$",
            before,
        ):
            found.append(day)
    return found
