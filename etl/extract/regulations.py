"""What is known of a law: its name as cited, and its time in force. Values only."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_NAME = re.compile(r"(?P<kind>[^\W\d_]+) (?P<number>\d+)/(?P<year>(?:19|20)\d{2})")


@dataclass(frozen=True, slots=True)
class Regulation:
    """A row of the regulation table. `in_force_to` null = in force, or its last day is not on record."""

    regulation_id: str
    title: str
    subject: str
    in_force_to: dt.date | None = None
    replaced_by: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The citations in the title: `UU 20/2023`; `PP 11/2017` and `PP 17/2020`."""
        return tuple(found[0] for found in _NAME.finditer(self.title))

    @property
    def year(self) -> int | None:
        """The year in the title."""
        found = _NAME.search(self.title)
        return int(found["year"]) if found else None
