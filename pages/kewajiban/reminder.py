"""The list to send: a polite letter that names the units whose report has not come. Of units, never of persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from i18n import N_, Text
from pages.kewajiban.lists import UnitRow
from pages.kewajiban.standing import Standing
from warehouse.vocabulary import Duty

LISTED = 300
"""Units that the letter names; a longer list is in the CSV."""

ASKED = {
    Duty.IKRAR: N_("news of the neutrality pledge"),
    Duty.PAKTA: N_("news of the signing of the integrity pact"),
    Duty.REPORT: N_("the report on the pledge and the integrity pact"),
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """The letter, always in Indonesian, and the units it is about. `is_example`: it must never be sent."""

    text: str
    units: tuple[UnitRow, ...]
    is_example: bool


def reminder(
    units: Sequence[UnitRow], region: str, standing: Standing, today: dt.date, *, t: Text, is_example: bool
) -> Reminder | None:
    """The letter to the units that have not reported by `today`; null where none lacks. `t` is the letter's language.

    What is asked for, by when and by whose letter is said once where it is the same for all, else beside each unit.
    """
    missing = tuple(sorted((row for row in units if row.is_missing), key=lambda row: row.name))
    if not missing:
        return None
    bases = {(row.deadline(t), row.set_by) for row in missing}
    lines = [
        f"{place}. {row.name}{_own_basis(row, t) if len(bases) > 1 else ''}"
        for place, row in enumerate(missing[:LISTED], start=1)
    ]
    if (more := len(missing) - LISTED) > 0:
        lines.append(t.n("and {count} more unit (list attached)", "and {count} more units (list attached)", more))
    basis = next(iter(bases)) if len(bases) == 1 else None
    parts = (
        t("DATA CONTOH: made-up figures, not to be sent.") if is_example else "",
        _salutation(missing, region, t),
        _opening(basis, standing.election, t)
        + t("By {today} we have not received {what} of:", today=t.date(today), what=t(ASKED[Duty(standing.what)])),
        "\n".join(lines),
        t("We kindly ask you to send it soon. If it has been sent already, please tell us when. Thank you."),
    )
    return Reminder("\n\n".join(part for part in parts if part), missing, is_example)


def _salutation(missing: Sequence[UnitRow], region: str, t: Text) -> str:
    if len(missing) == 1:
        return t("To the head of {unit}, {region}", unit=missing[0].name, region=region)
    return t("To the heads of the OPD of {region} named below", region=region)


def _opening(basis: tuple[str | None, str] | None, election: str, t: Text) -> str:
    """The letter and the deadline they all have, or the election alone."""
    if basis is None:
        return t("About {election}. ", election=election)
    deadline, set_by = basis
    if deadline is None:
        return t("About {election}, as ordered by {set_by}. ", election=election, set_by=set_by)
    return t(
        "About {election}, as ordered by {set_by} with the deadline {deadline}. ",
        election=election,
        set_by=set_by,
        deadline=deadline,
    )


def _own_basis(row: UnitRow, t: Text) -> str:
    deadline = row.deadline(t)
    return "" if deadline is None else t(" (deadline {deadline})", deadline=deadline)
