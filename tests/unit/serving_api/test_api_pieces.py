"""The API's small parts: what a request wants, what it knows, where the other rows are, what stays text."""

from __future__ import annotations

import pytest

from pages.serving.api import accept, caching, forms, paging
from pages.serving.api.accept import Form
from pages.serving.api.events import RESOURCE as EVENTS
from pages.serving.api.parameters import LIMIT, RegionsQuestion
from pages.serving.api.resource import Found, cell


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, Form.JSON),
        ("", Form.JSON),
        ("*/*", Form.JSON),
        ("text/*", Form.CSV),
        ("TEXT/CSV", Form.CSV),
        ("application/json;q=0.2, text/csv;q=0.7", Form.CSV),
        ("application/*;q=0.9, application/json;q=0", Form.GEOJSON),
        ("*/*, application/json;q=0", Form.CSV),
        ("application/geo+json", Form.GEOJSON),
        ("text/csv;q=0", None),
        ("image/png", None),
        ("text/csv;q=many", Form.JSON),
    ],
)
def test_form_by_accept(header: str | None, expected: Form | None) -> None:
    assert accept.form(header) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [(None, "id"), ("en", "en"), ("de, en-GB;q=0.5", "en"), ("en;q=0.4, id;q=0.9", "id"), ("fr", "id"), ("q=;,", "id")],
)
def test_language_by_header(header: str | None, expected: str) -> None:
    assert accept.language(header) == expected


@pytest.mark.parametrize(
    ("header", "known"),
    [(None, False), ('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"ab"', False), ("a", False)],
)
def test_what_is_known(header: str | None, known: bool) -> None:
    assert caching.is_known('"a"', header) is known


def test_a_spreadsheet_gets_every_row() -> None:
    question = RegionsQuestion()
    assert paging.stretch(question, Form.JSON) == slice(0, LIMIT)
    assert paging.stretch(question, Form.CSV) == slice(0, None)
    assert set(paging.links("/r", question, slice(0, None), 5000, "1")) == {"self", "first", "last"}


@pytest.mark.parametrize("hostile", ["=1+1", "+62", "-", "@x", "=cmd|' /C calc'!A0"])
def test_formulas_stay_text_in_csv(hostile: str) -> None:
    record = dict.fromkeys(EVENTS.row.model_fields) | {"opd": hostile, "sources": [], "contradictions": 0}
    found = Found(1, lambda part: [record][part], (("opd",), ("contradictions",)))
    meta = {"snapshot": 1, "as_of": "2024-01-01", "simulated": True}
    written = forms.written(Form.CSV, EVENTS, found, rows=[record], meta=meta, points={}).decode("utf-8-sig")
    assert written.splitlines() == ["opd,contradictions,snapshot,as_of,label", f"'{hostile},0,1,2024-01-01,DATA CONTOH"]


def test_a_cell_of_several_values_is_one_text() -> None:
    record = {"sources": [{"url": "a"}, {"url": None}], "points": [1, 2], "signers": None}
    assert cell(record, ("sources", "url")) == "a; "
    assert cell(record, ("points",)) == "1; 2"
    assert cell(record, ("signers", "low")) is None
