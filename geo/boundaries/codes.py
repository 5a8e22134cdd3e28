"""Codes as files write them: dotted, bare digits, with ID in front, or damaged by a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

import polars as pl

from geo import register
from geo.boundaries.values import BoundaryLevel

System = Literal["kemendagri", "bps", "iso"]
SYSTEMS: tuple[System, ...] = get_args(System)

_CODE = re.compile(r"(?:ID)?\s*(\d\d)(?:([.\s-]?)(\d\d))?(?P<zeros>0*)$", re.IGNORECASE)
_PADDED = re.compile(r"(\d\d\.\d\d)0+")
_WHOLE = re.compile(r"(\d+)\.0+")
_FINER = re.compile(r"(?:ID)?\d\d[.\s-]?\d\d[.\s-]?(?:\d\d|\d{3})(?:[.\s-]?\d{3,4})?", re.IGNORECASE)
_DAMAGED = re.compile(r"(?:ID)?(?:\d|\d{3}|\d\d?\.\d|\d\.\d\d)", re.IGNORECASE)
_ISO = re.compile(r"ID-[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it was read. `digits` without point; null where `form` is not sound. `dotted` = written 33.03."""

    form: Literal["sound", "damaged", "finer", "none"]
    digits: str | None = None
    dotted: bool = False


_NONE = Code("none")


def read(cell: str | None) -> Code:
    """The code in a cell.

    `damaged`: three digits, or a point with one digit after it, are what is left of a code that a program took for a
    number: 333 may be 33.03 or 33.30, so it is neither. `finer`: a code of a district or village.
    """
    text = (cell or "").strip().upper()
    if padded := _PADDED.fullmatch(text):
        text = padded[1]
    elif whole := _WHOLE.fullmatch(text):
        text = whole[1]
    if _ISO.fullmatch(text):
        return Code("sound", text)
    if _DAMAGED.fullmatch(text):
        return Code("damaged")
    if (found := _CODE.match(text)) and not found["zeros"]:
        return Code("sound", found[1] + (found[3] or ""), dotted=found[2] == ".")
    return Code("finer") if _FINER.fullmatch(text) else _NONE


@cache
def regions_by(system: System, level: BoundaryLevel) -> dict[str, str]:
    """Digits (or ISO 3166-2) to the code in force. Kemendagri's replaced codes lead to their successors."""
    known = register.regions()
    column = {"kemendagri": "code", "bps": "bps_code", "iso": "iso_3166_2"}[system]
    of_level = pl.col("level") == "provinsi" if level == "provinsi" else pl.col("level") != "provinsi"
    found = known.filter(of_level, pl.col(column).is_not_null()).select(
        pl.col(column).str.replace(".", "", literal=True), pl.coalesce("successor_code", "code")
    )
    return dict(found.iter_rows())


@cache
def in_force(level: BoundaryLevel) -> frozenset[str]:
    """The codes of all regions of a level."""
    return frozenset(regions_by("kemendagri", level).values())
