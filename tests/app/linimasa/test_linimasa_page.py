"""The timeline as drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", ["Kapan ikrar dilaksanakan?", "dikoreksi"]), ("en", ["When were the pledges held?", "corrected"])],
)
def test_it_speaks_the_readers_language(
    draw_page: Callable, html_of: Callable, built_store: Path, language: str, words: list[str]
) -> None:
    html = html_of(draw_page("linimasa", built_store, language))
    assert all(word in html for word in words)


def test_ordering_writes_the_link(draw_page: Callable, html_of: Callable, built_store: Path) -> None:
    app = draw_page("linimasa", built_store)
    before = html_of(app)
    (order,) = app.segmented_control
    order.set_value("terlama").run()
    assert app.query_params["urut"] in ("terlama", ["terlama"])
    assert html_of(app) != before


def test_a_countrys_table_starts_short_and_can_be_whole(
    draw_page: Callable, html_of: Callable, example_store: Path
) -> None:
    app = draw_page("linimasa", example_store)
    short = html_of(app).count("<tr>")
    (everything,) = app.toggle
    everything.set_value(True).run()
    assert html_of(app).count("<tr>") > 2 * short
