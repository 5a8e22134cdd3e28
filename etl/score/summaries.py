"""The summaries of reported ceremonies against what each alone supports of its facts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etl.extract.values import Extraction, ProposedEvent
from etl.score.tally import Tally

Facts = Mapping[str, Any]
"""What a summary supports: region, date, participants and signers ([low, high, qualifier]), each or null."""

_FIELDS = ("region", "date", "participants", "signers")


def supported(row: Mapping[str, Any], differences: Mapping[str, Facts]) -> dict[str, Any]:
    """The facts of a summary, with what it does not say or says otherwise by the list of differences."""
    facts = row["facts"]
    codes = [region["kode_kemendagri"][:5] for region in facts["regions"]]
    found: dict[str, Any] = {
        "region": codes[0] if codes else None,
        "date": facts["date_iso"] or facts["date_iso_inferred"],
        "participants": None,
        "signers": None,
    }
    return {**found, **{key: _null(each) for key, each in differences.get(row["id"], {}).items()}}


def _null(value: Any) -> Any:
    """A value of the list, whose "" is null."""
    return [each if each != "" else None for each in value] if isinstance(value, list) else value or None


def compare(tally: Tally, row: Mapping[str, Any], differences: Mapping[str, Facts], found: Extraction) -> None:
    """Count region, date and counts of the event that fits best; further events are no fault."""
    wanted = supported(row, differences)
    events = [_facts(event) for event in found.events] or [dict.fromkeys(_FIELDS)]
    best = max(events, key=lambda event: sum(event[name] == wanted[name] for name in _FIELDS))
    tally.note("events", expected=True, given=bool(found.events), hit=bool(found.events), where=row["id"])
    for name in _FIELDS:
        given, expected = best[name], wanted[name]
        where = f"{row['id']} {row['summary_id'][:170]} | {expected} / {given}"
        tally.note(name, expected=expected is not None, given=given is not None, hit=given == expected, where=where)


def _facts(event: ProposedEvent) -> dict[str, Any]:
    """An event's facts in the form of the list."""
    counts = {
        name: None if people is None else [people.low, people.high, str(people.qualifier)]
        for name, people in (("participants", event.participants), ("signers", event.signers))
    }
    date = None if event.date is None else event.date.low.isoformat()
    if event.date is not None and event.date.high != event.date.low:
        date = f"{event.date.low}..{event.date.high}"
    return {"region": event.region_codes[0] if event.region_codes else None, "date": date, **counts}
