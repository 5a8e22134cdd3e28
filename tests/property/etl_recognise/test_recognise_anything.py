"""Whatever a workbook holds: no fault but BadInput, and no row lost."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.recognise import recognise
from etl.recognise.layout import FileKind, Recognition
from etl.sources.tabular import Sheet, Workbook
from i18n import BadInput

WORDS = [
    *("No", "OPD", "Perangkat Daerah", "Jumlah", "Jumlah ASN", "PNS", "PPPK", "Non ASN", "Target", "Capaian", "Ikrar"),
    *("Tanda Tangan", "Belum", "Persentase", "Tanggal", "Nama", "NIP", "Kabupaten/Kota", "Status", "Eselon", "Tempat"),
    *("Dinas Kesehatan", "Dinas Sosial", "Kecamatan Kertek", "Kab. Blora", "Kota Salatiga", "Sub Jumlah", "TOTAL"),
    *("Keadaan 31 Desember 2023", "Kabupaten Wonosobo", "Sumber: BKPSDM", "Catatan : -", "(orang)", "(1)", "(2)"),
    *("1", "2", "3", "12", "1.250", "66,5%", "-", "–", "n/a", "± 190", "2023", "45600", "21 Oktober 2024", "II.b"),
    *("Sudah", "√", "Nama / NIP", "Eselon II", "Hari/Tanggal"),
    *("A. DINAS", "199001012015031901"),
    *("", " ", "\u200b", "=B3", "#REF!", "\n", "Pelaksana", "a", "I", "Tahun 2023", "Rata-rata"),
]  # fmt: skip
CELLS = st.one_of(st.none(), st.sampled_from(WORDS), st.sampled_from(WORDS), st.text(max_size=6))
HEADERS = st.lists(st.sampled_from(WORDS[:22]), min_size=2, max_size=6, unique=True)
KINDS = st.sampled_from(["t", "t", "n", "p", "d", "e"])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A small sheet of likely and unlikely cells, with ranges that claim to be merged."""
    height, width = draw(st.integers(0, 9)), draw(st.integers(0, 6))
    cells = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=height, max_size=height))
    for at in draw(st.lists(st.integers(0, height - 1), max_size=2)) if height else ():
        cells[at] = (draw(HEADERS) + [None] * width)[:width]
    rows = pl.Series("row", range(1, height + 1), dtype=pl.Int64)
    columns = {f"c{at + 1}": [line[at] for line in cells] for at in range(width)}
    text = pl.DataFrame({"row": rows, **{name: pl.Series(line, dtype=pl.String) for name, line in columns.items()}})
    kinds = {
        name: pl.Series([draw(KINDS) if cell else None for cell in line], dtype=pl.String)
        for name, line in columns.items()
    }
    spans = st.tuples(st.integers(1, 9), st.integers(1, 6), st.integers(0, 2), st.integers(0, 2))
    merged = tuple(
        (top, left, top + down, left + right) for top, left, down, right in draw(st.lists(spans, max_size=3))
    )
    name = draw(st.sampled_from([None, "Sheet1", "2023", "DINKES", "Okt 2024"]))
    return Sheet(name, draw(st.booleans()), text, pl.DataFrame({"row": rows, **kinds}), merged)


def _books(parts: list[Sheet]) -> Workbook:
    return Workbook("contoh.xlsx", "0" * 64, "xlsx", tuple(parts), None, ())


def _kept(recognition: Recognition, sheet: str | None) -> set[int]:
    """The rows of a sheet that a table has or that were set aside."""
    blocks = [row for block in recognition.blocks if block.sheet == sheet for row in block.text["row"]]
    aside = recognition.set_aside.filter(pl.col("sheet").eq_missing(sheet))["row"].to_list()
    return {*blocks, *aside}


@settings(max_examples=300, deadline=None)
@given(sheets(), st.sampled_from([None, *FileKind]), st.sampled_from([None, "33.07", "13"]))
def test_no_row_is_lost(sheet: Sheet, kind: FileKind | None, region: str | None) -> None:
    try:
        found = recognise(_books([sheet]), kind=kind, region=region)
    except BadInput:
        return
    printed = sheet.text.drop("row").select(pl.all().str.contains(r"[^\s\p{C}\p{Z}]").fill_null(value=False))
    filled = set(sheet.text["row"].filter(printed.select(pl.any_horizontal(pl.all())).to_series()))
    assert filled <= _kept(found, sheet.name)
    data = [row for block in found.blocks for row in block.data_rows]
    assert set(found.waiting["row"]) <= set(data)
    assert set(found.waiting["question_id"]) <= {question.id for question in found.questions}
    for block in found.blocks:
        assert block.data_rows == tuple(sorted(set(block.data_rows)))
        assert {total.row for total in block.totals}.isdisjoint(block.data_rows)
        assert all(set(total.covers) <= set(block.data_rows) for total in block.totals)


@settings(max_examples=100, deadline=None)
@given(sheets(), st.sampled_from([None, *FileKind]))
def test_answering_every_question_leaves_none(sheet: Sheet, kind: FileKind | None) -> None:
    answers: dict[str, str | tuple[str, ...]] = {}
    for _ in range(4):
        try:
            found = recognise(_books([sheet]), kind=kind, region="33.07", answers=answers)
        except BadInput:
            return
        if not found.questions:
            assert found.waiting.is_empty()
            return
        for question in found.questions:
            width = question.values.get("columns", 0)
            header = question.kind == "header" and isinstance(width, int)
            answers[question.id] = ("opd", *["PNS"] * (width - 1)) if header else question.choices[0]
    raise AssertionError([question.id for question in found.questions])
