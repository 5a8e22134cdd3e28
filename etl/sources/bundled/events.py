"""Event files: one TOML file a ceremony, named for its event_id.

    [sources.radarbanyumas-88568]           # who said it
    publisher = "Radar Banyumas"
    url = "https://…"
    grade = "D"

    [claims.radarbanyumas-88568]            # what it said, field by field (etl.reconcile.FIELDS)
    led_by = "Sekda"                        # short form: an accepted value
    participants = "kurang lebih 8.100"     # of a count: the print; its bounds follow from it
    date = { value = "2023-11-24", stated = "Jumat 24 November 2023" }

A claim as a table has `value`, `stated`, `qualifier`, `status`, `reason`; several claims of one source about one field
are an array of such tables. `[claims.X]` may stand without `[sources.X]` where X is described in another file. Of
accepted claims about one field the first in the file counts, so the best source stands first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from etl.clean.counts import read_count
from etl.reconcile import FIELDS, Field, Kind, is_value, write_bounds
from etl.reconcile.fields import SEPARATOR
from etl.sources.bundled import faults
from etl.sources.bundled.faults import fault
from warehouse.vocabulary import ClaimStatus, DateStatus, Qualifier, SourceKind, SubjectKind

Row = dict[str, Any]

SOURCE_KEYS = frozenset(
    {"kind", "publisher", "title", "url", "published_on", "grade", "syndicated_from", "note", "captured_at", "sha256"}
)
_CLAIM_KEYS = frozenset({"value", "stated", "qualifier", "status", "reason", "decided_on"})
_CONCLUDED = {DateStatus.INFERRED, DateStatus.CORRECTED}
_QUALIFIERS: dict[Kind, frozenset[str]] = {
    Kind.COUNT: frozenset(Qualifier),
    Kind.DAYS: frozenset(DateStatus) - {DateStatus.DISPUTED},
    Kind.CODES: frozenset({Qualifier.ALL}),
}
EDITOR = "penyunting data bawaan"
"""Who decided in the bundled files, as a role."""


def read_event(path: Path) -> tuple[list[Row], list[Row]]:
    """The sources a file describes and the claims it makes, as rows of their tables. Raises BadInput."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fault(faults.UNREADABLE, path, fault=error) from error
    _known(document, {"sources", "claims"}, path)
    sources, claims = document.get("sources", {}), document.get("claims", {})
    if not claims:
        raise fault(faults.MISSING_FIELD, path, field="claims")
    silent = set(sources) - set(claims)
    if silent:
        raise fault(faults.NO_CLAIM, path, "sources", min(silent))
    return [_source(path, *item) for item in sources.items()], list(_claims(path, claims))


def _source(path: Path, source_id: str, given: Mapping[str, Any]) -> Row:
    _known(given, SOURCE_KEYS, path, "sources", source_id)
    for field in ("publisher", "grade"):
        if field not in given:
            raise fault(faults.MISSING_FIELD, path, "sources", source_id, field=field)
    if not given.get("url") and not given.get("note"):
        raise fault(faults.MISSING_FIELD, path, "sources", source_id, field="url")
    return {"source_id": source_id, "kind": SourceKind.ARTICLE.value, **given, "is_simulated": False}


def _claims(path: Path, claims: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    event_id, ordinals = path.stem, dict.fromkeys(FIELDS, 0)
    for source_id, said in claims.items():
        _known(said, FIELDS, path, "claims", source_id)
        for name, given in said.items():
            several = isinstance(given, list) and bool(given) and isinstance(given[0], dict)
            for one in given if several else [given]:
                ordinals[name] += 1
                yield {
                    "claim_id": f"{event_id}/{name}/{ordinals[name]:02d}/{source_id}",
                    "subject_kind": SubjectKind.EVENT.value,
                    "subject_id": event_id,
                    "field": name,
                    "source_id": source_id,
                    **_claim(path, source_id, name, one),
                }


def _claim(path: Path, source_id: str, name: str, given: Any) -> Row:
    """One claim's value, print, qualifier, status and reason."""
    field, place = FIELDS[name], ("claims", source_id, name)
    if not isinstance(given, dict):
        given = {"stated": given} if field.kind is Kind.COUNT else {"value": given}
    _known(given, _CLAIM_KEYS, path, *place)
    status = given.get("status", ClaimStatus.ACCEPTED.value)
    if status not in set(ClaimStatus):
        raise fault(faults.WRONG_VALUE, path, *place, value=status, field="status", example=", ".join(ClaimStatus))
    value, qualifier = _value(field, given), given.get("qualifier")
    if field.kind is Kind.COUNT:
        value, qualifier = _count(path, place, given, value)
    elif field.kind is Kind.DAYS and qualifier is None:
        qualifier = DateStatus.MISSING.value if value is None else DateStatus.STATED.value
    words = _QUALIFIERS.get(field.kind, frozenset())
    if qualifier is not None and qualifier not in words:
        raise fault(
            faults.WRONG_VALUE, path, *place, value=qualifier, field="qualifier", example=", ".join(sorted(words))
        )
    if not _is_value(field, value):
        raise fault(faults.WRONG_VALUE, path, *place, value=value, field=name, example=field.example)
    decided = status != ClaimStatus.ACCEPTED or (field.kind is Kind.DAYS and qualifier in _CONCLUDED)
    if decided and not given.get("reason"):
        raise fault(faults.NEEDS_REASON, path, *place)
    if field.kind is Kind.DAYS and not given.get("stated") and not given.get("reason"):
        raise fault(faults.NEEDS_PRINT, path, *place)
    return {
        "value": value,
        "stated": given.get("stated"),
        "qualifier": qualifier,
        "status": status,
        "reason": given.get("reason"),
        "decided_by": EDITOR if decided and status != ClaimStatus.OPEN else None,
        "decided_on": given.get("decided_on"),
    }


def _value(field: Field, given: Mapping[str, Any]) -> str | None:
    """The value as canonical text."""
    value = given.get("value")
    if value is None:
        return None
    return SEPARATOR.join(str(part) for part in value) if field.kind.is_list else str(value)


def _count(
    path: Path, place: tuple[str, ...], given: Mapping[str, Any], value: str | None
) -> tuple[str | None, str | None]:
    """Bounds and qualifier of a count: those given, else those that its print has."""
    if value is not None or "qualifier" in given:
        return value, given.get("qualifier", Qualifier.EXACT.value)
    count = read_count(str(given.get("stated", "")))
    if count is None:
        raise fault(
            faults.WRONG_VALUE, path, *place, value=given.get("stated"), field=place[-1], example="kurang lebih 8.100"
        )
    return write_bounds(count.low, count.high), count.qualifier.value


def _is_value(field: Field, value: str | None) -> bool:
    """True where the field can hold the value; only dates and counts may say that they are not known."""
    return field.kind in {Kind.COUNT, Kind.DAYS} if value is None else is_value(field, value)


def _known(given: Mapping[str, Any], known: Any, path: Path, *place: str) -> None:
    """Refuse keys that nothing reads: a misspelt field must not vanish."""
    unknown = [key for key in given if key not in known]
    if unknown:
        raise fault(faults.UNKNOWN_FIELD, path, *place, field=unknown[0], known=", ".join(sorted(known)))
