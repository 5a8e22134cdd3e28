"""A document made ready to look things up in: folded text of the same length, sentences, speech. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from etl.extract.values import Document, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the words that prove it."""

    value: T
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a clause that a semicolon ends, at `start..end`. `part` counts the document's parts."""

    start: int
    end: int
    part: int
    kind: str
    is_heading: bool = False
    """A short line without a full stop between paragraphs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its text folded: lower case, plain quotes and dashes, character by character."""

    document: Document
    fold: str
    sentences: tuple[Sentence, ...]
    speech: tuple[Span, ...]

    def words(self, sentence: Sentence) -> str:
        """The folded text of a sentence."""
        return self.fold[sentence.start : sentence.end]

    def find(self, pattern: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
        """The pattern's matches in a sentence; offsets are the document's."""
        return pattern.finditer(self.fold, sentence.start, sentence.end)

    def is_spoken(self, place: int) -> bool:
        """True between quotation marks."""
        index = bisect_right(self.speech, (place, len(self.fold) + 1)) - 1
        return index >= 0 and self.speech[index][0] <= place < self.speech[index][1]

    def quote(self, span: Span) -> str:
        """The words at a span, as they stand."""
        return self.document.text[span[0] : span[1]]


_SINGLE = {
    **dict.fromkeys("‘’‚‛ʼʹʻʽ′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "\n": "\n",
}
_ABBREVIATED = re.compile(
    r"(?:\b(?:pj|pjs|plt|plh|kab|prov|kec|no|nomor|drs?|dra|ir|h|hj|jl|km|st|sdr|tgl|kep|sh|mm|dkk|dll|dsb|dst|s"
    r"|m|se|a\.n"
    r"|u\.b|pkl|hlm|rp|adm|art|cq|ttd)|\b[a-z])$"
)
_ITEM = re.compile(r"(?:^|[\s:])\d{1,2}$")
"""The number of a list's item."""

_BREAK = re.compile(r"[.!?]+[\"')\]*_]*\s+(?=[\"'(\[*_<#]*[^\W_])|;\s+|\n+")
_HEADING = 70
_LONGEST = 1_500
"""Characters of the longest sentence."""


@cache
def _folded(char: str) -> str:
    lower = _SINGLE.get(char) or char.lower()
    return lower if len(lower) == 1 else char


def folded(text: str) -> str:
    """The text in lower case with plain quotes and hyphens; each character stays at its place."""
    return text.translate({ord(char): _folded(char) for char in set(text)})


def read(document: Document) -> Reading:
    """The document with its sentences and its speech."""
    fold = folded(document.text)
    sentences: list[Sentence] = []
    speech: list[Span] = []
    many = len(document.parts) > 1
    for number, part in enumerate(document.parts):
        start, end = part.span
        is_heading = (
            many
            and part.kind == "paragraph"
            and end - start < _HEADING
            and not re.search(r"[.!?:;,\"')]$", fold[start:end])
        )
        speech += _speech(document.text, start, end)
        for low, high in _sentences(fold, start, end):
            sentences.append(Sentence(low, high, number, part.kind, is_heading))
    return Reading(document, fold, tuple(sentences), tuple(speech))


def _sentences(fold: str, start: int, end: int) -> Iterator[Span]:
    low = start
    for found in _BREAK.finditer(fold, start, end):
        before = fold[max(found.start() - 8, low) : found.start()]
        if fold[found.start()] == "." and (_ABBREVIATED.search(before) or _ITEM.search(before)):
            continue
        cut = found.start() + len(found[0].rstrip())
        if cut > low:
            yield from _pieces(fold, low, cut)
        low = found.end()
    if end > low:
        yield from _pieces(fold, low, end)


def _pieces(fold: str, low: int, high: int) -> Iterator[Span]:
    """A sentence; what is longer than any in pieces that end at a blank, so that looking around stays cheap."""
    while high - low > _LONGEST:
        blank = fold.rfind(" ", low, low + _LONGEST)
        cut = blank if blank > low else low + _LONGEST
        yield low, cut
        low = cut + (blank > low)
    yield low, high


_SPOKEN = re.compile(r"“[^“”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)")


def _speech(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between quotation marks; a word or two is a name and no speech."""
    for found in _SPOKEN.finditer(text, start, end):
        if found[0].count(" ") > 2:
            yield found.span()
