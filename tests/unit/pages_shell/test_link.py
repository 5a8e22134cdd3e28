"""The link is the state: what is read from it is what was written to it, and nonsense is named, not raised."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from i18n import text
from pages import link
from pages.context import Context, Filters
from warehouse.frames import Frames, SnapshotInfo

CAMPAIGNS = ("pemilu-2024", "pilkada-2024")
PROVINCES = ("33", "51")


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"kampanye": "pemilu-1955"}, ("kampanye",)),
        ({"kampanye": "semua"}, ()),
        ({"provinsi": "33.03"}, ("provinsi",)),
        ({"provinsi": ""}, ()),
        ({"dari": "kemarin"}, ("dari",)),
        ({"dari": "0001-01-01"}, ("dari",)),
        ({"dari": "2024-02-01", "sampai": "2024-01-01"}, ("sampai",)),
        ({"bukti": "E"}, ("bukti",)),
        ({"bahasa": "jv"}, ("bahasa",)),
        ({"data": "nyata"}, ("data",)),
        ({"wilayah": "apa saja"}, ()),
    ],
)
def test_what_cannot_be_used_is_named(query: dict[str, str], ignored: tuple[str, ...]) -> None:
    reading = link.read(query, CAMPAIGNS, PROVINCES)
    assert reading.ignored == ignored
    assert reading.filters == Filters(since=dt.date(2024, 2, 1) if "sampai" in ignored else None)


@pytest.mark.parametrize(
    ("query", "language", "sample"),
    [({}, "id", False), ({"bahasa": "en", "data": "contoh"}, "en", True), ({"bahasa": "xx", "data": "x"}, "id", False)],
)
def test_language_and_example_data(query: dict[str, str], language: str, *, sample: bool) -> None:
    assert (link.language(query), link.wants_sample(query)) == (language, sample)


def test_links_keep_filters_language_and_example_data() -> None:
    filters = Filters("pemilu-2024", "33", dt.date(2023, 1, 1), dt.date(2024, 2, 14), "C")
    context = Context(Frames.of(), filters, text("en"), sample=True)
    kept = "kampanye=pemilu-2024&provinsi=33&dari=2023-01-01&sampai=2024-02-14&bukti=C&bahasa=en&data=contoh"
    assert context.link("wilayah", wilayah="33.03") == f"/wilayah?{kept}&wilayah=33.03"
    assert (
        context.link("peta", provinsi=None, bukti="A")
        == f"/peta?{kept.replace('provinsi=33&', '').replace('=C', '=A')}"
    )


@pytest.mark.parametrize("per", ["12", "2024-09-25", "12@2024-09-25"])
def test_the_state_asked_for_goes_along(per: str) -> None:
    asked = link.as_of({"per": per})
    assert asked is not None
    context = Context(Frames.of(), Filters(), text("id"), as_of=asked.day, pinned=asked.number)
    assert context.link("peta") == f"/peta?per={per}"
    assert context.link("peta", per=None) == "/peta"
    assert link.own_params({"per": per}) == {}


def test_the_permanent_link_names_the_snapshot_and_the_day() -> None:
    frames = Frames.of(SnapshotInfo(12, dt.datetime(2024, 10, 1, tzinfo=dt.UTC)))
    context = Context(frames, Filters(province="33"), text("id"))
    assert context.permalink("opd", wilayah="33.03") == "/opd?provinsi=33&wilayah=33.03&per=12"
    assert replace(context, as_of=dt.date(2024, 9, 25)).permalink("peta") == "/peta?provinsi=33&per=12@2024-09-25"


@pytest.mark.parametrize("per", ["kemarin", "-1", "1.5", "12@", "@2024-09-25", "12@12", "0001-01-01", "9" * 5000])
def test_a_state_that_cannot_be_read_is_nothing(per: str) -> None:
    assert link.as_of({"per": per}) is None


def test_a_bare_link_stays_bare() -> None:
    context = Context(Frames.of(), Filters(), text("id"))
    assert context.link("ringkasan") == "/"
    assert context.link("wilayah", wilayah=None) == "/wilayah"


def test_own_parameters_are_those_of_no_other_page() -> None:
    query = {"kampanye": "x", "bahasa": "en", "data": "contoh", "wilayah": "33", "acara": "a"}
    assert link.own_params(query) == {"wilayah": "33", "acara": "a"}
