"""What a reader of one format gives: blocks of text in reading order, and what the format says of the article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Kind = Literal["headline", "published", "caption", "paragraph"]
Block = tuple[Kind | None, str]
"""A line of its own, and what the format says it is; None where only the words can tell."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Not normalised yet. `publisher` and `published_on` are null where the format does not give them.

    `typed`: the lines of a plain text, which may be wrapped at a width, in one block.
    """

    blocks: tuple[Block, ...]
    publisher: str | None = None
    published_on: dt.date | None = None
    typed: bool = False
