"""When ceremonies were held: how many, between which days, how early; and the page's own picture."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from briefings.asked import Asked
from briefings.picture import Picture
from briefings.sections import linimasa
from charts.timeline import timeline
from i18n import text
from indicators import query
from pages.context import Context, Filters
from pages.linimasa.files import panel_picture
from pages.linimasa.model import build
from warehouse.frames import Frames

Make = Callable[..., Any]
Ask = Callable[..., Asked]
HERE, THERE = "33.03", "33.04"
SEPTEMBER, OCTOBER = dt.date(2024, 9, 20), dt.date(2024, 10, 10)
EARLY, START = (dt.date(2024, 8, 28), dt.date(2024, 9, 3)), dt.date(2024, 9, 25)
MANY = "2 acara di Kabupaten Purbalingga terdokumentasi"
BOTH = "acara yang harinya tidak diketahui persis dihitung di kedua sisi"
PREFIX = "sebelum masa kampanye mulai pada 25 September 2024"


@pytest.mark.parametrize(
    ("events", "sentence", "more"),
    [
        ([], "Belum ada acara di Kabupaten Purbalingga yang terdokumentasi untuk Pilkada 2024.", []),
        (
            [(SEPTEMBER,)],
            "1 acara di Kabupaten Purbalingga terdokumentasi, pada 20 September 2024.",
            [
                f"Pilkada 2024: 1 {PREFIX}, sesudahnya tidak ada yang diketahui.",
                f"Acara pertama diadakan 5 hari {PREFIX}.",
            ],
        ),
        (
            [(SEPTEMBER,), (OCTOBER,)],
            "2 acara di Kabupaten Purbalingga terdokumentasi, antara 20 September 2024 dan 10 Oktober 2024.",
            [
                f"Pilkada 2024: 1 {PREFIX}, 1 pada hari itu atau sesudahnya.",
                f"Acara pertama diadakan 5 hari {PREFIX}.",
            ],
        ),
        (
            [(OCTOBER,), (None,)],
            f"{MANY}; 1 di antaranya diketahui tanggalnya, pada 10 Oktober 2024.",
            [f"Pilkada 2024: tidak ada yang diketahui {PREFIX}, 1 pada hari itu atau sesudahnya."],
        ),
        (
            [(None,)],
            "1 acara di Kabupaten Purbalingga terdokumentasi, tanpa tanggal yang diketahui.",
            [],
        ),
        (
            [EARLY, (dt.date(2024, 9, 24), START)],
            "2 acara di Kabupaten Purbalingga terdokumentasi, antara 28 Agustus 2024 dan 25 September 2024.",
            [
                f"Pilkada 2024: paling banyak 2 {PREFIX}, paling banyak 1 pada hari itu atau sesudahnya; {BOTH}.",
                f"Acara pertama diadakan antara 22 dan 28 hari {PREFIX}.",
            ],
        ),
    ],
)
def test_what_is_said_of_days(
    world: Make, ceremony: Make, ask: Ask, events: list[tuple[dt.date]], sentence: str, more: list[str]
) -> None:
    frames = world(events=[ceremony(f"e{place}", HERE, *days) for place, days in enumerate(events)])
    section = linimasa.section(ask(frames, HERE, campaign="pilkada-2024"))
    assert section.finding.words == sentence
    assert [found.words for found in section.more] == more
    assert len(section.tables) == (1 if events else 0)
    assert (section.picture is None) == (not any(days[0] for days in events))


def test_every_number_is_the_indicators(world: Make, ceremony: Make, ask: Ask) -> None:
    days = [(SEPTEMBER,), EARLY, (dt.date(2024, 9, 24), START), (OCTOBER,), (None,)]
    frames = world(events=[ceremony(f"e{place}", HERE, *range_) for place, range_ in enumerate(days)])
    section = linimasa.section(ask(frames, "33"))
    numbers = [number for found in (section.finding, *section.more) for number in found.numbers.values()]
    assert len(numbers) == 5
    for number in numbers:
        row = query(number.reference.query.indicator, frames, number.reference.query.scope).row(0, named=True)
        assert (number.low, number.high) == (row["low"], row["high"])


def test_what_may_have_been_later_is_said_as_bounds(world: Make, ceremony: Make, ask: Ask) -> None:
    frames = world(events=[ceremony("a", HERE, SEPTEMBER), ceremony("b", HERE, *EARLY)])
    section = linimasa.section(ask(frames, HERE, as_of=dt.date(2024, 9, 1)))
    words = (
        "Paling banyak 1 acara di Kabupaten Purbalingga terdokumentasi, antara 28 Agustus 2024 dan 3 September 2024."
    )
    assert section.finding.words == words


def test_columns_are_what_the_indicator_counts_in_a_month(world: Make, ceremony: Make, ask: Ask) -> None:
    days = [(SEPTEMBER,), EARLY, (OCTOBER,)]
    frames = world(events=[ceremony(f"e{place}", HERE, *range_) for place, range_ in enumerate(days)])
    asked = ask(frames, HERE)
    picture = linimasa.section(asked).picture
    assert picture
    assert picture.native
    ends = {"Agu 2024": (8, 31), "Sep 2024": (9, 30), "Okt 2024": (10, 31)}
    assert picture.native.categories == tuple(ends)
    sure, maybe = (series.values for series in picture.native.series)
    for (month, last), low, more in zip(ends.values(), sure, maybe, strict=True):
        period = {"since": dt.date(2024, month, 1), "until": dt.date(2024, month, last)}
        scope = asked.scope(HERE)
        row = query("documented_events", frames, type(scope)(HERE, campaign=scope.campaign, **period)).row(
            0, named=True
        )
        assert row["high"] == (low or 0) + (more or 0)


def test_the_picture_is_the_pages_own(world: Make, ceremony: Make, ask: Ask) -> None:
    events = [
        ceremony("a", HERE, SEPTEMBER),
        ceremony("b", THERE, *EARLY),
        ceremony("c", "33", OCTOBER, organiser_kind="penyelenggara"),
    ]
    frames: Frames = world(events=events)
    t = text("id")
    filters = Filters(province="33", campaign="pilkada-2024")
    (panel,) = build(Context(frames, filters, t, MappingProxyType({}))).panels
    picture = linimasa.section(ask(frames, "33")).picture
    assert isinstance(picture, Picture)
    assert picture.drawing.to_dict() == timeline(panel.chart, t).to_dict()
    assert [words for _, words in picture.key] == [
        "Tanggal: ● sesuai sumber, ●━● suatu saat di antara hari-hari ini",
        "Vertikal dan nasional",
        "Masa kampanye",
    ]


def test_more_ceremonies_than_rows_are_counted_by_month(world: Make, ceremony: Make, ask: Ask) -> None:
    days = [(SEPTEMBER,)] * 60 + [EARLY] * 3 + [(OCTOBER,)] * 9 + [(None,)] * 2
    frames: Frames = world(events=[ceremony(f"e{place}", HERE, *range_) for place, range_ in enumerate(days)])
    t, asked = text("id"), ask(frames, HERE)
    section = linimasa.section(asked)
    picture = section.picture
    assert isinstance(picture, Picture)
    columns = json.loads(picture.drawing.to_json())
    assert [trace["type"] for trace in columns["data"]] == ["bar", "bar"]
    sure, more = ([float(each) for each in trace["y"]] for trace in columns["data"])
    ends = [(dt.date(2024, month, 1), dt.date(2024, month, last)) for month, last in ((8, 31), (9, 30), (10, 31))]
    for (since, until), low, maybe in zip(ends, sure, more, strict=True):
        scope = replace(asked.scope(HERE), since=since, until=until)
        row = query("documented_events", frames, scope).row(0, named=True)
        assert row["high"] == low + maybe
    assert [sum(sure), sum(more)] == [69, 6]
    assert columns["layout"]["height"] < 760
    assert picture.title.startswith(f"{section.finding.words} Pilkada 2024: 63 {PREFIX}, 9 pada hari itu")
    assert any("terlalu banyak" in note for note in section.notes)
    assert any("setiap acara ada di tabel" in words for _, words in picture.key)
    assert len(section.tables[0].rows) == len(days)
    context = Context(frames, Filters(province="33", campaign="pilkada-2024"), t, MappingProxyType({}))
    of_page = panel_picture(build(context), 0, context)
    assert of_page.drawing.to_dict() == picture.drawing.to_dict()


def test_ceremonies_of_others_are_in_the_table_and_in_no_figure(world: Make, ceremony: Make, ask: Ask) -> None:
    events = [ceremony("a", HERE, SEPTEMBER), ceremony("b", HERE, OCTOBER, organiser_kind="vertikal")]
    section = linimasa.section(ask(world(events=events), HERE))
    assert section.finding.numbers["events"].low == 1
    assert any(found.numbers.get("all") and found.numbers["all"].low == 2 for found in section.more)
    (table,) = section.tables
    apart = [column.key for column in table.columns].index("counted_apart")
    assert [row[apart] for row in table.rows] == ["instansi vertikal atau penyelenggara pemilu", None]


def test_an_undated_ceremony_stands_last_with_what_is_known(world: Make, ceremony: Make, ask: Ask) -> None:
    frames = world(events=[ceremony("a", HERE, None), ceremony("b", HERE, *EARLY), ceremony("c", THERE, OCTOBER)])
    section = linimasa.section(ask(frames, "33"))
    (table,) = section.tables
    keys = [column.key for column in table.columns]
    assert keys[:4] == ["date_low", "date_high", "date_note", "ceremony"]
    assert [row[:3] for row in table.rows] == [
        (OCTOBER, None, None),
        (*EARLY, None),
        (None, None, "tanggal tidak diketahui"),
    ]
    assert any("tidak dikarang" in note for note in section.notes)
