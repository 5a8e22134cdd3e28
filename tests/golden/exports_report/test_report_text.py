"""The whole text of a report, as somebody reads it from top to bottom, in both languages."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.table import Table

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports.docx import report
from i18n import Language, text


@pytest.mark.parametrize("language", ["id", "en"])
def test_text(small_briefing: Briefing, small_stamp: Stamp, language: Language) -> None:
    document = docx.Document(io.BytesIO(report(small_briefing, small_stamp, text(language))))
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"{block.style.name}: {block.text}")
    footer = document.sections[0].footer.paragraphs[0].text
    golden = Path(__file__).with_name(f"laporan.{language}.txt")
    assert "\n".join([*lines, footer, ""]) == golden.read_text(encoding="utf-8")
