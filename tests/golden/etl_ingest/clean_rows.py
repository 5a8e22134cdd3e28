"""The clean rows of an expectation (see the README of the workbooks) and those to be loaded, by the same keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

EMPLOYEE_TYPES = ("ASN", "PNS", "PPPK", "NON_ASN")
MEASURES = {"headcount": ("people",), "signature": ("pledged", "signed"), "event": ("participants", "signers")}


def bounds(value: int | str | list[int]) -> tuple[int | None, int | None]:
    """A figure as the README writes it: 12, [8050, 8150], [252] without upper limit, or a text without a figure."""
    if isinstance(value, str):
        return None, None
    if isinstance(value, int):
        return value, value
    low, *high = value
    return low, high[0] if high else None


def figures(group: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[tuple[str, str | None, str, Any]]:
    """The figures of a clean row: table, employee type (of an event null), measure, value."""
    if group.get("table") == "event":
        yield from (("event", None, measure, row[measure]) for measure in MEASURES["event"] if measure in row)
        return
    own = {**group, **row}
    for employee_type in EMPLOYEE_TYPES:
        if employee_type in row:
            yield "headcount", employee_type, "people", row[employee_type]
    for table in ("headcount", "signature"):
        yield from (
            (table, own.get("employee_type"), measure, row[measure]) for measure in MEASURES[table] if measure in row
        )


def rows_wanted(wanted: Mapping[str, Any]) -> dict[tuple[object, ...], dict[str, object]]:
    """What the tables have to hold: key → the fields that the expectation gives."""
    found: dict[tuple[object, ...], dict[str, object]] = {}
    for group in wanted.get("clean", []):
        for row in group["rows"]:
            own = {**group, **row}
            if group.get("table") == "event":
                key: tuple[object, ...] = ("event", own["organiser_region_code"], own.get("date_low"))
                plain = own.keys() - {"table", "sheet", "row", "rows", *MEASURES["event"]}
                found[key] = {"date_low": None, "date_high": None, **{field: own[field] for field in plain}}
            parts = list(figures(group, row))
            for table, employee_type, measure, value in parts:
                if table != "event":
                    key = (table, own["region_code"], own.get("opd"), employee_type, own["tier"], own["as_of"])
                    if table == "signature":
                        key = (*key, wanted["campaign"])
                        # The one that is not given is null..null.
                        blank = {f"{name}_{end}": None for name in MEASURES[table] for end in ("low", "high")}
                        of_row = found.setdefault(key, blank)
                        of_row |= {"method": own["method"]} if "method" in own else {}
                    elif "as_of_precision" in own:
                        found.setdefault(key, {"as_of_precision": own["as_of_precision"]})
                of_row = found.setdefault(key, {})
                of_row |= dict(zip((f"{measure}_low", f"{measure}_high"), bounds(value), strict=True))
                if isinstance(value, str):
                    of_row[f"{measure}_stated"] = value or None
                elif len(parts) == 1 or isinstance(value, list):
                    of_row |= {f"{measure}_{said}": row[said] for said in ("stated", "qualifier") if said in row}
    return found


def rows_loaded(
    tables: Mapping[str, pl.DataFrame], opd: Mapping[str, str]
) -> dict[tuple[object, ...], dict[str, object]]:
    """What would be loaded, by the same keys; `opd`: names by opd_id. A key that is there twice is a fault."""
    found: dict[tuple[object, ...], dict[str, object]] = {}
    for table in MEASURES:
        for row in tables.get(table, pl.DataFrame()).iter_rows(named=True):
            if table == "event":
                key: tuple[object, ...] = (table, row["organiser_region_code"], row["date_low"])
            else:
                name = None if row["opd_id"] is None else opd[row["opd_id"]]
                key = (table, row["region_code"], name, row["employee_type"], row["tier"], row["as_of"])
                key = (*key, row["campaign_id"]) if table == "signature" else key
            assert key not in found, key
            found[key] = row
    return found
