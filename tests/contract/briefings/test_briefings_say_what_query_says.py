"""Each number in each sentence, cell and picture of a briefing is the answer of `ikrar query`: all of them compared."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import geo
from briefings.briefing import Briefing, Request, Section
from briefings.build import brief
from briefings.finding import Finding, Number, Query, Reference
from briefings.picture import MapDrawing
from briefings.table import Bounds, Table
from briefings.wording import count, share
from i18n import LANGUAGES, Language, Text, text
from indicators.registry import DEFINITIONS, INDICATORS
from indicators.scope import ALL_CAMPAIGNS
from warehouse.store import Store
from warehouse.vocabulary import Audience, State

Printed = Callable[..., dict[str | None, dict[str, Any]]]
DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
DAY = dt.date(2023, 11, 20)
CASES = [
    *[("real", Request(code)) for code in (None, "11.04", "16", "32", "32.08", "33", "33.03", "36", "51", "51.71")],
    *[("real", Request(code, ALL_CAMPAIGNS)) for code in (None, "33", "62")],
    ("real", Request("14.03", "pilkada-2015")),
    ("real", Request("34.01", "pemilu-2024")),
    ("real", Request("71.06")),
    ("real", Request("35", "pemilu-2024", DAY)),
    ("real", Request(None, ALL_CAMPAIGNS, DAY)),
    *[("example", Request(code)) for code in (None, "33", "35", "11.06", "35.13", "71.73")],
    ("example", Request("35", as_of=dt.date(2024, 9, 20), audience=Audience.DALAM)),
    *[("lone", Request(code)) for code in (None, "33", "33.03")],
]


class Compared:
    """A briefing held against the command: how much was compared, and what differs."""

    def __init__(self, briefing: Briefing, store: Path, printed: Printed, t: Text) -> None:
        self._store, self._printed, self._t = store, printed, t
        self.compared, self.wrong = 0, list[str]()
        for section in briefing.sections:
            for finding in (section.finding, *section.more):
                self._finding(finding)
            for table in section.tables:
                self._table(table)
            self._map(section)

    def rows(self, query: Query) -> dict[str | None, dict[str, Any]]:
        """What the command prints for the question."""
        scope = query.scope
        given = {
            "--region": scope.region, "--level": scope.level, "--campaign": scope.campaign, "--as-of": scope.as_of,
            "--organiser-kind": scope.organiser_kind, "--since": scope.since, "--until": scope.until,
            "--grade": scope.grade, "--employee-type": scope.employee_type, "--tier": scope.tier,
            "--audience": scope.audience,
        }  # fmt: skip
        options = [word for name, value in given.items() if value is not None for word in (name, str(value))]
        return self._printed(self._store, query.indicator, *options)

    def bounds(self, reference: Reference) -> tuple[float | None, float | None]:
        """The bounds that the command prints for what a number refers to."""
        rows = self.rows(reference.query)
        if reference.part == "units":
            return (float(sum(_is_counted(row, reference) for row in rows.values())),) * 2
        part = rows[reference.code] if reference.part == "value" else rows[reference.code][reference.part]
        return (part["low"], part["high"]) if isinstance(part, dict) else (part, part)

    def _finding(self, finding: Finding) -> None:
        if DIGITS.search(re.sub(r"\{\w+\}", "", finding.message)):
            self.wrong.append(f"a digit that is no number: {finding.message}")
        for number in finding.numbers.values():
            self._number(number, finding)

    def _number(self, number: Number, finding: Finding) -> None:
        self.compared += 1
        truth = self.bounds(number.reference)
        if (number.low, number.high) != truth:
            self.wrong.append(f"{finding.words}: {number}, but the command says {truth}")
        is_exact_without_digits = number.low == number.high and (number.low is None or number.low in {0, 1})
        said, sayable = digits(number.words), spoken(number, self._t)
        if not said and not is_exact_without_digits:
            self.wrong.append(f"{finding.words}: {number.words!r} says no digits of {truth}")
        if said and said not in sayable:
            self.wrong.append(f"{finding.words}: {number.words!r} says {said}, not one of {sayable}")

    def _table(self, table: Table) -> None:
        for row in table.rows:
            assert len(row) == len(table.columns)
            for column, cell in zip(table.columns, row, strict=True):
                assert cell is None or isinstance(cell, Bounds) is column.bounded, (table.name, column.key)
                if isinstance(cell, Bounds):
                    self._cell(cell, table)
            value = next((cell for cell in row if isinstance(cell, Bounds)), None)
            if value:
                self._beside(table, row, self.rows(value.reference.query)[value.reference.code])

    def _cell(self, cell: Bounds, table: Table) -> None:
        self.compared += 1
        reference = cell.reference
        truth, row = self.bounds(reference), self.rows(reference.query)[reference.code]
        is_part = reference.part != "value" and truth != (None, None)
        state = State.NILAI if is_part else row["state"]
        if (cell.state, cell.low, cell.high) != (state, *truth):
            self.wrong.append(f"{table.name}: {cell}, but the command says {state} {truth}")
        low, high = truth
        whole = [None if bound is None else round(bound) for bound in truth]
        is_share = DEFINITIONS[reference.query.indicator].is_fraction and reference.part in {"value", "reporting_rate"}
        said = self._t.rate(low, high) if is_share else self._t.interval(*whole)
        if digits(cell.words) and digits(cell.words) != digits(said):
            self.wrong.append(f"{table.name}: {cell.words!r} for {said!r}")

    def _beside(self, table: Table, row: tuple[Any, ...], truth: dict[str, Any]) -> None:
        """Plain cells that a figure's own row has too."""
        for column, cell in zip(table.columns, row, strict=True):
            if column.key in {"sources", "reporting_rate"} and not isinstance(cell, Bounds):
                self.compared += 1
                if cell != truth[column.key]:
                    self.wrong.append(f"{table.name}: {column.key} {cell}, but the command says {truth[column.key]}")

    def _map(self, section: Section) -> None:
        if not section.picture or not isinstance(section.picture.drawing, MapDrawing):
            return
        view, rows = section.picture.drawing.view, self.rows(section.picture.queries[0])
        assert {row.code for row in view.rows} == set(rows)
        for row in view.rows:
            self.compared += 1
            truth = rows[row.code]
            if (row.state, row.low, row.high) != (truth["state"], truth["low"], truth["high"]):
                self.wrong.append(f"map: {row}, but the command says {truth}")


