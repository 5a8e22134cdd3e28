"""Whatever the words: lines keep all of them, and what is cut fits and says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.pptx.measure import Box, fitted, height, plain, width, wrapped


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.floats(20, 300))
def test_lines_hold_all_words_and_fit(words: str, room: float) -> None:
    said = plain(words)
    lines = wrapped(said, 12, room)
    assert "".join("".join(lines).split(" ")) == "".join(said.split(" "))
    assert all(width(line, 12) <= room or len(line) == 1 for line in lines)


@given(st.text(max_size=200), st.floats(40, 300), st.floats(15, 60))
def test_what_is_cut_fits_and_says_so(words: str, wide: float, high: float) -> None:
    said = plain(words)
    cut, size = fitted(said, Box(0, 0, wide, high), (20, 12))
    assert height(cut, size, wide) <= max(high, size * 1.2) + 0.01
    assert cut == said or cut.endswith("…")
