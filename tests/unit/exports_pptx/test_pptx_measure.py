"""Words are measured as Arial sets them, and cut where they do not fit."""

from __future__ import annotations

import pytest

from exports.pptx.measure import Box, plain, shortened, width


@pytest.mark.parametrize(("words", "thousandths"), [("Ikrar", 2000), ("100 %", 2835), ("netralitas ASN", 6391)])
def test_widths_are_those_that_adobe_published_for_helvetica(words: str, thousandths: int) -> None:
    """With a little to spare: programs differ in where they break a line."""
    assert thousandths <= width(words, 1000) <= thousandths * 1.05


@pytest.mark.parametrize("words", ["a\x00b", "a\x0bb", "a\ud800b", "a\uffffb", "a\nb", "a\tb"])
def test_nothing_is_left_that_xml_forbids(words: str) -> None:
    assert plain(words) in {"ab", "a b"}


def test_short_words_are_left_alone() -> None:
    assert shortened("Dinas Kesehatan", 12, Box(0, 0, 200, 15)) == "Dinas Kesehatan"
