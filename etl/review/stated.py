"""What a proposed ceremony says, field by field, as the claims it would become. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from etl.extract.values import Alternative, EventDate, People, ProposedEvent, Span
from etl.ingest.unit_names import registers
from etl.reconcile import FIELDS, Days, is_value, write_bounds, write_days
from etl.reconcile.fields import SEPARATOR
from etl.review.values import FieldProposal, Other
from geo.names import resolve
from geo.spelling import name_key
from i18n import text
from warehouse.vocabulary import DateStatus

FOLLOWS = "Mengikuti wilayah atau unit penyelenggara."
INFERRED = "Disimpulkan dari teks: tanggalnya tidak tercetak lengkap."
DERIVED = ("level", "organiser_kind", "opd_id")
"""Fields that follow from the organiser, without words of their own."""

_EVIDENCE = {"campaign_id": "campaign", "organiser_region_code": "region_codes", "participant_regions": "region_codes"}
"""Which evidence proves a field, where its name is another."""


def fields_of(event: ProposedEvent, document: str, opd: pl.DataFrame) -> tuple[FieldProposal, ...]:
    """Every field that the event gives. `document` is the text that its spans are of; `opd` the store's table.

    A value that its field cannot hold is left out: nothing of it could be kept.
    """
    found = []
    for name, value in _plain(event, opd):
        spans = _spans(event, name)
        quote = " … ".join(dict.fromkeys(document[start:end] for start, end in spans)) or None
        if is_value(FIELDS[name], value):
            found.append(FieldProposal(name, value, quote, None, spans, None if quote else FOLLOWS))
    found += [_count(name, people, _spans(event, name)) for name, people in _counts(event)]
    if event.date:
        found.append(_date(event.date, _spans(event, "date")))
    order = list(FIELDS)
    return tuple(sorted(found, key=lambda each: order.index(each.field)))


def known_unit(name: str, region: str, opd: pl.DataFrame) -> str | None:
    """The opd_id of a unit by its name, where it is on record; else null."""
    own = registers(opd, [region])[region]
    code = own.keys.get(name_key(name)) or resolve([name], within=region, kind="opd")[0].code
    return code if code in own.names else None


def written(parts: Sequence[object]) -> str | None:
    """Several words as one canonical text; null for none."""
    texts = [" ".join(str(part).replace(";", ",").split()) for part in parts]
    return SEPARATOR.join(dict.fromkeys(text for text in texts if text)) or None


def why(message: str, values: Mapping[str, object]) -> str:
    """A message id with its values as a sentence in Indonesian, the language of what the store keeps."""
    t = text("id")
    return t(message, **{name: t.date(each) if isinstance(each, dt.date) else each for name, each in values.items()})


def _plain(event: ProposedEvent, opd: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """The fields that are words, codes, numbers and texts."""
    organiser = event.region_codes[0] if event.region_codes else None
    values = {
        "campaign_id": event.campaign,
        "activity": written(event.activity),
        "level": event.level,
        "organiser_kind": event.organiser_kind,
        "organiser_region_code": organiser,
        "place_region_code": event.place_region_code,
        "participant_regions": written(event.region_codes[1:]),
        "opd": event.opd,
        "opd_id": known_unit(event.opd, organiser, opd) if event.opd and organiser else None,
        "mode": event.mode,
        "venue": event.venue,
        "led_by": event.led_by,
        "read_by": event.read_by,
        "witnesses": written(event.witnesses),
        "points": written(event.points),
        "points_stated": event.points_stated,
        "tiers": written(event.tiers),
        "instruction_number": event.instruction_number,
        "instruction_date": event.instruction_date,
        "legal_basis": written(event.legal_basis),
    }
    yield from ((name, " ".join(str(value).split())) for name, value in values.items() if value is not None)


def _counts(event: ProposedEvent) -> Iterator[tuple[str, People]]:
    for name, people in (("participants", event.participants), ("signers", event.signers)):
        if people is not None:
            yield name, people


def _count(name: str, people: People, spans: tuple[Span, ...]) -> FieldProposal:
    return FieldProposal(name, write_bounds(people.low, people.high), people.stated, people.qualifier.value, spans)


def _date(date: EventDate, spans: tuple[Span, ...]) -> FieldProposal:
    """The date as printed. Where the text disputes it, a person's acceptance makes it a stated one."""
    disputed = date.status is DateStatus.DISPUTED
    return FieldProposal(
        "date",
        write_days(Days(date.low, date.high, date.precision)),
        date.stated,
        (DateStatus.STATED if disputed else date.status).value,
        spans,
        INFERRED if date.status is DateStatus.INFERRED else None,
        tuple(_other(each) for each in date.alternatives),
    )


def _other(alternative: Alternative) -> Other:
    return Other(alternative.date.isoformat(), why(alternative.because, alternative.values))


def _spans(event: ProposedEvent, name: str) -> tuple[Span, ...]:
    spans = tuple(event.evidence.get(_EVIDENCE.get(name, name), ()))
    match name:
        case "organiser_region_code":
            return spans[:1]
        case "participant_regions":
            return spans[1:]
        case _:
            return spans
