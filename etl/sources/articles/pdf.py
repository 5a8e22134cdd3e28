"""PDF: the text of its pages as paragraphs. A scan has none, and says so."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from etl.sources.articles.contents import Contents
from etl.sources.articles.limits import Limits
from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_STREAM = 20 * MB
"""What one stream may unpack to: a page of text has some kilobytes, and pictures are not unpacked."""

_LETTERS_OF_A_PAGE = 40
"""Fewer than that on average, beside pictures: a scan with a stamp of the scanner."""

_PAGE_NUMBER = re.compile(r"\W*(?:(?:halaman|hal|page)\W*)?\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-h][.)]|[-•–*])\s")
_FULL = 0.85
_SHORT = 0.6


def read(data: bytes, limits: Limits) -> Contents:
    """The paragraphs of a PDF. Raises Fault for scans, locked and damaged files, and beyond a limit."""
    # here: only this format needs it, and a process reads one format
    import pypdf
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    bounds = pypdf.get_configuration().with_overwrites(
        zlib_maximum_output_length=_STREAM,
        lzw_maximum_output_length=_STREAM,
        run_length_maximum_output_length=_STREAM,
        array_based_stream_maximum_output_length=_STREAM,
        jbig2dec_binary=None,
    )
    try:
        with pypdf.apply_configuration(bounds):
            pages = _pages(pypdf.PdfReader(io.BytesIO(data)), limits)
    except DependencyError as error:  # a cipher that needs a library of its own
        raise Fault("password") from error
    except LimitReachedError as error:
        raise Fault("too_expanded", limit=_STREAM // MB) from error
    except (PyPdfError, RecursionError) as error:
        raise Fault("broken") from error
    return Contents(tuple((None, paragraph) for paragraph in _paragraphs(_body(pages))))


def _pages(reader: PdfReader, limits: Limits) -> list[list[str]]:
    """The lines of every page."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Fault("password")
    count = len(reader.pages)
    if count > limits.pages:
        raise Fault("too_many_pages", count=count, limit=limits.pages)
    pages = [page.extract_text().splitlines() for page in reader.pages]
    letters = sum(char.isalpha() for line in chain(*pages) for char in line)
    if letters < _LETTERS_OF_A_PAGE * count:
        raise Fault("scan" if any(map(_has_picture, reader.pages)) else "no_text")
    return pages


def _has_picture(page: PageObject) -> bool:
    """Whether a page names a picture; none is unpacked."""
    objects = page.get("/Resources", {}).get_object().get("/XObject", {}).get_object()
    return any(entry.get_object().get("/Subtype") == "/Image" for entry in objects.values())


def _body(pages: Sequence[list[str]]) -> list[str]:
    """All lines without page numbers and without what stands at the head or foot of three pages or more."""
    edges = Counter(line.strip() for lines in pages for line in {*lines[:1], *lines[-1:]})
    running = {line for line, times in edges.items() if times > 2}
    found = []
    for lines in pages:
        last = len(lines) - 1
        found += [
            line
            for at, line in enumerate(lines)
            if at not in {0, last} or not (line.strip() in running or _PAGE_NUMBER.fullmatch(line.strip()))
        ]
    return found


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines put together where the page's width broke them."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    gathered, last = "", 0
    for line in map(str.strip, lines):
        if gathered and (not line or _ends(gathered, last, line, width)):
            yield gathered
            gathered = ""
        gathered = _joined(gathered, line)
        last = len(line)
    if gathered:
        yield gathered


def _ends(paragraph: str, last: int, following: str, width: int) -> bool:
    """Whether a paragraph whose last line has `last` characters ends before the line `following`."""
    if _ITEM.match(following):
        return True
    if _SENTENCE_END.search(paragraph):
        return last < _FULL * width
    return last < _SHORT * width and not following[:1].islower()


def _joined(text: str, line: str) -> str:
    """A line behind a text; a word that was parted at the line's end is whole again, `kata-kata` stays."""
    if not text or not line:
        return text or line
    parted = re.search(r"([^\W\d_]+)-$", text)
    if parted and line[0].islower():
        repeated = line.lower().startswith(parted[1].lower())
        return text + line if repeated else text[:-1] + line
    return f"{text} {line}"
