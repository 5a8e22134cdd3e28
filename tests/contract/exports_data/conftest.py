"""The figure that a cell of a briefing says it is, asked of the indicators again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from briefings.finding import Query, Reference
from indicators import query
from warehouse.frames import Frames

Asked = Callable[[Frames, Reference], tuple[float | None, float | None]]


@pytest.fixture(scope="session")
def asked_again() -> Asked:
    """Bounds of the part of the answer's row that a reference names, as `ikrar query` gives them."""

    @cache
    def rows(frames: Frames, asked: Query) -> dict[str | None, dict[str, float | None]]:
        return {row["code"]: row for row in query(asked.indicator, frames, asked.scope).to_dicts()}

    def ask(frames: Frames, reference: Reference) -> tuple[float | None, float | None]:
        row = rows(frames, reference.query)[reference.code]
        match reference.part:
            case "value":
                return row["low"], row["high"]
            case "numerator" | "denominator":
                return row[f"{reference.part}_low"], row[f"{reference.part}_high"]
            case part:
                return row[part], row[part]

    return ask
