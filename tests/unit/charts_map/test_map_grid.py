"""Two measures on one map: nine cells, what has no second figure, and states."""

from __future__ import annotations

from itertools import product

import pytest

from charts.map import Axis, Grid, MapRow, MapView, payload
from charts.map.bivariate import FILLS, NO_INDEX
from i18n import text
from warehouse.vocabulary import State

STATES = {state.value: f"word of {state}" for state in State}
X = Axis("coverage", (0.001, 0.5), ("none", "some", "half"))
Y = Axis("risk", (10, 50), ("low", "middle", "high"))


def grid() -> Grid:
    return Grid.of(X, Y, "not published", STATES, text("en"))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (MapRow("1", State.NILAI, 0.0, 0.0, second=55.87), "sel-20"),
        (MapRow("1", State.NILAI, 0.0, 0.0, second=50), "sel-20"),
        (MapRow("1", State.NILAI, 0.5, 0.5, second=9.99), "sel-02"),
        (MapRow("1", State.NILAI, 0.2, 0.2, second=10), "sel-11"),
        (MapRow("1", State.NILAI, 0.0, 0.0), "tanpa-indeks"),
        (MapRow("1", State.TIDAK_WAJIB, second=100), "tidak_wajib"),
    ],
)
def test_a_region_is_in_the_cell_of_both_figures(row: MapRow, key: str) -> None:
    assert grid().entries[grid().place(row)].key == key


def test_the_payload_has_the_cells_first_with_their_counts() -> None:
    rows = [
        MapRow("82", State.NILAI, 0.0, 0.0, "0 of 10", 2, "D", second=100, second_text="100"),
        MapRow("33", State.NILAI, 0.6, 0.6, "20 of 35", 2, "D"),
    ]
    view = MapView(
        rows=rows,
        key=grid(),
        geometry="/geo/skematik-0.json",
        note="schematic",
        level="provinsi",
        focus=None,
        indicator="coverage-nilai",
        title="coverage",
        label="1 of 10",
        explain="thirds",
        region_url="/wilayah?wilayah=",
        states=STATES,
    )
    made = payload(view, text("en"))
    cells = made["legend_grid"]
    assert cells["counts"] == [[0, 0, 0], [0, 0, 0], [1, 0, 0]]
    assert cells["x"] == {"title": "coverage", "labels": ["none", "some", "half"]}
    for y, x in product(range(3), range(3)):
        entry = made["legend"][3 * y + x]
        assert (entry["fill"], entry["label"]) == (cells["fills"][y][x], f"{X.labels[x]}; {Y.labels[y]}")
    assert made["rows"] == [["33", 9, "20 of 35", 0, 2, "D", None], ["82", 6, "0 of 10", 0, 2, "D", None, "100"]]
    assert sum(entry["count"] for entry in made["legend"]) == 2


def _seen(fill: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    rgb = [int(fill[place : place + 2], 16) for place in (1, 3, 5)]
    return tuple(sum(weight * part for weight, part in zip(row, rgb, strict=True)) for row in matrix)


@pytest.mark.parametrize(
    "eye",
    [
        ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),  # deuteranopia (Machado 2009)
        ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),  # protanopia (Machado 2009)
    ],
)
def test_cells_can_be_told_apart_without_red_and_green(eye: tuple[tuple[float, ...], ...]) -> None:
    shades = [_seen(fill, eye) for fill in [*(fill for row in FILLS for fill in row), NO_INDEX, "#ffffff"]]
    for place, one in enumerate(shades):
        for other in shades[place + 1 :]:
            assert {one, other} == {shades[-1], shades[-2]} or sum(
                (a - b) ** 2 for a, b in zip(one, other, strict=True)
            ) > 32**2
