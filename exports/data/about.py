"""What a data file says of itself, for programs: the state that it shows and the way back."""

from __future__ import annotations

from typing import Any

from briefings.stamp import Stamp
from briefings.table import Table
from exports.data.fields import fields
from i18n import Text


def of_stamp(stamp: Stamp) -> dict[str, Any]:
    """The stamp as plain values for JSON. `address` null = this installation has none that others can open."""
    return {
        "code": stamp.code,
        "address": stamp.address,
        "as_of": stamp.as_of.isoformat(),
        "snapshot": stamp.snapshot,
        "per": stamp.per,
        "taken_at": stamp.taken_at.isoformat(),
        "made_at": stamp.made_at.isoformat(),
        "is_simulated": stamp.is_simulated,
        "indicator_versions": dict(sorted(stamp.versions.items())),
    }


def of_table(table: Table, stamp: Stamp, t: Text) -> dict[str, Any]:
    """A table's title, notes, dictionary and stamp as plain values for JSON."""
    return {
        "name": table.name,
        "title": table.title,
        "notes": list(table.notes),
        "rows_in_all": len(table.rows) if table.total is None else table.total,
        "language": t.language,
        "fields": [
            {
                "name": field.key,
                "title": field.title,
                "type": field.type,
                "description": field.description,
                "null": field.null,
            }
            for field in fields(table, t)
        ],
        "stamp": of_stamp(stamp),
    }
