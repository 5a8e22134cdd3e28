"""The sheets with figures: a table of a briefing, a chart that the program draws itself, a map as a picture."""

from __future__ import annotations

from io import BytesIO

from briefings.picture import Picture
from briefings.table import Kind, Table
from exports.data.fields import Field, Plain, column_fields, column_values
from exports.xlsx.cells import Worksheet
from exports.xlsx.chart import draw
from exports.xlsx.page import FIRST, Head, Page
from i18n import Text
from indicators.words import STATES, word

_MAP_CM = (24.0, 12.5)


def table_sheet(page: Page, sheet: Worksheet, name: str, table: Table) -> None:
    """A table: figures as two numbers and a state, notes below it."""
    t = page.t
    page.begin(sheet, table.title)
    fields = [field for column in table.columns for field in column_fields(column, t)]
    rows = [
        [
            value
            for column, cell in zip(table.columns, row, strict=True)
            for value in _shown(list(column_values(column, cell)), bounded=column.bounded, t=t)
        ]
        for row in table.rows
    ]
    row = page.table(sheet, name, [Head(field.title, kind_of(field)) for field in fields], rows)
    more = 0 if table.total is None else table.total - len(table.rows)
    left_out = [t.n("{count} more row is not in this table.", "{count} more rows are not in this table.", more)]
    page.lines(sheet, row + 1, [*table.notes, *(left_out if more else [])])


def kind_of(field: Field) -> Kind:
    """What the values of a field are, for the eye."""
    return field.kind or "text"


def _shown(values: list[Plain], *, bounded: bool, t: Text) -> list[Plain]:
    """A cell's values, its state in words."""
    if not bounded or values[-1] is None:
        return values
    return [*values[:-1], word(STATES, str(values[-1]), t)]


def picture_sheet(page: Page, sheet: Worksheet, name: str, picture: Picture) -> None:
    """A chart with the cells that it is drawn from, or a picture where no program could draw it."""
    page.begin(sheet, picture.title)
    if picture.native is not None:
        draw(page, sheet, name, picture, picture.native)
        return
    from exports import pictures  # brings matplotlib, which a workbook of charts and tables does without

    page.lines(sheet, FIRST, [picture.source])
    drawn = pictures.bare(picture, page.t, "png", *_MAP_CM)
    told = {"image_data": BytesIO(drawn), "description": picture.title, "object_position": 1}
    sheet.insert_image(FIRST + 2, 0, f"{name}.png", told)
