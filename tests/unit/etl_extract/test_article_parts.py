"""Pasted text as a document: its parts, its day of publication, its sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from etl.extract.document import document_of, text_document
from etl.extract.reading import read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Judul\n\nKUDUS – Isi pertama yang berakhir titik.", ["headline", "dateline", "paragraph"]),
        ("Judul\nDiterbitkan: Rabu, 9 Oktober 2024\n\nIsi.", ["headline", "published", "paragraph"]),
        ("Judul\nRabu, 18 September 2024 - 13:20 WIB\n\nIsi.", ["headline", "published", "paragraph"]),
        ("Natuna (ANTARA) - Isi satu paragraf.", ["dateline", "paragraph"]),
        ("PALU, Teluk News – Isi.", ["dateline", "paragraph"]),
        ("Judul\n\nIsi.\n\nFoto: istimewa", ["headline", "paragraph", "caption"]),
        ("Hanya satu baris tanpa titik", ["paragraph"]),
        ("Judul\n\nIsi.\n\nBaca juga: ASN Kendal ikrar, Senin (7/10/2024)", ["headline", "paragraph"]),
    ],
)
def test_parts(text: str, kinds: list[str]) -> None:
    assert [part.kind for part in text_document(text).parts] == kinds


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 2023-11-20", dt.date(2023, 11, 20)),
        ("Diterbitkan: Jumat, 27 September 2024 | 08.41 WIB", dt.date(2024, 9, 27)),
        ("Kamis, 12 September 2024 | 14:05", dt.date(2024, 9, 12)),
        ("Ratusan ASN hadir pada 12 September 2024", None),
    ],
)
def test_day_of_publication(line: str, day: dt.date | None) -> None:
    assert text_document(f"Judul berita\n{line}\n\nIsi berita.").published_on == day


def test_a_told_day_and_kind_win() -> None:
    document = document_of(
        [("headline", "Satu."), ("caption", "Dua"), (None, "Tiga.")], published_on=dt.date(2024, 1, 2)
    )
    assert [part.kind for part in document.parts] == ["headline", "caption", "paragraph"]
    assert document.published_on == dt.date(2024, 1, 2)


def test_wrapped_lines_become_a_paragraph_and_lists_stay() -> None:
    wrapped = "Baris pertama yang cukup panjang\nbaris kedua yang juga panjang ya\nakhir."
    assert "\n" not in text_document(wrapped).text
    assert text_document("1. Netral\n2. Bijak\n3. Menolak").text.count("\n") == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ikrar dipimpin Pj. Bupati Kudus. Hadir 3.200 ASN.", 2),
        ("Isi ikrar: 1. Netral. 2. Bijak.", 2),
        ("Ada 61 ASN; 23 orang lainnya honorer.", 2),
        ("UU No. 20 Tahun 2023 berlaku.", 1),
        ("a " * 2_000, 3),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(read(text_document(text)).sentences) == count


def test_speech_is_more_than_a_word_in_quotes() -> None:
    reading = read(text_document("Ia menyebut “netral” lalu berkata “kita semua harus tetap netral ya”."))
    assert not reading.is_spoken(reading.fold.index("netral"))
    assert reading.is_spoken(reading.fold.index("semua"))
