"""Cek angka is opened at the PC itself."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def at_this_pc(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `ikrar serve` does on loopback."""
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
