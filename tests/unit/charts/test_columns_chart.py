"""Ceremonies counted by month: what is sure below what may be, numbers above, the election behind."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from charts.columns import Column, columns
from charts.phases import Phase
from i18n import text

T = text("id")


def months(count: int) -> list[Column]:
    ends = [dt.date(2023 + at // 12, at % 12 + 1, 1) for at in range(count + 1)]
    return [
        Column(first, after - dt.timedelta(days=1), at, at + at % 2) for at, (first, after) in enumerate(pairwise(ends))
    ]


def drawn(given: list[Column], *phases: Phase) -> dict[str, Any]:
    return dict(columns(given, phases, T).to_plotly_json())


def test_what_is_sure_stands_below_what_may_be() -> None:
    figure = drawn(months(4))
    sure, maybe = figure["data"]
    assert list(sure["y"]) == [0, 1, 2, 3]
    assert list(maybe["y"]) == [0, 1, 0, 1]
    assert figure["layout"]["barmode"] == "stack"
    numbers = [note["text"] for note in figure["layout"]["annotations"]]
    assert numbers == ["<b>0</b>", "<b>1–2</b>", "<b>2</b>", "<b>3–4</b>"]
    assert list(figure["layout"]["xaxis"]["ticktext"]) == ["Jan<br>2023", "Feb", "Mar", "Apr"]


def test_phases_are_behind_the_columns_and_inside_the_chart() -> None:
    vote = Phase("vote", dt.date(2023, 9, 1), dt.date(2023, 9, 1), "Suara <1>")
    layout = drawn(months(4), vote)["layout"]
    assert layout["shapes"][0]["x0"] == "2023-09-01"
    assert layout["xaxis"]["range"] == ["2023-01-01", "2023-09-01"]
    assert "Suara &lt;1&gt;" in [note["text"] for note in layout["annotations"]]


@pytest.mark.parametrize(("count", "named", "spoken"), [(12, 12, True), (15, 8, True), (36, 12, False)])
def test_names_and_numbers_are_as_many_as_there_is_room_for(count: int, named: int, *, spoken: bool) -> None:
    layout = drawn(months(count))["layout"]
    assert len(layout["xaxis"]["ticktext"]) == named
    assert len(layout.get("annotations", ())) == (count if spoken else 0)
