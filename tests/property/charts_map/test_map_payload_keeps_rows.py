"""Whatever the figures are, the payload's compact form gives the same rows back, and its legend counts them all."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from charts.map import EPOCH, MapRow, MapView, entry_of, payload
from i18n import text
from warehouse.vocabulary import Grade, State

STATES = {state.value: state.value for state in State}
CODES = st.from_regex(r"[1-9][0-9]\.[0-9]{2}", fullmatch=True)
COUNTS = st.integers(0, 10_000)

values = st.builds(
    lambda code, low, more, sources, grade, newest: MapRow(
        code, State.NILAI.value, low, None if more is None else low + more, sources, grade, newest
    ),
    CODES,
    COUNTS,
    st.none() | COUNTS,
    COUNTS,
    st.none() | st.sampled_from([grade.value for grade in Grade]),
    st.none() | st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)),
)
others = st.builds(MapRow, CODES, st.sampled_from([state.value for state in State if state is not State.NILAI]))
rows_of_regions = st.lists(values | others, max_size=60, unique_by=lambda row: row.code)


def _unpacked(made: dict[str, Any]) -> list[tuple[Any, ...]]:
    """As `payload.js` reads it: JSON objects list keys that look like whole numbers in ascending order."""
    prefixes = sorted(made["codes"], key=int)
    codes = [f"{p}.{made['codes'][p][i : i + 2]}" for p in prefixes for i in range(0, len(made["codes"][p]), 2)]
    columns = {
        name: [None if value == "-" else int(value) for value in column.split()]
        for name, column in made["values"].items()
        if name != "grades"
    }
    found, place = [], 0
    for code, mark in zip(codes, made["marks"], strict=True):
        entry = made["legend"][int(mark, 36)]
        if entry["state"] != State.NILAI:
            found.append((code, entry["key"]))
            continue
        day = columns["newest"][place]
        grade = made["values"]["grades"][place]
        found.append(
            (
                code,
                entry["key"],
                columns["low"][place],
                (columns["high"] or columns["low"])[place],
                columns["sources"][place],
                None if grade == "-" else grade,
                None if day is None else EPOCH + dt.timedelta(days=day),
            )
        )
        place += 1
    return found


@given(rows_of_regions)
def test_the_compact_form_keeps_every_row(rows: list[MapRow]) -> None:
    view = MapView(rows, "/geo/x.json", "kabupaten", None, "documented_events", "", "/wilayah?wilayah=", STATES)
    made = json.loads(json.dumps(payload(view, text("id"))))
    expected = [
        (row.code, entry_of(row).key)
        if row.state != State.NILAI
        else (row.code, entry_of(row).key, row.low, row.high, row.sources, row.grade, row.newest)
        for row in sorted(rows, key=lambda row: row.code)
    ]
    assert _unpacked(made) == expected
    assert sum(entry["count"] for entry in made["legend"]) == len(rows)
