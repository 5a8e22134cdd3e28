"""Event rows put together from claims. Pure: frames in, frames out.

The rule: of a field's accepted claims the first (by its ordinal) gives the value; fields marked `joined` in
`etl.reconcile.fields` add up over all of them. Rejected and open claims give nothing, with one exception: a date
that has only open claims spans them all and is `disputed`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from etl.reconcile.agreement import compatible
from etl.reconcile.fields import FIELDS, SEPARATOR, Days, Field, Kind, read_bounds, read_days
from warehouse.tables import TABLES
from warehouse.vocabulary import ClaimStatus, DatePrecision, DateStatus, Role, SubjectKind

Claim = Mapping[str, Any]
"""One row of the claim table."""

_ROLES = {
    "organiser_region_code": Role.ORGANISER,
    "participant_regions": Role.PARTICIPANT,
    "place_region_code": Role.PLACE,
}


def events_from_claims(claims: pl.DataFrame, simulated: Iterable[str] = ()) -> dict[str, pl.DataFrame]:
    """The `event` and `event_region` tables (without batch_id) that the claims about events add up to.

    `simulated` names the sources that are example data: an event that rests on one of them is simulated.
    """
    example = set(simulated)
    events: list[dict[str, Any]] = []
    regions: list[dict[str, str]] = []
    for event_id, by_field in _grouped(claims).items():
        rows = [claim for found in by_field.values() for claim in found]
        events.append(
            {
                "event_id": event_id,
                "is_simulated": any(claim["source_id"] in example for claim in rows),
                **_columns(by_field),
            }
        )
        regions += [
            {"event_id": event_id, "region_code": code, "role": role.value}
            for field, role in _ROLES.items()
            for code in _values(FIELDS[field], _accepted(by_field.get(field, [])))
        ]
    return {"event": _table("event", events), "event_region": _table("event_region", regions)}


def disagreements(claims: pl.DataFrame) -> list[tuple[str, str]]:
    """(event_id, field) where accepted claims cannot all be true: other words or codes, or bounds that do not meet."""
    return [
        (event_id, name)
        for event_id, by_field in _grouped(claims).items()
        for name, found in by_field.items()
        if not compatible(FIELDS[name], [claim["value"] for claim in _accepted(found) if claim["value"]])
    ]


def in_order(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims by subject and field in the order in which they came: by the ordinal of `claim_id`, a number."""
    return claims.sort("subject_id", "field", ordinal(pl.col("claim_id")), "claim_id")


def ordinal(claim_id: pl.Expr) -> pl.Expr:
    """The how-manieth claim of its field it is: the number before the last part of its id."""
    return claim_id.str.extract(r"/(\d+)/[^/]*$").cast(pl.Int64)


def _grouped(claims: pl.DataFrame) -> dict[str, dict[str, list[Claim]]]:
    """Claims about events by event and field, in the order of `in_order`."""
    groups: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in in_order(claims.filter(pl.col("subject_kind") == SubjectKind.EVENT)).iter_rows(named=True):
        groups[claim["subject_id"]][claim["field"]].append(claim)
    return groups


def _accepted(found: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in found if claim["status"] == ClaimStatus.ACCEPTED]


def _values(field: Field, accepted: Sequence[Claim]) -> list[str]:
    """The texts a field holds: all of a joined field's, in order of first mention; else those of the first claim."""
    texts = [claim["value"] for claim in accepted if claim["value"] is not None]
    if not field.joined:
        texts = texts[:1]
    parts = [part for text in texts for part in (text.split(SEPARATOR) if field.kind.is_list else [text])]
    return list(dict.fromkeys(parts))


def _columns(by_field: Mapping[str, Sequence[Claim]]) -> dict[str, Any]:
    """The columns of an event that claims give; a field nobody gives is null."""
    columns: dict[str, Any] = {}
    for name, field in FIELDS.items():
        found = by_field.get(name, [])
        accepted = _accepted(found)
        values = _values(field, accepted)
        match field.kind:
            case Kind.DAYS:
                columns |= _date(found)
            case Kind.COUNT:
                columns |= _count(name, accepted)
            case Kind.DAY:
                columns[name] = read_days(values[0]).low if values else None
            case Kind.NUMBER:
                columns[name] = int(values[0]) if values else None
            case Kind.NUMBERS:
                columns[name] = sorted(int(value) for value in values) or None
            case _ if name == "participant_regions":
                pass
            case _:
                columns[name] = (values or None) if field.kind.is_list else (values[0] if values else None)
    return columns


def _count(name: str, accepted: Sequence[Claim]) -> dict[str, Any]:
    claim: Claim = accepted[0] if accepted else {"value": None, "stated": None, "qualifier": None}
    low, high = read_bounds(claim["value"])
    return {
        f"{name}_low": low,
        f"{name}_high": high,
        f"{name}_stated": claim["stated"],
        f"{name}_qualifier": claim["qualifier"],
    }


def _date(found: Sequence[Claim]) -> dict[str, Any]:
    """The date columns: the first accepted day; else the span of the open ones, disputed; else missing."""
    accepted = _accepted(found)
    dated = [claim for claim in accepted if claim["value"] is not None]
    still_open = [claim for claim in found if claim["status"] == ClaimStatus.OPEN and claim["value"] is not None]
    stated = next((claim["stated"] for claim in [*dated, *still_open, *accepted] if claim["stated"]), None)
    days: Days | None = None
    status = DateStatus.MISSING
    if dated:
        days, status = read_days(dated[0]["value"]), DateStatus(dated[0]["qualifier"] or DateStatus.STATED)
    elif still_open:
        days, status = _span([read_days(claim["value"]) for claim in still_open]), DateStatus.DISPUTED
    return {
        "date_low": days and days.low,
        "date_high": days and days.high,
        "date_precision": days and days.precision.value,
        "date_status": status.value,
        "date_stated": stated,
    }


def _span(spans: Sequence[Days]) -> Days:
    """The days from the first to the last of several."""
    low, high = min(days.low for days in spans), max(days.high for days in spans)
    return Days(low, high, DatePrecision.DAY if low == high else DatePrecision.RANGE)


def _table(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {column: type_ for column, type_ in TABLES[name].create_empty().schema.items() if column != "batch_id"}
    return pl.DataFrame(rows, schema=schema)
