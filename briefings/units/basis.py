"""What targets rest on, and in what they differ, as people read it."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from i18n import N_, Text
from indicators.comparing.comparison import Basis, Differences
from indicators.words import EMPLOYEE_TYPES, listed, word

_DIFFERENT = {
    (True, True): N_("The targets count different kinds of people, on different days"),
    (True, False): N_("The targets count different kinds of people"),
    (False, True): N_("The targets hold for different days"),
}


def basis_words(basis: Basis, t: Text) -> str:
    """`PNS, 31 Desember 2024`, the kinds and then the days."""
    kinds = listed([word(EMPLOYEE_TYPES, kind, t) for kind in basis.kinds], t)
    return ", ".join([kinds, *(as_of_words(day, precision, t) for day, precision in basis.days)])


def difference_words(found: Differences, t: Text) -> str | None:
    """In what the targets differ, without a full stop; null where they can be compared."""
    return t(_DIFFERENT[found.kinds, found.days]) if found else None


def as_of_words(day: dt.date, precision: str, t: Text) -> str:
    """The day a count holds for, in the unit in which it is known."""
    if precision == "year":
        return str(day.year)
    return format_date(day, "MMMM y", locale=t.language) if precision == "month" else t.date(day)
