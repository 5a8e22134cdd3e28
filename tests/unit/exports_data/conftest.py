"""The table of the hand-made briefing, and one whose rows are regions."""

from __future__ import annotations

import pytest

from briefings.briefing import Briefing
from briefings.finding import Query, Reference
from briefings.table import Bounds, Column, Table
from indicators import Scope
from warehouse.vocabulary import State


@pytest.fixture
def opd_table(small_briefing: Briefing) -> Table:
    return next(table for section in small_briefing.sections for table in section.tables)


@pytest.fixture
def region_table() -> Table:
    query = Query("documented_events", Scope("33", level="kabupaten"))

    def events(code: str, low: float | None, state: str = State.NILAI) -> Bounds:
        return Bounds(state, low, low, "–", Reference(query, code))

    return Table(
        "regions",
        "Acara per wilayah",
        (
            Column("code", "Kode"),
            Column("name", "Wilayah"),
            Column("documented_events", "Acara", "count", bounded=True),
        ),
        (
            ("33.01", "Kabupaten Cilacap", events("33.01", 2.0)),
            ("33.02", "=Banyumas", events("33.02", None, State.BELUM_LAPOR)),
            (None, "Indonesia", None),
            ("33", "Jawa Tengah", events("33", 0.0)),
        ),
    )
