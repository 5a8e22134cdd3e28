"""Hits, misses and inventions, counted a field. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """One field: values expected, given, right; invented are given where null is expected."""

    expected: int = 0
    given: int = 0
    hits: int = 0
    invented: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right of those given; 1 where nothing was."""
        return self.hits / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Right of those expected; 1 where nothing was."""
        return self.hits / self.expected if self.expected else 1.0


@dataclass(slots=True)
class Tally:
    """Lines by field, in the order in which they were met."""

    lines: dict[str, Line] = field(default_factory=lambda: defaultdict(Line))

    def note(self, name: str, *, expected: bool, given: bool, hit: bool, where: str) -> None:
        """Count one value of a field; `where` names document, expectation and value for whoever mends it."""
        line = self.lines[name]
        line.expected += expected
        line.given += given
        line.hits += hit and expected and given
        line.invented += given and not expected
        if (expected or given) and not hit:
            line.wrong.append(where)
