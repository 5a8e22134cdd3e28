"""NIP as numbers: the 18 digits of a civil servant, checked for form. Pure.

Eight digits of birth (YYYYMMDD), six of appointment (YYYYMM; 21 in place of the month for a contract employee, PPPK),
one of sex (1, 2), three of a serial number that begins at 001.
"""

from __future__ import annotations

from functools import reduce
from operator import or_

import polars as pl

from warehouse.vocabulary import EmployeeType

FAULTS = ("invalid_nip", "damaged_nip")
"""The rules of a refusal. Codes in frames are their places from 1; 0 = none."""

INVALID, DAMAGED = 1, 2

CHECKED = pl.Struct({"number": pl.Int64, "fault": pl.UInt8})

_CONTRACT_MONTH = 21
_KEPT_DIGITS = 15
"""Of a number a spreadsheet keeps this many digits."""

_NOT_PART = r"[\s.'\-\p{Cf}\p{Zs}‘’‚‛ʼ´`]"
_SCIENTIFIC = r"^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$"


def checked(texts: pl.Series, kinds: pl.Series | None = None) -> pl.Series:
    """NIP as printed to `number` (null where `fault` is not 0) and `fault` (a code of FAULTS); a Series of structs.

    Spaces, dots, hyphens and apostrophes are no part of a NIP. `kinds` are the cells' kinds as in `Sheet`: a number
    cell has lost digits, even if it shows 18. So has 1.99405E+17, and a text whose serial number is 000.
    """
    number = texts.cast(pl.Int64, strict=False)
    unclean = (number.is_null() | (texts.str.len_bytes() != 18)) & texts.is_not_null()
    places = unclean.arg_true()
    damaged = pl.repeat(value=False, n=len(texts), eager=True)
    if len(places):
        some = texts.gather(places)
        text = some.str.replace_all(_NOT_PART, "")
        is_digits = text.str.contains(r"^\d{18}$")
        number = number.scatter(places, text.set(~is_digits, None).cast(pl.Int64, strict=False))
        damaged = damaged.scatter(places, some.str.strip_chars().str.contains(_SCIENTIFIC))
    frame = pl.DataFrame({"number": number, "damaged": damaged})
    if kinds is not None:
        lost = (kinds == "n").fill_null(value=False) & (texts.str.len_chars() > _KEPT_DIGITS).fill_null(value=False)
        frame = frame.with_columns(pl.col("damaged") | lost)
    serial_lost = (pl.col("number") % 1000 == 0).fill_null(value=False)
    fault = (
        pl.when(pl.col("damaged"))
        .then(DAMAGED)
        .when(~_has_form(pl.col("number")).fill_null(value=False))
        .then(INVALID)
        .when(serial_lost)
        .then(DAMAGED)
        .otherwise(0)
        .cast(pl.UInt8)
    )
    return frame.select(pl.struct(number=pl.when(fault == 0).then("number"), fault=fault)).to_series()


def employee_type(said: pl.Expr, number: pl.Expr) -> pl.Expr:
    """The employee type as said; where that is nothing or ASN, as the NIP has it."""
    by_nip = (
        pl.when(number // 10**4 % 100 == _CONTRACT_MONTH)
        .then(pl.lit(EmployeeType.PPPK.value))
        .otherwise(pl.lit(EmployeeType.PNS.value))
    )
    return pl.when(said.is_null() | (said == EmployeeType.ASN.value)).then(by_nip).otherwise(said)


def _has_form(number: pl.Expr) -> pl.Expr:
    """True for 18 digits of which each part can be: days that the calendar has, a month, a sex."""
    year, month, day = number // 10**14, number // 10**12 % 100, number // 10**10 % 100
    appointed, appointed_month, sex = number // 10**6 % 10**4, number // 10**4 % 100, number // 1000 % 10
    is_leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
    days = (
        pl.when(month == 2)
        .then(pl.when(is_leap).then(29).otherwise(28))
        .when(reduce(or_, (month == short for short in (4, 6, 9, 11))))
        .then(30)
        .otherwise(31)
    )
    return (
        year.is_between(1900, 2099)
        & month.is_between(1, 12)
        & day.is_between(1, days)
        & appointed.is_between(year, 2099)
        & (appointed_month.is_between(1, 12) | (appointed_month == _CONTRACT_MONTH))
        & sex.is_between(1, 2)
    )
