"""Every message that a person may read has its Indonesian text, and no text outlives its message."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
ROOMS = ["pages", "charts", "briefings", "exports", "etl", "indicators", "warehouse", "catalogue", "geo", "i18n"]
ERRORS = {"IkrarError", "BadInput", "NotFound", "Conflict", "Damaged"}
POSITIONS = {"t": 1, "N_": 1, "n": 2, **dict.fromkeys(ERRORS, 1)}


def _messages(tree: ast.AST) -> Iterator[str]:
    """Messages in calls of `t`, `N_`, `n` and of the error classes (`next_step` too), plural forms joined by NUL."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        wanted = node.args[: POSITIONS.get(name, 0)]
        texts = [arg.value for arg in wanted if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if texts and len(texts) == POSITIONS[name]:
            yield "\0".join(texts)
        if name in ERRORS:
            for keyword in node.keywords:
                if keyword.arg == "next_step" and isinstance(keyword.value, ast.Constant) and keyword.value.value:
                    yield keyword.value.value


@cache
def _in_code() -> dict[str, Path]:
    paths = [ROOT / "app.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]
    return {
        message: path.relative_to(ROOT)
        for path in paths
        for message in _messages(ast.parse(path.read_text(encoding="utf-8")))
    }


@cache
def _in_catalogues() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted((ROOT / "i18n" / "id").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="id"):
                if message.id:
                    key = message.id if isinstance(message.id, str) else "\0".join(message.id)
                    translated = message.string if isinstance(message.string, str) else message.string[0]
                    found.setdefault(key, []).append((path.name, translated))
    return found


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_an_indonesian_text() -> None:
    known = {message for message, texts in _in_catalogues().items() if texts[0][1]}
    missing = {message: str(path) for message, path in _in_code().items() if message not in known}
    assert not missing


def test_no_text_outlives_its_message() -> None:
    stale = {message: texts[0][0] for message, texts in _in_catalogues().items() if message not in _in_code()}
    assert not stale


def test_one_message_has_one_text() -> None:
    torn = {message: texts for message, texts in _in_catalogues().items() if len({text for _, text in texts}) > 1}
    assert not torn


def test_texts_fill_the_places_of_their_messages() -> None:
    wrong = {}
    for message, texts in _in_catalogues().items():
        offered, used = _places(message.rsplit("\0", maxsplit=1)[-1]), _places(texts[0][1])
        if not used <= offered or offered - used - {"count"}:
            wrong[message] = texts[0][1]
    assert not wrong
