"""A figure in the shape that commands and routes hand out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FigureRecord = dict[str, Any]


def figure_record(row: Mapping[str, Any], indicator: str) -> FigureRecord:
    """A row of `Figure` as a JSON-ready record. `grade` only where it is the figure itself: for `evidence_grade`."""
    record = {
        "code": row["code"],
        "name": row["name"],
        "state": row["state"],
        "low": row["low"],
        "high": row["high"],
        "numerator": {"low": row["numerator_low"], "high": row["numerator_high"]},
        "denominator": {"low": row["denominator_low"], "high": row["denominator_high"]},
        "reporting_rate": row["reporting_rate"],
        "sources": row["sources"],
    }
    return record | {"grade": row["grade"]} if indicator == "evidence_grade" else record
