"""One row of the warehouse as people read it: what it is about, and its fields with their old and new values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from i18n import N_, Text
from indicators.words import (
    DATE_STATUSES,
    EMPLOYEE_TYPES,
    GRADES,
    LEVELS,
    MODES,
    OPD_KINDS,
    ORGANISERS,
    ROLES,
    SOURCE_KINDS,
    TIERS,
    word,
)
from pages.wilayah.fieldwords import FIELD_NAMES
from warehouse.frames import Frames

FIELDS: dict[str, str] = {
    "people": N_("Number of people"),
    "pledged": N_("Pledged"),
    "signed": N_("Signed"),
    "participants": N_("Participants"),
    "signers": N_("Signers of the pact"),
    "date": N_("Date"),
    "method": N_("Method"),
    "source_id": N_("Source"),
    "name": N_("Name"),
    "kind": N_("Kind"),
    "title": N_("Title"),
    "publisher": N_("Publisher"),
    "grade": N_("Grade"),
    "venue": N_("Venue"),
    "occasion": N_("Occasion"),
    "led_by": N_("Led by"),
    "mode": N_("On site or online"),
    "note": N_("Note"),
    "value": N_("Value"),
    "status": N_("State"),
    "rule": N_("Rule"),
}
"""Columns by name; a pair of bounds by the name they share. Others are printed as the dictionary names them."""

_CODED: dict[str, dict[str, str]] = {
    "employee_type": EMPLOYEE_TYPES,
    "tier": TIERS,
    "grade": GRADES,
    "role": ROLES,
    "mode": MODES,
    "date_status": DATE_STATUSES,
    "organiser_kind": ORGANISERS,
    "level": LEVELS,
    "field": FIELD_NAMES | FIELDS,
    "kind": OPD_KINDS | SOURCE_KINDS,
}
_SUBJECTS: dict[str, tuple[str, ...]] = {
    "headcount": ("unit_id", "employee_type", "tier", "as_of"),
    "signature": ("unit_id", "employee_type", "tier", "as_of", "campaign_id"),
    "opd": ("name", "region_code"),
    "region": ("name", "code"),
    "campaign": ("name",),
    "source": ("title", "publisher"),
    "event": ("organiser_region_code", "opd", "date_low"),
    "event_region": ("event_id", "region_code", "role"),
    "claim": ("subject_id", "field"),
    "refused": ("sheet", "row", "message"),
}
_FIGURES: dict[str, tuple[str, ...]] = {
    "headcount": ("people",),
    "signature": ("pledged", "signed"),
    "event": ("participants", "signers"),
}
_SPELT_OUT = ("_stated", "_qualifier", "_precision")
"""How a value is printed or qualified: said by the value beside it."""
_PERSONAL = frozenset({"person_key"})


@dataclass(frozen=True, slots=True)
class Names:
    """Codes and ids of the newest snapshot to their names."""

    known: Mapping[str, str]

    @classmethod
    def of(cls, frames: Frames) -> Names:
        """Regions, OPD, elections and sources."""
        pairs: Iterable[tuple[str, str | None]] = (
            *frames.region.select("code", "name").iter_rows(),
            *frames.opd.select("opd_id", "name").iter_rows(),
            *frames.campaign.select("campaign_id", "name").iter_rows(),
            *frames.source.select("source_id", "title").iter_rows(),
        )
        return cls({code: name for code, name in pairs if name})


def subject(table: str, row: Mapping[str, Any], key: Iterable[str], names: Names, t: Text) -> str:
    """What the row is about; of a person's key nothing that could point at the person."""
    if table in _PERSONAL:
        return names.known.get(row["opd_id"], row["opd_id"])
    columns = [name for name in _SUBJECTS.get(table, ()) if name in row] or list(key)
    said = dict.fromkeys(value(name, row[name], names, t) for name in columns if row.get(name) is not None)
    return " · ".join(said) or " · ".join(str(row[name]) for name in key)


def value(column: str, given: Any, names: Names, t: Text) -> str:
    """One value in words; null is an en dash."""
    match given:
        case None:
            return "–"
        case bool():
            words = t("yes") if given else t("no")
        case dt.datetime():
            words = t.moment(given)
        case dt.date():
            words = t.date(given)
        case int():
            words = t.number(given)
        case list():
            words = ", ".join(map(str, given))
        case _ if column in _CODED:
            words = word(_CODED[column], given, t)
        case _:
            words = names.known.get(str(given), str(given))
    return words


def figures(table: str, row: Mapping[str, Any], names: Names, t: Text) -> str | None:
    """The counts of a row, those that are given, or what a claim says; null where there is neither."""
    if table == "claim":
        said: str | None = row["stated"] or row["value"]
        return None if said is None else value(row["field"], said, names, t)
    given = [
        f"{t(FIELDS[name])} {t.interval(row[f'{name}_low'], row[f'{name}_high'])}"
        for name in _FIGURES.get(table, ())
        if row[f"{name}_low"] is not None or row[f"{name}_high"] is not None
    ]
    return "; ".join(given) or None


def changes(pairs: Mapping[str, tuple[Any, Any]], names: Names, t: Text) -> Iterator[tuple[str, str, str]]:
    """Name, old and new of every field that differs. Two bounds are one field; what only spells a value is left out."""
    bounds = {name.removesuffix("_low") for name in pairs if name.endswith("_low")}
    done: set[str] = set()
    for column, (old, new) in pairs.items():
        stem = column.removesuffix("_low").removesuffix("_high")
        if stem in bounds and stem != column:
            if stem not in done and (pairs[f"{stem}_low"] != (None, None) or pairs[f"{stem}_high"] != (None, None)):
                done.add(stem)
                was, now = (_range(pairs[f"{stem}_low"][place], pairs[f"{stem}_high"][place], t) for place in (0, 1))
                if was != now:
                    yield t(FIELDS.get(stem, stem)), was, now
        elif old != new and column != "batch_id" and not column.endswith(_SPELT_OUT):
            yield t(FIELDS.get(column, column)), value(column, old, names, t), value(column, new, names, t)


def _range(low: Any, high: Any, t: Text) -> str:
    if isinstance(low or high, dt.date):
        return t.dates(low, high)
    return t.interval(low, high)
