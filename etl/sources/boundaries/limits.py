"""How much of a file of boundaries is read, and what reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass

from etl.sources.child.limits import MB


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one import; a file beyond one of them is refused with the bound in the message.

    `file`, `expanded` (what a zip unpacks to) and `memory` of the reading process in bytes; `seconds` of processor and
    of waiting; `features` of a layer.
    """

    file: int = 100 * MB
    expanded: int = 1024 * MB
    features: int = 200_000
    seconds: int = 600
    memory: int = 3072 * MB


DEFAULT = Limits()
