"""Text as people meant to type it."""

import polars as pl
import pytest

from etl.clean.spelling import clean_column, clean_text, has_hidden

TYPED = [
    ("Jum’at", "Jum'at"),
    ("Jum‘at", "Jum'at"),
    ("Jumʼat", "Jum'at"),
    ("Jum`at", "Jum'at"),
    ("27–28 Desember", "27-28 Desember"),
    ("−3", "-3"),
    ("“ikrar”", '"ikrar"'),
    ("  Dinas\u00a0Kesehatan \n Kota ", "Dinas Kesehatan Kota"),
    ("\ufeff1\u200b204\u00ad", "1204"),
    ("ＡＳＮ １２", "ASN 12"),
    ("e\u0301", "é"),
    ("12¹ m² ½", "12¹ m² ½"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_text_is_what_was_meant(typed: str, meant: str) -> None:
    assert clean_text(typed) == meant


def test_a_column_keeps_its_nulls_and_its_order() -> None:
    column = pl.Series([typed for typed, _ in TYPED] + [None])
    assert clean_column(column).to_list() == [meant for _, meant in TYPED] + [None]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("a\u00a0b", True), ("\u200bx", True), ("x\u00ad", True), (" x ", False), ("a\nb", False), ("", False)],
)
def test_hidden_characters_are_those_that_print_nothing(text: str, hidden: bool) -> None:
    assert has_hidden(pl.Series([text])).to_list() == [hidden]
