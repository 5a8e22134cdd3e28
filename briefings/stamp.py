"""What every file says of itself: which state it shows, and the short code that leads back to it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from briefings.finding import Query

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is read as a digit."""
_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s.\-‐-―−]+")
_MARK = "IKR"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The way back from a file to its figures.

    `code` is `IKR-XXXX-XXXX`; of a file that could not be put on record, words that say so. `per` is the state as links
    and `--as-of` name it (`12`, `12@2024-09-25`); `taken_at` the snapshot's moment; `as_of` the day of the data: the
    one asked for, else the snapshot's. `versions` are those of the indicators in it. `boundaries` names the edition of
    a map's outlines, null = no map. `address` is the whole address of the code's page, for the QR code; null = this
    installation has none that others can open.
    """

    code: str
    per: str
    snapshot: int
    taken_at: dt.datetime
    as_of: dt.date
    is_simulated: bool
    versions: Mapping[str, int]
    made_at: dt.datetime
    boundaries: str | None = None
    address: str | None = None


def code_of(taken_at: dt.datetime, per: str, queries: Iterable[Query], about: str) -> str:
    """The code of what was asked of a state: the same questions of the same state always have the same code.

    `about` tells apart what is made from the same figures (the sections of a briefing, a chart's name). 40 bits.
    """
    asked = sorted({json.dumps(asdict(query), default=str, sort_keys=True) for query in queries})
    digest = hashlib.sha256("\n".join([taken_at.isoformat(), per, about, *asked]).encode()).digest()
    number = int.from_bytes(digest[:5])
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -5, -5))
    return _spelt(letters)


def code_in(text: str) -> str | None:
    """The code that a person typed or a scanner read, as `code_of` spells it; null where there is none.

    Forgives small letters, missing or other dashes, a missing front, letters for the digits that they look like, and
    the address around the code.
    """
    letters = _BETWEEN.sub("", text.rpartition("kode=")[2]).upper().translate(_READ_AS)
    front = _MARK.translate(_READ_AS)
    if len(letters) == len(front) + 8 and letters.startswith(front):
        letters = letters.removeprefix(front)
    if len(letters) != 8 or not set(letters) <= set(_ALPHABET):
        return None
    return _spelt(letters)


def _spelt(letters: str) -> str:
    return f"{_MARK}-{letters[:4]}-{letters[4:]}"
