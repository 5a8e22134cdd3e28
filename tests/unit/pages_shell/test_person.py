"""Who looks: the person at this PC, or the public."""

from __future__ import annotations

import pytest

from pages import person
from warehouse.vocabulary import Audience


@pytest.mark.parametrize(
    ("address", "audience"),
    [
        ("127.0.0.1", Audience.DALAM),
        ("192.168.1.5", Audience.PUBLIK),
        ("", Audience.PUBLIK),
    ],
)
def test_only_who_sits_at_this_pc_is_inside(monkeypatch: pytest.MonkeyPatch, address: str, audience: Audience) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", address)
    assert person.audience() is audience
