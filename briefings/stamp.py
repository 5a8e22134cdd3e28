"""What every file says of itself: which state it shows, and the short code that leads back to it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from briefings.finding import Query

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is read as a digit."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The way back from a file to its figures.

    `code` is `IKR-XXXX-XXXX`. `per` is the state as links and `--as-of` name it (`12`, `12@2024-09-25`); `taken_at` the
    snapshot's moment; `as_of` the day of the data: the one asked for, else the snapshot's. `versions` are those of the
    indicators in it. `boundaries` names the edition of a map's outlines, null = no map. `address` opens the code's
    page, null = this installation has no address that others can open.
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
    return f"IKR-{letters[:4]}-{letters[4:]}"
