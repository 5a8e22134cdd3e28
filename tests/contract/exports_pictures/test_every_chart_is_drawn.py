"""Every kind of chart is drawn as a picture, and what a picture could not show stops it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any, get_type_hints
from xml.etree import ElementTree

import pytest
from matplotlib.text import Text as Words
from matplotlib.transforms import Bbox
from plotly.graph_objs._figure import Figure

import charts
from briefings.picture import Picture
from briefings.stamp import Stamp
from exports.pictures import NotDrawn, body, draw
from exports.pictures.canvas import Pane
from exports.pictures.chart import Chart
from i18n import text

T = text("id")
NAMES = ("timeline", "columns", "cumulative", "ranges", "funnel", "pace", "steps")
SVG = "{http://www.w3.org/2000/svg}"


def makers() -> set[str]:
    """The functions of `charts` that make a figure."""
    modules = [importlib.import_module(f"charts.{module.name}") for module in pkgutil.iter_modules(charts.__path__)]
    return {
        name
        for module in modules
        for name, made in inspect.getmembers(module, inspect.isfunction)
        if made.__module__ == module.__name__ != "charts.theme" and get_type_hints(made).get("return") is Figure
    }


def test_every_chart_has_an_example(figures: Mapping[str, Figure]) -> None:
    assert makers() == set(figures) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_a_picture(name: str, figures: Mapping[str, Figure], small_stamp: Stamp) -> None:
    picture = Picture(name, "Temuan & <b>judul</b>", figures[name], "Sumber: rekap.", key=(("#1b4b7a", "pakta"),))
    drawn = draw(picture, small_stamp, T, "svg")
    root = ElementTree.fromstring(drawn)  # noqa: S314 (our own file)
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert {"Temuan & <b>judul</b>", "Sumber: rekap.", "pakta"} <= set(words)
    assert any(small_stamp.code in line for line in words)
    assert not list(root.iter(f"{SVG}image")), "a vector"
    assert len(list(root.iter(f"{SVG}path"))) > len(figures[name].data)


def boxes_of(pane: Pane) -> dict[Words, Bbox]:
    """Where each line of text is, in pixels from the lower left."""
    return {words: words.get_window_extent() for words in pane.figure.findobj(Words) if words.get_text()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [480, 1200])
def test_words_stay_inside_and_apart(name: str, width: int, figures: Mapping[str, Figure]) -> None:
    pane = Pane.whole(width, Chart.of(figures[name]).height)
    Chart.of(figures[name]).draw(pane)
    boxes = boxes_of(pane)
    assert len(boxes) > 2
    for words, box in boxes.items():
        assert box.x0 >= -1, words
        assert box.y0 >= -1, words
        assert box.x1 <= width + 1, words
        assert box.y1 <= pane.height + 1, words
    for (one, its), (two, other) in combinations(boxes.items(), 2):
        assert not its.padded(-2).overlaps(other.padded(-2)), (one, two)


def written(figure: Figure) -> str:
    """All that is written in a figure's picture."""
    pane = Pane.whole(900, 500)
    Chart.of(figure).draw(pane)
    return " ".join(words.get_text() for words in pane.figure.findobj(Words))


def test_text_that_wants_to_be_markup_is_written_as_it_is(figures: Mapping[str, Figure]) -> None:
    words = written(figures["ranges"])
    assert "Badan #1 *tebal* _x_" in words
    assert "$y$ <b>&amp; =SUM(A1)" in words
    assert "belum <lapor>" in words


CHANGES: Mapping[str, Callable[[Figure], Any]] = {
    "trace of another kind": lambda figure: figure.add_pie(values=[1]),
    "marks of another shape": lambda figure: figure.update_traces(marker_symbol="star", selector={"mode": "markers"}),
    "an arrow": lambda figure: figure.add_annotation(text="x", x=1, y=1, showarrow=True),
    "other markup": lambda figure: figure.add_annotation(text="<u>x</u>", x=1, y=1, showarrow=False),
    "another shape": lambda figure: figure.add_shape(
        type="circle", x0=0, x1=1, y0=0, y1=1, line={"width": 1, "color": "#000000"}
    ),
    "a legend": lambda figure: figure.update_layout(showlegend=True),
    "a second axis": lambda figure: figure.update_layout(yaxis2={"title": {"text": "x"}}),
    "an axis elsewhere": lambda figure: figure.update_xaxes(side="top"),
    "an unknown setting": lambda figure: figure.update_xaxes(ticklen=9),
    "a colour by name": lambda figure: figure.update_xaxes(gridcolor="red"),
    "another fill": lambda figure: figure.add_scatter(x=[1], y=[1], mode="lines", fill="toself"),
    "words at marks": lambda figure: figure.add_scatter(x=[1], y=[1], mode="markers+text", text=["x"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_picture_cannot_show_stops_it(change: str, figures: Mapping[str, Figure]) -> None:
    figure = Figure(figures["ranges"])
    written(figure)
    CHANGES[change](figure)
    with pytest.raises(NotDrawn):
        written(figure)


@pytest.mark.parametrize(("name", "height"), [("timeline", 90), ("ranges", 100), ("pace", 90)])
def test_a_chart_in_little_room_is_smaller_and_all_there(name: str, height: int, figures: Mapping[str, Figure]) -> None:
    picture = Picture(name, "", figures[name], "", key=(("#1b4b7a", "pakta"),))
    pane = Pane.whole(500, height)
    body.of(picture, T).draw(pane, 1.0)
    boxes = boxes_of(pane).values()
    assert min(box.y0 for box in boxes) >= -1
    assert max(box.y1 for box in boxes) <= height + 1
