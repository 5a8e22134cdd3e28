"""What people are told of each rule: what is wrong with the row, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from etl.ingest.values import Finding
from i18n import N_

_CORRECT = N_("Correct the cell and send the file again.")
_CHECK = N_("Check the figures with the sender; the rows are taken as printed.")

REFUSALS: Mapping[str, tuple[str, str]] = {
    "table_of_another_kind": (
        N_("This table is of another kind than the rest of the file and was not read with it."),
        N_("Send it as a file of its own: counts, ceremonies and lists of people apart."),
    ),
    "nothing_counted": (
        N_("No column of this table holds figures of the kind that the file is read for."),
        N_(
            "Say which column counts people, or read the file as another kind. Percentages alone count nobody: add the"
            " numbers, or leave the table out."
        ),
    ),
    "shifted_cells": (
        N_("The cells of this row seem to have slid sideways: {addends} add up to {sum} in the column “{column}”."),
        N_("Put each number into its column and send the file again."),
    ),
    "unknown_region": (
        N_("“{text}” is no region."),
        N_("Write the official name of the kabupaten, kota or province, or its code."),
    ),
    "region_outside_scope": (
        N_("{text} lies outside the region of this file or outside your own."),
        N_("Send it with the file of its own province, or choose that region."),
    ),
    "region_code_disagrees": (
        N_("The code {code} and the name “{text}” mean two regions."),
        N_("Correct the code or the name."),
    ),
    "vertical_office": (
        N_("“{text}” is a central office and no OPD of the region; it enters no figure of the region."),
        N_("Leave the row out, or report it to its ministry."),
    ),
    "not_an_opd": (
        N_("“{text}” is no OPD: councillors, village staff and heads of region are not ASN of an OPD."),
        N_("Leave the row out."),
    ),
    "part_of_opd": (
        N_("“{text}” is a part of an OPD, as a rule of the Sekretariat Daerah, and no OPD of its own."),
        N_("Give that OPD one row with the sum of all its parts, and leave the parts out."),
    ),
    "missing_opd": (N_("The row names no OPD."), N_("Write the OPD's name and send the file again.")),
    "new_opd_refused": (
        N_("“{text}” is not on record for this region, and it was decided not to make it."),
        N_("Answer which OPD is meant, or accept it as a new one."),
    ),
    "unreadable_date": (
        N_("“{text}” is no day that can be read."),
        N_("Write the date as 31-10-2024 or 31 Oktober 2024."),
    ),
    "date_outside_campaign": (
        N_("{text} cannot be the day of a pledge for {campaign} (polling day {polling})."),
        N_("Check the date, or choose the election it belongs to."),
    ),
    "unknown_employee_type": (
        N_("“{text}” is no employee type."),
        N_("Write PNS, PPPK, Non-ASN or ASN."),
    ),
    "unknown_tier": (
        N_("“{text}” is no tier."),
        N_("Write Pimpinan, Administrator, Pengawas, Pelaksana or Fungsional."),
    ),
    "formula_without_value": (
        N_("The formula in the column “{column}” was never calculated, so that the file holds no value."),
        N_("Open the file in Excel or LibreOffice, save it, and send it again."),
    ),
    "negative_count": (N_("“{text}” in the column “{column}” is negative; people are counted from 0."), _CORRECT),
    "unreadable_number": (N_("“{text}” in the column “{column}” is no number of people."), _CORRECT),
    "kept_other_source": (
        N_("Another source says otherwise, and its figure was kept."),
        N_("To take this figure instead, answer the question with replace."),
    ),
}
"""Rules that refuse a row: what is wrong, what to do."""

WARNINGS: Mapping[str, tuple[str, str | None]] = {
    "signed_above_target": (
        N_("{signed} signed, but there are only {people}."),
        N_("Check the target: it may be older than the signatures. The row is taken as printed."),
    ),
    "percent_disagrees": (
        N_("{printed} is printed, but {part} of {whole} is {share}%."),
        N_("The counts are taken; check the percentage with the sender."),
    ),
    "total_disagrees": (N_("“{column}” is printed as {printed}, but its parts add up to {sum}."), _CHECK),
    "maybe_counted_twice": (
        N_("This row may count the people of the rows {rows} below it too: they seem to be parts of it."),
        N_("If so, leave the parts out, or add a row of totals that shows what counts."),
    ),
    "duplicate_unit_conflict": (
        N_("The same unit stands in rows {rows} with different figures: {figures}."),
        N_(
            "Leave only the right row in the file and send it again. Where the rows count different people (PNS and"
            " CPNS, signed and not yet signed), give each a column of its own, or one row with their sum."
        ),
    ),
    "duplicate_row": (N_("The same as row {rows}; it is counted once."), None),
    "weekday_disagrees": (
        N_("{text}: the day of the week does not fit the date. The date is taken as printed."),
        N_("Check the date with the sender."),
    ),
    "zero_headcount": (
        N_("Every figure of this unit is 0. It may have been merged or dissolved."),
        N_("Check whether the unit still exists."),
    ),
    "lost_zeros": (
        N_("{text} in the column “{column}” seems to have lost its last zeros."),
        N_("Compare it with the original."),
    ),
    "mixed_separators": (N_("{text} groups by a comma, other numbers of the column by a point."), None),
    "footnote_mark": (N_("{text}: the footnote mark was left out of the number."), None),
    "excel_serial_date": (N_("{text} was read as the day number of a spreadsheet: {day}."), None),
    "missing_date": (N_("The ceremony has no date."), N_("Ask the sender for the day.")),
}
"""Rules that flag a row and leave it as it is."""


def refusal(rule: str, sheet: str | None, row: int | None, heading: str | None, /, **values: object) -> Finding:
    """What is said of a refused row."""
    message, suggestion = REFUSALS[rule]
    return Finding(sheet, row, heading, rule, message, values, suggestion)


def warning(rule: str, sheet: str | None, row: int | None, heading: str | None, /, **values: object) -> Finding:
    """What is said of a row that is flagged."""
    message, suggestion = WARNINGS[rule]
    return Finding(sheet, row, heading, rule, message, values, suggestion)
