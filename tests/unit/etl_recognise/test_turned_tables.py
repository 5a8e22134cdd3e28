"""A table whose OPD stand across is never read beside others: only its sums would come in."""

from __future__ import annotations

import io

import openpyxl
import pytest

from etl.recognise import recognise
from etl.recognise.layout import FileKind
from etl.sources.tabular import read
from i18n import BadInput

TURNED = [
    ["Status Pegawai", "Setda", "Dinkes", "Dishub", "JUMLAH"],
    ["PNS", 131, 402, 51, 584],
    ["PPPK", 12, 188, 4, 204],
]
PLAIN = [["No", "OPD", "PNS", "PPPK"], [1, "Setda", 131, 12], [2, "Dinkes", 402, 188]]


@pytest.mark.parametrize("sheets", [{"Lampiran": TURNED}, {"Rekap": PLAIN, "Lampiran": TURNED}])
def test_a_turned_table_is_refused_with_its_sheet_and_what_to_do(sheets: dict[str, list[list[object]]]) -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(file)
    with pytest.raises(BadInput, match=r"(?s)Lampiran.*Transpose"):
        recognise(read(file.getvalue(), "rekap.xlsx"), kind=FileKind.HEADCOUNT, region="51.08")