def _is_counted(row: dict[str, Any], reference: Reference) -> bool:
    low = row["low"]
    return (
        (not reference.states or row["state"] in reference.states)
        and (reference.at_least is None or (low is not None and low >= reference.at_least))
        and (reference.below is None or (low is not None and low < reference.below))
    )


def digits(words: str) -> list[str]:
    """The numbers in some words, in their order."""
    return DIGITS.findall(words)


def spoken(number: Number, t: Text) -> list[list[str]]:
    """The digits in each way in which bounds may be said: as a share or as a count; days after something count down."""
    low, high = number.low, number.high
    is_share = DEFINITIONS[number.reference.query.indicator].is_fraction
    if is_share and number.reference.part in {"value", "reporting_rate"}:
        return [digits(share(low, high, t))]
    turned = [None if bound is None else -bound for bound in (high, low)]
    return [digits(count(low, high, t)), digits(count(*turned, t))]


@pytest.fixture(scope="module")
def stores(built_store: Path, example_store: Path, lone_opd_store: Path) -> dict[str, Path]:
    return {"real": built_store, "example": example_store, "lone": lone_opd_store}


@pytest.fixture(scope="module")
def made(stores: dict[str, Path]) -> Callable[..., Briefing]:
    frames = {name: Store(folder).frames() for name, folder in stores.items()}

    def make(store: str, request: Request, language: Language) -> Briefing:
        return brief(frames[store], request, text(language), geo.layers()[0])

    return make


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("store", "request_"), CASES, ids=str)
def test_every_number_is_what_the_command_prints(
    made: Callable[..., Briefing],
    stores: dict[str, Path],
    query_prints: Printed,
    store: str,
    request_: Request,
    language: Language,
) -> None:
    briefing = made(store, request_, language)
    found = Compared(briefing, stores[store], query_prints, text(language))
    assert found.wrong == []
    assert found.compared
    assert {query.indicator for query in briefing.queries()} <= set(INDICATORS)


ENGLISH = re.compile(r"\b(the|of|and|has|have|is|are|was|with|without|by|for|to|no|not|in|on)\b", re.IGNORECASE)


def own_words(section: Section) -> Iterator[str]:
    """What we say ourselves in a section: not the names, titles and notes of others."""
    yield section.heading
    yield from section.notes
    for finding in (section.finding, *section.more):
        yield finding.message
        yield from (number.words for number in finding.numbers.values())
    for table in section.tables:
        yield from (table.title, *table.notes)
        for column in table.columns:
            yield from (column.heading, column.description)
    if section.picture and isinstance(section.picture.drawing, MapDrawing):
        view = section.picture.drawing.view
        yield from (view.title, view.explain, view.note, view.weak_label, *view.states.values())
        yield from (entry.label for entry in view.key.entries)
    elif section.picture and section.picture.native:
        native = section.picture.native
        yield from (native.unit, *(series.name for series in native.series), *dict(section.picture.key).values())


@pytest.mark.parametrize(("store", "request_"), CASES, ids=str)
def test_an_indonesian_briefing_has_no_english(made: Callable[..., Briefing], store: str, request_: Request) -> None:
    briefing = made(store, request_, "id")
    said = [words for section in briefing.sections for words in own_words(section)]
    places = re.compile(r"\{\w+\}")
    assert [words for words in (briefing.title, *said) if ENGLISH.search(places.sub("", words))] == []
