"""Tables as regions draw them: where they begin and end, and what their columns are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import polars as pl
import pytest

from etl.recognise.layout import Block, FileKind, Recognition
from i18n import BadInput, text

Read = Callable[..., Recognition]
Fields = Callable[[Block], list[str]]


def _aside(found: Recognition) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for _, row, what, _ in found.set_aside.iter_rows():
        rows.setdefault(what, []).append(row)
    return rows


def test_groups_over_headings_without_merged_cells(read_table: Read, fields: Fields) -> None:
    found = read_table("""
        REKAP PAKTA INTEGRITAS;;;;;;
        No;OPD;Target;;Sudah TTD;;Belum
        ;;PNS;PPPK;PNS;PPPK;
        1;Dinas Kesehatan;10;2;9;2;1
        2;Dinas Sosial;10;2;9;2;1
        ;Jumlah;20;4;18;4;2
    """)
    (block,) = found.blocks
    assert block.kind is FileKind.SIGNATURES
    assert block.header_rows == (2, 3)
    assert fields(block) == ["number", "opd", "people PNS", "people PPPK", "signed PNS", "signed PPPK", "rest"]


def test_a_header_on_every_page_is_one_table(read_table: Read) -> None:
    found = read_table("""
        Data PNS Kabupaten Wonosobo 2023;;
        No;OPD;Jumlah
        1;Dinas Kesehatan;10
        2;Dinas Sosial;11
        No;OPD;Jumlah
        3;Inspektorat;12
        4;Setda;13
        ;Total;46
    """)
    (block,) = found.blocks
    assert block.data_rows == (3, 4, 6, 7)
    assert _aside(found) == {"title": [1], "header": [2, 5], "total": [8]}
    assert block.totals[0].covers == block.data_rows


def test_sections_with_sums_and_a_signature_block(read_table: Read) -> None:
    found = read_table("""
        No;Unit Kerja;PNS;PPPK;Honorer;Jml
        A;DINAS;;;;
        1;Dinas Kesehatan;10;1;2;13
        2;Dinas Sosial;11;1;2;14
        ;Jumlah A;21;2;4;27
        B;KECAMATAN;;;;
        1;Kecamatan Kertek;5;1;1;7
        2;Kecamatan Garung;6;1;0;7
        ;Jumlah B;11;2;1;14
        ;Jumlah A + B;32;4;5;41
        ;;;;;
        ;;;;Wonosobo, 3 Januari 2024;
        ;;;;Kepala BKD,;
        ;;;;NIP. 19700101 199001 1 001;
    """)
    (block,) = found.blocks
    assert block.data_rows == (3, 4, 7, 8)
    assert _aside(found) == {
        "header": [1],
        "group": [2, 6],
        "subtotal": [5, 9],
        "total": [10],
        "footer": [12, 13, 14],
    }
    assert {total.row: total.covers for total in block.totals} == {5: (3, 4), 9: (7, 8), 10: (3, 4, 7, 8)}
    assert block.given.as_of is None
    assert not any("19700101" in line for line in found.set_aside["text"])


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (
            "Agency;Total staff;Pledged;Signed;Not yet;Signed %",
            "100;90;80;20;80%",
            ["opd", "people", "pledged", "signed", "rest", "percent signed"],
        ),
        (
            "OPD;Eselon II;Eselon III;Pelaksana;Jumlah;Menandatangani",
            "1;5;50;56;50",
            [
                "opd",
                "people pimpinan",
                "people administrator",
                "people pelaksana",
                "total",
                "signed",
            ],
        ),
        (
            "Perangkat Daerah;CPNS;PNS;P3K;Tenaga Honorer;Total",
            "1;2;3;5;11",
            ["opd", "people PNS", "people PNS", "people PPPK", "people NON_ASN", "total"],
        ),
        ("OPD;PNS;PPPK;Jumlah ASN;Sudah TTD", "5;6;11;4", ["opd", "people PNS", "people PPPK", "total ASN", "signed"]),
        ("OPD;Jumlah ASN;PNS;Ikrar", "9;5;4", ["opd", "people ASN", "part PNS", "pledged"]),
        ("OPD;L;P;Jumlah PNS", "5;4;9", ["opd", "part", "part", "people PNS"]),
    ],
)  # fmt: skip
def test_columns(read_table: Read, fields: Fields, head: str, row: str, expected: list[str]) -> None:
    found = read_table(f"{head}\nDinas Kesehatan;{row}\nDinas Sosial;{row}")
    assert [line.removesuffix(" ") for line in map(str, fields(found.blocks[0]))] == expected
    assert found.questions == ()


def test_names_left_out_below_the_first_are_asked(read_table: Read) -> None:
    table = """
        OPD;Jenjang;Target;TTD
        Dinas Kesehatan;Eselon II;1;1
        ;Eselon III;4;4
        ;Pelaksana;40;30
        Dinas Sosial;Eselon II;1;1
        ;Pelaksana;20;30
    """
    found = read_table(table)
    (question,) = found.questions
    assert question.kind == "merged_cells"
    assert found.waiting["row"].to_list() == [3, 4, 6]
    (block,) = read_table(table, answers={question.id: "fill_down"}).blocks
    assert block.text["c1"].to_list() == ["Dinas Kesehatan"] * 3 + ["Dinas Sosial"] * 2
    assert read_table(table, answers={question.id: "leave"}).blocks[0].text["c1"].null_count() == 3


def test_a_day_of_a_letter_is_not_the_day_of_the_figures(read_table: Read) -> None:
    found = read_table("""
        Nomor : 800/123/BKPSDM/2024;;
        Tanggal 3 Oktober 2024 perihal data;;
        DATA ASN KABUPATEN WONOSOBO;;
        Keadaan s.d. September 2024;;
        NO;NAMA PERANGKAT DAERAH;JUMLAH ASN
        1;2;3=2
        1;DINAS KESEHATAN;100
        2;DINAS SOSIAL;50
    """)
    given = found.blocks[0].given
    assert given.as_of is not None
    assert given.as_of.high == dt.date(2024, 9, 30)
    assert given.region == "KABUPATEN WONOSOBO"
    assert _aside(found)["numbering"] == [6]


def test_each_table_below_another_has_its_own_unit(read_table: Read) -> None:
    found = read_table("""
        Unit Kerja : Dinas Kesehatan;;;
        No;Jabatan;Target;Ikrar
        1;Administrator;5;5
        2;Pengawas;10;9
        Jumlah;;15;14
        ;;;
        Unit Kerja : Dinas Sosial;;;
        No;Jabatan;Target;Ikrar
        1;Administrator;5;5
        2;Pengawas;10;9
        Jumlah;;15;14
    """)
    assert [block.given.opd for block in found.blocks] == ["Dinas Kesehatan", "Dinas Sosial"]
    assert [block.data_rows for block in found.blocks] == [(3, 4), (9, 10)]
    assert len({block.block_id for block in found.blocks}) == 2


def test_the_region_s_own_row_with_the_sums_is_a_total(read_table: Read) -> None:
    table = "Kecamatan;PNS;PPPK\nKertek;10;1\nGarung;11;2\nMojotengah;12;3\nKabupaten Wonosobo;{};{}"
    assert _aside(read_table(table.format(33, 6)))["total"] == [5]
    assert "total" not in _aside(read_table(table.format(34, 7)))


def test_a_column_for_each_day(read_table: Read, fields: Fields) -> None:
    found = read_table("""
        OPD;Target;Sudah TTD per;
        ;;07/10/2024;14/10/2024
        Dinas Kesehatan;9;4;7
        Dinas Sosial;6;2;6
    """)
    (block,) = found.blocks
    assert fields(block) == ["opd", "people", "signed", "signed"]
    assert [each.as_of.high for each in block.columns if each.as_of] == [dt.date(2024, 10, 7), dt.date(2024, 10, 14)]


def test_units_listed_without_figures_are_data(read_table: Read) -> None:
    found = read_table("""
        OPD;Jumlah ASN;Sudah Ikrar
        Dinas Kesehatan;;
        Dinas Sosial;;
        Sumber: BKD;;
    """)
    assert found.blocks[0].data_rows == (2, 3)


def test_one_measure_twice_is_asked(read_table: Read) -> None:
    found = read_table("OPD;Target;Hadir;Membaca Ikrar\nDinas Kesehatan;10;9;8\nDinas Sosial;10;9;7")
    assert [(each.kind, each.values["about"]) for each in found.questions] == [("column", "Membaca Ikrar")]


def test_words_that_split_a_unit_are_asked(read_table: Read) -> None:
    found = read_table("OPD;Uraian;Jumlah ASN\nDinas Sosial;Bidang A;4\nDinas Sosial;Bidang B;6")
    assert [(each.kind, each.values["about"]) for each in found.questions] == [("column", "Uraian")]
    assert set(found.waiting["row"]) == {2, 3}


def test_what_nothing_says_is_asked_as_a_kind(read_table: Read) -> None:
    table = "OPD;Jumlah\nDinas Kesehatan;100\nDinas Sosial;50"
    found = read_table(table)
    (question,) = found.questions
    assert question.kind == "kind"
    assert found.waiting.height == 2
    again = read_table(table, answers={question.id: "signatures"})
    assert (again.kind, again.questions) == (FileKind.SIGNATURES, ())
    left = read_table(table, answers={question.id: "leave_out"})
    assert left.blocks == ()
    assert set(left.set_aside["what"]) == {"header", "left_out"}


def test_ids_and_layout_stay_from_month_to_month(read_table: Read) -> None:
    table = """
        Ikrar dan Pakta Integritas per 3{0} {1} 2024;;
        OPD;Target {1} 2024;Capaian
        Dinas Kesehatan;{2};4
        Dinas Sosial;6;{0}
    """
    first, second = (read_table(table.format(*values)) for values in [(1, "Oktober", 7), (0, "November", 9)])
    assert first.layout == second.layout
    assert [each.id for each in first.questions] == [each.id for each in second.questions]
    assert [each.block_id for each in first.blocks] == [each.block_id for each in second.blocks]


def test_a_list_of_people_needs_no_figures(read_table: Read, fields: Fields) -> None:
    found = read_table("""
        DAFTAR HADIR IKRAR NETRALITAS ASN;;;
        No;Nama / NIP;OPD;Tanda Tangan
        1;Pegawai Contoh A / 198501012010011911;Dinas Sosial;√
        2;Pegawai Contoh B / 198501012010011912;Dinas Sosial;
        ;;;
        ;;Kepala Dinas;
        ;;(...........................);
    """)
    (block,) = found.blocks
    assert block.kind is FileKind.ROSTER
    assert fields(block) == ["number", "nip", "opd", "signed_mark"]
    assert block.data_rows == (3, 4)
    assert _aside(found)["footer"] == [6, 7]


def test_added_columns_of_a_returned_workbook_change_nothing(read_table: Read, fields: Fields) -> None:
    sent = read_table("OPD;Target;Capaian\nDinas Kesehatan;7;4\nDinas Sosial;6;6")
    back = read_table(
        "OPD;Target;Capaian;Putusan Ikrar;Keterangan Ikrar\nDinas Kesehatan;7;4;Ditahan;x\nDinas Sosial;6;6;Ditahan;x"
    )
    assert back.layout == sent.layout
    assert [each.id for each in back.questions] == [each.id for each in sent.questions]
    assert fields(back.blocks[0]) == fields(sent.blocks[0])


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("OPD;Target;Ikrar\n;;\nSumber: BKD;;", "row 1"),
        ("file;judul;penerbit\nx;Jumlah PNS;BKPSDM\ny;Jumlah ASN;BKPSDM", "No table"),
        ("Kata pengantar\nBab satu", "No table"),
        ("OPD;Persentase\nDinas Sosial;50%\nDinas Kesehatan;60%", "percentages"),
        ("Status Pegawai;Dinas Sosial;Dinas Kesehatan\nPNS;5;6\nPPPK;1;2", "across"),
    ],
)
def test_what_is_no_table_says_so(read_table: Read, table: str, word: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_table(table)
    assert word in str(caught.value)
    assert caught.value.render(text("id")) != caught.value.render(text("en"))


def test_a_long_table_is_read_by_columns(read_table: Read) -> None:
    lines = [f"{at};SDN {at} Kertek;{at % 50};{at % 7}" for at in range(1, 20_001)]
    found = read_table("\n".join(["No;Sekolah;PNS;PPPK", *lines, "Jumlah;;1;2", "Sumber: BKD"]))
    (block,) = found.blocks
    assert len(block.data_rows) == 20_000
    assert block.text.height == 20_001
    assert found.set_aside["what"].to_list() == ["header", "total", "footer"]
    assert isinstance(found.waiting, pl.DataFrame)
