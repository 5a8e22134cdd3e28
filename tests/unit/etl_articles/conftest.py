"""Small files of each format, made here: a PDF written by hand, a DOCX by python-docx."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

import docx
import pytest

from etl.sources.articles import DEFAULT, Limits
from etl.sources.articles.parse import parse
from etl.sources.child.fault import Fault

Pdf = Callable[..., bytes]


@pytest.fixture
def pdf() -> Pdf:
    """Pages of lines as a PDF; a blank one is half a line's gap. `picture`: each page has one, too."""

    def make(pages: Sequence[Sequence[str]], *, picture: bool = False) -> bytes:
        objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
            b" /Length 1 >>\nstream\n\0\nendstream"
        )
        kids = []
        for lines in pages:
            shown = b"".join(b"(%s) Tj T*\n" % _escaped(line) if line else b"0 -6 Td\n" for line in lines)
            packed = zlib.compress(b"BT /F1 11 Tf 14 TL 50 780 Td\n" + shown + b"ET")
            objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
            pictures = b"/XObject << /Im1 4 0 R >>" if picture else b""
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> %s >> >>" % (len(objects), pictures)
            )
            kids.append(b"%d 0 R" % len(objects))
        objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
        return _file(objects)

    return make


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    whole, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return whole + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(whole),
    )


@pytest.fixture
def word() -> Callable[[Callable[[docx.document.Document], object]], bytes]:
    """A DOCX that `fill` writes into."""

    def make(fill: Callable[[docx.document.Document], object]) -> bytes:
        written = io.BytesIO()
        document = docx.Document()
        fill(document)
        document.save(written)
        return written.getvalue()

    return make


@pytest.fixture
def changed() -> Callable[[bytes, Mapping[str, Callable[[bytes], bytes]]], bytes]:
    """A zip with some members changed; a member that was not there begins empty."""

    def make(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
            for name in {**dict.fromkeys(old.namelist()), **dict.fromkeys(changes)}:
                before = old.read(name) if name in old.namelist() else b""
                new.writestr(name, changes[name](before) if name in changes else before)
        return written.getvalue()

    return make


@pytest.fixture
def zipped() -> Callable[[Mapping[str, str]], bytes]:
    """A zip with members of text."""

    def make(members: Mapping[str, str]) -> bytes:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return written.getvalue()

    return make


@pytest.fixture
def lines_in() -> Callable[..., list[tuple[str | None, str]]]:
    """The blocks of a file, read in this process."""

    def read(data: bytes, limits: Limits = DEFAULT) -> list[tuple[str | None, str]]:
        return list(parse(data, limits).blocks)

    return read


@pytest.fixture
def code_of() -> Callable[..., tuple[str, object]]:
    """Why a file is refused, and the format or encoding that the message names."""

    def read(data: bytes, limits: Limits = DEFAULT) -> tuple[str, object]:
        with pytest.raises(Fault) as caught:
            parse(data, limits)
        values = caught.value.values
        return caught.value.code, values.get("format", values.get("encoding", values.get("line", "")))

    return read
