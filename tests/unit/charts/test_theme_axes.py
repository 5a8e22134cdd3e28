"""Axes in the reader's language, and labels that cannot carry markup."""

from __future__ import annotations

import datetime as dt

import pytest

from charts import theme
from i18n import text

D = dt.date


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (D(2023, 9, 15), D(2024, 2, 20), ["Okt<br>2023", "Nov", "Des", "Jan<br>2024", "Feb"]),
        (D(2022, 9, 27), D(2024, 2, 28), ["Okt<br>2022", "Jan<br>2023", "Apr", "Jul", "Okt", "Jan<br>2024"]),
        (D(2014, 11, 1), D(2025, 6, 1), ["2016", "2018", "2020", "2022", "2024"]),
        (D(2024, 10, 3), D(2024, 10, 20), []),
        (D(2024, 10, 1), D(2024, 10, 20), ["Okt<br>2024"]),
    ],
)
def test_ticks_are_few_even_and_indonesian(first: dt.date, last: dt.date, ticks: list[str]) -> None:
    axis = theme.time_axis(first, last, text("id"))
    assert axis["ticktext"] == ticks
    assert len(axis["tickvals"]) == len(ticks)


def test_english_months_are_english() -> None:
    assert "Oct<br>2023" in theme.time_axis(D(2023, 9, 15), D(2024, 2, 20), text("en"))["ticktext"]


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Kepulauan Bangka Belitung", "Kepulauan Bangka<br>Belitung"),
        ("<b>Aceh</b> & co", "&lt;b&gt;Aceh&lt;/b&gt; &amp; co"),
        ("Dinas Pemberdayaan Masyarakat dan Desa Tertinggal", "Dinas<br>Pemberdayaan…"),
        ("", ""),
    ],
)
def test_labels_fold_and_are_escaped(words: str, folded: str) -> None:
    assert theme.fold(words, 17) == folded
