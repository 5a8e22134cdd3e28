"""The golden articles: extracted events matched to the expected ones and compared field by field. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

from etl.extract.values import Conflict, Extraction, ProposedEvent, Span
from etl.score.normal import equal, plain, value
from etl.score.tally import Tally
from geo import register

FIELDS = (
    *("activity", "level", "region_codes", "organiser_kind", "place_region_code", "opd", "instruction_number"),
    *("instruction_date", "date", "venue", "mode", "led_by", "read_by", "witnesses", "participants", "signers"),
    *("points", "points_stated", "legal_basis", "campaign", "tiers"),
)
_FEW = 6
"""Events of a document that are matched in every order; golden articles have at most three."""

Expected = Mapping[str, Any]


def compare(tally: Tally, label: str, expected: Expected, found: Extraction) -> None:
    """Count every field, every piece of evidence and every conflict of one document."""
    regions = names_of(found, expected)
    wanted = [_flat(event) for event in expected["events"]]
    pairs = _pairs(wanted, found.events, regions)
    for event, given in pairs:
        where = f"{label}: events"
        tally.note(
            "events", expected=event is not None, given=given is not None, hit=bool(event and given), where=where
        )
        if event is not None:
            _fields(tally, label, event, given, regions)
            _evidence(tally, label, event, given, found.document.text)
    _conflicts(tally, label, expected, found)
    published = found.document.published_on
    day = published.isoformat() if published else None
    tally.note(
        "published_on", expected=expected["published_on"] is not None, given=day is not None,
        hit=day == expected["published_on"], where=f"{label}: {expected['published_on']} / {day}",
    )  # fmt: skip


def names_of(found: Extraction, expected: Expected) -> frozenset[str]:
    """The bare names of all regions of the document, in lower case."""
    codes = {code for event in found.events for code in (*event.region_codes, event.place_region_code) if code}
    codes |= {
        code for event in expected["events"] for code in (*event["region_codes"], event["place_region_code"]) if code
    }
    return frozenset(register.region(code).bare_name.lower() for code in codes) | {"ntt"}


def _flat(event: Expected) -> dict[str, Any]:
    """An expected event with the instruction's two parts as fields."""
    letter = event["instruction"] or {}
    parts = {"instruction_number": letter.get("number"), "instruction_date": letter.get("date")}
    evidence = dict(event["evidence"])
    evidence.pop("instruction", None)
    return {**event, **parts, "evidence": evidence}


def _pairs(
    wanted: Sequence[Expected], found: Sequence[ProposedEvent], regions: frozenset[str]
) -> list[tuple[Expected | None, ProposedEvent | None]]:
    """Expected and proposed events, matched by the best total over organiser, unit and date; each once."""
    slots: list[ProposedEvent | None] = [*found, *[None] * max(len(wanted) - len(found), 0)]
    orders = permutations(slots, len(wanted)) if len(slots) <= _FEW else [tuple(slots[: len(wanted)])]
    best = max(orders, key=lambda order: sum(_likeness(w, f, regions) for w, f in zip(wanted, order, strict=True)))
    left = [event for event in found if all(event is not other for other in best)]
    return [*zip(wanted, best, strict=True), *((None, event) for event in left)]


def _likeness(wanted: Expected, found: ProposedEvent | None, regions: frozenset[str]) -> int:
    if found is None:
        return 0
    return sum(
        equal(name, value(name, wanted.get(name), regions), value(name, getattr(found, name), regions))
        for name in ("region_codes", "opd", "date", "organiser_kind")
    )


def _fields(tally: Tally, label: str, event: Expected, given: ProposedEvent | None, regions: frozenset[str]) -> None:
    for name in FIELDS:
        if name == "tiers" and "tiers" not in event:
            continue
        wanted = value(name, event.get(name), regions)
        got = None if given is None else value(name, getattr(given, name), regions)
        allowed = [value(name, each, regions) for each in event.get("may", {}).get(name, ())]
        hit = equal(name, wanted, got)
        if not hit and any(equal(name, each, got) for each in allowed):
            continue
        where = f"{label}: {event.get(name)} / {None if given is None else getattr(given, name)}"
        tally.note(name, expected=wanted is not None, given=got is not None, hit=hit, where=where)


def _evidence(tally: Tally, label: str, event: Expected, given: ProposedEvent | None, text: str) -> None:
    """Evidence of a field that is filled as expected: every quote overlapped, no span beside them."""
    for name, quotes in event["evidence"].items():
        spans = given.evidence.get(name, ()) if given else ()
        if given is None or not spans:
            continue
        places = [_places(text, quote) for quote in quotes]
        covered = all(any(_overlap(span, place) for span in spans for place in each) for each in places)
        inside = all(any(_overlap(span, place) for each in places for place in each) for span in spans)
        words = [text[low:high] for low, high in spans]
        tally.note(
            "evidence", expected=True, given=True, hit=covered and inside, where=f"{label}: {name} {quotes} / {words}"
        )


def _places(text: str, quote: str) -> list[Span]:
    """Where a quote stands in the normalised text."""
    folded, sought = text.lower(), plain(quote)
    found, start = [], folded.find(sought)
    while start >= 0:
        found.append((start, start + len(sought)))
        start = folded.find(sought, start + 1)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _conflicts(tally: Tally, label: str, expected: Expected, found: Extraction) -> None:
    left = list(found.conflicts)
    for wanted in expected["conflicts"]:
        hit = next((each for each in left if _is(wanted, each, found.document.text)), None)
        if hit:
            left.remove(hit)
        where = f"{label}: missed {wanted['kind']} {wanted['quotes']} {wanted['alternative']}"
        tally.note("conflicts", expected=True, given=hit is not None, hit=hit is not None, where=where)
    for each in left:
        if any(_is(wanted, each, found.document.text) for wanted in expected.get("may_conflicts", ())):
            continue
        words = [found.document.text[low:high] for low, high in each.evidence]
        where = f"{label}: false {each.kind} {words} {each.alternative}"
        tally.note("conflicts", expected=False, given=True, hit=False, where=where)


def _is(wanted: Expected, given: Conflict, text: str) -> bool:
    if wanted["kind"] != given.kind or wanted["alternative"] != given.alternative:
        return False
    places = [place for quote in wanted["quotes"] for place in _places(text, quote)]
    return not wanted["quotes"] or any(_overlap(span, place) for span in given.evidence for place in places)
