"""What a roster's rules say to a person. Never a name or a NIP, not even part of one."""

from __future__ import annotations

from collections.abc import Mapping

from i18n import N_

MESSAGES: Mapping[str, tuple[str, str | None]] = {
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
}
"""Rule to its message and what to do about it, null = nothing. `other_row` is a row of the file, `other` an OPD."""
