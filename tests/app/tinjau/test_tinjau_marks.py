"""An article with its evidence marked: every piece is the text as typed, every quote of a field is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Document, Extraction
from etl.sources.articles import from_text
from i18n import text
from pages.tinjau.draw_article import article
from pages.tinjau.marks import Piece, lines

ROOT = Path(__file__).parents[3]
ARTICLES = ROOT / "tests" / "golden" / "articles"
T = text("id")


def of_golden(name: str) -> Extraction:
    (path,) = ARTICLES.glob(f"{name}-*.txt")
    data = ROOT / "data"
    return extract(
        from_text(path.read_text(encoding="utf-8"), path.name), known_campaigns(data), known_regulations(data)
    )


@pytest.mark.parametrize("name", ["01", "08", "13", "46", "51"])
def test_the_pieces_are_the_article(name: str) -> None:
    found = of_golden(name)
    evidence = found.events[0].evidence if found.events else {}
    shown = lines(found.document, evidence, [span for one in found.conflicts for span in one.evidence])
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in shown) == found.document.text


@pytest.mark.parametrize("name", ["01", "08", "13", "51"])
def test_every_quote_is_marked_from_its_first_to_its_last_letter(name: str) -> None:
    found = of_golden(name)
    (event,) = found.events
    marked = [piece for line in lines(found.document, event.evidence) for piece in line.pieces]
    for field, spans in event.evidence.items():
        places = sorted({at for span in spans for at in range(*span)})
        proven = "".join(found.document.text[at] for at in places if found.document.text[at] != "\n")
        assert "".join(piece.text for piece in marked if field in piece.fields) == proven
        assert any(field in piece.opens for piece in marked)


def test_quotes_that_overlap_are_cut_where_one_begins_or_ends() -> None:
    document = Document("", "", "satu dua tiga\nempat", ())
    (first, second) = lines(document, {"a": [(0, 8)], "b": [(5, 13)], "c": [(90, 95)]}, [(5, 8)])
    assert first.pieces == (
        Piece("satu ", ("a",), ("a",)),
        Piece("dua", ("a", "b"), ("b",), is_disputed=True),
        Piece(" tiga", ("b",)),
    )
    assert second.pieces == (Piece("empat"),)


def test_markup_in_an_article_is_text() -> None:
    found = of_golden("51")
    (event,) = found.events
    html = article(found.document, lines(found.document, event.evidence), {"date": "Tanggal"}, None, T)
    for live in ("<script", "<img", "<b>", "<a "):
        assert live not in html
    for typed in ("&lt;script&gt;", "**Ikrar**", "&lt;b&gt;janji&lt;/b&gt;", "![gambar]", "&amp;lt;tes&amp;gt;"):
        assert typed in html
    assert '<sup id="bukti-date">1 Tanggal</sup>Kamis, 19 Oktober 2023</mark>' in html
