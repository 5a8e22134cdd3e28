"""The filter bar: its fields say what the link says, and what is chosen goes into the link."""

from __future__ import annotations

import datetime as dt

import pytest
import streamlit as st

from i18n import text
from pages.choices import choices
from pages.context import Context, Filters
from pages.filter_bar import choose
from pages.filter_bar.fields import KEYS, filter_bar
from warehouse.frames import Frames

DAY = dt.date(2024, 9, 25)


@pytest.mark.parametrize(
    ("filters", "as_of", "values", "summary"),
    [
        (Filters(), None, {}, "Saringan"),
        (
            Filters("pemilu-2024", "33", grade="C"),
            None,
            {"kampanye": "pemilu-2024", "provinsi": "33", "bukti": "C"},
            "3",
        ),
        (Filters(since=DAY), DAY, {"dari": "2024-09-25", "per": "2024-09-25"}, "(2 "),
    ],
    ids=["none", "lists", "days"],
)
def test_the_fields_say_what_the_link_says(
    bundled_frames: Frames, filters: Filters, as_of: dt.date | None, values: dict[str, str], summary: str
) -> None:
    context = Context(bundled_frames, filters, text("id"), as_of=as_of)
    bar = filter_bar(context, choices(context))
    assert tuple(field.key for field in bar.fields) == KEYS
    assert {field.key: field.value for field in bar.fields if field.value} == values
    assert summary in bar.summary
    for field in bar.fields:
        if field.options is None:
            unfiltered = "Terbaru" if field.key == "per" else "Kapan saja"
            assert field.words == ("25 Sep 2024" if field.value else unfiltered)
        else:
            assert field.options[0][0] == "", "the first of a list is not filtered"
            assert field.value in dict(field.options)


@pytest.mark.parametrize(
    ("key", "value", "pinned", "before", "after"),
    [
        ("provinsi", "33", None, {}, {"provinsi": "33"}),
        ("provinsi", "", None, {"provinsi": "33", "bukti": "A"}, {"bukti": "A"}),
        ("per", "2024-02-13", 1, {"per": "1"}, {"per": "1@2024-02-13"}),
        ("per", "", 1, {"per": "1@2024-02-13"}, {"per": "1"}),
        ("per", "", None, {"per": "2024-02-13"}, {}),
        ("per", "besok", 1, {"per": "1"}, {"per": "besok"}),
        ("data", "contoh", None, {}, {}),
    ],
)
def test_a_choice_goes_into_the_link(
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    value: str,
    pinned: int | None,
    before: dict[str, str],
    after: dict[str, str],
) -> None:
    link = dict(before)
    monkeypatch.setattr(st, "query_params", link)
    choose(key, value, pinned)
    assert link == after
