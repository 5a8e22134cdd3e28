"""On what people the targets rest: kind and day per unit, and whether units may be compared at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from i18n import Text
from indicators import Scope
from indicators.cells import newest, without_overlap
from indicators.question import Evidence, ask
from pages.ui.words import EMPLOYEE_TYPES, listed, word
from pages.wilayah.evidence import as_of_words
from warehouse.frames import Frames


@dataclass(frozen=True, slots=True)
class Basis:
    """What a unit's target counts: employee types (`ASN` unsplit, `PNS`, `PPPK`) and the days they hold for."""

    kinds: tuple[str, ...]
    days: tuple[tuple[dt.date, str], ...]

    def words(self, t: Text) -> str:
        """`PNS, 31 Desember 2024`, the kinds and then the days."""
        kinds = listed([word(EMPLOYEE_TYPES, kind, t) for kind in self.kinds], t)
        return ", ".join([kinds, *(as_of_words(day, precision, t) for day, precision in self.days)])


def bases(frames: Frames, scope: Scope) -> dict[str, Basis]:
    """The basis of each OPD's target, by opd_id; units without a headcount are missing."""
    question = ask(frames, scope, Evidence.TALLIES)
    counted = without_overlap(newest(frames.headcount.filter(pl.col("people_low").is_not_null()), question))
    rows = counted.join(question.units, left_on="unit_id", right_on="unit", how="semi")
    found: dict[str, list[tuple[str, dt.date, str]]] = {}
    for unit, kind, day, precision in rows.select("unit_id", "employee_type", "as_of", "as_of_precision").iter_rows():
        found.setdefault(unit, []).append((kind, day, precision))
    return {
        unit: Basis(
            kinds=tuple(sorted({kind for kind, _, _ in cells})),
            days=tuple(sorted({(day, precision) for _, day, precision in cells})),
        )
        for unit, cells in found.items()
    }


def is_comparable(found: Mapping[str, Basis], units: Iterable[str]) -> bool:
    """True where the targets of these units all count the same kinds of people on the same day.

    `PNS` and `PPPK` side by side count the same people as `ASN`.
    """
    whole = {("ASN",), ("PNS", "PPPK")}
    return (
        len({(found[unit].kinds in whole or found[unit].kinds, found[unit].days) for unit in units if unit in found})
        <= 1
    )
