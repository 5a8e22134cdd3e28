"""Text as typed → a Document: normalised text and its parts. Pure; a reader of another format hands over its blocks."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence

from etl.clean.dates import read_date
from etl.extract.values import Document, Part, PartKind

Block = tuple[PartKind | None, str]
"""A piece of text and what the format says it is (an `h1`, a `figcaption`); None where only the words can tell."""

_KEPT_CONTROLS = frozenset("\n\t\r\f\v\x85")
_HIDDEN = frozenset({"Cf", "Cc", "Cs"})

_PUBLISHED = re.compile(
    r"^\W*(?:.{0,30}?\b(?:published|diterbitkan|dipublikasikan|terbit|tayang|diturunkan|diposting|posted|diunggah"
    r"|dirilis)\b"
    r"(?: (?:pada|on|tanggal))?\s*:?\s*(?=\S*\s*\S*\d)"
    r"|(?:senin|selasa|rabu|kamis|jum.?at|jumaat|sabtu|minggu|ahad),?\s+\d{1,2}[\s/.-]\w+[\s/.-]\d{4}"
    r"(?:\W+(?:pukul\s+)?\d{1,2}[.:]\d{2}.{0,12})?$"
    r"|[^.]{2,40}\|\s*\d{1,2}\s+\w+\s+\d{4}\s*$"
    r"|\d{1,2}\s+\w+\s+\d{4}\W+\d{1,2}[.:]\d{2}.{0,8}$)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\W*(?:foto|gambar|caption|keterangan foto)\b\s*[:|]|\b(?:foto|dok(?:umentasi|\.)?|ist(?:imewa)?)\s*[:/]"
    r"|\((?:foto|dok|ist|antara/)[^()]*\)\s*$|\((?:istimewa|ist)\)\s*$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:(?:baca|simak|lihat|tonton)\s+(?:juga|pula|selengkapnya|lainnya)\b|(?:artikel|berita|pos"
    r"|bacaan)\s+(?:terkait|lain(?:nya)?)\b"
    r"|bagikan\b|komentar\b|tinggalkan balasan|tags?\b\W*(?:$|:)|advertisement\b|iklan\b|lompat ke isi|copyright"
    r"|hak cipta|©)",
    re.IGNORECASE,
)
"""Lines of the page around the article."""

_DATELINE = re.compile(r"[^\W\d_][^\n–—]{1,60}?\s?(?:[–—]|\s-{1,2}\s|\)\s?-\s?|-{2})\s*(?=\S)")
_DATED = re.compile(r"[A-Z][\w. ]{2,25},? \(?\d{1,2}(?:/\d{1,2}/| [A-Z][a-z]+ )\d{4}\)?\s?[–—-]{1,2}\s+(?=\S)")
"""A dateline with the day of writing: `Kendari, 5 Februari 2024 –`."""

_LIST_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[a-h][.)]|[-*•])\s")
_END = re.compile(r"[.!?:;…][\"”’')\]*_]*$")
_SHORT = 160
"""Characters of a line that can still be a headline."""


def text_document(text: str, *, path: str = "", sha256: str = "", language: str | None = "id") -> Document:
    """A plain text, as in a file or as pasted, as Document. Lines wrapped at a width become one paragraph again."""
    blocks: list[Block] = [(None, line) for line in _lines(text)]
    return document_of(blocks, path=path, sha256=sha256, language=language)


def document_of(
    blocks: Iterable[Block],
    *,
    path: str = "",
    sha256: str = "",
    publisher: str | None = None,
    published_on: dt.date | None = None,
    language: str | None = "id",
) -> Document:
    """Blocks in reading order as Document, a line each. `published_on` falls back on a publication line."""
    kept = [(kind, clean) for kind, raw in blocks if (clean := normalise(raw))]
    offset, lines, parts = 0, [], []
    for (_, line), told in zip(kept, _kinds(kept), strict=True):
        if not _FURNITURE.match(line):
            parts += _parts(told, line, offset)
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    if published_on is None:
        published_on = _publication(text, parts)
    return Document(path, sha256, text, tuple(parts), publisher, published_on, language)


def normalise(text: str) -> str:
    """One block: NFC, every run of white space one blank, characters that print nothing gone."""
    shown = "".join(char for char in text if char in _KEPT_CONTROLS or unicodedata.category(char) not in _HIDDEN)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", shown)).strip()


def _lines(text: str) -> list[str]:
    """The lines of a text; those of a block that was wrapped at a width put together."""
    found: list[str] = []
    for block in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in block.split("\n") if line.strip()]
        widest = max((len(line) for line in lines), default=0)
        wrapped = len(lines) > 2 and widest <= 110 and all(len(line) > 0.6 * widest for line in lines[:-1])
        if wrapped and not any(_LIST_ITEM.match(line) for line in lines):
            found.append(" ".join(lines))
        else:
            found += lines
    return found


def _kinds(blocks: Sequence[Block]) -> list[PartKind]:
    """What each block is: as told, else by its words and its place."""
    kinds: list[PartKind] = []
    in_head = all(kind != "headline" for kind, _ in blocks)
    for kind, line in blocks:
        in_head = in_head and len(line) <= _SHORT and not _END.search(line) and not _dateline_of(line)
        if kind is not None:
            kinds.append(kind)
        elif len(line) < _SHORT and _PUBLISHED.search(line) and not _dateline_of(line):
            kinds.append("published")
            in_head = len(kinds) < 4
        elif len(line) < 2 * _SHORT and _CAPTION.search(line):
            kinds.append("caption")
            in_head = len(kinds) < 6
        else:
            kinds.append("headline" if in_head and len(blocks) > 1 else "paragraph")
    return kinds


def _dateline_of(line: str) -> re.Match[str] | None:
    """`BONTANG –`, `Natuna (ANTARA) -`, `PALU, Teluk News –`: names before a dash, no sentence."""
    found = _DATELINE.match(line)
    if found is None:
        return None
    words = re.findall(r"[^\W\d_]+", found[0])
    is_name = len(words) <= 7 and words[0][0].isupper() and all(word[0].isupper() or len(word) < 4 for word in words)
    return found if is_name and not re.search(r"[.!?]\s|\d", found[0]) else None


def _parts(kind: PartKind, line: str, offset: int) -> list[Part]:
    """A block as parts: a dateline in front of a paragraph is a part of its own."""
    dated = _DATED.match(line) if kind == "paragraph" else None
    if dated and dated.end() < len(line):
        cut = offset + dated.end()
        return [Part("published", (offset, offset + len(dated[0].rstrip()))), Part(kind, (cut, offset + len(line)))]
    dateline = _dateline_of(line) if kind == "paragraph" else None
    if dateline is None or dateline.end() >= len(line):
        return [Part(kind, (offset, offset + len(line)))]
    rest: PartKind = "published" if _PUBLISHED.search(line[dateline.end() :]) and len(line) < _SHORT else kind
    cut = offset + dateline.end()
    return [Part("dateline", (offset, offset + len(dateline[0].rstrip()))), Part(rest, (cut, offset + len(line)))]


def _publication(text: str, parts: Sequence[Part]) -> dt.date | None:
    """The day that the first publication line gives."""
    for part in parts:
        if part.kind == "published":
            found = read_date(re.sub(r"\d{1,2}[.:]\d{2}(?::\d{2})?.*$", "", text[slice(*part.span)]))
            if found.low is not None and found.low == found.high:
                return found.low
    return None
