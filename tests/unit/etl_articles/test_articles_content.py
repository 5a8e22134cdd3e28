"""Articles are told apart by content; what holds none is refused by what it is, and every refusal has its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from etl.sources.articles import DEFAULT
from etl.sources.articles.language import language_of
from etl.sources.articles.messages import MESSAGES
from etl.sources.articles.parse import parse
from i18n import text

PLACE = "Jum’at (24/11/2023) – “Pendopo”"
READ = {
    "UTF-8": PLACE.encode(),
    "UTF-8 with a mark": PLACE.encode("utf-8-sig"),
    "UTF-16 with a mark": PLACE.encode("utf-16"),
    "UTF-16 without one": (PLACE + " di Purbalingga, kata Sekda").encode("utf-16-le"),
    "UTF-16, big end first": (PLACE + " di Purbalingga, kata Sekda").encode("utf-16-be"),
    "Windows-1252, signs only": PLACE.encode("cp1252"),
}
REFUSED = {
    "empty": (b"", "empty", ""),
    "blank": (b" \r\n\n", "empty", ""),
    "signed as UTF-8 but not": (b"\xef\xbb\xbfJum\x92at", "wrong_encoding", "UTF-8"),
    "broken UTF-8": (b"Sekda\nJum\xe2\x80at di Pendopo", "broken_text", 2),
    "an old Mac's quotation marks": (b"\xd2Pendopo\xd3", "broken_text", 1),
    "a letter that may be several": (b"caf\xe9", "broken_text", 1),
    "bytes": (b"\x01\x02\xfe\xff\x00\x00\x03", "unknown_kind", ""),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture", "JPEG"),
    "RTF": (b"{\\rtf1 ikrar}", "save_as_docx", "RTF"),
    "DOC": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "save_as_docx",
        "Word 97–2003 (DOC)",
    ),
    "locked DOCX": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password", ""),
    "MHTML": (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "save_page", "MHTML"),
    "torn zip": (b"PK\x03\x04" + bytes(40), "broken", ""),
    "torn PDF": (b"%PDF-1.7\n%\xe2\xe3", "broken", ""),
    "a page without an article": (
        b"<html><body><nav><a href='/'>Beranda</a></nav></body></html>",
        "no_article_in_page",
        "",
    ),
    "markup alone": (b"<html>", "no_article_in_page", ""),
}


@pytest.mark.parametrize("data", READ.values(), ids=READ)
def test_text_is_read_where_its_encoding_is_certain(data: bytes) -> None:
    assert parse(data, DEFAULT).blocks[0][1].startswith(PLACE)


@pytest.mark.parametrize(("data", "code", "named"), REFUSED.values(), ids=REFUSED)
def test_what_holds_no_article_is_named(code_of, data: bytes, code: str, named: object) -> None:
    assert code_of(data) == (code, named)


def test_markup_that_is_typed_stays_text() -> None:
    typed = "Sekda <b>tebal</b>, <script>alert(1)</script> &amp; ![x](http://x.example/a.png)"
    assert parse(typed.encode(), DEFAULT).blocks == ((None, typed),)


def test_every_fault_of_the_room_has_words_in_both_languages() -> None:
    rooms = [Path(parse.__code__.co_filename).parent, Path(parse.__code__.co_filename).parents[1] / "child"]
    raised = {
        code
        for room in rooms
        for path in room.glob("*.py")
        for code in re.findall(r'Fault\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    listed = set(re.findall(r'"(picture|save_as_docx|no_article)"', (rooms[0] / "sniff.py").read_text("utf-8")))
    assert (raised | listed) - {"no_reader"} <= set(MESSAGES)
    assert set(MESSAGES) - raised - listed <= {"scan", "no_text"}
    for message in MESSAGES.values():
        assert text("id")(message) != message


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Ikrar dipimpin Sekda dan disaksikan Bupati di Pendopo pada Jumat.", "id"),
        ("The pledge was read in the hall by the regent and the staff.", "en"),
        ("Purbalingga 2023", None),
    ],
)
def test_the_language_is_that_of_the_common_words(words: str, language: str | None) -> None:
    assert language_of(words) == language
