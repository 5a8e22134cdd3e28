"""NIP as numbers: the 18 digits of a civil servant, checked for form. Pure.

Eight digits of birth (YYYYMMDD), six of appointment (YYYYMM; 21 in place of the month for a contract employee, PPPK),
one of sex (1, 2), three of a serial number that begins at 001.
"""

from __future__ import annotations

import polars as pl

from warehouse.vocabulary import EmployeeType

FAULTS = ("invalid_nip", "damaged_nip")
"""The rules of a refusal. Codes in frames are their places from 1; 0 = none."""

INVALID, DAMAGED = 1, 2

CHECKED = pl.Struct({"number": pl.Int64, "fault": pl.UInt8})

_CONTRACT_MONTH = 21
_KEPT_DIGITS = 15
"""Of a number a spreadsheet keeps this many digits."""

_LEAP_DAY = r"(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)0229"
_DAY = (
    r"(?:19|20)[0-9][0-9](?:(?:0[13578]|1[02])(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)(?:0[1-9]|[12][0-9]|30)"
    r"|02(?:0[1-9]|1[0-9]|2[0-8]))"
)
_FORM = rf"^(?:{_DAY}|{_LEAP_DAY})(?:19|20)[0-9][0-9](?:0[1-9]|1[0-2]|{_CONTRACT_MONTH})[12][0-9]{{3}}$"
_NO_SERIAL = "000"
_SCIENTIFIC = r"^[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}$"
_NOT_PART = r"[\s.'\-\p{Cf}\p{Zs}‘’‚‛ʼ´`]"


def checked(texts: pl.Series, kinds: pl.Series | None = None) -> pl.Series:
    """NIP as printed to `number` (null where `fault` is not 0) and `fault` (a code of FAULTS); a Series of structs.

    Spaces, dots, hyphens and apostrophes are no part of a NIP. `kinds` are the cells' kinds as in `Sheet`: a number
    cell has lost digits, even if it shows 18. So has 1.99405E+17, and a text whose serial number is 000.
    """
    has_form = texts.str.contains(_FORM).fill_null(value=False)
    number = texts.cast(pl.Int64, strict=False)
    fault = (~has_form).cast(pl.UInt8) * INVALID
    # Few cells are not plain at once: only they are cleaned and looked at more closely.
    places = (~has_form & texts.is_not_null()).arg_true()
    if len(places):
        printed = texts.gather(places)
        digits = printed.str.replace_all(_NOT_PART, "")
        is_damaged = printed.str.strip_chars().str.contains(_SCIENTIFIC)
        fault = fault.scatter(
            places,
            pl.select(
                pl.when(is_damaged)
                .then(DAMAGED)
                .when(~digits.str.contains(_FORM))
                .then(INVALID)
                .otherwise(0)
                .cast(pl.UInt8)
            ).to_series(),
        )
        number = number.scatter(places, digits.cast(pl.Int64, strict=False))
    is_lost = number % 1000 == 0
    if kinds is not None:
        is_lost |= (kinds == "n") & (texts.str.len_chars() > _KEPT_DIGITS)
    fault = fault.set(is_lost.fill_null(value=False), DAMAGED)
    return pl.DataFrame({"number": number.set(fault != 0, None), "fault": fault}).to_struct()


def coded(text: pl.Expr) -> pl.Expr:
    """As `checked`, in one Int64 that is never null: the number, or minus the code of its fault. Only what is not plain
    leaves Polars."""
    is_plain = (text.str.contains(_FORM) & ~text.str.ends_with(_NO_SERIAL)).fill_null(value=False)
    odd = pl.when(~is_plain).then(text).map_batches(_coded, return_dtype=pl.Int64, is_elementwise=True)
    return pl.when(is_plain).then(text.cast(pl.Int64, strict=False)).otherwise(odd)


def _coded(texts: pl.Series) -> pl.Series:
    places = texts.is_not_null().arg_true()
    found = checked(texts.gather(places)).struct.unnest()
    codes = found.select(pl.coalesce("number", -pl.col("fault").cast(pl.Int64))).to_series()
    return pl.repeat(-INVALID, len(texts), dtype=pl.Int64, eager=True).scatter(places, codes)


def is_contract(number: pl.Expr) -> pl.Expr:
    """True where the number of a NIP is a contract employee's (PPPK)."""
    return number // 10**4 % 100 == _CONTRACT_MONTH


TYPES = pl.Enum([word.value for word in EmployeeType])


def employee_type(said: pl.Expr, contract: pl.Expr) -> pl.Expr:
    """The employee type as said; where that is nothing or ASN, PPPK for a contract employee, else PNS. Both TYPES."""
    by_nip = pl.when(contract).then(_type(EmployeeType.PPPK)).otherwise(_type(EmployeeType.PNS))
    return pl.when(said.is_null() | (said == _type(EmployeeType.ASN))).then(by_nip).otherwise(said)


def _type(word: EmployeeType) -> pl.Expr:
    return pl.lit(word.value, TYPES)
