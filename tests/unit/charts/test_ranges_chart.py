"""Rates as ranges: an exact rate is a stroke, no upper limit an arrow, no figure a word and never 0 %."""

from __future__ import annotations

import datetime as dt

from charts.cumulative import Step, cumulative
from charts.ranges import Row, Span, ranges
from i18n import text

T = text("id")


def row(label: str = "Dinas", signed: Span | None = None, note: str | None = None) -> Row:
    return Row(label, signed, None, note, (label,))


def test_bounds_make_a_bar() -> None:
    bar, strokes, *_ = ranges([row(signed=Span(0.49, 0.76))], T).data
    assert list(bar.x) == [0.49, 0.76, None]
    assert list(strokes.x) == [0.49, 0.76]


def test_no_upper_limit_is_an_arrow_at_the_edge() -> None:
    figure = ranges([row(signed=Span(0.8, None))], T)
    _, strokes, *_ = figure.data
    assert strokes.marker.symbol == ("line-ns", "triangle-right")
    assert strokes.x[1] == figure.layout.xaxis.range[1]


def test_over_a_hundred_percent_is_shown() -> None:
    assert ranges([row(signed=Span(0.9, 1.2))], T).layout.xaxis.range[1] > 1.2


def test_no_figure_is_a_word_and_no_bar() -> None:
    figure = ranges([row(signed=Span(0.0, 0.0)), row("RSUD", note="belum lapor")], T)
    assert list(figure.data[0].x) == [0.0, 0.0, None], "0 is a value and has a stroke; the silent unit has none"
    assert [note.text for note in figure.layout.annotations] == ["<i>belum lapor</i>"]


def test_the_goal_is_named() -> None:
    figure = ranges([row(signed=Span(0.5, 0.5))], T, goal=0.95, goal_label="tuntas: 95 %")
    assert [note.text for note in figure.layout.annotations] == ["tuntas: 95 %"]
    assert figure.layout.shapes[0].x0 == 0.95


def test_the_curve_has_a_band_between_its_bounds_and_its_last_figure() -> None:
    steps = [Step(dt.date(2023, 10, 1), 0, 2), Step(dt.date(2023, 10, 31), 2, 2), Step(dt.date(2024, 1, 5), 2, 3)]
    figure = cumulative(steps, T)
    low, high, line = figure.data
    assert (list(low.y), list(high.y), list(line.y)) == ([0, 2, 2], [2, 2, 3], [0, 2, 2])
    assert high.fill == "tonexty"
    assert [note.text for note in figure.layout.annotations] == ["<b>2–3</b>"]
    assert {trace.line.shape for trace in figure.data} == {"hv"}, "a count stands until it changes"
