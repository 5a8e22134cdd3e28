"""Figures of OPD as a value, without a warehouse behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from indicators.figure import Figure


@pytest.fixture
def figures() -> Callable[..., pl.DataFrame]:
    """A row for each dictionary of what differs from an OPD of 100 that has 60 signed."""

    def make(*rows: dict[str, Any]) -> pl.DataFrame:
        schema = Figure.create_empty().schema
        full = [_row(place, row) for place, row in enumerate(rows)]
        return Figure.validate(pl.DataFrame([{name: row.get(name) for name in schema} for row in full], schema=schema))

    return make


def _row(place: int, row: dict[str, Any]) -> dict[str, Any]:
    done, people = row.pop("done", (60, 60)), row.pop("people", (100, 100))
    state = row.get("state", "nilai")
    low, high = done if state == "nilai" else (None, None)
    return {
        "code": f"33.03/{'abcdefgh'[place]}",
        "name": f"Dinas {'ABCDEFGH'[place]}",
        "state": state,
        "low": None if low is None or people[1] is None else low / people[1],
        "high": None if high is None or people[0] is None else high / people[0],
        "numerator_low": low,
        "numerator_high": high,
        "denominator_low": people[0],
        "denominator_high": people[1],
        "sources": 1,
        **row,
    }
