"""The golden articles as documents: whole, nothing beside them, the day of publication, every quote in the text."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from etl.extract.values import Document
from etl.sources.articles import read_all

ARTICLES = Path(__file__).parents[1] / "articles"
PATHS = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("*.html")])

PAGES = {
    "19-html-year-in-metadata": (
        ["Ratusan ASN Paser", "TANA PASER", "“Pilkada hanya", "Ia meminta", "Kegiatan diisi", "Seorang guru"],
        ["Berau", "Kutai", "Balikpapan", "Penajam", "Beranda", "Hak cipta"],
    ),
    "32-html-three-events": (
        [
            "Pekan Netralitas",
            "Tiga daerah",
            "Kudus",
            "Pemerintah",
            "Jepara",
            "Dua hari",
            "Kota Semarang",
            "Adapun",
            "Ketiga",
        ],
        ["Demak", "Rembang", "IKLAN", "Bagikan", "Redaksi"],
    ),
    "36-html-headline-wider": (
        ["Seluruh ASN", "BANDAR", "“Yang", "Ia menyebut", "Badan", "Para pejabat", "Pejabat eselon II seusai"],
        ["Pringsewu", "kuki", "Lampung Selatan"],
    ),
    "48-html-no-event-plan": (
        ["Pekan Depan", "Kamis, 3", "POSO", "Kepala Bagian", "“Kalau", "Naskah", "Bawaslu", "Warga"],
        ["Parigi", "Depan ", "©"],
    ),
    "54-html-caption-against-body": (
        ["ASN Tapanuli", "ASN Tapanuli Utara membaca", "TARUTUNG", "Ratusan", "“Netral", "Ia menyebut", "Pemerintah"],
        ["Samosir", "7777", "2021", "Pedoman", "Beranda"],
    ),
}
"""How the lines of a page's article begin, and words that stand only beside it."""


@pytest.fixture(scope="module")
def documents() -> Mapping[str, Document]:
    """All of them, by name."""
    return {Path(document.path).stem: document for document in read_all(PATHS)}


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_an_article_is_read_whole(documents: Mapping[str, Document], path: Path) -> None:
    document = documents[path.stem]
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert (document.error, document.language) == (None, "id")
    assert str(document.published_on) == str(expected["published_on"])
    missing = [quote for quote in _quotes(expected) if quote not in document.text]
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_of_a_page_only_the_article_counts(documents: Mapping[str, Document], name: str) -> None:
    begins, absent = PAGES[name]
    lines = documents[name].text.split("\n")
    assert [line[: len(begin)] for line, begin in zip(lines, begins, strict=True)] == begins
    assert [words for words in absent if words in documents[name].text.replace("Pekan Depan", "")] == []


@pytest.mark.parametrize("path", [path for path in PATHS if path.suffix == ".txt"], ids=lambda path: path.stem)
def test_a_typed_text_keeps_every_line(documents: Mapping[str, Document], path: Path) -> None:
    typed = path.read_text(encoding="utf-8").replace("\u200b", "").replace("\u00ad", "")
    lines = [unicodedata.normalize("NFC", " ".join(line.split())) for line in typed.splitlines() if line.strip()]
    assert documents[path.stem].text.split("\n") == lines


def _quotes(expected: object) -> Iterator[str]:
    """All words that the expectation quotes from the text."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            if key in {"quotes", "evidence"}:
                yield from _texts(value)
            else:
                yield from _quotes(value)
    elif isinstance(expected, list):
        for value in expected:
            yield from _quotes(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
