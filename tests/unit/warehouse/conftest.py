"""A store that is not there yet, in a folder whose name is a trial by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "a folder, 100% & é", wait_seconds=0.1)
