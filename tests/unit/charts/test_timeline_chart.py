"""Ceremonies over time: shape tells the date's status, a range is a bar, nothing hides behind anything."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from charts.phases import Phase
from charts.timeline import SYMBOLS, Lane, Mark, Panel, timeline
from i18n import text
from warehouse.vocabulary import DateStatus

D = dt.date
T = text("id")


def mark(day: dt.date, high: dt.date | None = None, status: str = "stated", name: str = "acara") -> Mark:
    return Mark(name, day, high or day, status, ("Kabupaten <i>Contoh</i>", "6 November 2023"))


def drawn(*lanes: Lane, phases: tuple[Phase, ...] = ()) -> dict[str, Any]:
    panel = Panel(lanes, phases, D(2023, 9, 1), D(2024, 2, 28))
    return dict(timeline(panel, T).to_plotly_json())


def symbols(figure: dict[str, Any]) -> dict[str, Any]:
    return dict(figure["data"][2])


def test_every_dated_status_has_a_shape_of_its_own() -> None:
    assert set(SYMBOLS) == set(DateStatus) - {DateStatus.MISSING}
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_a_range_is_a_bar_and_a_day_is_not() -> None:
    figure = drawn(Lane("Jawa Timur", (mark(D(2023, 10, 1), D(2023, 10, 20)), mark(D(2024, 1, 5)))))
    assert figure["data"][0]["x"] == ["2023-10-01", "2023-10-20", None]
    assert list(symbols(figure)["x"]) == ["2023-10-01", "2023-10-20", "2024-01-05"]


def test_marks_of_one_week_stand_below_each_other_and_far_ones_beside() -> None:
    lane = Lane("Aceh", (mark(D(2023, 10, 1)), mark(D(2023, 10, 3)), mark(D(2024, 1, 5))))
    first, second, third = symbols(drawn(lane))["y"]
    assert first != second
    assert first == third


def test_a_lane_makes_room_for_its_marks() -> None:
    one, many = Lane("Aceh", (mark(D(2023, 10, 1)),)), Lane("Aceh", tuple(mark(D(2023, 10, 1)) for _ in range(9)))
    heights = [drawn(lane)["layout"]["height"] for lane in (one, many)]
    assert heights[1] - heights[0] > 8 * 20


def test_lanes_whose_names_begin_alike_are_told_apart() -> None:
    names = [f"Kota Administrasi Jakarta {side}" for side in ("Pusat", "Selatan", "Utara")]
    labels = drawn(*(Lane(name, (mark(D(2023, 10, 1)),)) for name in names))["layout"]["yaxis"]["ticktext"]
    assert [label.replace("<br>", " ") for label in labels] == names


def test_a_mark_names_its_ceremony_and_its_words_are_text() -> None:
    event_id, words = symbols(drawn(Lane("Aceh", (mark(D(2023, 10, 1), name="aceh-2023"),))))["customdata"][0]
    assert event_id == "aceh-2023"
    assert "<i>" not in words


def test_ceremonies_that_do_not_count_have_another_colour() -> None:
    lanes = Lane("Aceh", (mark(D(2023, 10, 1)),)), Lane("Pusat", (mark(D(2023, 10, 1)),), aside=True)
    own, central = symbols(drawn(*lanes))["marker"]["color"]
    assert own != central


@pytest.mark.parametrize(("kind", "shape"), [("campaign", "rect"), ("vote", "line")])
def test_phases_are_drawn_and_named(kind: Any, shape: str) -> None:
    figure = drawn(Lane("Aceh", ()), phases=(Phase(kind, D(2023, 11, 28), D(2024, 2, 10), "Masa <b>kampanye</b>"),))
    found = [one for one in figure["layout"]["shapes"] if one.get("x0") == "2023-11-28"]
    assert [one["type"] for one in found] == [shape]
    [label] = figure["layout"]["annotations"]
    assert label["text"] == "Masa &lt;b&gt;kampanye&lt;/b&gt;"
    assert label["xanchor"] == "right", "a label in the right half must be written towards the left"
