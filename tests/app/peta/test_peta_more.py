"""Beyond one map: playing through time, two maps side by side, the overlay of a published index, the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from briefings.finding import Query
from charts.map import MapRow
from indicators import Scope, coverage, query
from indicators.figure_words import figure_or_state
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.peta import files
from pages.peta.comparison import Change, change
from pages.peta.model import build
from pages.peta.moments import MOST, steps
from warehouse.frames import Frames
from warehouse.vocabulary import State

ContextOf = Callable[..., Context]


@pytest.mark.parametrize(
    ("first", "last", "count", "start", "end"),
    [
        ("2024-09-03", "2024-09-05", 1, "2024-09-08", "2024-09-08"),
        ("2024-09-02", "2024-10-15", 7, "2024-09-08", "2024-10-20"),
        ("2023-06-15", "2024-12-02", 19, "2023-06-30", "2024-12-31"),
        ("2020-01-31", "2024-12-31", 20, "2020-03-31", "2024-12-31"),
        ("2015-08-26", "2024-11-12", 19, "2015-12-31", "2024-12-31"),
        ("1990-01-01", "2024-12-31", 23, "2002-12-31", "2024-12-31"),
    ],
)
def test_steps_of_time_are_few_equal_and_cover_the_evidence(
    first: str, last: str, count: int, start: str, end: str
) -> None:
    days = steps(dt.date.fromisoformat(first), dt.date.fromisoformat(last), MOST - 1)
    assert (len(days), days[0].isoformat(), days[-1].isoformat()) == (count, start, end)
    assert days == sorted(set(days))


def test_every_step_is_the_indicator_as_of_its_day(bundled_frames: Frames, context_of: ContextOf) -> None:
    [pane] = build(context_of(bundled_frames, putar="1", tingkat="kabupaten")).panes
    items, legend = pane.payload["steps"]["items"], pane.payload["legend"]
    assert 2 < len(items) <= MOST
    by_label = {item["label"]: item["places"] for item in items}
    scope = Scope(level="kabupaten", campaign=ALL_CAMPAIGNS, as_of=dt.date(2023, 12, 31))
    figures = query("documented_events", bundled_frames, scope)
    states = dict(figures.select("code", "state").iter_rows())
    expected = [states[row[0]] for row in pane.payload["rows"]]
    assert [legend[int(digit, 36)]["state"] for digit in by_label["Des 2023"]] == expected
    assert [int(digit, 36) for digit in items[-1]["places"]] == [row[1] for row in pane.payload["rows"]]


def test_nothing_is_played_unless_asked_for_or_where_nothing_is_dated(
    bundled_frames: Frames, context_of: ContextOf
) -> None:
    asked_for_none = [
        build(context_of(bundled_frames)),
        build(context_of(bundled_frames, putar="1", banding="tanggal")),
        build(context_of(Frames.of(), putar="1")),
    ]
    assert [pane.payload["steps"] for model in asked_for_none for pane in model.panes] == [None] * 4


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (1, 2, Change.MORE),
        (2, 1, Change.FEWER),
        (2, 2, Change.SAME),
        (None, 0, Change.GAINED),
        (3, None, Change.LOST),
        (None, None, Change.NEITHER),
    ],
)
def test_what_became_of_a_region_goes_by_what_is_certain(
    before: float | None, after: float | None, expected: Change
) -> None:
    rows = [
        MapRow("33", State.BELUM_ADA_BUKTI) if low is None else MapRow("33", State.NILAI, low, low + 7)
        for low in (before, after)
    ]
    assert change(rows[0], rows[1]) is expected


def test_two_days_side_by_side_are_the_indicator_of_each_in_the_same_classes(
    bundled_frames: Frames, context_of: ContextOf
) -> None:
    context = context_of(
        bundled_frames, banding="tanggal", banding_a="2023-06-30", banding_b="2024-12-31", kelas="alami"
    )
    model = build(context)
    for pane, day in zip(model.panes, (dt.date(2023, 6, 30), dt.date(2024, 12, 31)), strict=True):
        figures = query("documented_events", bundled_frames, Scope(level="provinsi", campaign=ALL_CAMPAIGNS, as_of=day))
        words = {row[0]: row[2] for row in pane.payload["rows"] if len(row) > 2}
        valued = figures.filter(state="nilai").to_dicts()
        assert words == {row["code"]: figure_or_state("documented_events", row, context.t) for row in valued}
        assert pane.payload["choices"] == []
    looks = [
        [(entry["key"], entry["fill"], entry["label"]) for entry in pane.payload["legend"]] for pane in model.panes
    ]
    assert looks[0] == looks[1]
    assert [(pane.payload["campaign"], pane.payload["as_of"]) for pane in model.panes] == [
        ("semua", "2023-06-30"),
        ("semua", "2024-12-31"),
    ]
    assert [pane.payload["pane_title"] for pane in model.panes] == ["per 30 Juni 2023", "per 31 Desember 2024"]
    assert "lebih tinggi" in model.notes[0]
    table = files.figures(model, context)
    assert len(table.rows) == 2 * 38
    assert {row[0] for row in table.rows} == {"per 30 Juni 2023", "per 31 Desember 2024"}
    pictures = [files.picture(model, pane, context) for pane in model.panes]
    for pane, picture in zip(model.panes, pictures, strict=True):
        assert picture.queries == (Query("documented_events", pane.scope),)
        assert picture.title.startswith(f"{pane.payload['pane_title']}: ")
    assert len({picture.title.partition(": ")[2] for picture in pictures}) == 2


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["pemilu-2024", "pilkada-2024"]),
        ({"banding_a": "pilkada-2020", "banding_b": "pilkada-2099"}, ["pilkada-2020", "pilkada-2024"]),
    ],
)
def test_two_elections_are_the_newest_with_evidence_unless_named(
    bundled_frames: Frames, context_of: ContextOf, given: dict[str, str], expected: list[str]
) -> None:
    model = build(context_of(bundled_frames, banding="pemilihan", **given))
    assert [pane.scope.campaign for pane in model.panes] == expected


def test_no_side_is_later_than_the_day_the_page_is_asked_for(bundled_frames: Frames, context_of: ContextOf) -> None:
    day = dt.date(2023, 12, 1)
    context = context_of(bundled_frames, banding="tanggal", banding_a="2023-06-30", banding_b="2024-12-31")
    context = Context(context.frames, context.filters, context.t, context.params, as_of=day)
    assert [pane.scope.as_of for pane in build(context).panes] == [dt.date(2023, 6, 30), day]


def test_the_overlay_sets_the_index_beside_coverage_and_names_who_lacks_evidence(
    bundled_frames: Frames, context_of: ContextOf
) -> None:
    context = context_of(bundled_frames, lapis2="ikp", ukuran="signed_rate")
    model = build(context)
    assert model.risk is not None
    assert [(row.code, row.value) for row in model.risk.table] == [
        ("82", "100"), ("71", "55,87"), ("36", "22,98"), ("73", "21,93"), ("53", "9,4"), ("64", "6,01"), ("32", "5,48"),
        ("13", "4,96"), ("18", "3,9"), ("75", "3,9"),
    ]  # fmt: skip
    without = []
    for row in model.risk.table:
        found = coverage(bundled_frames, Scope(region=row.code, level="kabupaten", campaign=ALL_CAMPAIGNS))
        assert (row.covered, row.obliged) == (str(found.with_evidence), str(found.total - found.exempt))
        without += [row.name] * (found.with_evidence == 0)
    assert model.finding.numbers["without"] == str(len(without))
    assert all(name in model.finding.words for name in without)
    assert "Bawaslu" in model.notes[0]
    payload = model.panes[0].payload
    keys = [payload["legend"][row[1]]["key"] for row in payload["rows"]]
    assert keys.count("tanpa-indeks") == 28  # not published, which is no 0
    assert sum(map(sum, payload["legend_grid"]["counts"])) == 10
    assert model.sources[0].publisher == "Monitor Indonesia"
    table = files.risks(model, context)
    place = [column.key for column in table.columns].index("index")
    assert [row[place] for row in table.rows].count(None) == 28
    source = files.picture(model, model.panes[0], context).source
    assert source.startswith("Sumber: Monitor Indonesia;")


def test_without_a_published_index_there_is_no_overlay_to_choose(bundled_frames: Frames, context_of: ContextOf) -> None:
    frames = Frames.of(bundled_frames.snapshot, region=bundled_frames.region)
    model = build(context_of(frames, lapis2="ikp"))
    assert model.risk is None
    assert "lapis2" not in {choice["key"] for choice in model.panes[0].payload["choices"]}
