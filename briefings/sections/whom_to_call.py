"""The lists of a briefing that a person calls one after the other: governments, OPD, and those that owe nothing."""

from __future__ import annotations

from briefings.answer import Answer, Row
from briefings.asked import Asked
from briefings.sections.owed import Owed, owed_by
from briefings.table import Bounds, Cell, Column, Table
from briefings.units.words import entry
from i18n import Text
from indicators.scope import QueryLevel
from warehouse.vocabulary import State


def governments(asked: Asked, answer: Answer, duties: dict[str, Owed]) -> Table:
    """Governments that owe and are silent, with how many units and people they have."""
    t = asked.t
    level: QueryLevel | None = None if asked.kind == "kabupaten" else "pemda"
    units, people = asked.answer("reporting_rate", level), asked.answer("signed_rate", level)
    rows: list[tuple[Cell, ...]] = []
    for row in answer.having(State.BELUM_LAPOR):
        code = row["code"]
        counts = (units.cell(code, "denominator"), people.cell(code, "denominator"))
        rows.append((*_government_cells(asked, row), *counts, *_duty_cells(duties.get(code))))
    columns = (
        *_government_columns(t),
        Column("units", t("Units obliged"), "count", bounded=True, description=t("OPD that have to report.")),
        _people_column(t),
        *_duty_columns(t),
    )
    return _table("belum-melapor-daerah", t("Regional governments that have to report and have not"), columns, rows)


def opd(asked: Asked, answer: Answer, duties: dict[str, Owed]) -> Table:
    """OPD that owe a report, with how many people they have."""
    t = asked.t
    silent = answer.having(State.BELUM_LAPOR)
    target, names = asked.answer("signed_rate", "opd"), asked.region_names()
    by_opd = owed_by(asked, [row["code"] for row in silent])
    rows: list[tuple[Cell, ...]] = []
    for row in silent:
        code, region = row["code"], row["code"].split("/")[0]
        place = () if asked.kind == "kabupaten" else (names.get(region, region),)
        duty = by_opd.get(code) or duties.get(region)
        rows.append((row["name"], *place, target.cell(code, "denominator"), *_duty_cells(duty), code))
    region_column = Column("region", t("Region"), description=t("The region's official name."))
    of_region = () if asked.kind == "kabupaten" else (region_column,)
    columns = (
        Column("name", t("OPD"), description=t("The OPD's name.")),
        *of_region,
        _people_column(t),
        *_duty_columns(t),
        Column("code", t("Code"), description=t("The OPD's opd_id.")),
    )
    return _table("belum-melapor-opd", t("OPD that have to report and have not"), columns, rows)


def without_evidence(asked: Asked, answer: Answer) -> Table:
    """Governments of which nothing is known and that owe nothing: no list of the late."""
    t = asked.t
    rows = () if asked.kind == "kabupaten" else answer.having(State.BELUM_ADA_BUKTI)
    title = t("Regional governments without evidence and without a duty on record")
    return _table("tanpa-bukti", title, _government_columns(t), [_government_cells(asked, row) for row in rows])


def _table(name: str, title: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> Table:
    """The rows under their columns: the earliest deadline first, then whoever has most people."""
    places = {column.key: place for place, column in enumerate(columns)}

    def urgency(row: tuple[Cell, ...]) -> tuple[bool, str, float]:
        due, people = (row[places[key]] if key in places else None for key in ("due_date", "people"))
        return due is None, str(due), -(people.low or 0) if isinstance(people, Bounds) else 0

    return Table(name, title, columns, tuple(sorted(rows, key=urgency)))


def _government_columns(t: Text) -> tuple[Column, ...]:
    return (
        Column("code", t("Code"), description=t("Kemendagri code of the region.")),
        Column("name", t("Regional government"), description=t("The region's official name.")),
    )


def _government_cells(asked: Asked, row: Row) -> tuple[Cell, ...]:
    return row["code"], entry(row["code"], row["name"], asked.t)


def _people_column(t: Text) -> Column:
    return Column("people", t("People obliged"), "count", bounded=True, description=t("People obliged to sign."))


def _duty_columns(t: Text) -> tuple[Column, ...]:
    return (
        Column("duty", t("Duty"), description=t("What has to be done.")),
        Column("due_date", t("Deadline"), "day", description=t("The earliest deadline; empty = none set as a day.")),
        Column("set_by", t("Set by"), description=t("Office and letter that set it.")),
    )


def _duty_cells(duty: Owed | None) -> tuple[Cell, ...]:
    return (None, None, None) if duty is None else (duty.what, duty.due_date, duty.set_by)
