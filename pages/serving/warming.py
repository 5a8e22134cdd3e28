"""What only files need is loaded while nobody waits: else the first deck after a start takes as long as several."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Final

ROOMS: Final = tuple(f"exports.{room}" for room in ("pictures", "pptx", "docx", "pdf", "xlsx", "data"))
"""The rooms of `exports`, with the libraries behind them: the page of briefings first."""
PAUSE: Final = 4.0
"""Seconds before each: whoever opens a page meanwhile shares the processor with one room at most."""


async def load(pause: float = PAUSE) -> None:
    """Load them one after the other, in a thread beside the loop. One that cannot be loaded here is left out: the file
    that needs it says so when it is asked for (`etl.issuing.handing`)."""
    for room in ROOMS:
        await asyncio.sleep(pause)
        try:
            await asyncio.to_thread(import_module, room)
        except ImportError:
            continue
