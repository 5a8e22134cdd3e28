"""What a roster's rules say to a person. Never a name or a NIP, not even part of one."""

from __future__ import annotations

from collections.abc import Mapping

from i18n import N_

_REGION = N_("Write the official name of the kabupaten, kota or province, or its code.")

MESSAGES: Mapping[str, tuple[str, str | None]] = {
    "table_of_another_kind": (
        N_("This table is of another kind than the rest of the file and was not read with it."),
        N_("Send it as a file of its own: counts, ceremonies and lists of people apart."),
    ),
    "invalid_nip": (
        N_("This is not a NIP: 18 digits with day of birth, month of appointment, sex and serial number."),
        N_("Write the NIP as in the letter of appointment."),
    ),
    "damaged_nip": (
        N_("The spreadsheet has taken the NIP for a number and lost its last three digits."),
        N_("Format the column as text and enter the NIP again; the lost digits cannot be got back."),
    ),
    "duplicate_person": (N_("The same person stands here twice (first in row {other_row}); counted once."), None),
    "person_in_two_opd": (
        N_("The same person is already counted in another OPD ({other}); counted there only."),
        N_("Find out where the person works and take the other row out."),
    ),
    "unreadable_mark": (
        N_("It cannot be told from this whether the person signed or pledged: counted in the upper bound only."),
        N_("Write “sudah” or “belum”."),
    ),
    "unreadable_tier": (
        N_("The tier cannot be told from this: the OPD's people of this employee type are not split by tier."),
        N_("Write pimpinan, administrator, pengawas, pelaksana or fungsional, or the echelon."),
    ),
    "nothing_counted": (
        N_("No column of this table holds figures of the kind that the file is read for."),
        N_("Say which column counts people, or read the file as another kind."),
    ),
    "unknown_region": (N_("The region of this row is none."), _REGION),
    "region_outside_scope": (
        N_("The region of this row lies outside the region of this file or outside your own."),
        N_("Send it with the file of its own province, or choose that region."),
    ),
    "region_code_disagrees": (N_("Code and name of this row mean two regions."), N_("Correct the code or the name.")),
    "vertical_office": (
        N_("This row is of a central office and no OPD of the region; it enters no figure of the region."),
        N_("Leave the row out, or report it to its ministry."),
    ),
    "not_an_opd": (
        N_("This row is of no OPD: councillors, village staff and heads of region are not ASN of an OPD."),
        N_("Leave the row out."),
    ),
    "missing_opd": (N_("The row names no OPD."), N_("Write the OPD's name and send the file again.")),
    "new_opd_refused": (
        N_("The OPD of this row is not on record for this region, and it was decided not to make it."),
        N_("Answer which OPD is meant, or accept it as a new one."),
    ),
    "unreadable_date": (
        N_("The day of this row cannot be read."),
        N_("Write the date as 31-10-2024 or 31 Oktober 2024."),
    ),
    "date_outside_campaign": (
        N_("The day of this row cannot be that of a pledge for this election."),
        N_("Check the date, or choose the election it belongs to."),
    ),
    "unknown_employee_type": (N_("The employee type of this row is none."), N_("Write PNS, PPPK, Non-ASN or ASN.")),
    "unknown_tier": (
        N_("The tier of this row is none."),
        N_("Write Pimpinan, Administrator, Pengawas, Pelaksana or Fungsional."),
    ),
    "kept_other_source": (
        N_("Another source says otherwise, and its figure was kept."),
        N_("To take this figure instead, answer the question with replace."),
    ),
}
"""Rule to its message and what to do about it, null = nothing. `other_row` is a row of the file, `other` an OPD."""
