"""Everything known of a region: its ceremonies by its part in them, its duties, its figures; names are resolved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from indicators import DEFINITIONS
from pages.context import Context
from pages.wilayah.model import RegionView, View, build
from warehouse.frames import Frames

ContextOf = Callable[..., Context]


def region(view: View) -> RegionView:
    assert view.region is not None
    return view.region


def groups(view: View) -> dict[str, set[str]]:
    return {heading: {row.event_id for row in rows} for heading, rows in region(view).groups}


def test_the_nation_lists_every_ceremony_once_and_all_provinces(bundled_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(bundled_frames))
    listed = [row.event_id for _, rows in region(view).groups for row in rows]
    assert sorted(listed) == sorted(bundled_frames.event["event_id"])
    assert len(region(view).below) == 38


def test_a_ceremony_held_here_by_others_is_not_the_regions_own(bundled_frames: Frames, context_of: ContextOf) -> None:
    found = groups(build(context_of(bundled_frames, wilayah="19.06")))
    assert "babel-beltim-2023-11-27" in found["Dilaksanakan di sini oleh pihak lain: tidak dihitung"]
    assert "babel-beltim-2023-11-27" not in found.get("Acara sendiri dan acara unitnya", set())


def test_a_province_lists_ceremonies_below_it_apart(bundled_frames: Frames, context_of: ContextOf) -> None:
    found = groups(build(context_of(bundled_frames, wilayah="33")))
    assert "purbalingga-2023-11-24" in found["Acara kabupaten dan kotanya"]


def test_every_indicator_is_there_with_a_state_or_words(bundled_frames: Frames, context_of: ContextOf) -> None:
    rows = region(build(context_of(bundled_frames, wilayah="33.03"))).figures
    assert [row.indicator for row in rows] == list(DEFINITIONS)
    assert all((row.words is None) == (row.state != "nilai") for row in rows)


def test_duties_name_who_set_them_and_the_source(bundled_frames: Frames, context_of: ContextOf) -> None:
    [duty] = region(build(context_of(bundled_frames, wilayah="34.01"))).duties
    assert "setiap OPD" in duty.whom
    assert "800/1417" in duty.set_by
    assert duty.source.href


def test_contradictions_show_both_sides(bundled_frames: Frames, context_of: ContextOf) -> None:
    found = region(build(context_of(bundled_frames, wilayah="35.13"))).contradictions
    dates = [one for one in found if one.field.field == "date"]
    assert dates
    assert all({"accepted", "rejected"} <= {said.status for said in one.field.statements} for one in dates)


def test_a_replaced_code_leads_to_the_one_in_force(bundled_frames: Frames, context_of: ContextOf) -> None:
    old = bundled_frames.region.filter(pl.col("successor_code").is_not_null()).row(0, named=True)
    view = region(build(context_of(bundled_frames, wilayah=old["code"])))
    assert (view.code, view.replaces) == (old["successor_code"], old["code"])


@pytest.mark.parametrize(
    ("typed", "code", "status"),
    [("Kab. Purbalingga", "33.03", None), ("solok", None, "ambiguous"), ("Zzyzx", None, "unknown")],
)
def test_a_typed_name_is_resolved_never_guessed(
    bundled_frames: Frames, context_of: ContextOf, typed: str, code: str | None, status: str | None
) -> None:
    view = build(context_of(bundled_frames, cari=typed))
    assert region(view).code == code
    assert (view.search and view.search.status) == status
    if status == "ambiguous":
        assert view.search
        assert len(view.search.candidates) >= 2


def test_an_unknown_code_is_named_not_raised(bundled_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(bundled_frames, wilayah="99.99"))
    assert view.region is None
    assert view.problem == "Tidak ada wilayah dengan kode “99.99”."


def test_silence_accuses_nobody(bundled_frames: Frames, context_of: ContextOf) -> None:
    silent = next(row for row in region(build(context_of(bundled_frames, wilayah="33"))).below if row.figure is None)
    view = region(build(context_of(bundled_frames, wilayah=silent.code)))
    assert "tidak berarti" in view.sentence


def test_choosing_a_region_writes_the_link(draw_page: Callable, html_of: Callable, built_store: Path) -> None:
    app = draw_page("wilayah", built_store, acara="probolinggo-2023-11-06")
    (picker,) = app.selectbox
    picker.set_value("33.03").run()
    assert "Kabupaten Purbalingga" in html_of(app)
    assert "acara" not in app.query_params


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("link", [{}, {"wilayah": "33"}, {"wilayah": "33.03"}, {"cari": "solok"}])
def test_it_draws(
    draw_page: Callable, html_of: Callable, example_store: Path, language: str, link: dict[str, str]
) -> None:
    assert "<h1>" in html_of(draw_page("wilayah", example_store, language, **link))
