"""Charts that PowerPoint draws and a person can edit, each with its workbook inside."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, Final, cast

from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries, LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from briefings.native import OPEN
from briefings.picture import NativeChart
from charts import theme
from exports.pptx.measure import Box, plain
from exports.pptx.sheet import Sheet
from exports.pptx.text import Hand, Tone, paint, rgb
from exports.xlsx.cells import put, writing
from i18n import Language

_MOST, _LEAST = 20, 6
_EACH, _AROUND = 15.0, 70.0
"""Points that a bar needs so that its name can be read, and that axis and legend take."""
_KINDS: Final = {
    "bars": XL_CHART_TYPE.BAR_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
_SHEET: Final = "Sheet1"  # the name that python-pptx's references have
# The separators of both follow the language of the reader's own PC, as all numbers in office programs do.
_ON_DARK: Final = {theme.ACCENT: "#9cc4ea", theme.ACCENT_SOFT: "#55799f", OPEN: "#3a4f68", theme.GRID: "#46566b"}
"""What stands for a colour of the screen on slides that are dark."""
_FEW: Final = 8
_COUNT: Final = "#,##0"
_PERCENT: Final = {"id": '0" "%', "en": "0%"}
_SHARE: Final = {"id": '0.0" "%', "en": "0.0%"}


def pages(chart: NativeChart, room: float) -> Iterator[NativeChart]:
    """The chart in parts of as many bars as can be read in that height (points); columns and lines stay whole."""
    size = len(chart.categories)
    if chart.kind == "bars":
        size = max(_LEAST, min(_MOST, int((room - _AROUND) / _EACH)))
    count = math.ceil(len(chart.categories) / size)
    each = math.ceil(len(chart.categories) / count)
    for start in range(0, len(chart.categories), each):
        part = slice(start, start + each)
        series = tuple(replace(series, values=series.values[part]) for series in chart.series)
        yield replace(chart, categories=chart.categories[part], series=series)


def most(chart: NativeChart) -> float:
    """Where the value axis ends: at 100 %, or beyond the longest stack. Parts of a chart share it."""
    stacks = [sum(series.values[at] or 0 for series in chart.series) for at in range(len(chart.categories))]
    if chart.kind == "line":
        stacks = [value or 0 for series in chart.series for value in series.values]
    longest = max(stacks, default=0)
    if chart.is_fraction:
        return max(1.0, math.ceil(round(longest * 10, 6)) / 10)
    step = 10 ** math.floor(math.log10(longest)) / 2 if longest > 0 else 1
    return max(math.ceil(longest / step) * step, 1)


def draw(sheet: Sheet, chart: NativeChart, end: float, made_at: dt.datetime) -> GraphicFrame:
    """The chart in what is free, its value axis ending at `end`. Categories are in the order of the screen."""
    box, language = sheet.free, sheet.t.language
    data: Any = CategoryChartData(number_format=_format(chart, language))  # type: ignore[no-untyped-call]  # has none
    data.categories = [plain(category) for category in chart.categories]
    for series in chart.series:
        data.add_series(plain(series.name), series.values)
    place = (Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    frame: Any = sheet.shapes.add_chart(_KINDS[chart.kind], *place, data)
    drawn = frame.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(_workbook(chart, language, made_at))
    drawn.has_title = False
    drawn.font.size = Pt(11)
    paint(drawn.font, Tone.INK)
    _paint(drawn, chart, sheet.hand)
    _legend(drawn, chart)
    _categories(drawn.category_axis, chart, box)
    _values(drawn.value_axis, chart, end, sheet.hand)
    if chart.kind == "bars":  # the values stand below the bars although the rows run from the top
        for crosses in drawn.element.iterfind(f".//{qn('c:valAx')}/{qn('c:crosses')}"):
            crosses.set("val", "max")
        for axis in drawn.element.iterfind(f".//{qn('c:catAx')}"):  # every bar has its name
            for after in axis.iterfind(qn("c:noMultiLvlLbl")):
                after.addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
    return cast("GraphicFrame", frame)  # not the chart in it, as its annotation says


def _format(chart: NativeChart, language: Language) -> str:
    return _SHARE[language] if chart.is_fraction else _COUNT


def _workbook(chart: NativeChart, language: Language, made_at: dt.datetime) -> bytes:
    """The chart's numbers where its references point. python-pptx's own would make formulas of names like `=A1`."""
    buffer = BytesIO()
    with writing(buffer, made_at) as book:
        sheet, shape = book.add_worksheet(_SHEET), book.add_format({"num_format": _format(chart, language)})
        sheet.set_column(0, 0, 40)
        for row, category in enumerate(chart.categories, 1):
            put(sheet, row, 0, plain(category))
        for column, series in enumerate(chart.series, 1):
            put(sheet, 0, column, plain(series.name))
            for row, value in enumerate(series.values, 1):
                put(sheet, row, column, value, shape)
    return buffer.getvalue()


def _shown(colour: str, hand: Hand) -> RGBColor:
    return rgb(_ON_DARK.get(colour, colour) if hand.is_light else colour)


def _paint(drawn: Chart, chart: NativeChart, hand: Hand) -> None:
    plot = drawn.plots[0]
    if chart.kind != "line":
        # A few bars do not become walls.
        plot.gap_width, plot.overlap = max(55, min(500, 900 // max(len(chart.categories), 1))), 100
    for shape, series in zip(plot.series, chart.series, strict=True):
        if series.hidden:
            _hide(shape)
        else:
            _colour(shape, _shown(series.colour, hand))


def _hide(shape: BarSeries | LineSeries) -> None:
    """Neither filled nor outlined: it only lifts what is stacked on it."""
    shape.format.fill.background()
    shape.format.line.fill.background()


def _colour(shape: BarSeries | LineSeries, colour: RGBColor) -> None:
    line = shape.format.line
    line.color.rgb = colour
    if isinstance(shape, LineSeries):
        line.width, shape.smooth = Pt(2.25), False
        shape.marker.style, shape.marker.size = XL_MARKER_STYLE.CIRCLE, 5
        shape.marker.format.fill.solid()
        shape.marker.format.fill.fore_color.rgb = colour
        shape.marker.format.line.color.rgb = colour
        return
    shape.format.fill.solid()
    shape.format.fill.fore_color.rgb = colour
    line.width = Pt(1)  # where both bounds are the same, the outline is what is seen of the range
    shape.invert_if_negative = False


def _legend(drawn: Chart, chart: NativeChart) -> None:
    """The names of what is painted, none of what is hidden."""
    drawn.has_legend = True
    legend = drawn.legend
    if legend is None:
        return
    legend.position, legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    legend.font.size = Pt(11)
    paint(legend.font, Tone.MUTED)
    for place, series in reversed(list(enumerate(chart.series))):
        if series.hidden:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
            next(drawn.element.iter(qn("c:legend"))).insert(1, parse_xml(entry))  # after the position


def _categories(axis: CategoryAxis, chart: NativeChart, box: Box) -> None:
    axis.format.line.color.rgb = rgb(theme.MUTED)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.has_major_gridlines = False
    rows = max(len(chart.categories), 1)
    axis.tick_labels.font.size = Pt(
        max(9, min(12, round((box.height - _AROUND) / rows * 0.62))) if chart.kind == "bars" else 11
    )
    paint(axis.tick_labels.font, Tone.INK)
    if chart.kind == "bars":
        axis.reverse_order = True  # else the first is at the bottom


def _values(axis: ValueAxis, chart: NativeChart, end: float, hand: Hand) -> None:
    axis.minimum_scale, axis.maximum_scale = 0, end
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _shown(theme.GRID, hand)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format = _PERCENT[hand.language] if chart.is_fraction else _COUNT
    axis.tick_labels.number_format_is_linked = False
    paint(axis.tick_labels.font, Tone.MUTED)
    axis.tick_labels.font.size = Pt(11)
    if chart.is_fraction:
        axis.major_unit = 0.2 if end <= 2 else 0.5
    elif end <= _FEW:
        axis.major_unit = 1  # people and ceremonies come whole
    axis.has_title = True
    frame = axis.axis_title.text_frame
    frame.text = plain(chart.unit)
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(11), False
    paint(font, Tone.MUTED)
