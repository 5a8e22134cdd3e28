"""Why a file cannot be read, as a code; `messages.py` has the words.

The process that reads strangers' files raises codes only: it needs no catalogue, and no cell can slip into a message.
"""

from __future__ import annotations

from typing import Literal, get_args

Code = Literal[
    "empty",
    "blank_sheets",
    "too_large",
    "too_expanded",
    "too_many_sheets",
    "too_many_columns",
    "too_many_cells",
    "too_slow",
    "too_much_memory",
    "crashed",
    "no_reader",
    "broken",
    "unexpected",
    "declares_entities",
    "password",
    "save_as",
    "not_a_table",
    "unknown_kind",
    "wrong_encoding",
    "unclosed_quote",
    "wrong_answer",
]
CODES: tuple[Code, ...] = get_args(Code)

Value = str | int


class Fault(Exception):
    """The file cannot be read (`no_reader`: no file can, here).

    `values` fill the places of the code's message and never hold a cell's content.
    """

    def __init__(self, code: Code, **values: Value) -> None:
        self.code: Code = code
        self.values = values
        super().__init__(code)
