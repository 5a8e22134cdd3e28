"""Wilson's limits: as published, and nobody is called low or high whose bounds leave it open."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest

from indicators.comparing.funnel import Z_95, Z_998, Place, around, funnel, wilson

Figures = Callable[..., pl.DataFrame]


@pytest.mark.parametrize(
    ("part", "people", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_limits_are_those_of_newcombe_1998(part: int, people: int, low: float, high: float) -> None:
    assert wilson(part / people, people, Z_95) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_limits_narrow_with_size_and_stay_within_0_and_1(share: float) -> None:
    drawn = [wilson(share, people, Z_998) for people in (1, 15, 3534)]
    widths = [high - low for low, high in drawn]
    assert widths == sorted(widths, reverse=True)
    assert all(0 <= low <= share <= high <= 1 for low, high in drawn)


def test_around_bounds_nothing_between_them_lies_outside() -> None:
    limits = around((0.5, 0.7), 40, Z_95)
    for share in (0.5, 0.55, 0.6, 0.7):
        low, high = wilson(share, 40, Z_95)
        assert limits.low <= low
        assert limits.high is not None
        assert high <= limits.high


def test_a_unit_of_15_is_not_held_to_what_binds_one_of_3534(figures: Figures) -> None:
    found = funnel(
        figures(
            {"done": (8, 8), "people": (15, 15)},
            {"done": (1884, 1884), "people": (3534, 3534)},
            {"done": (3300, 3300), "people": (3534, 3534)},
        )
    )
    assert found is not None
    assert [point.place for point in found.points] == [Place.WITHIN, Place.FAR_BELOW, Place.FAR_ABOVE]


@pytest.mark.parametrize(
    ("done", "place"),
    [((10, 10), Place.FAR_BELOW), ((10, 60), Place.WITHIN), ((10, None), Place.WITHIN), ((52, 52), Place.BELOW)],
)
def test_outside_is_only_who_is_surely_outside(figures: Figures, done: tuple[int, int | None], place: Place) -> None:
    others = [{"done": (650, 650), "people": (1000, 1000)} for _ in range(6)]
    found = funnel(figures({"done": done}, *others))
    assert found is not None
    assert found.points[0].place is place


def test_who_is_silent_withheld_or_without_target_is_not_placed(figures: Figures) -> None:
    found = funnel(
        figures(
            {},
            {},
            {"state": "belum_lapor"},
            {"state": "ditahan", "people": (None, None)},
            {"people": (None, None)},
        )
    )
    assert found is not None
    assert len(found.points) == 2
    assert found.whole.rate == (0.6, 0.6)
    assert found.left_out == 1


def test_one_unit_is_compared_with_nobody(figures: Figures) -> None:
    assert funnel(figures({}, {"state": "belum_lapor"})) is None
