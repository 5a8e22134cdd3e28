"""What is open: questions that a person still has to answer, and things nobody has found out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import polars as pl

from indicators import query
from indicators.scope import QueryLevel
from pages.context import Context
from pages.wilayah.events import EventRow, event_rows
from warehouse.vocabulary import DateStatus, DutyStatus, State

_LEVELS: tuple[QueryLevel, ...] = ("provinsi", "kabupaten")


@dataclass(frozen=True, slots=True)
class Case:
    """A ceremony or region that a matter is open in: its id or code, its name, its address."""

    about: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A kind of open matter: what it is, what it means, and its cases."""

    what: str
    meaning: str
    cases: tuple[Case, ...]


def unsettled(context: Context, events: pl.DataFrame) -> tuple[OpenItem, ...]:
    """Contradictions, dates in dispute or missing, duties nothing came in for. A kind without a case is listed too."""
    t = context.t
    rows = event_rows(context, events)
    waiting = set(events.filter(pl.col("open_contradictions") > 0)["event_id"])
    disagreeing = set(events.filter(pl.col("contradictions") > 0)["event_id"]) - waiting
    return (
        OpenItem(
            t("Ceremonies with contradictions that wait for a decision"),
            t("Sources say different things, and nobody has decided yet."),
            _cases(rows, lambda row: row.event_id in waiting),
        ),
        OpenItem(
            t("Ceremonies whose contradictions are decided, with a reason"),
            t("The other claim stays visible with the ceremony."),
            _cases(rows, lambda row: row.event_id in disagreeing),
        ),
        OpenItem(
            t("Dates in dispute"),
            t("No source outweighs the other."),
            _cases(rows, lambda row: row.status == DateStatus.DISPUTED),
        ),
        OpenItem(
            t("Ceremonies without a date"),
            t("The sources give none; none is made up."),
            _cases(rows, lambda row: row.status == DateStatus.MISSING),
        ),
        OpenItem(
            t("Duties nothing was reported for"),
            t("A circular or law sets a duty, and no tally has come in."),
            _duties(context),
        ),
    )


def _cases(rows: Iterable[EventRow], which: Callable[[EventRow], bool]) -> tuple[Case, ...]:
    return tuple(Case(row.event_id, row.organiser, row.href) for row in rows if which(row))


def _duties(context: Context) -> tuple[Case, ...]:
    """Regions with a duty of their own or of their units whose units have reported nothing."""
    province = context.filters.province
    wajib = context.frames.obligation.filter(pl.col("status") == DutyStatus.WAJIB.value)["region_code"].unique()
    silent = []
    for level in _LEVELS:
        rates = query("reporting_rate", context.frames, context.scope(province, level)).filter(
            pl.col("code").is_in(wajib.implode()), (pl.col("state") != State.NILAI.value) | (pl.col("low") == 0)
        )
        silent += rates.select("code", "name").rows()
    return tuple(Case(code, name, context.link("wilayah", wilayah=code)) for code, name in sorted(silent))
