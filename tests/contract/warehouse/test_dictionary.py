"""The data dictionary in docs/ is what the schemas say."""

from __future__ import annotations

import polars as pl
import pytest

from warehouse import contract, dictionary
from warehouse.references import REFERENCES
from warehouse.tables import TABLES

KEEPS = (pl.String, pl.Int64, pl.Float64, pl.Boolean, pl.Date, pl.Datetime("us", "UTC"))


def test_the_file_is_up_to_date() -> None:
    assert dictionary.FILE.read_text(encoding="utf-8") == dictionary.dictionary(), (
        "run `python -m warehouse.dictionary`"
    )


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described_and_of_a_type_that_delta_keeps(table: str) -> None:
    for name, column in TABLES[table].columns().items():
        assert column.description, name
        kind = contract.columns(table)[name]
        assert (kind.inner if isinstance(kind, pl.List) else kind) in KEEPS, name
        assert not (column.nullable and column.primary_key), name


@pytest.mark.parametrize("table", TABLES)
def test_every_column_that_names_another_row_is_followed(table: str) -> None:
    followed = {one.column for one in REFERENCES if one.table == table}
    naming = {name for name in contract.columns(table) if name.endswith(("region_code", "source_id", "opd_id"))}
    naming |= {"campaign_id", "event_id"} & set(contract.columns(table))
    assert naming - set(contract.key(table)[:1]) - {"batch_id"} <= followed | set(_own(table))


def _own(table: str) -> list[str]:
    """A key of one column names the row itself."""
    key = contract.key(table)
    return key if len(key) == 1 else []
