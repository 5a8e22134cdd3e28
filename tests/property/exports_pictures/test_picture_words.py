"""Words of pictures: what is typed is what is drawn, and lines are no wider than their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from charts import theme
from exports.pictures import fonts, markup

plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)
printed = st.text(st.sampled_from("aiklmnr 0123.,()/-–&<b>$_#*ÀĀ"), max_size=120)


@given(plain)
def test_escaped_text_comes_back_as_typed(words: str) -> None:
    lines = markup.parse(f"<b>{theme.escape(words)}</b>")
    assert "".join(run.words for line in lines for run in line) == words
    assert all(run.bold for line in lines for run in line)


@given(printed, st.floats(20, 400), st.integers(1, 4))
def test_lines_fit_and_nothing_is_lost_unless_cut(words: str, room: float, most: int) -> None:
    lines = fonts.wrap(words, 12, room, most)
    assert len(lines) <= most
    assert all(fonts.width(line, 12) <= room for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert "".join(lines).replace(" ", "") == "".join(words.split())


@given(plain)
def test_every_letter_has_a_glyph(words: str) -> None:
    drawn = fonts.shown(words)
    assert len(drawn) == len(words)
    assert fonts.shown(drawn) == drawn
