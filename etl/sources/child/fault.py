"""Why a file cannot be read, as a code; each reader's `messages.py` has the words.

The process that reads strangers' files raises codes only: it needs no catalogue, and no content can slip into a
message.
"""

from __future__ import annotations

from typing import Literal

SharedCode = Literal[
    "empty",
    "too_large",
    "too_expanded",
    "too_slow",
    "too_much_memory",
    "crashed",
    "no_reader",
    "broken",
    "unexpected",
    "declares_entities",
    "password",
    "unknown_kind",
    "wrong_encoding",
]
"""What any reader may raise; a reader's own codes stand in its room."""

Value = str | int


class Fault(Exception):
    """The file cannot be read (`no_reader`: no file can, here).

    `values` fill the places of the code's message and never hold the file's content.
    """

    def __init__(self, code: str, **values: Value) -> None:
        self.code = code
        self.values = values
        super().__init__(code)
