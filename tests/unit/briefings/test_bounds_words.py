"""Bounds in a sentence: each kind of knowledge has its own words, in both languages."""

from __future__ import annotations

import pytest

from briefings.wording import count, days, people, share, voices
from i18n import text


@pytest.mark.parametrize(
    ("low", "high", "indonesian", "english"),
    [
        (0.665, 0.665, "66,5 persen", "66.5 percent"),
        (0.49, 0.76, "antara 49 dan 76 persen", "between 49 and 76 percent"),
        (0.6166, 0.731, "antara 61 dan 74 persen", "between 61 and 74 percent"),
        (0.58, None, "sedikitnya 58 persen", "at least 58 percent"),
        (None, 0.405, "paling banyak 41 persen", "at most 41 percent"),
        (0.0, 0.405, "paling banyak 41 persen", "at most 41 percent"),
        (0.0, 0.0, "0 persen", "0 percent"),
        (1.0, 1.0, "100 persen", "100 percent"),
        (0.9996, 0.9996, "99,96 persen", "99.96 percent"),
        (0.004, 0.996, "antara 0,4 dan 99,6 persen", "between 0.4 and 99.6 percent"),
        (1.031, 1.12, "antara 103 dan 112 persen", "between 103 and 112 percent"),
        (0.0, None, "tidak diketahui", "not known"),
        (None, None, "tidak diketahui", "not known"),
    ],
)
def test_a_share(low: float | None, high: float | None, indonesian: str, english: str) -> None:
    assert share(low, high, text("id")) == indonesian
    assert share(low, high, text("en")) == english


@pytest.mark.parametrize(
    ("low", "high", "indonesian", "english"),
    [
        (252, None, "sedikitnya 252 orang", "at least 252 people"),
        (8050, 8150, "antara 8.050 dan 8.150 orang", "between 8,050 and 8,150 people"),
        (0, 40, "paling banyak 40 orang", "at most 40 people"),
        (1, 1, "1 orang", "1 person"),
        (1, None, "sedikitnya 1 orang", "at least 1 person"),
        (0, 0, "0 orang", "0 people"),
    ],
)
def test_people(low: float, high: float | None, indonesian: str, english: str) -> None:
    assert people(low, high, text("id")) == indonesian
    assert people(low, high, text("en")) == english


def test_one_and_many() -> None:
    t = text("en")
    assert [days(1, 1, t), days(1, 2, t)] == ["1 day", "between 1 and 2 days"]
    assert [voices(1, 1, t), voices(3, 3, t)] == ["1 independent voice", "3 independent voices"]
    assert count(8100, 8100, t) == "8,100"
