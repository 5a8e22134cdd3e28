"""Marks of people: who signed, who pledged. Yes, no, or not to be told. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

_YES = (
    r"^(?:sudah|telah)\b.*|^(?:ya|y|yes|ada|ikut|hadir|selesai|lengkap|benar|true|ttd|v|1)$|^[√✓✔☑✅■●]+$"
    r"|^tanda ?tangan$|^(?:menandatangani|bertanda ?tangan|ditandatangani)\b.*|^\d{1,4}[-/. ]\w{1,9}[-/. ]\d{2,4}\b.*"
)
_NO = r"^(?:belum|tidak|tak|bukan|tdk|blm)\b.*|^(?:t|n|no|absen|false|0)$|^[✗✘☐❌]+$"


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """A column of marks: `says` yes (true), no (false) or not to be told (null); `is_unreadable` where it is none."""

    says: pl.Series = field(repr=False)
    is_unreadable: pl.Series = field(repr=False)


def read_marks(texts: pl.Series, kinds: pl.Series | None = None) -> Marks:
    """A mark of each cell. A date says yes: the day of signing.

    A blank cell (or a dash) says no where the column never says no in another way: a list that is ticked. Where it
    does, and in a column with no mark at all, it cannot be told.
    """
    plain = texts.str.strip_chars(" .'\u00a0").str.to_lowercase()
    is_blank = plain.fill_null("").str.contains(r"^[-–—]*$")
    is_yes = plain.str.contains(_YES).fill_null(value=False)
    if kinds is not None:
        is_yes |= (kinds == "d").fill_null(value=False)
    is_no = plain.str.contains(_NO).fill_null(value=False) & ~is_yes
    blank_is_no = bool(is_yes.any()) and not bool(is_no.any())
    frame = pl.DataFrame({"yes": is_yes, "no": is_no | (is_blank & blank_is_no), "blank": is_blank})
    says = frame.select(says=pl.when(pl.col("yes") | pl.col("no")).then("yes")).to_series()
    return Marks(says, ~(is_yes | is_no | is_blank))
