"""What is owed by whom: the duties on record of a briefing's election, put together for each government and OPD."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from briefings.asked import Asked
from indicators.question import Evidence, ask, within
from indicators.words import DUTIES, listed, word
from warehouse.vocabulary import Duty, DutyScope, DutyStatus

_ORDER = {duty.value: place for place, duty in enumerate(Duty)}


@dataclass(frozen=True, slots=True)
class Owed:
    """What one unit owes, in words: `take the pledge and sign the pact`.

    `due_date` is the earliest day set, null = none is; `set_by` the offices and letters that set it.
    """

    what: str
    due_date: dt.date | None
    set_by: str
    source_ids: tuple[str, ...]


def owed(asked: Asked) -> dict[str, Owed]:
    """The duties of governments of the region and those below it, or of every one of their OPD, by region code."""
    return _by(asked, _duties(asked).filter(pl.col("scope") != DutyScope.OPD), "region_code")


def is_any_owed(asked: Asked) -> bool:
    """True where anyone in the region owes anything, be it a single OPD."""
    return not _duties(asked).is_empty()


def owed_by(asked: Asked, opd_ids: Collection[str]) -> dict[str, Owed]:
    """The duties that name one of these OPD alone, by opd_id: they go before those of every OPD."""
    named = _duties(asked).filter(pl.col("scope") == DutyScope.OPD, pl.col("opd_id").is_in(list(opd_ids)))
    return _by(asked, named, "opd_id")


def _duties(asked: Asked) -> pl.DataFrame:
    question = ask(asked.frames, asked.scope(asked.region), Evidence.ANY)
    return question.duties.filter(within(asked.region), pl.col("status") == DutyStatus.WAJIB)


def _by(asked: Asked, duties: pl.DataFrame, unit: str) -> dict[str, Owed]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in duties.sort("due_date", "obligation_id", nulls_last=True).to_dicts():
        found.setdefault(row[unit], []).append(row)
    return {code: _owed(asked, rows) for code, rows in found.items()}


def _owed(asked: Asked, rows: Sequence[Mapping[str, Any]]) -> Owed:
    t = asked.t
    kinds = sorted({row["what"] for row in rows}, key=_ORDER.__getitem__)
    return Owed(
        what=listed([word(DUTIES, kind, t) for kind in kinds], t),
        due_date=next((row["due_date"] for row in rows if row["due_date"] is not None), None),
        set_by="; ".join(dict.fromkeys(row["set_by"] for row in rows)),
        source_ids=tuple(dict.fromkeys(row["source_id"] for row in rows)),
    )
