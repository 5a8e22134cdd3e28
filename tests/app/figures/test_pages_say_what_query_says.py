"""Each figure on each page is the answer of `ikrar query`, to the last digit: the pages are walked and compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefings.wording import share
from i18n import text
from indicators.question import Evidence
from indicators.registry import INDICATORS

Printed = Callable[..., dict[str | None, dict[str, Any]]]
t = text("id")
NUMBER = re.compile(r"\d(?:[\d.]*\d)?(?:,\d+)?")
REAL = [
    ("ringkasan", {}),
    ("linimasa", {}),
    ("wilayah", {}),
    ("wilayah", {"wilayah": "33"}),
    ("wilayah", {"wilayah": "33.03"}),
    ("peta", {}),
    ("peta", {"tingkat": "kabupaten", "ukuran": "reporting_rate"}),
    ("peta", {"lapis2": "ikp"}),
    ("opd", {"wilayah": "32.08"}),
]
EXAMPLE = [
    ("ringkasan", {}),
    ("wilayah", {"wilayah": "35"}),
    ("wilayah", {"wilayah": "35.13"}),
    ("peta", {"ukuran": "signed_rate"}),
    ("peta", {"ukuran": "gap_people"}),
    ("opd", {"wilayah": "33.03"}),
    ("opd", {"wilayah": "71.73"}),
    ("opd", {"wilayah": "35"}),
]


class Figures(HTMLParser):
    """The figures of a page: attributes of the link and the words in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str], str]] = []
        self._open: dict[str, str] | None = None
        self._words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "a" and "data-indicator" in given:
            self._open, self._words = given, ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open is not None:
            self.found.append((self._open, self._words))
            self._open = None


def options(indicator: str) -> list[str]:
    """The options of the command that every page asks with."""
    # counts of different elections do not add up, so pages ask for the newest; ceremonies are of all elections
    election = [] if INDICATORS[indicator].evidence is Evidence.TALLIES else ["--campaign", "semua"]
    # the pages here are drawn for the public
    return ["--audience", "publik", *election]


def sayable(printed: Printed, store: Path, figure: dict[str, str]) -> set[str] | None:
    """The numbers in every way that a page may put the figure in words; null for what is no region or OPD."""
    indicator, code, level, state = (figure.get(f"data-{name}") for name in ("indicator", "code", "level", "state"))
    assert indicator
    assert code
    narrowed = [
        word
        for name in ("tier", "employee-type")
        if (kind := figure.get(f"data-{name}"))
        for word in (f"--{name}", kind)
    ]
    within = [] if code == "nasional" else ["--region", code.split("/")[0]]
    at = ["--level", "opd"] if "/" in code else ["--level", level] if level else []
    if not re.fullmatch(r"nasional|\d\d(\.\d\d)?(/[a-z0-9-]+)?", code):
        return None
    rows = printed(store, indicator, *options(indicator), *within, *at, *narrowed)
    if state:
        return numbers(t.number(sum(row["state"] == state for row in rows.values())))
    return numbers(*words(rows[None if code == "nasional" else code]))


def words(row: dict[str, Any]) -> Iterator[str]:
    """A row's bounds, both counts, reporting rate and voices as pages and their sentences write them."""
    low, high = row["low"], row["high"]
    yield t.rate(low, high)
    yield share(low, high, t)
    yield t.interval(*(None if bound is None else round(bound) for bound in (low, high)))
    yield from (t.interval(row[part]["low"], row[part]["high"]) for part in ("numerator", "denominator"))
    yield from (t.percent(row["reporting_rate"], digits) for digits in (0, 1))
    yield t.number(row["sources"])


def numbers(*said: str) -> set[str]:
    """The numbers in some words."""
    return {number for one in said for number in NUMBER.findall(one)}


def differing(printed: Printed, store: Path, html: str) -> tuple[int, list[str]]:
    """How many figures of the page were compared, and those with a number that the command does not print."""
    compared, wrong = 0, []
    for figure, said in Figures(html).found:
        if figure["data-indicator"] not in INDICATORS or (known := sayable(printed, store, figure)) is None:
            continue
        compared += 1
        if not numbers(said) <= known:
            wrong.append(f"{figure}: {said!r}, but the command says {sorted(known)}")
    return compared, wrong


@pytest.mark.parametrize(("page", "params"), REAL, ids=str)
def test_the_real_data(
    built_store: Path,
    draw_page: Callable[..., AppTest],
    html_of: Callable[[AppTest], str],
    query_prints: Printed,
    page: str,
    params: Any,
) -> None:
    compared, wrong = differing(query_prints, built_store, html_of(draw_page(page, built_store, **params)))
    assert compared
    assert wrong == []


@pytest.mark.parametrize(("page", "params"), EXAMPLE, ids=str)
def test_the_example(
    example_store: Path,
    draw_page: Callable[..., AppTest],
    html_of: Callable[[AppTest], str],
    query_prints: Printed,
    page: str,
    params: Any,
) -> None:
    compared, wrong = differing(query_prints, example_store, html_of(draw_page(page, example_store, **params)))
    assert compared
    assert wrong == []
