"""The briefing of a region with one OPD, every word of its two sections, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import geo
from briefings.asked import Asked
from briefings.briefing import Request, Section
from briefings.sections import linimasa, opd
from briefings.table import Bounds, Cell
from i18n import LANGUAGES, Language, text
from warehouse.store import Store

GOLDEN = Path(__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_region_with_one_opd(lone_opd_store: Path, tmp_path: Path, language: Language) -> None:
    outlines = next(layer for layer in geo.layers(tmp_path) if layer.kind == "skematik")
    asked = Asked.of(Store(lone_opd_store).frames(), Request("33.03"), text(language), outlines)
    lines = [line for section in (opd.section(asked), linimasa.section(asked)) for line in words(section)]
    assert lines == (GOLDEN / f"one-opd.{language}.txt").read_text(encoding="utf-8").splitlines()


def words(section: Section) -> Iterator[str]:
    """What a person reads of a section, line by line."""
    yield f"# {section.heading}: {section.finding.words}"
    yield from (found.words for found in section.more)
    yield from (f"note: {note}" for note in section.notes)
    if picture := section.picture:
        yield f"picture: {picture.title} | {picture.source}"
        yield f"key: {'; '.join(words for _, words in picture.key)}"
        if native := picture.native:
            yield f"native: {native.unit} | {'; '.join(native.categories)}"
            yield from (f"  {series.name}: {', '.join(map(str, series.values))}" for series in native.series)
    for table in section.tables:
        yield f"table: {table.title} | {'; '.join(column.heading for column in table.columns)}"
        yield from ("  " + " | ".join(map(said, row)) for row in table.rows)
        yield from (f"  note: {note}" for note in table.notes)


def said(cell: Cell) -> str:
    """A cell as it is read."""
    if isinstance(cell, Bounds):
        return cell.words.replace("\u00a0", " ")
    return "" if cell is None else cell.isoformat() if isinstance(cell, dt.date) else str(cell)
