"""The bundled data as the reader gives it."""

from pathlib import Path

import polars as pl
import pytest

from etl.sources.bundled import read

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="session")
def bundle() -> dict[str, pl.DataFrame]:
    """Every bundled table. Read only."""
    return read(DATA)
