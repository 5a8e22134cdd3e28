"""The first sheet: the findings in words, the way back, and what else is in the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from briefings.briefing import Briefing, Section
from exports import way_back
from exports.xlsx.cells import Worksheet, put
from exports.xlsx.page import FIRST, Page

_WIDTHS = (24, 92, 3, 24)
_SQUARE = (FIRST, 3)
"""Where the QR code stands."""


def front_sheet(page: Page, sheet: Worksheet, briefing: Briefing, others: Sequence[tuple[str, str]]) -> None:
    """`others` are the names and titles of the sheets that follow."""
    t, stamp = page.t, page.stamp
    says = way_back.scanned(stamp)
    page.begin(sheet, briefing.title)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    row = FIRST
    for topic, words in (
        (t("Region"), briefing.place),
        (t("Election"), briefing.campaign or t("All elections")),
        (t("Data as of"), t.date(stamp.as_of)),
        (t("Code"), stamp.code),
        (
            t("Snapshot"),
            t("{number}, made {moment}", number=stamp.snapshot, moment=t.moment(stamp.taken_at, way_back.WIB)),
        ),
        (t("This file"), t("made {moment}", moment=t.moment(stamp.made_at, way_back.WIB))),
        *([(t("Address"), stamp.address)] if stamp.address else []),
        *([("", way_back.without_code(stamp, t))] if says is None else []),
    ):
        row = _line(page, sheet, row, topic, words)
    row += 1
    for section in briefing.sections:
        row = _section(page, sheet, row, section) + 1
    put(sheet, row, 0, t("Sheets"), page.looks("topic"))
    for below, (name, title) in enumerate(others):
        place = f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1"
        sheet.write_url(row + below, 1, place, page.looks("link"), f"{name}: {title}"[:255])
    if says is None:
        return
    square = BytesIO()
    way_back.square(says).save(square, kind="png", scale=5, border=2)
    told = {"image_data": square, "description": way_back.square_alt(says, t), "object_position": 1}
    sheet.insert_image(*_SQUARE, "qr.png", told)


def _section(page: Page, sheet: Worksheet, row: int, section: Section) -> int:
    row = _line(page, sheet, row, section.heading, section.finding.words, strong=True)
    for finding in section.more:
        row = _line(page, sheet, row, "", finding.words)
    return row


def _line(page: Page, sheet: Worksheet, row: int, topic: str, words: str, *, strong: bool = False) -> int:
    put(sheet, row, 0, topic, page.looks("topic" if strong else "aside"))
    put(sheet, row, 1, words, page.looks("topic" if strong else "text"))
    page.fit(sheet, row, (topic, words), _WIDTHS[:2])
    return row + 1
