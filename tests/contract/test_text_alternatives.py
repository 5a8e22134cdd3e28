"""Every chart says its finding to whoever cannot see it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

DRAW = {"chart", "plotly_chart"}
PAGES = Path(__file__).parents[2] / "pages"
CALLS = [
    (path.relative_to(PAGES), call)
    for path in sorted(PAGES.rglob("*.py"))
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in DRAW
]


def test_there_are_charts() -> None:
    assert len(CALLS) > 5


@pytest.mark.parametrize(("path", "call"), CALLS, ids=[f"{path}:{call.lineno}" for path, call in CALLS])
def test_a_chart_has_words(path: Path, call: ast.Call) -> None:
    words = next((keyword.value for keyword in call.keywords if keyword.arg == "alt"), None)
    assert words is not None, f"{path}:{call.lineno} draws a chart without `alt`"
    assert not (isinstance(words, ast.Constant) and not words.value), f"{path}:{call.lineno}: empty"
