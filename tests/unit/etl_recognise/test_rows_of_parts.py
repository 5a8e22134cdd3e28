"""Rows that the row above them counts already: set aside where sums prove it, named where they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.recognise.layout import Recognition

Read = Callable[..., Recognition]

HEAD = "Keadaan per 18 Oktober 2024\nNo;OPD;Jumlah ASN;Sudah TTD\n"


@pytest.mark.parametrize(
    ("rows", "parts", "maybe"),
    [
        ("1;Dinas Kesehatan;100;90\n1.1;Puskesmas Bawang;60;55\n1.2;Puskesmas Punggelan;40;35\n2;X;3;2", [4, 5], []),
        ("1;Dinas Kesehatan;100;90\n;Bidang P2P;60;55\n;Bidang Kesmas;40;35\n2;Dinas Sosial;3;2", [4, 5], []),
        ("1;Sekretariat Daerah;100;90\n2;Bagian Umum;60;55\n3;Bagian Hukum;40;35\n4;X;3;2", [4, 5], []),
        (
            "1;Sekretariat Daerah;9;8\n;a. Asisten I;9;8\n;- Bagian Umum;5;4\n;- Bagian Tapem;4;4\n2;X;3;2",
            [4, 5, 6],
            [],
        ),
        # With people of its own beside its parts, only the total tells.
        ("1;Dinas Kesehatan;120;90\na;UPTD Labkes;60;55\nb;UPTD Farmasi;40;20\n2;X;3;2\n;Jumlah;123;92", [4, 5], []),
        ("1;Dinas Kesehatan;120;90\na;UPTD Labkes;60;55\nb;UPTD Farmasi;40;20\n2;X;3;2\n;Jumlah;223;167", [], []),
        ("1;Dinas Kesehatan;120;90\na;UPTD Labkes;60;55\nb;UPTD Farmasi;40;20\n2;X;3;2", [], [(3, (4, 5))]),
        # Parts that are more than the whole are none; a sum by chance of rows of the same rank proves nothing.
        ("1;Dinas Kesehatan;20;10\n1.1;Puskesmas Bawang;60;55\n1.2;Puskesmas Punggelan;40;35\n2;X;3;2", [], []),
        ("1;Dinas Kesehatan;100;90\n2;Dinas Sosial;60;55\n3;Dinas Perhubungan;40;35\n4;X;3;2", [], []),
        # The same figure once may be chance.
        ("1;Dinas Kesehatan;40;\na;UPTD Labkes;40;\n2;X;3;2", [], [(3, (4,))]),
    ],
)
def test_parts_of_the_row_above(
    read_table: Read, rows: str, parts: list[int], maybe: list[tuple[int, tuple[int, ...]]]
) -> None:
    found = read_table(HEAD + rows.replace(";X;", ";Dinas Sosial;"))
    aside = found.set_aside
    assert aside.filter(aside["what"] == "part")["row"].to_list() == parts
    (block,) = found.blocks
    assert set(parts).isdisjoint(block.data_rows)
    assert [(each.row, each.covers) for each in block.maybe_parts] == maybe


@pytest.mark.parametrize(
    ("title", "tail", "day"),
    [
        ("", "Keadaan per 18 Oktober 2024", "2024-10-18"),
        ("", "Per tanggal 18 Oktober 2024;;", "2024-10-18"),
        ("", ";Data per 18-10-2024;", "2024-10-18"),
        ("Posisi 30 September 2024", "Keadaan 18 Oktober 2024", "2024-09-30"),
        ("", "Banjarnegara, 18 Oktober 2024", None),
    ],
)
def test_a_day_under_the_table(read_table: Read, title: str, tail: str, day: str | None) -> None:
    table = f"OPD;Jumlah ASN;Sudah TTD\nDinas Kesehatan;64;51\nDinas Sosial;30;29\n{tail}"
    found = read_table(f"{title}\n{table}" if title else table)
    (block,) = found.blocks
    given = block.given.as_of
    assert (given and given.high and given.high.isoformat()) == day
    if day:
        assert len(block.data_rows) == 2
        assert found.set_aside["what"].to_list()[-1] == "footer"
