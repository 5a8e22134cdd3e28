"""The page's tables as data: every row, each figure with its bounds and the question it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from briefings.answer import answered
from briefings.finding import Part
from briefings.table import Cell, Column, Table
from briefings.units import figures
from i18n import Text
from pages.opd.compare import CompareView
from pages.opd.files import SIGNED, Files, narrowed, regions_of
from pages.opd.people import PartsView
from warehouse.vocabulary import State

_PARTS: tuple[Part, ...] = ("value", "numerator", "denominator")


def units(files: Files) -> Table:
    """Every unit, with its id, the basis of its target and its sources."""
    t, view = files.context.t, files.view
    rows = view.units.rows
    table = figures.table("opd-unit", t("Units of {region}", region=view.name), _name(t), rows, files.answers())
    basis = Column("target_basis", t("Basis of the target"), description=t("Whom the target counts, and of which day."))
    source = Column("sources", t("Source"), description=t("Address or title of each source."))
    items = view.source_items
    cells = (
        (
            row.opd_id,
            *told,
            row.basis,
            "; ".join(items[source].href or items[source].title for source in row.source_ids) or None,
        )
        for row, told in zip(rows, table.rows, strict=True)
    )
    return replace(table, columns=(_id(t), *table.columns, basis, source), rows=tuple(cells))


def gaps(files: Files) -> Table:
    """Every unit that is short of people, the most first."""
    t, answer = files.context.t, files.answers().gap
    short = [
        row
        for row in answer.having(State.NILAI)
        if row["low"] is not None and row["high"] != 0 and row["code"].startswith(f"{files.view.code}/")
    ]
    short.sort(key=lambda row: (-row["low"], float("-inf") if row["high"] is None else -row["high"], row["name"]))
    people = Column(
        "still_to_sign_people", t("Still to sign"), "count", bounded=True, description=t("People who have not signed.")
    )
    rows = tuple((row["code"], row["name"], answer.cell(row["code"])) for row in short)
    return Table("opd-kurang", t("People who have still to sign, OPD by OPD"), (_id(t), _name(t), people), rows)


def parts(files: Files, found: PartsView, what: Literal["tier", "employee_type"]) -> Table:
    """Tiers or employee types of the government, with what is on record of each alone."""
    t, code = files.context.t, files.view.code
    is_tier = what == "tier"
    columns = (
        Column("code", t("Code"), description=t("As it stands in uploaded tables.")),
        Column(what, t("Tier") if is_tier else t("Employee type")),
        Column(
            "signed_rate", t("Signed (%)"), "fraction", bounded=True, description=t("Share of the target that signed.")
        ),
        Column("signed_people", t("Signed"), "count", bounded=True, description=t("People who signed the pact.")),
        Column("target_people", t("Target"), "count", bounded=True, description=t("People obliged to sign.")),
        Column("evidence", t("Evidence"), description=t("On what the figure rests.")),
    )
    rows: list[tuple[Cell, ...]] = []
    for row in found.rows:
        scope = narrowed(files.asked.scope, **{what: row.code})
        answer = answered(SIGNED, files.context.frames, scope, t)
        rows.append((row.code, row.label, *(answer.cell(code, part) for part in _PARTS), row.note))
    title = t("Signed by tier") if is_tier else t("Signed by employee type")
    return Table("opd-jenjang" if is_tier else "opd-jenis", title, columns, tuple(rows))


def compare(files: Files, found: CompareView) -> Table:
    """The units that were picked, a row each."""
    t, answers = files.context.t, files.answers(regions_of(found))
    table = figures.table("opd-banding", t("OPD side by side"), _name(t), found.rows, answers)
    basis = Column("target_basis", t("Basis of the target"), description=t("Whom the target counts, and of which day."))
    rows = tuple((row.opd_id, *told, row.basis) for row, told in zip(found.rows, table.rows, strict=True))
    return replace(table, columns=(_id(t), *table.columns, basis), rows=rows)


def _id(t: Text) -> Column:
    return Column("opd_id", t("OPD’s id"), description=t("Code of the region, then the unit’s own name."))


def _name(t: Text) -> Column:
    return Column("opd_name", t("OPD"), description=t("The OPD's name."))
