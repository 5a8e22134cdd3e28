"""Figures added up: silence widens, what is withheld stays unknown, and the largest unit is weighed by bounds."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest

from indicators.counting.adding import added
from indicators.counting.weights import heaviest

Figures = Callable[..., pl.DataFrame]


def test_the_designs_worked_example(figures: Figures) -> None:
    found = added(figures({}, {"done": (38, 42), "people": (50, 50)}, {"state": "belum_lapor", "people": (50, 50)}))
    assert found.rate == pytest.approx((0.49, 0.76))
    assert (found.units, found.reported, found.target) == (3, 2, (200, 200))
    assert (found.done, found.gap) == ((98, 152), (48, 102))


@pytest.mark.parametrize(
    ("other", "rate"),
    [
        ({"state": "tidak_wajib"}, (0.6, 0.6)),
        ({"state": "belum_ada_bukti", "people": (None, None)}, (0.6, 0.6)),
        ({"state": "belum_lapor", "people": (None, None)}, (None, None)),
        ({"state": "ditahan", "people": (100, 100)}, (0.3, 0.8)),
        ({"done": (50, None)}, (0.55, None)),
    ],
)
def test_what_is_not_known_is_neither_nobody_nor_everybody(
    figures: Figures, other: dict[str, object], rate: tuple[float | None, float | None]
) -> None:
    assert added(figures({}, other)).rate == pytest.approx(rate)


def test_the_heaviest_unit_and_what_is_left_without_it(figures: Figures) -> None:
    found = heaviest(
        figures(
            {"people": (50, 50), "done": (40, 40)}, {"people": (150, 150), "done": (30, 30)}, {"people": (100, 100)}
        )
    )
    assert found is not None
    assert (found.name, found.share) == ("Dinas B", (0.5, 0.5))
    assert found.others.rate == pytest.approx((100 / 150, 100 / 150))


def test_a_share_of_unsure_counts_has_bounds(figures: Figures) -> None:
    found = heaviest(figures({"people": (90, 110)}, {"people": (40, 60), "done": (1, 1)}))
    assert found is not None
    assert found.share == pytest.approx((90 / 150, 110 / 150))


@pytest.mark.parametrize(
    ("whole", "share"),
    [
        ((None, None), (2 / 3, 2 / 3)),
        ((200, 200), (0.5, 0.5)),
        ((180, 220), (100 / 220, 100 / 180)),
        ((200, None), (0.0, 0.5)),
        ((140, 140), (2 / 3, 2 / 3)),
    ],
)
def test_a_stated_total_holds_people_of_no_known_unit(
    figures: Figures, whole: tuple[int | None, int | None], share: tuple[float, float]
) -> None:
    found = heaviest(figures({}, {"people": (50, 50), "done": (1, 1)}), whole)
    assert found is not None
    assert found.share == pytest.approx(share)


@pytest.mark.parametrize("other", [None, {"people": (None, None)}])
def test_nothing_to_weigh_against(figures: Figures, other: dict[str, object] | None) -> None:
    assert heaviest(figures({}, *([other] if other else []))) is None


def test_whose_figure_is_withheld_is_not_named(figures: Figures) -> None:
    found = heaviest(figures({"state": "ditahan", "people": (900, 900)}, {}, {"people": (10, 10), "done": (1, 1)}))
    assert found is not None
    assert found.name == "Dinas B"
