"""Files of answers: `{question id: choice}` as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from etl.recognise.layout import Answer
from i18n import N_, BadInput

_WRONG = N_("The file of answers cannot be used: {reason}.")
_NEXT = N_('Write {{"question id": "answer"}} as JSON; the command prints the ids with --json.')


def read_answers(path: Path) -> dict[str, Answer]:
    """Answers by question id. Raises BadInput where the file is no JSON object of words or lists of words."""
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _unusable(path, error.strerror or "") from error
    except ValueError as error:  # also text in another encoding
        raise _unusable(path, str(error)) from error
    if not isinstance(given, dict):
        raise _unusable(path, "no object")
    return {question: _answer(path, question, answer) for question, answer in given.items()}


def read_choices(path: Path) -> dict[str, str]:
    """The same where every answer is one word. Raises BadInput for a list too."""
    answers = read_answers(path)
    lists = [question for question, answer in answers.items() if not isinstance(answer, str)]
    if lists:
        raise _unusable(path, lists[0])
    return {question: str(answer) for question, answer in answers.items()}


def _answer(path: Path, question: str, given: object) -> Answer:
    if isinstance(given, str):
        return given
    if isinstance(given, list) and all(isinstance(word, str) for word in given):
        return tuple(given)
    raise _unusable(path, question)


def _unusable(path: Path, reason: str) -> BadInput:
    return BadInput(_WRONG, where=str(path), next_step=_NEXT, reason=reason)
