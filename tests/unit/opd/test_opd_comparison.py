"""Which targets may be compared, and which units a link may name."""

from __future__ import annotations

import datetime as dt

import pytest

from indicators.comparing.comparison import Basis, Differences, chosen, comparable, differences, namesakes
from tests.lent.rows import table
from warehouse.frames import Frames

AUGUST, DECEMBER = (dt.date(2024, 8, 31), "day"), (dt.date(2023, 12, 31), "year")


def basis(*kinds: str, day: tuple[dt.date, str] = AUGUST) -> Basis:
    return Basis(kinds, (day,))


FOUND = {
    "a": basis("ASN"),
    "b": basis("PNS", "PPPK"),
    "c": basis("PNS"),
    "d": basis("ASN", day=DECEMBER),
    "e": basis("PNS", day=DECEMBER),
}


@pytest.mark.parametrize(
    ("units", "differ", "same"),
    [
        ("ab", Differences(), "ab"),
        ("abx", Differences(), "ab"),
        ("abc", Differences(kinds=True), "ab"),
        ("abd", Differences(days=True), "ab"),
        ("ac", Differences(kinds=True), ""),
        ("ae", Differences(kinds=True, days=True), ""),
        ("x", Differences(), ""),
    ],
)
def test_what_counts_the_same_people_on_the_same_day(units: str, differ: Differences, same: str) -> None:
    assert differences(FOUND, units) == differ
    assert comparable(FOUND, units) == frozenset(same)
    assert bool(differ) is (differ != Differences())


def frames() -> Frames:
    units = [
        ("33.03/dinas-kesehatan", "dinas", None),
        ("33.04/dinas-kesehatan", "dinas", None),
        ("33.05/dinas-kesehatan", "dinas", dt.date(2020, 1, 1)),
        ("33.04/bps", "vertikal", None),
        *((f"33.03/kecamatan-{place}", "kecamatan", None) for place in range(8)),
    ]
    rows = (
        {"opd_id": unit, "region_code": unit[:5], "name": unit, "kind": kind, "valid_to": until}
        for unit, kind, until in units
    )
    return Frames.of(opd=table("opd", *rows))


@pytest.mark.parametrize(
    ("wanted", "units"),
    [
        ("33.03/dinas-kesehatan,33.04/dinas-kesehatan", ["33.03/dinas-kesehatan", "33.04/dinas-kesehatan"]),
        ("33.03/dinas-kesehatan,33.03/dinas-kesehatan", ["33.03/dinas-kesehatan"]),
        ("<script>,33.04/bps,../x,", []),
        (
            ",".join(f"33.03/kecamatan-{place}" for place in range(8)),
            [f"33.03/kecamatan-{place}" for place in range(6)],
        ),
    ],
)
def test_a_link_names_known_units_once_and_six_at_most(wanted: str, units: list[str]) -> None:
    assert list(chosen(frames(), wanted.split(","))) == units


def test_namesakes_are_units_of_the_same_slug_that_still_exist() -> None:
    assert namesakes(frames(), "33.03/dinas-kesehatan") == {"33.04": "33.04/dinas-kesehatan"}
