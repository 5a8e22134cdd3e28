"""What reading a stranger's file may cost."""

from __future__ import annotations

from typing import Protocol

MB = 1024 * 1024


class Bounds(Protocol):
    """`seconds` of processor and of waiting, `memory` of the reading process in bytes."""

    @property
    def seconds(self) -> int:
        """Whole seconds."""

    @property
    def memory(self) -> int:
        """Bytes."""
