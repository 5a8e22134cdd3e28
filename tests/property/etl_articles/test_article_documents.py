"""Whatever is pasted or sent: a document with parts in their place, or an error; never both, never a trace."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.values import Document
from etl.sources.articles import DEFAULT, from_text
from etl.sources.articles.parse import parse
from etl.sources.child.fault import Fault

PRINTED = (
    "PATI – ",
    "Natuna (ANTARA) - ",
    "Diterbitkan: Jumat, 27 September 2024 | 08.41 WIB",
    "Foto: istimewa",
    "1. ",
)
WORDS = ("Sekda memimpin ikrar 640 ASN.", "<p>", "&amp;", " ", "\n", "\n\n", "\r\n")
ODD = ("\u00a0", "\u200b", "\u00ad", "e\u0301", "\u2028", "\0")
PIECES = st.sampled_from((*PRINTED, *WORDS, *ODD))
TYPED = st.lists(PIECES | st.text(max_size=40), max_size=30).map("".join)


def _holds(document: Document) -> None:
    at = 0
    for part in document.parts:
        start, end = part.span
        assert at <= start < end <= len(document.text)
        assert "\n" not in document.text[start:end]
        at = end
    for line in document.text.split("\n") if document.text else ():
        assert line == " ".join(line.split()) != ""
    assert unicodedata.is_normalized("NFC", document.text)
    assert not {"\u200b", "\u00ad", "\0"} & set(document.text)
    assert (document.error is None) or (document.text, document.parts) == ("", ())


@given(TYPED)
def test_parts_are_in_the_text_in_order_and_apart(typed: str) -> None:
    _holds(from_text(typed, "tempelan"))


@settings(deadline=None)  # the first page loads the library that reads pages
@given(st.binary(max_size=200) | TYPED.map(lambda typed: ("<html><body>" + typed).encode("utf-8", "replace")))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        blocks = parse(data, DEFAULT).blocks
    except Fault as fault:
        blocks = ((None, fault.code),)
    assert any(line.strip() for _, line in blocks)
