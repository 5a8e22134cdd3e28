"""A chart that the program draws from cells beside it, so that a person can edit it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefings.picture import NativeChart, Picture
from briefings.table import Kind
from charts import theme
from exports.data.fields import Plain
from exports.xlsx.cells import Worksheet
from exports.xlsx.looks import number_format
from exports.xlsx.page import FIRST, Head, Page
from i18n import Language

_WIDTH, _HEIGHT = 720, 420
"""Pixels of a chart; one with bars across is as high as they need."""

_BAR, _AROUND, _TALLEST, _LOWEST = 26, 150, 6_000, 320
_TYPES = {
    "bars": {"type": "bar", "subtype": "stacked"},
    "columns": {"type": "column", "subtype": "stacked"},
    "line": {"type": "line"},
}


def draw(page: Page, sheet: Worksheet, name: str, picture: Picture, native: NativeChart) -> None:
    """The chart's cells as a table, and the chart to their right. The sheet has begun."""
    kind: Kind = "fraction" if native.is_fraction else "count"
    heads = [Head(page.t("Category")), *(Head(series.name, kind) for series in native.series)]
    rows: list[list[Plain]] = [
        [category, *(series.values[index] for series in native.series)]
        for index, category in enumerate(native.categories)
    ]
    free = page.table(sheet, name, heads, rows) + 1
    page.lines(sheet, free, [native.unit])
    page.lines(sheet, FIRST - 1, [picture.source])  # below the table it would run under the chart
    if not rows:
        return
    place, first, last = sheet.get_name(), FIRST + 1, FIRST + len(rows)
    chart = page.book.add_chart(dict(_TYPES[native.kind]))
    for column, series in enumerate(native.series, start=1):
        paint: dict[str, Any] = {"none": True} if series.hidden else {"color": series.colour}
        lines = {"line": paint} if native.kind == "line" else {"fill": paint, "border": {"none": True}, "gap": 45}
        cells = {
            "name": [place, FIRST, column],
            "categories": [place, first, 0, last, 0],
            "values": [place, first, column, last, column],
        }
        chart.add_series(cells | lines)
    hidden = [index for index, series in enumerate(native.series) if series.hidden]
    chart.set_legend({"position": "bottom", "delete_series": hidden})
    # Words stand in cells that the chart names: a title of its own that looks like a reference would be read as one.
    chart.set_title({"name": [place, 0, 0], "name_font": {"size": 12, "color": theme.INK}})
    values = _values(native, kind, rows, page.t.language) | {"name": [place, free, 0], "name_font": {"bold": False}}
    if native.kind == "bars":
        chart.set_x_axis(values)
        chart.set_y_axis(
            {"reverse": True, "crossing": "max", "interval_unit": 1, "major_gridlines": {"visible": False}}
        )
    else:
        chart.set_y_axis(values)
    wanted = min(max(_AROUND + _BAR * len(rows), _LOWEST), _TALLEST) if native.kind == "bars" else _HEIGHT
    chart.set_size({"width": _WIDTH, "height": wanted})
    sheet.insert_chart(FIRST, len(heads) + 1, chart, {"description": picture.title, "object_position": 1})


def _values(native: NativeChart, kind: Kind, rows: Sequence[Sequence[Plain]], language: Language) -> dict[str, Any]:
    """The axis of values: from 0, a fraction to 100 % or what is beyond it."""
    shown = {
        "num_format": str(number_format(kind, language)).replace("0.0", "0"),
        "major_gridlines": {"visible": True, "line": {"color": theme.GRID}},
        "min": 0,
    }
    if not native.is_fraction:
        return shown
    sums = (sum(value for value in row if isinstance(value, int | float)) for row in rows)
    return shown | {"max": max(1.0, *sums)}
