"""The page's lists as data: every row, whatever page of the list is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefings.table import Cell, Column, Table
from i18n import Text
from indicators.duties.reporting import Outcome
from indicators.words import word
from pages.kewajiban.lists import UnitRow
from pages.kewajiban.model import Chosen
from pages.kewajiban.register import DutyRow
from pages.kewajiban.words import HEADINGS, OUTCOMES

_KEYS: Final = {
    Outcome.TEPAT_WAKTU: "units_on_time",
    Outcome.TERLAMBAT: "units_late",
    Outcome.MELAPOR: "units_reported",
    Outcome.TIDAK_PASTI: "units_not_certain",
    Outcome.LEWAT_TENGGAT: "units_overdue",
    Outcome.BELUM_JATUH_TEMPO: "units_with_time_left",
    Outcome.TANPA_TENGGAT: "units_without_deadline",
    Outcome.UNIT_BELUM_TERCATAT: "units_not_on_record",
    Outcome.TIDAK_WAJIB: "units_exempt",
}


def regions(chosen: Chosen, t: Text) -> Table:
    """How many units of each region did what."""
    columns = (
        Column("code", t("Code"), description=t("Kemendagri code of the region.")),
        Column("name", t("Region"), description=t("The region's official name.")),
        Column("units_obliged", t("Obliged"), "count"),
        *(
            Column(key, word(HEADINGS, outcome, t), "count", description=word(OUTCOMES, outcome, t))
            for outcome, key in _KEYS.items()
        ),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (row.code, row.name, row.obliged, *(row.counts[outcome] for outcome in _KEYS)) for row in chosen.regions
    )
    return Table("kewajiban-wilayah", t("Units by what they did"), columns, rows, _about(chosen, t))


def units(chosen: Chosen, t: Text) -> Table:
    """What each unit of the region did; where the page is narrowed to an outcome, those with it."""
    return _units("kewajiban-unit", t("Units and their reports"), chosen.every_unit, chosen, t)


def missing(chosen: Chosen, t: Text) -> Table:
    """The units that have not reported."""
    rows = chosen.reminder.units if chosen.reminder else ()
    return _units("belum-lapor", t("Units that have not reported"), rows, chosen, t)


def _units(name: str, title: str, rows: Sequence[UnitRow], chosen: Chosen, t: Text) -> Table:
    columns = (
        Column("unit_id", t("Code"), description=t("The OPD's id, or the code of the region.")),
        Column("unit_name", t("OPD or region")),
        Column("report", t("Report"), description=t("What became of the duty.")),
        Column("first_low", t("First report"), "day", description=t("The first day on which it can have come.")),
        Column("first_high", t("First report, at the latest"), "day", description=t("The last such day.")),
        Column("due_date", t("Deadline"), "day", description=t("Empty = no day is set.")),
        Column("due_stated", t("Deadline in words")),
        Column("set_by", t("Set by")),
        Column("reason", t("Reason"), description=t("Why it is exempt.")),
    )
    cells = tuple(
        (
            row.unit_id,
            row.name,
            word(OUTCOMES, row.outcome, t),
            row.first_low,
            row.first_high,
            row.due_date,
            row.due_stated,
            row.set_by,
            row.note,
        )
        for row in rows
    )
    return Table(name, title, columns, cells, _about(chosen, t))


def duties(rows: Sequence[DutyRow], t: Text) -> Table:
    """Every duty on record here."""
    columns = (
        Column("obligation_id", t("Code")),
        Column("whom", t("Whom it binds")),
        Column("duty", t("Duty")),
        Column("status", t("State")),
        Column("deadline", t("Deadline")),
        Column("reason", t("Reason"), description=t("Why it is exempt.")),
        Column("election", t("Election")),
        Column("set_by", t("Set by")),
        Column("source", t("Source")),
        Column("source_url", t("Address")),
    )
    cells = tuple(
        (
            row.obligation_id,
            row.whom,
            row.what,
            row.status,
            row.deadline,
            row.reason,
            row.election,
            row.set_by,
            row.source.publisher,
            row.source.href,
        )
        for row in rows
    )
    return Table("kewajiban", t("Duties"), columns, cells)


def _about(chosen: Chosen, t: Text) -> tuple[str, ...]:
    standing = chosen.standing
    said = [standing.duty, standing.election, standing.deadline]
    if standing.set_by is not None:
        said.append(t("set by {office}", office=standing.set_by))
    return ("; ".join(filter(None, said)) + ".",)
