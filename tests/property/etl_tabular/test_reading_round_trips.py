"""What common writers write comes back: cells, places and kinds."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.sources.tabular.limits import DEFAULT
from etl.sources.tabular.parse import parse

LETTERS = "ABab 09.,;|\t\"'-\n"
FOREIGN = {"utf-8": "é–’■\u200b", "cp1252": "éñü", "mac_roman": "éñü"}
ENCODINGS = {"utf-8-sig": "utf-8", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}

Row = list[str]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Row], str]:
    """Rows of text, some of them short, and an encoding that can write them."""
    encoding = draw(st.sampled_from([*FOREIGN, *ENCODINGS]))
    cells = st.text(LETTERS + FOREIGN[ENCODINGS.get(encoding, encoding)], max_size=8)
    rows = draw(st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=12))
    return [["OPD", "PNS"], *rows], encoding


@settings(deadline=None)
@given(tables(), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
def test_separated_text_comes_back(table: tuple[list[Row], str], separator: str, end: str) -> None:
    rows, encoding = table
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    data = written.getvalue().encode(encoding)
    (sheet,) = parse(data, DEFAULT, {"encoding": encoding}).sheets
    assert [
        [cell or "" for cell in row[: len(given)]] for (_, *row), given in zip(sheet.text.rows(), rows, strict=True)
    ] == rows
    lines = [1]
    for row in rows[:-1]:
        lines.append(lines[-1] + 1 + sum(cell.count("\n") for cell in row))
    assert sheet.text["row"].to_list() == lines
    assert (
        sheet.kinds.drop("row").null_count().sum_horizontal().item() == sheet.text.null_count().sum_horizontal().item()
    )


texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=30)
numbers = st.integers(-(10**14), 10**14) | st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-9)
days = st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31))
places = st.tuples(st.integers(0, 60), st.integers(0, 30))


def _shown(value: object) -> tuple[str, str]:
    match value:
        case bool():
            return str(value).upper(), "t"
        case str():
            return value, "t"
        case dt.date():
            return value.isoformat(), "d"
        case int() | float():
            written = float(f"{value:.16G}")  # what xlsxwriter keeps of it
            plain = format(Decimal(f"{written:.15g}"), "f")
            return (str(int(written)) if written.is_integer() else plain), "n"
    raise TypeError(value)


@settings(deadline=None)
@given(st.dictionaries(places, st.booleans() | texts | numbers | days, min_size=1, max_size=40))
def test_a_workbook_comes_back(cells: dict[tuple[int, int], object]) -> None:
    cells[61, 0] = "OPD"
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for (row, column), value in cells.items():
            match value:
                case bool():
                    sheet.write_boolean(row, column, value)
                case str():
                    sheet.write_string(row, column, value)
                case dt.date():
                    sheet.write_datetime(row, column, value, day)
                case _:
                    sheet.write_number(row, column, value)
    (read,) = parse(buffer.getvalue(), DEFAULT, {}).sheets
    found = {
        (row - 1, column): (text, kind)
        for (row, *texts_), (_, *kinds) in zip(read.text.rows(), read.kinds.rows(), strict=True)
        for column, (text, kind) in enumerate(zip(texts_, kinds, strict=True))
        if kind
    }
    assert found == {place: _shown(value) for place, value in cells.items()}
