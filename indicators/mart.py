"""Answers kept per snapshot, so that a question about a region is a look-up and not a computation.

What is kept is the answer for every unit of the country, or of one province where nobody has asked for the country yet.
A figure of a unit does not depend on which units were asked for beside it, so any narrower question is a part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, replace
from threading import Lock
from typing import Final, TypeVar
from weakref import WeakKeyDictionary

import polars as pl

from indicators.question import Evidence, Question, ask, widened, within
from indicators.scope import ALL_CAMPAIGNS, Scope
from warehouse.frames import Frames
from warehouse.shelf import Shelf

T = TypeVar("T")
Compute = Callable[[Question], pl.DataFrame]

_OF_REGIONS: Final = ("region", "opd", "headcount", "signature", "obligation")
"""The tables that counts of people are computed from, each by region: a province's are a small part of them."""


class Mart:
    """The answers kept for one `Frames`. Bounded: a country of OPD is some megabytes, every other answer far less."""

    def __init__(self) -> None:
        self._answers = Shelf(places=2048)
        self._campaigns = Shelf(places=1024)
        self._of_all_opd = Shelf(places=32)
        self._provinces = Shelf(places=12)
        self._counted = Shelf(places=16)

    def answer(self, name: str, evidence: Evidence, compute: Compute, frames: Frames, scope: Scope) -> pl.DataFrame:
        """The figures of `compute` for the scope: what it gives for this question alone, row by row."""
        kept = self._of_all_opd if scope.level == "opd" and scope.region is None else self._answers
        return kept.get((name, scope), lambda: self._answer(name, evidence, compute, frames, scope))

    def _answer(self, name: str, evidence: Evidence, compute: Compute, frames: Frames, scope: Scope) -> pl.DataFrame:
        question = ask(frames, replace(scope, campaign=self._campaign(frames, scope, evidence)), evidence)
        key = (name, *(getattr(question, part) for part in _KEY))
        country = self._of_all_opd if question.level == "opd" else self._answers
        if question.region is None:
            return country.get(key, lambda: compute(question))
        if evidence is not Evidence.TALLIES or key in country:
            whole = country.get(key, lambda: compute(widened(question, frames, None)))
        else:
            province = question.region[:2]
            whole = self._answers.get((key, province), lambda: compute(self._province(question, frames, province)))
        return question.units.select(code="unit").join(
            whole, on="code", how="left", validate="1:1", maintain_order="left"
        )

    def counted(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several indicators are computed from: made once."""
        return self._counted.get(key, make)

    def _campaign(self, frames: Frames, scope: Scope, evidence: Evidence) -> str:
        """The election asked for; to find the newest with data takes longer than the rest of the question."""
        return scope.campaign or self._campaigns.get(
            (scope.region, evidence),
            lambda: ask(frames, Scope(region=scope.region), evidence).campaign or ALL_CAMPAIGNS,
        )

    def _province(self, question: Question, frames: Frames, province: str) -> Question:
        """The question for the whole province, over the rows of its regions alone."""

        def cut() -> Frames:
            tables = {table: getattr(frames, table).filter(within(province, _code(table))) for table in _OF_REGIONS}
            return replace(frames, **tables)

        return widened(question, self._provinces.get(province, cut), province)


def _code(table: str) -> str:
    return "code" if table == "region" else "region_code"


_KEY = tuple(field.name for field in fields(Question) if field.name not in {"frames", "region", "units"})
_MARTS: WeakKeyDictionary[Frames, Mart] = WeakKeyDictionary()
_LOCK = Lock()


def of(frames: Frames) -> Mart:
    """The mart of these frames; it goes when they go."""
    with _LOCK:
        return _MARTS.setdefault(frames, Mart())
