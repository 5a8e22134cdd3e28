"""Files that break readers: the process around the reader lives, the document says why, and the next file is read."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import psutil
import pytest

from etl.sources.articles import DEFAULT, Limits, from_text, read, read_all, read_path, reader
from etl.sources.child.limits import MB
from i18n import BadInput, IkrarError, text

ARTICLE = (
    "PATI – Pemerintah Kabupaten Pati menggelar ikrar netralitas ASN, Jumat (17/11/2023). Ikrar diikuti 640 ASN.\n"
)
CONTENT = "Pegawai Rahasia 199001012015031901"


def _pdf(stream: bytes, times: int = 1, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF whose pages share one packed stream."""
    kids = b" ".join(b"%d 0 R" % (at + 5) for at in range(times))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, times),
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>"]
        * times,
    ]
    whole, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(whole))
    return whole + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def _packed(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def _docx_bomb() -> bytes:
    written = io.BytesIO()
    docx.Document().save(written)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(250 * MB))
    return written.getvalue()


def _deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 200_000 + ARTICLE.encode() + b"</body></html>"


CASES: dict[str, tuple[Callable[[], bytes], Limits, str]] = {
    "60 MB": (lambda: bytes(60 * MB), DEFAULT, "berukuran 60 MB; yang dibaca paling besar 25 MB"),
    "6 MB of text": (lambda: ARTICLE.encode() * 50_000, DEFAULT, "berukuran 6 MB; yang dibaca paling besar 5 MB"),
    "PDF bomb": (lambda: _pdf(_packed(b" " * 200 * MB)), DEFAULT, "ada bagian berkas ini yang melebihi 20 MB"),
    "PDF bomb in a bomb": (
        lambda: _pdf(_packed(_packed(b" " * 200 * MB)), 1, b"[/FlateDecode /FlateDecode]"),
        DEFAULT,
        "melebihi 20 MB",
    ),
    "PDF of 5 000 pages": (
        lambda: _pdf(_packed(b" "), 5_000),
        DEFAULT,
        "memuat 5000 halaman; yang dibaca paling banyak 200",
    ),
    "PDF that takes long": (
        lambda: _pdf(_packed(b"BT /F1 9 Tf " + b"(a) Tj " * 200_000 + b"ET"), 150),
        Limits(seconds=2),
        "dihentikan setelah 2 detik",
    ),
    "DOCX bomb": (_docx_bomb, DEFAULT, "melebihi 200 MB"),
    "too much memory": (lambda: ARTICLE.encode() * 40_000, Limits(memory=20 * MB), "memori lebih dari 20 MB"),
    "too slow": (ARTICLE.encode, Limits(seconds=0), "dihentikan setelah 0 detik"),
    "broken UTF-8": (lambda: ARTICLE.encode().replace("–".encode(), b"\xe2\x80"), DEFAULT, "Mulai baris 1"),
}


@pytest.mark.parametrize(("make", "limits", "message"), CASES.values(), ids=CASES)
def test_the_parent_lives_and_the_document_says_why(make: Callable[[], bytes], limits: Limits, message: str) -> None:
    document = read(make(), "artikel.pdf", limits=limits)
    assert document.error is not None
    assert (document.text, document.parts) == ("", ())
    assert message in text("id")(document.error, **document.error_values)
    assert psutil.Process().children() == []
    assert read(ARTICLE.encode(), "a.txt").error is None


def test_deep_markup_is_read_or_refused() -> None:
    document = read(_deep_page(), "a.html")
    assert bool(document.text) != bool(document.error)


def test_comments_before_a_text_cost_no_time() -> None:
    assert read(b"<!---->" * 5_000 + b"x", "a.html", limits=Limits(seconds=20)).text.endswith("x")


def test_five_megabytes_are_read() -> None:
    document = read(ARTICLE.encode() * (5 * MB // len(ARTICLE.encode())), "a.txt")
    assert document.error is None
    assert document.text.count("640 ASN") == 5 * MB // len(ARTICLE.encode())


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.truncate(300 * MB)
    assert read_path(path).error_values == {"size": 300, "limit": 25}


def test_one_file_that_breaks_a_process_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _child(
        monkeypatch,
        "from etl.sources.articles import child, parse\n"
        "whole = parse.parse\n"
        "def broken(data, limits):\n"
        "    if data.startswith(b'mati'):\n"
        "        import os\n"
        "        os._exit(9)\n"
        "    return whole(data, limits)\n"
        "child.parse = broken\n"
        "child.serve(child.understand)\n",
    )
    paths = [tmp_path / name for name in ("1.txt", "2.txt", "3.txt")]
    for path, words in zip(paths, (ARTICLE, "mati", ARTICLE), strict=True):
        path.write_text(words, encoding="utf-8")
    found = list(read_all(paths))
    assert [document.path for document in found] == [str(path) for path in paths]
    assert [bool(document.error) for document in found] == [False, True, False]
    assert text("en")(str(found[1].error)).startswith("The file made the reader stop")


@pytest.mark.parametrize("count", [300, 0])
def test_many_files_come_in_their_order(tmp_path: Path, count: int) -> None:
    paths = [tmp_path / f"{at}.txt" for at in range(count)]
    for at, path in enumerate(paths):
        path.write_text(f"{ARTICLE}Berkas {at}.", encoding="utf-8")
    assert [document.text.rpartition("\n")[2] for document in read_all(paths)] == [
        f"Berkas {at}." for at in range(count)
    ]


def _child(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(reader, "_COMMAND", (sys.executable, "-c", script))


@pytest.mark.parametrize("answer", ["", "{", '{"fault": "cra', "[]\\n", "{}\\n", "?\\n"])
def test_a_torn_answer_is_a_crash(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    _child(monkeypatch, f"import sys; sys.stdin.buffer.read(); sys.stdout.write('ready\\n' + {answer!r})")
    assert str(read(b"Ikrar", "a.txt").error).startswith("The file made the reader stop")


def test_a_reader_that_does_not_start_is_our_own_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _child(monkeypatch, "raise SystemExit(1)")
    path = tmp_path / "a.txt"
    path.write_bytes(b"Ikrar")
    for reading in (lambda: read(b"Ikrar", "a.txt"), lambda: list(read_all([path]))):
        with pytest.raises(IkrarError) as caught:
            reading()
        assert not isinstance(caught.value, BadInput)


def test_a_refusal_never_holds_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(
        monkeypatch,
        "from etl.sources.articles import child\n"
        "def broken(data, limits):\n"
        "    raise ValueError(data.decode())\n"
        "child.parse = broken\n"
        "child.serve(child.understand)\n",
    )
    document = read(CONTENT.encode(), "a.txt")
    assert document.error is not None
    assert "ValueError" in str(document.error_values)
    assert "Rahasia" not in repr(document)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "no text"), (" \n\t", "no text"), ("\u200b\u00ad", "no text"), ("x" * (5 * MB + 1), "6 MB")],
)
def test_pasted_text_has_limits_too(typed: str, code: str) -> None:
    document = from_text(typed, "tempelan")
    assert document.error is not None
    assert code in text("en")(document.error, **document.error_values)


def test_pasted_text_is_the_same_document_as_its_file() -> None:
    assert from_text(ARTICLE, "a.txt") == read(ARTICLE.encode(), "a.txt")
