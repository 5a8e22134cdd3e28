"""Which refused rows a briefing of a region names, to whom, and what of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl
import pytest

from briefings.refusals import refusals
from i18n import text
from warehouse import contract
from warehouse.frames import Frames
from warehouse.vocabulary import Audience

SAID = "198501012010011001"


def _frame(table: str, *rows: dict[str, Any]) -> pl.DataFrame:
    return contract.frame(table, rows).with_columns(batch_id=pl.Series([row["batch_id"] for row in rows]))


@pytest.fixture
def frames() -> Frames:
    def count(unit: str, batch: str) -> dict[str, Any]:
        counted = {"employee_type": "ASN", "tier": "semua", "as_of": dt.date(2024, 9, 1), "source_id": "s"}
        return counted | {
            "unit_id": unit, "region_code": unit, "batch_id": batch, "as_of_precision": "day", "people_low": 1,
        }  # fmt: skip

    return Frames.of(headcount=_frame("headcount", count("33.03", "b1"), count("34.01", "b2")))


@pytest.fixture
def refused() -> pl.DataFrame:
    def row(name: str, batch: str) -> dict[str, Any]:
        return {"refused_id": name, "row": 9, "rule": "r", "message": "=m", "payload": SAID, "batch_id": batch}

    return _frame("refused", row("x", "b1"), row("y", "b2"), row("z", "b3"))


@pytest.mark.parametrize(
    ("region", "batches"),
    [("33", ["b1"]), ("33.03", ["b1"]), ("34.01", ["b2"]), ("35", None), (None, ["b1", "b2", "b3"])],
)
def test_a_region_is_told_of_its_own_files(
    frames: Frames, refused: pl.DataFrame, region: str | None, batches: list[str] | None
) -> None:
    table = refusals(refused, frames, region, Audience.DALAM, text("id"))
    assert (table and [row[0] for row in table.rows]) == batches


def test_what_a_row_said_is_told_to_nobody(frames: Frames, refused: pl.DataFrame) -> None:
    table = refusals(refused, frames, None, Audience.DALAM, text("id"))
    assert table is not None
    assert SAID not in str(table)


def test_the_public_is_told_of_none(frames: Frames, refused: pl.DataFrame) -> None:
    assert refusals(refused, frames, None, Audience.PUBLIK, text("id")) is None
