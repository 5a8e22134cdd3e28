"""Separated text: encodings, separators, records and their lines."""

from __future__ import annotations

import pytest

from etl.sources.tabular.encoding import decode
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import DEFAULT, Limits
from etl.sources.tabular.messages import questions
from etl.sources.tabular.separated import separator_of, sheet

WORDS = "OPD;Catatan\nDinas Sosial;Jum’at\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8-sig"),
        (WORDS.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("utf-32"), "utf-32"),
    ],
)
def test_a_certain_encoding_is_not_asked(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.readings) == (WORDS, encoding, ())


def test_an_old_encoding_is_asked_and_shown_by_pieces_of_words() -> None:
    decoded = decode(WORDS.encode("cp1252"))
    assert decoded.encoding is None
    assert decoded.text == WORDS
    (question,) = questions(decoded.readings)
    assert (question.id, question.kind, question.choices) == ("encoding", "encoding", ("cp1252", "mac_roman", "cp850"))
    assert question.values["readings"] == "cp1252: Jum’at; mac_roman: Jumíat; cp850: JumÆat"


def test_a_question_shows_no_whole_name() -> None:
    decoded = decode("Nama\nPegawai Contoh Désirée Çelik\n".encode("cp1252"))
    shown = {piece for reading in decoded.readings[:1] for piece in reading.sample.split(" … ")}
    assert shown == {"Désir", "ée", "Çel"} or shown == {"Désir", "ée", "Çeli"}


@pytest.mark.parametrize(("answer", "word"), [("cp1252", "Jum’at"), ("mac_roman", "Jumíat")])
def test_an_answered_encoding_is_applied(answer: str, word: str) -> None:
    decoded = decode(WORDS.encode("cp1252"), answer)
    assert word in decoded.text
    assert (decoded.encoding, decoded.readings) == (answer, ())


def test_an_encoding_that_was_not_offered_is_no_answer() -> None:
    with pytest.raises(Fault, match="wrong_answer"):
        decode(WORDS.encode("cp1252"), "utf-7")


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("No;OPD;Persen\n1;Dinas A;66,5\n2;Dinas B;70,1\n", ";"),
        ("Kegiatan, tahun 2023\nDinas Pendidikan, Pemuda|3|4\nDinas A, B|5|6\n", "|"),
        ("OPD\tPNS\nDinas A, B\t1\nDinas C\t2\n", "\t"),
        ("OPD,PNS,Ket\nA,1,x; y\nB,2,z\n", ","),
        ('OPD,PNS\n"A, B",1\n"C, D",2\n', ","),
        ("Judul\n\nNo;OPD;PNS\n1;A;2\n2;B;3;lebih\n3;C;4\n", ";"),
    ],
)
def test_the_separator_is_what_most_records_agree_on(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_ragged_records_keep_all_their_cells_and_lines() -> None:
    found = sheet('OPD;PNS\n\n"Dinas\nSosial";"3";lebih\nInspektorat\n', DEFAULT)
    assert found.text.rows() == [
        (1, "OPD", "PNS", None),
        (2, None, None, None),
        (3, "Dinas\nSosial", "3", "lebih"),
        (5, "Inspektorat", None, None),
    ]
    assert found.kinds.rows()[2:] == [(3, "t", "t", "t"), (5, "t", None, None)]
    assert found.name is None


def test_cells_are_untouched() -> None:
    found = sheet("kode;nilai\n0101; 8.100 \n33.03;1e5\n", DEFAULT)
    assert found.text.rows()[1:] == [(2, "0101", " 8.100 "), (3, "33.03", "1e5")]


def test_a_declared_separator_is_no_row() -> None:
    found = sheet("sep=^\r\nOPD^PNS\r\nA;B^3\r\n", DEFAULT)
    assert found.text.rows() == [(2, "OPD", "PNS"), (3, "A;B", "3")]


def test_old_line_ends_and_the_end_mark_of_dos_are_understood() -> None:
    assert sheet("OPD;PNS\rA;3\r\x1a", DEFAULT).text.rows() == [(1, "OPD", "PNS"), (2, "A", "3")]


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        (";".join("a" * 6), Limits(columns=5), "too_many_columns"),
        ("a;b\n" * 6, Limits(cells=11), "too_many_cells"),
        ('a;"' + "b\n" * 20_000, DEFAULT, "unclosed_quote"),
    ],
)
def test_text_beyond_a_limit_is_refused(text: str, limits: Limits, code: str) -> None:
    with pytest.raises(Fault, match=code):
        sheet(text, limits)
