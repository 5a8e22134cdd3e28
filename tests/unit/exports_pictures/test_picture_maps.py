"""Maps as pictures: outlines, looks, legend."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path as File
from xml.etree import ElementTree

import pytest
from matplotlib.path import Path

import geo
from briefings.briefing import Briefing
from briefings.picture import MapDrawing, Picture
from charts.map import Axis, Grid, MapRow, payload
from exports.pictures import areas, bare, body, fills, key
from exports.pictures.canvas import Pane, corners
from exports.pictures.outlines import Window, outlines, thinned
from geo import Layer
from i18n import text
from warehouse.vocabulary import State

T = text("id")
SVG = "{http://www.w3.org/2000/svg}"
LAYERS = {layer.kind: layer for layer in geo.layers(File("none"))}


def square(left: int, top: int, side: int, *, turned: bool = False) -> str:
    down = f"0 {side} {side} 0 0 {-side}"
    across = f"{side} 0 0 {side} {-side} 0"
    return f"M{left} {top}l{across if turned else down}z"


def layer_of(**regions: str) -> Layer:
    """A layer of 100 by 100 units with one province."""
    entries = {
        code: {"n": code, "p": "33", "d": d, "c": [50, 50], "bbox": [0, 0, 100, 100]} for code, d in regions.items()
    }
    province = {"33": {"n": "Provinsi", "d": square(0, 0, 100), "c": [50, 50], "bbox": [0, 0, 100, 100]}}
    told = {"kind": "resmi", "edition": "x", "width": 100, "height": 100, "regions": entries, "provinces": province}
    made = json.dumps(told).encode()
    return Layer("x", "x", "resmi", "x", sha256(made).hexdigest(), made)


@pytest.fixture
def picture(small_briefing: Briefing) -> Picture:
    """The map of the briefing made by hand."""
    return next(section.picture for section in small_briefing.sections if section.picture)


def directions(layer: Layer) -> list[bool]:
    """Which way each ring of region `a` runs."""
    rings = outlines(layer).regions["a"].path.to_polygons()
    return [sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) > 0 for ring in rings]


@pytest.mark.parametrize("turned", [False, True])
def test_a_hole_stays_open_whichever_way_it_runs(*, turned: bool) -> None:
    land, hole = directions(layer_of(a=square(0, 0, 100) + square(40, 40, 20, turned=turned)))
    assert land != hole


def test_an_island_in_a_lake_is_filled() -> None:
    land, lake, island = directions(layer_of(a=square(0, 0, 100) + square(20, 20, 60) + square(40, 40, 20)))
    assert land == island != lake


def test_outlines_are_read_once_a_layer() -> None:
    assert outlines(LAYERS["skematik"]) is outlines(LAYERS["skematik"])


def test_thinning_leaves_out_what_is_small_alone() -> None:
    small = "M0 0l10 0 1 1 1 -1 38 0 10 20 10 -20 30 0 0 50 -50 0 -50 0z"
    area = thinned(layer_of(a=small), 3).regions["a"]
    points = {tuple(point) for point in corners(area.path).tolist()}
    assert (11.0, 1.0) not in points
    assert (60.0, 20.0) in points


@pytest.mark.parametrize("kind", LAYERS)
def test_neighbours_keep_the_same_border_when_thinned(kind: str) -> None:
    whole, thin = outlines(LAYERS[kind]), thinned(LAYERS[kind], 12)
    assert set(thin.regions) == set(whole.regions)
    assert sum(len(area.path.vertices) for area in thin.regions.values()) <= sum(
        len(area.path.vertices) for area in whole.regions.values()
    )
    assert all(len(area.path.vertices) >= 4 for area in thin.regions.values()), "no region vanishes"


@pytest.mark.parametrize("kind", LAYERS)
def test_a_province_fills_the_room_and_is_inside(kind: str) -> None:
    whole = outlines(LAYERS[kind])
    window = Window.fit(areas.view(whole, "33"), (0, 0, 400, 300))
    left, top, right, bottom = window.box(whole.provinces["33"].box)
    assert 0 < left < right < 400
    assert 0 < top < bottom < 300
    assert (right - left) > 300 or (bottom - top) > 220


def test_every_region_is_drawn_in_its_look(picture: Picture) -> None:
    painted = areas.Painted.of(payload(picture.drawing.view, T))
    assert painted.fill["33.02"] == "hatch"
    assert painted.fill["33.04"] == "#ffffff"
    assert painted.weak == {"33.01"}
    assert len(painted.fill) == 35


def test_the_region_that_a_map_is_about_is_named_and_outlined(picture: Picture) -> None:
    def names(marked: str | None) -> tuple[list[str | None], int]:
        about = replace(picture, drawing=replace(picture.drawing, marked=marked))
        drawn = ElementTree.fromstring(bare(about, T, "svg", 20, 12))  # noqa: S314 (our own file)
        outlines_drawn = [one for one in drawn.iter() if "stroke: #16181a" in one.get("style", "")]
        return [element.text for element in drawn.iter(f"{SVG}text")], len(outlines_drawn)

    (without, plain), (told, outlined) = names(None), names("33.71")
    assert "Kota Magelang" not in without, "too small for its name: the test needs such a region"
    assert "Kota Magelang" in told
    assert outlined > plain


def test_legend_counts_add_up(picture: Picture) -> None:
    items = key.of_map(payload(picture.drawing.view, T), T)
    counted = [int(item.count) for item in items if not item.weak]
    assert sum(counted) == len(picture.drawing.view.rows)
    [weak] = [item for item in items if item.weak]
    assert (weak.words, weak.count) == ("Bergaris: bukti lemah", "1")


def test_legend_is_written_beside_the_map(picture: Picture) -> None:
    drawn = ElementTree.fromstring(bare(picture, T, "svg", 20, 12))  # noqa: S314 (our own file)
    words = [element.text for element in drawn.iter(f"{SVG}text")]
    for item in key.of_map(payload(picture.drawing.view, T), T):
        assert item.words in words
        assert item.count in words


def test_two_measures_have_a_table_with_all_counts(picture: Picture) -> None:
    view = picture.drawing.view
    x = Axis("Ikrar", (1, 3), ("0", "1–2", "3 atau lebih"))
    y = Axis("Kerawanan", (0.3, 0.6), ("rendah", "sedang", "tinggi"))
    rows = [MapRow(f"33.{unit:02}", State.NILAI, unit % 5, unit % 5, "", second=unit / 35) for unit in range(1, 30)]
    rows += [MapRow("33.71", State.NILAI, 1, 1), MapRow("33.72", State.BELUM_LAPOR)]
    view = replace(view, rows=rows, key=Grid.of(x, y, "tanpa indeks", view.states, T), weak_label="")
    told = body.of(replace(picture, drawing=MapDrawing(view, picture.drawing.layer)), T)
    assert isinstance(told, body.Map)
    cells = sum(sum(row) for row in told.payload["legend_grid"]["counts"])
    assert cells + sum(int(item.count) for item in told.items) == len(rows)
    pane = Pane.whole(900, 500)
    told.draw(pane, 1.0)
    words = [artist.get_text() for artist in pane.figure.artists if hasattr(artist, "get_text")]
    assert {"Kerawanan ↑", "Ikrar →", "rendah", "tinggi"} <= set(words)
    small = Pane.whole(500, 400)
    told.draw(small, 1.0)
    words = [artist.get_text() for artist in small.figure.artists if hasattr(artist, "get_text")]
    assert words.count("A") == 2
    assert "Wilayah kecil diperbesar; huruf menunjukkan letaknya di peta" in " ".join(words)


def test_stripes_stay_where_their_areas_are() -> None:
    box = (0.0, 0.0, 100.0, 100.0)
    pane = Pane.whole(100, 100)
    corner = Path([(10, 10), (30, 10), (30, 30), (10, 30), (10, 10)], closed=True)
    for fill in sorted(fills.PATTERNS):
        fills.over(pane, fill, [corner], box)
    fills.weak(pane, [corner], box)
    assert len(pane.figure.artists) == len(fills.PATTERNS) + 2
    for strokes in pane.figure.artists:
        points = corners(strokes.get_path())
        assert points[:, 1].min() > 5
        assert points[:, 1].max() < 35
        assert points[:, 0].max() - points[:, 0].min() < 65
    across = Path([(90, 40), (130, 40), (130, 60), (90, 60), (90, 40)], closed=True)
    fills.weak(pane, [across, Path(across.vertices + 60, across.codes)], box)
    clip, _ = pane.figure.artists[-1].get_transformed_clip_path_and_affine()
    right = pane.transform.inverted().transform(clip.vertices)[:, 0].max()
    assert right == pytest.approx(100), "nothing of an area that runs out of the box is striped outside it"
    before = len(pane.figure.artists)
    fills.over(pane, "#ffffff", [corner], box)
    fills.over(pane, "hatch", [], box)
    assert len(pane.figure.artists) == before, "a plain colour has no strokes"
