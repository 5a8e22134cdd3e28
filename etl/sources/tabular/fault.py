"""Why a table cannot be read, as a code; `messages.py` has the words."""

from __future__ import annotations

from typing import Literal, get_args

from etl.sources.child.fault import Fault, SharedCode

__all__ = ["CODES", "Code", "Fault"]

Code = Literal[
    SharedCode,
    "blank_sheets",
    "too_many_sheets",
    "too_many_columns",
    "too_many_cells",
    "save_as",
    "not_a_table",
    "unclosed_quote",
    "wrong_answer",
]
CODES: tuple[Code, ...] = get_args(Code)
