"""Rows of a table with partitions are judged by their distinct values as they would be one by one."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse import contract
from warehouse.tables import TABLES

COLUMNS = contract.columns("person_key")
WORDS = {"employee_type": ["PNS", "PPPK", "raja"], "tier": ["pelaksana", "pimpinan", "raja"]}

rows = st.fixed_dictionaries(
    {
        name: st.one_of(
            st.integers(0, 30) if name == "person_hash" else st.sampled_from(WORDS.get(name, ["a", "b"])[:2]),
            *([st.none()] if name in {"person_hash", "opd_id"} else []),
            *([st.just("raja")] if name in WORDS else []),
        )
        for name in COLUMNS
    }
)


def fault(check: object, frame: pl.DataFrame) -> str | None:
    """What a check says against a frame, null = nothing."""
    try:
        check("person_key", frame)  # type: ignore[operator]  # one of two functions
    except ValueError as said:
        return str(said)
    return None


@settings(deadline=None)
@given(st.lists(rows, max_size=6))
def test_as_one_by_one(found: list[dict[str, object]]) -> None:
    frame = pl.DataFrame(found, schema=COLUMNS)
    codes = [
        pl.col(name).cast(pl.Enum(frame[name].drop_nulls().unique()))
        for name, kind in COLUMNS.items()
        if kind == pl.String
    ]
    said = fault(contract.checked, frame)
    assert fault(contract.fitting, frame) == said
    assert fault(contract.fitting, frame.with_columns(codes)) == said


@pytest.mark.parametrize("table", [name for name, schema in TABLES.items() if schema.partition_by])
def test_such_a_table_has_rules_of_single_columns_only(table: str) -> None:
    rules = set(TABLES[table]._validation_rules(with_cast=False)) - {"primary_key"}
    of_columns = {
        f"{name}|{rule}"
        for name, column in TABLES[table].columns().items()
        for rule in column.validation_rules(pl.col(name))
    }
    assert rules == of_columns
