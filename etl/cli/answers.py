"""Files of answers: `{question id: choice}` as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from i18n import N_, BadInput


def read_answers(path: Path, next_step: str) -> dict[str, str]:
    """Answers by question id, words only. Raises BadInput where the file is no such JSON object."""
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _unusable(path, error.strerror or "", next_step) from error
    except ValueError as error:  # also text in another encoding
        raise _unusable(path, str(error), next_step) from error
    if not isinstance(given, dict) or not all(isinstance(word, str) for word in given.values()):
        raise _unusable(path, "{id: choice}", next_step)
    return given


def _unusable(path: Path, reason: str, next_step: str) -> BadInput:
    return BadInput(
        N_("The file of answers cannot be used: {reason}."), where=str(path), next_step=next_step, reason=reason
    )
