"""How much of a stranger's file is read, and what reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass

from etl.sources.child.limits import MB

__all__ = ["DEFAULT", "MB", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading; a file beyond one of them is refused with the bound in the message.

    `file` and `expanded` (what a zipped workbook unpacks to), and `memory` of the reading process in bytes;
    `seconds` of processor and of waiting; `sheets` of a file, `columns` of a sheet; `cells` of all sheets together,
    blank ones inside the filled rectangle included.
    """

    file: int = 25 * MB
    expanded: int = 1024 * MB
    sheets: int = 200
    columns: int = 1_000
    cells: int = 10_000_000
    seconds: int = 120
    memory: int = 1536 * MB


DEFAULT = Limits()
