"""Golden articles as extractions, and stores to put them into."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Extraction
from etl.review import Review, accepted_as_proposed, confirm, facts_of, proposals
from etl.sources.articles import read_path
from warehouse.store import Loaded, Store

ROOT = Path(__file__).parents[3]
NOW = dt.datetime(2024, 10, 1, 8, tzinfo=dt.UTC)

Golden = Callable[[str], Extraction]


@pytest.fixture(scope="session")
def golden() -> Golden:
    """A golden article by its number, as the extractor reads it."""
    found: dict[str, Extraction] = {}

    def one(number: str) -> Extraction:
        if number not in found:
            (path,) = [
                each
                for each in (ROOT / "tests" / "golden" / "articles").glob(f"{number}-*")
                if each.suffix in {".txt", ".html"}
            ]
            data = ROOT / "data"
            found[number] = extract(read_path(path), known_campaigns(data), known_regulations(data))
        return found[number]

    return one


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Store:
    """A store with the bundled data, of this test alone."""
    return Store(Path(shutil.copytree(built_store, tmp_path / "store")))


@pytest.fixture
def save(store: Store, golden: Golden) -> Callable[..., Loaded]:
    """Confirm a golden article as proposed."""

    def one(number: str) -> Loaded:
        review = Review(golden(number), facts_of(golden(number).document))
        return confirm(store, accepted_as_proposed(review, proposals(store, review)), by="peninjau", now=NOW)

    return one
