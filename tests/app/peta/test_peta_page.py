"""What the map page draws around the map: the sentence, what is listed apart, the sources; calm where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("id", ["dari 38 provinsi punya bukti ikrar", "Dicatat terpisah", "Sumber"]),
        ("en", ["of 38 provinces have documented evidence", "Listed apart", "Sources"]),
    ],
)
def test_the_page_says_what_the_map_shows(
    built_store: Path,
    draw_page: Callable[..., AppTest],
    html_of: Callable[[AppTest], str],
    language: str,
    phrases: list[str],
) -> None:
    html = html_of(draw_page("peta", built_store, language))
    assert [phrase for phrase in phrases if phrase not in html] == []
    assert 'data-indicator="documented_events"' in html


def test_all_regions_at_once_tell_what_they_cannot_show(
    built_store: Path, draw_page: Callable[..., AppTest], html_of: Callable[[AppTest], str]
) -> None:
    html = html_of(draw_page("peta", built_store, tingkat="kabupaten"))
    assert "acara pemerintah provinsi tidak tampak" in html
    assert "tingkat=provinsi" in html
