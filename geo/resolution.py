"""What resolving a name gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["exact", "alias", "ambiguous", "unknown"]

MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A region or unit that may be meant. `score` 0..100: similarity of the writing, 100 = written the same."""

    code: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """How one name reads. `code` is null unless `status` is exact or alias; `candidates` is then empty."""

    name: str
    code: str | None
    status: Status
    candidates: tuple[Candidate, ...] = ()
