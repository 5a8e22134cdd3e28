"""What a file is by its content. Its name is never asked."""

from __future__ import annotations

import re
from typing import Literal

from etl.sources.child.archive import Archive
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import Limits
from etl.sources.tabular.ole import SIGNATURE, Compound
from etl.sources.tabular.xls import STREAMS
from etl.sources.tabular.xlsx import BOOK

_ZIP = b"PK\x03\x04"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_MACROS = "xl/vbaproject.bin"

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "GZIP"),
    (b"PAR1", "Parquet"),
)
"""Files that hold no table that a spreadsheet program could save for us."""

_PAGES: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet\""), "XML Spreadsheet 2003"),
    (
        re.compile(
            rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b",
            re.IGNORECASE | re.DOTALL,
        ),
        "HTML",
    ),
    (re.compile(rb"\AMIME-Version:", re.IGNORECASE), "MHTML"),
    (re.compile(rb"\AID;P"), "SYLK"),
    (re.compile(rb"\A\s*<\?xml"), "XML"),
)
"""Files under a workbook's name that Excel opens, and can save as what they claim to be."""

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


def sniff(data: bytes, limits: Limits) -> Archive | Compound | Literal["text"]:
    """The opened container of a workbook, or "text". Raises Fault for everything else, naming what it is."""
    if not data.strip():
        raise Fault("empty")
    if data.startswith(_ZIP):
        return Archive(data, limits.expanded)
    if data.startswith(SIGNATURE):
        return Compound(data)
    for start, name in _OTHERS:
        if data.startswith(start):
            raise Fault("not_a_table", format=name)
    head = data[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")
    for pattern, name in _PAGES:
        if pattern.search(head):
            raise Fault("save_as", format=name)
    return "text"


def archive_kind(archive: Archive) -> Literal["xlsx", "xlsm", "ods"]:
    """Which workbook a zip is. Raises Fault for other zips, naming them."""
    if BOOK in archive:
        return "xlsm" if _MACROS in archive else "xlsx"
    if archive.text("mimetype", 100).strip().startswith(_ODS):
        return "ods"
    if "xl/workbook.bin" in archive:
        raise Fault("save_as", format="XLSB")
    if any(name.endswith(".iwa") for name in archive.names()):
        raise Fault("save_as", format="Apple Numbers")
    for folder, name in (("word/", "Word (DOCX)"), ("ppt/", "PowerPoint (PPTX)")):
        if any(member.startswith(folder) for member in archive.names()):
            raise Fault("not_a_table", format=name)
    raise Fault("not_a_table", format="ZIP")


def check_compound(compound: Compound) -> None:
    """Raise Fault unless the OLE file is a workbook of Excel 5 to 2003 that is not locked."""
    if "EncryptedPackage" in compound:
        raise Fault("password")
    if not any(name in compound for name in STREAMS):
        raise Fault("not_a_table", format="Word (DOC)" if "WordDocument" in compound else "OLE")
