"""What an article's file is by its content. Its name is never asked."""

from __future__ import annotations

import re
from typing import Literal

from etl.sources.child.fault import Fault

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"\x89PNG", "picture", "PNG"),
    (b"\xff\xd8\xff", "picture", "JPEG"),
    (b"GIF8", "picture", "GIF"),
    (b"II*\0", "picture", "TIFF"),
    (b"MM\0*", "picture", "TIFF"),
    (b"{\\rtf", "save_as_docx", "RTF"),
    (b"Rar!", "no_article", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "no_article", "7z"),
    (b"\x1f\x8b", "no_article", "GZIP"),
    (b"PAR1", "no_article", "Parquet"),
)
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1024}%PDF-\d")
_PAGE = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|article|main|meta|title|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(
    rb"\A(?:From: <Saved by|MIME-Version:|[\w-]+: [^\n]*\n(?:[^\n]*\n){0,8}MIME-Version:)", re.IGNORECASE
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 65536

Format = Literal["text", "html", "pdf", "zip"]


def sniff(data: bytes) -> Format:
    """The format of a file. Raises Fault for what holds no article, naming what it is."""
    if not data.strip():
        raise Fault("empty")
    if _PDF.match(data):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "zip"
    _refuse_others(data)
    head = data[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")
    if _MHTML.match(head):
        raise Fault("save_page", format="MHTML")
    return "html" if _PAGE.match(head) else "text"


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        raise _compound(data)
    for start, code, name in _OTHERS:
        if data.startswith(start):
            raise Fault(code, format=name)


def _compound(data: bytes) -> Fault:
    """What an OLE file is, by the names of its streams."""
    if _wide("EncryptedPackage") in data:
        return Fault("password")
    if _wide("WordDocument") in data:
        return Fault("save_as_docx", format="Word 97–2003 (DOC)")
    return Fault("no_article", format="XLS" if _wide("Workbook") in data else "OLE")


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")
