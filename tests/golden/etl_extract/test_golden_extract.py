"""The extractor over the golden articles, the seeds and the summaries. The expectations are never rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Document, Extraction, ProposedEvent
from etl.score.__main__ import ARTICLES, golden_tally, seeds_tally, summaries_tally
from etl.score.tally import Tally
from etl.sources.articles import read_all

ROOT = Path(__file__).parents[3]
WANTED = 0.97
SUMMARIES = 0.95
FREE = {"tiers"}
"""Fields that the golden articles give for some events only; reported, not required."""


@pytest.fixture(scope="module")
def golden() -> Tally:
    return golden_tally()


def test_every_field_of_the_golden_articles(golden: Tally) -> None:
    short = {
        name: line.wrong
        for name, line in golden.lines.items()
        if name not in FREE and min(line.precision, line.recall) < WANTED
    }
    assert not short


def test_every_planted_contradiction_is_found_and_no_other(golden: Tally) -> None:
    assert golden.lines["conflicts"].wrong == []


def test_nothing_is_invented(golden: Tally) -> None:
    assert {name: line.wrong for name, line in golden.lines.items() if line.invented} == {}


def test_the_seeds_give_what_is_known_of_them(reference: Path) -> None:
    assert {name: line.wrong for name, line in seeds_tally(reference).lines.items() if line.wrong} == {}


def test_the_summaries_give_what_each_supports(reference: Path) -> None:
    tally = summaries_tally(reference)
    for name in ("region", "date"):
        assert tally.lines[name].recall >= SUMMARIES, tally.lines[name].wrong
    counts = [tally.lines[name] for name in ("participants", "signers")]
    wrong = [where for line in counts for where in line.wrong]
    assert sum(line.hits for line in counts) >= SUMMARIES * sum(line.expected for line in counts), wrong
    assert sum(line.invented for line in tally.lines.values()) == 0


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    data = ROOT / "data"
    paths = sorted(path for path in ARTICLES.iterdir() if path.suffix in {".txt", ".html"})
    return [extract(each, known_campaigns(data), known_regulations(data)) for each in read_all(paths)]


def test_every_filled_field_has_its_words(extractions: list[Extraction]) -> None:
    proved = [name for name in ProposedEvent.__slots__ if name not in {"level", "organiser_kind", "evidence"}]
    for found in extractions:
        for event in found.events:
            filled = {name for name in proved if getattr(event, name) is not None and getattr(event, name) != ()}
            assert filled == set(event.evidence), found.document.path


def test_spans_lie_in_one_line_and_stated_words_are_quotes(extractions: list[Extraction]) -> None:
    for found in extractions:
        for event in found.events:
            for span in (span for spans in event.evidence.values() for span in spans):
                assert _is_quote(found.document, span), (found.document.path, span)
            for name in ("date", "participants", "signers"):
                value = getattr(event, name)
                quotes = [found.document.text[low:high] for low, high in event.evidence.get(name, ())]
                assert value is None or any(value.stated in each or each in value.stated for each in quotes)
        assert all(_is_quote(found.document, span) for each in found.conflicts for span in each.evidence)


def _is_quote(document: Document, span: tuple[int, int]) -> bool:
    low, high = span
    quote = document.text[low:high]
    return 0 <= low < high <= len(document.text) and "\n" not in quote and quote == quote.strip()
