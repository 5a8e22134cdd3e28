"""PDF: the text of its pages as paragraphs. A scan has none, and says so."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from etl.sources.articles.contents import Contents
from etl.sources.articles.limits import Limits
from etl.sources.articles.pdf_lines import Line, paragraphs
from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_STREAM = 20 * MB
"""What one stream may unpack to: a page of text has some kilobytes, and pictures are not unpacked."""

_STAMP = 100
"""Letters: a page with fewer, beside a picture, is a scan with the scanner's stamp."""


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
        # what a damaged stream still gives has holes that nobody sees
        zlib_maximum_recovery_input_length=0,
        jbig2dec_binary=None,
    )
    try:
        with pypdf.apply_configuration(bounds):
            pages = _pages(pypdf.PdfReader(io.BytesIO(data)), limits)
    except DependencyError as error:  # a cipher that needs a library of its own
        raise Fault("password") from error
    except LimitReachedError as error:
        damaged = isinstance(error.__cause__, zlib.error)
        raise (Fault("broken") if damaged else Fault("too_expanded", limit=_STREAM // MB)) from error
    except (PyPdfError, NotImplementedError, RecursionError) as error:
        raise Fault("broken") from error
    return Contents(tuple((None, paragraph) for paragraph in paragraphs(pages)))


def _pages(reader: PdfReader, limits: Limits) -> list[list[Line]]:
    """The lines of every page."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Fault("password")
    count = len(reader.pages)
    if count > limits.pages:
        raise Fault("too_many_pages", count=count, limit=limits.pages)
    pages = [_lines(page) for page in reader.pages]
    fullest = max((sum(char.isalpha() for line in lines for char in line.text) for lines in pages), default=0)
    if fullest < _STAMP and any(map(_has_picture, reader.pages)):
        raise Fault("scan")
    if not fullest:
        raise Fault("no_text")
    return pages


def _has_picture(page: PageObject) -> bool:
    """Whether a page names a picture; none is unpacked."""
    from pypdf.generic import DictionaryObject

    resources = page["/Resources"].get_object() if "/Resources" in page else None
    if not isinstance(resources, DictionaryObject) or "/XObject" not in resources:
        return False
    objects = resources["/XObject"].get_object()
    entries = objects.values() if isinstance(objects, DictionaryObject) else ()
    pictures = (entry.get_object() for entry in entries)
    return any(isinstance(picture, DictionaryObject) and picture.get("/Subtype") == "/Image" for picture in pictures)


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page from its head to its foot, as the page draws them."""
    found: list[Line] = []
    words, place = "", (0.0, 0.0)

    def see(text: str, page_matrix: list[float], text_matrix: list[float], _: object, size: float) -> None:
        nonlocal words, place
        for at, piece in enumerate(text.split("\n")):
            if at and words.strip():
                found.append(Line(" ".join(words.split()), *place))
            words = piece if at else words + piece
            if piece.strip() and words == piece:
                place = _place(page_matrix, text_matrix, size)

    page.extract_text(visitor_text=see)
    if words.strip():
        found.append(Line(" ".join(words.split()), *place))
    return found


def _place(page: list[float], text: list[float], size: float) -> tuple[float, float]:
    """The height above the foot and the size of type that a page's and a text's matrix give."""
    return text[4] * page[1] + text[5] * page[3] + page[5], abs(size * text[3] * page[3]) or size
