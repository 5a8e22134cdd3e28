"""The way back from a file to its figures, as every format says it: the data's day, the code, and its square."""

from __future__ import annotations

import datetime as dt
from typing import Final

import segno

from briefings.stamp import Stamp, code_in
from i18n import Text

WIB: Final = dt.timezone(dt.timedelta(hours=7))
"""The capital's clock, so that a file says the same wherever it is made."""


def example(stamp: Stamp, t: Text) -> str | None:
    """What stands on every page, slide, sheet and picture of made-up data; null = the data is real."""
    return t("DATA CONTOH: made up by a program. It reports on no real region.") if stamp.is_simulated else None


def day(stamp: Stamp, t: Text) -> str:
    """`Data per 25 September 2024`."""
    return t("Data as of {day}", day=t.date(stamp.as_of))


def scanned(stamp: Stamp) -> str | None:
    """What a phone reads from the square: the address of the code's page, else the code; null = not on record.

    A square that leads nowhere would be worse than none.
    """
    return (stamp.address or stamp.code) if code_in(stamp.code) == stamp.code else None


def without_code(stamp: Stamp, t: Text) -> str:
    """What a file that is not on record says in place of its code."""
    return t(
        "This file could not be put on record, so it has no code. Its figures are those of the snapshot: “ikrar query "
        "… --as-of {per}” gives them again.",
        per=stamp.per,
    )


def square(says: str) -> segno.QRCode:
    """The square, with correction enough for a printed page that was copied."""
    return segno.make(says, error="m", micro=False)


def square_alt(says: str, t: Text) -> str:
    """The square in words, for whoever cannot see it."""
    return t("QR code that says {words}", words=says)
