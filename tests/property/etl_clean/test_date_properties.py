"""What holds of every printed date."""

import datetime as dt
import re
from collections.abc import Callable

import polars as pl
import pytest
from babel.dates import format_date
from hypothesis import assume, example, given
from hypothesis import strategies as st

from etl.clean.date_columns import read_date_column
from etl.clean.dates import Campaign, read_date

PEMILU = Campaign("pemilu-2024", "Pemilu 2024", dt.date(2024, 2, 14), dt.date(2023, 11, 28))
KORPRI = 1971
"""The year in which the civil servants' corps was founded."""

days = st.dates(dt.date(2014, 1, 1), dt.date(2029, 12, 31))
WORDS = (
    "Senin|Jum'at|Minggu|minggu lalu|pekan lalu|27|31|28-29|Desember|September|Februari|Nopember|"
    "2023|2024|29/11|24/11/2023|10/25/2024|2023-11-24|13/13/2023|awal|akhir|kemarin|esok|tanggal|"
    "hari ini|100 hari menjelang|H-7|kampanye|Pemilu 2024|Pilkada|HUT ke-52 Korpri|dan|-|s.d.|(|)|,|"
    ";|pukul 08.00|UU 5/2014|dua|seratus|semester I|45600|24 Nov 23"
)
words = st.sampled_from(WORDS.split("|"))
phrases = st.lists(words, max_size=8).map(" ".join) | st.text(st.characters(codec="utf-8"))


def typographic(day: dt.date) -> str:
    return f"{format_date(day, 'EEEE', locale='id').replace('Jumat', 'Jum’at')} ({day:%d/%m/%Y})"


FORMS: list[Callable[[dt.date], str]] = [
    lambda day: format_date(day, "EEEE, d MMMM y", locale="id"),
    lambda day: format_date(day, "EEEE dd MMMM y", locale="id"),
    lambda day: format_date(day, "d MMM yy", locale="id"),
    lambda day: format_date(day, "d MMMM y", locale="en"),
    lambda day: format_date(day, "MMMM d, y", locale="en"),
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: day.isoformat(),
    lambda day: f"{day.isoformat()} 00:00:00",
    typographic,
]


@pytest.mark.parametrize("form", FORMS)
@given(days)
def test_a_date_survives_its_print(form: Callable[[dt.date], str], day: dt.date) -> None:
    reading = read_date(form(day))
    assert (reading.low, reading.high, reading.status) == (day, day, "stated"), form(day)


@given(days, st.integers(1, 6))
def test_a_wrong_weekday_is_always_seen_and_never_moves_the_day(day: dt.date, off: int) -> None:
    name = format_date(day + dt.timedelta(off), "EEEE", locale="id")
    reading = read_date(f"{name}, {format_date(day, 'd MMMM y', locale='id')}")
    assert (reading.low, reading.status, reading.conflict) == (day, "disputed", "weekday")
    assert reading.alternatives
    assert all(each.date.weekday() == (day.weekday() + off) % 7 for each in reading.alternatives)


@given(days, st.integers(1, 27))
def test_a_range_holds_both_its_ends(day: dt.date, length: int) -> None:
    last = day + dt.timedelta(length)
    assume((last.month, last.year) == (day.month, day.year))
    reading = read_date(f"{day.day}–{format_date(last, 'd MMMM y', locale='id')}")
    assert (reading.low, reading.high, reading.precision) == (day, last, "range")


@given(days, st.integers(0, 170))
def test_a_year_left_out_comes_back_from_the_publication(day: dt.date, later: int) -> None:
    text = f"{format_date(day, 'EEEE', locale='id')} ({day.day}/{day.month})"
    assume((day.month, day.day) != (2, 29))
    reading = read_date(text, published=day + dt.timedelta(later))
    assert (reading.low, reading.status) == (day, "inferred")


@given(phrases, st.none() | days, st.sampled_from([None, PEMILU]))
def test_any_text_is_read_or_has_a_reason(text: str, published: dt.date | None, campaign: Campaign | None) -> None:
    reading = read_date(text, published=published, campaign=campaign, campaigns=[PEMILU])
    assert reading.stated == text
    assert (reading.low is None) == (reading.high is None) == (reading.fault is not None)
    assert (reading.status == "missing") == (reading.low is None) == (reading.precision is None)
    assert (reading.status == "disputed") == (reading.conflict is not None)
    assert reading.low is None or reading.high is None or reading.low <= reading.high


@example("Senin 29/11 HUT ke-52 Korpri")
@given(phrases)
def test_no_year_comes_from_nowhere(text: str) -> None:
    reading = read_date(text)
    if reading.low and reading.high and reading.status != "inferred":
        printed = {int(year) % 100 for year in re.findall(r"\d+", text)}
        if reading.status == "disputed":  # by the weekday, of a year that the anniversary gives
            printed |= {KORPRI + int(number) - 2000 for number in re.findall(r"HUT ke-(\d+) Korpri", text)}
        assert reading.high.year % 100 in printed


@given(st.lists(st.none() | phrases, max_size=8))
def test_every_cell_stays_in_its_place(values: list[str | None]) -> None:
    found = read_date_column(pl.Series(values, dtype=pl.String)).cells
    assert found.height == len(values)
    assert [(rule is None) for rule in found["rule"]] == [kind != "text" for kind in found["kind"]]
