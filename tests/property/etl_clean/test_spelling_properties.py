"""What holds of every cleaned text, and of every number in words."""

import unicodedata

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from etl.clean.numerals import LARGEST, number_of, spell, words_to_figures
from etl.clean.spelling import clean_column, clean_text

texts = st.text(st.characters(codec="utf-8"))


@given(texts)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(texts)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not [char for char in clean_text(text) if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}]
    assert "  " not in clean_text(text)


@given(st.lists(st.none() | texts))
def test_a_column_is_cleaned_like_its_texts(values: list[str | None]) -> None:
    column = pl.Series(values, dtype=pl.String)
    assert clean_column(column).to_list() == [None if value is None else clean_text(value) for value in values]


@given(st.integers(0, LARGEST))
def test_a_number_survives_its_words(value: int) -> None:
    assert number_of(spell(value)) == value
    assert words_to_figures(f"sebanyak {spell(value)} orang") == f"sebanyak {value} orang"
