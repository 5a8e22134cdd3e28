"""Questions and their answers: what has been answered counts, what has not holds its rows back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from etl.recognise.layout import WAITING, Answer, Block, Field
from etl.sources.tabular import Question
from i18n import N_, BadInput

ONE_FILE = frozenset({"as_of", "conflict", "encoding", "sheet", "new_opd"})
"""Kinds of questions whose answers hold for one file only and are not remembered."""

NAMES = frozenset({"opd_name", "region_name"})
"""Kinds whose answers say what a name stands for: they become approved names."""

_WRONG = N_("“{answer}” is no answer to the question “{question}”.")
_CHOOSE = N_("Choose one of: {choices}.")


def question_kind(question_id: str) -> str:
    """The kind of a question, which its id begins with."""
    return question_id.partition(":")[0]


class Desk:
    """Where one run's questions are put. `answers` are by question id, `remembered` those of former files of the form;
    what is asked in vain is kept with its rows."""

    def __init__(self, answers: Mapping[str, Answer], remembered: Mapping[str, Answer] | None = None) -> None:
        self.answers = answers
        self.remembered = remembered or {}
        self.questions: list[Question] = []
        self._waiting: list[pl.DataFrame] = []

    def answer(self, question_id: str, choices: tuple[str, ...] = ()) -> str | None:
        """The answer to a question, null = none yet. Raises BadInput for one that is not among closed choices."""
        given = self.answers.get(question_id)
        if given is None:  # what was remembered is asked anew where it is no choice any more
            before = self.remembered.get(question_id)
            return before if isinstance(before, str) and (not choices or before in choices) else None
        if not isinstance(given, str) or (choices and given not in choices):
            raise wrong_answer(question_id, given, choices)
        return given

    def ask(self, question: Question, lines: pl.DataFrame) -> None:
        """Put a question, and hold back the lines (`block_id`, `row`) that wait for it; none waiting = not asked."""
        if lines.is_empty():
            return
        if all(asked.id != question.id for asked in self.questions):
            self.questions.append(question)
        self._waiting.append(lines.select(pl.lit(question.id).alias("question_id"), "block_id", "row"))

    def waiting(self) -> pl.DataFrame:
        """The rows that wait (WAITING), question by question."""
        return pl.concat([pl.DataFrame(schema=WAITING), *self._waiting]).unique(maintain_order=True)


def place_of(lines: pl.DataFrame, blocks: Sequence[Block], field: Field) -> tuple[str | None, int | None, int | None]:
    """Sheet, row and column where the first of these lines (`block`, `row`) has a field; null = nowhere."""
    if lines.is_empty():
        return None, None, None
    block = blocks[lines["block"][0]]
    columns = block.of(field)
    return block.sheet, lines["row"][0], columns[0].index if columns else None


def wrong_answer(question_id: str, given: Answer, choices: tuple[str, ...]) -> BadInput:
    """What is said of an answer that is none: the question, and what may be answered."""
    return BadInput(
        _WRONG,
        next_step=_CHOOSE if choices else None,
        answer=given if isinstance(given, str) else ", ".join(given),
        question=question_id,
        choices=", ".join(choices),
    )
