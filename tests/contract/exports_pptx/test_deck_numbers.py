"""Every number on the slides is one of the briefing's: in sentences, tables, charts and the workbooks inside them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import openpyxl
import pytest
from pptx import Presentation

from briefings.briefing import Briefing, Section
from briefings.picture import MapDrawing
from briefings.stamp import Stamp
from briefings.table import Table
from charts.map import payload
from exports.pptx import deck
from exports.pptx.tables import NOTHING, words
from i18n import text
from warehouse.frames import Frames

CASES = ("tangan", "provinsi", "tanpa-data", "contoh", "satu-opd")
T = text("id")
NUMBER = re.compile(r"\d[\d.,:]*")
MORE = re.compile(r"\(bagian \d+ dari \d+\)|Ditampilkan ([\d.]+) dari ([\d.]+) baris")


@pytest.fixture(scope="module", params=CASES)
def made(
    request: pytest.FixtureRequest, small_briefing: Briefing, small_stamp: Stamp, briefings_made: Mapping[str, tuple]
) -> tuple[Briefing, Stamp, Presentation]:
    """A briefing, its stamp and its deck, read again."""
    frames: Frames | None
    briefing, frames = briefings_made.get(request.param, (small_briefing, None))
    stamp = replace(small_stamp, is_simulated=bool(frames and frames.is_simulated))
    return briefing, stamp, Presentation(io.BytesIO(deck(briefing, stamp, T)))


def _texts(shapes) -> Iterator[str]:
    for shape in shapes:
        if shape.has_text_frame:
            yield from (
                paragraph.text for paragraph in shape.text_frame.paragraphs if "slidenum" not in _xml(paragraph)
            )


def _xml(paragraph) -> str:
    return " ".join(paragraph._p.xpath("./a:fld/@type"))


def _said(section: Section, stamp: Stamp) -> Iterator[str]:
    """What the briefing says in the section, without its tables."""
    yield from (finding.words for finding in (section.finding, *section.more))
    yield from section.notes
    yield from (source.publisher for source in section.sources)
    yield from (words for table in section.tables for words in (table.title, *table.notes))
    yield from (T.date(stamp.as_of), stamp.code, stamp.boundaries or "")
    if section.picture:
        yield section.picture.source
        if isinstance(section.picture.drawing, MapDrawing):
            given = payload(section.picture.drawing.view, T)
            yield given["weak_label"]
            for entry in given["legend"]:
                yield f"{entry['label']} {T.number(entry['count'])}"
            yield T.number(sum(entry["weak"] for entry in given["legend"]))


def test_every_section_has_slides_under_its_finding(made) -> None:
    briefing, _, read = made
    findings = [section.finding.words for section in briefing.sections]
    titles = [slide.shapes.title.text for slide in list(read.slides)[1:]]
    assert list(dict.fromkeys(titles)) == list(dict.fromkeys(findings))


def test_sentences_hold_no_other_number(made) -> None:
    briefing, stamp, read = made
    for slide in list(read.slides)[1:]:
        sections = [each for each in briefing.sections if each.finding.words == slide.shapes.title.text]
        known = {number for section in sections for said in _said(section, stamp) for number in NUMBER.findall(said)}
        for said in _texts(slide.shapes):
            assert set(NUMBER.findall(MORE.sub("", said).rstrip("…"))) <= known, said


def test_cells_are_those_of_the_briefing_in_its_order(made) -> None:
    briefing, _, read = made
    compared = 0
    for section in briefing.sections:
        slides = [slide for slide in read.slides if slide.shapes.title.text == section.finding.words]
        for table in section.tables:
            given = [
                [words(cell, column, T) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
            ]
            kept, printed = _printed(slides, table)
            left_out = {row[at] for row in given[: len(printed)] for at in range(len(row)) if at not in kept}
            assert left_out <= {NOTHING}
            given = [[row[at] for at in kept] for row in given]
            assert len(printed) >= min(len(given), 6)
            for shown, row in zip(printed, given, strict=False):
                assert [_cut(cell, whole) for cell, whole in zip(shown, row, strict=True)] == row
                compared += len(row)
            _check_count(slides, table, len(printed))
    assert compared or not any(section.tables for section in briefing.sections)


def _cut(cell: str, whole: str) -> str:
    """The whole where the cell is its beginning; a figure is never cut."""
    return whole if cell.endswith("…") and whole.startswith(cell[:-1].rstrip()) and len(cell) > 20 else cell


def _printed(slides, table: Table) -> tuple[list[int], list[list[str]]]:
    """Which columns are on the slides, the same on each, and the rows."""
    headings = [column.heading for column in table.columns]
    found = [shape.table for slide in slides for shape in slide.shapes if shape.has_table and shape.name == table.name]
    rows = [[[cell.text for cell in row.cells] for row in each.rows] for each in found]
    (shown,) = {tuple(each[0]) for each in rows}
    kept = [at for at, heading in enumerate(headings) if heading in shown]
    assert [headings[at] for at in kept] == list(shown)
    return kept, [row for each in rows for row in each[1:]]


def _check_count(slides, table: Table, shown: int) -> None:
    """Where rows are left out a slide says so."""
    if shown < (table.total or len(table.rows)):
        said = [found.groups() for slide in slides for words in _texts(slide.shapes) for found in MORE.finditer(words)]
        assert (T.number(shown), T.number(table.total or len(table.rows))) in said


def test_charts_and_their_workbooks_hold_the_series(made) -> None:
    briefing, _, read = made
    for section in briefing.sections:
        if not section.picture or not section.picture.native:
            continue
        native = section.picture.native
        slides = [slide for slide in read.slides if slide.shapes.title.text == section.finding.words]
        charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
        books = [
            openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active for chart in charts
        ]
        rows = [list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in books]
        assert [row[0] for part in rows for row in part] == list(native.categories)
        assert [c for chart in charts for c in chart.plots[0].categories] == list(native.categories)
        for place, series in enumerate(native.series):
            drawn = [value for chart in charts for value in list(chart.plots[0].series)[place].values]
            assert drawn == list(series.values)
            assert [row[place + 1] for part in rows for row in part] == list(series.values)
            assert all(sheet.cell(1, place + 2).value == series.name for sheet in books)
