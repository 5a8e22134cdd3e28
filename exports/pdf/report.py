"""A briefing → PDF/A-2a and PDF/UA-1 through Typst. Words go in as data and never as markup; nothing is fetched."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import typst

from briefings.briefing import Briefing
from briefings.progress import Begun, unheard
from briefings.stamp import Stamp
from exports.pdf.letters import spelt_out, typefaces
from exports.pictures import bare
from exports.report import Report, Shown, compose
from exports.way_back import square
from i18n import Text

_TEMPLATE = Path(__file__).with_name("report.typ")
_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_COUNTRIES = {"id": "ID", "en": "GB"}


def report(briefing: Briefing, stamp: Stamp, t: Text, begun: Begun = unheard) -> bytes:
    """The report in the language of `t`. The same briefing and stamp give the same bytes on the same machine.

    `begun` is told of each section, and of the writing.
    A name with a letter that none of our typefaces has is still set, as an empty box, but the file then promises no
    standard.
    """
    data = json.dumps(_data(compose(briefing, stamp, t), t, begun), ensure_ascii=False)
    begun(t("Writing the file"))
    try:
        return _pages(data, stamp.made_at, _STANDARDS)
    except typst.TypstError:
        # The standards forbid a letter without a shape. Any other fault comes up again.
        return _pages(data, stamp.made_at, [])


def _data(report: Report, t: Text, begun: Begun) -> dict[str, Any]:
    """The report as JSON types, pictures and the QR code as SVG."""
    # Pictures are taken out first: `asdict` would copy their charts and outlines.
    bare_parts = tuple(replace(part, shown=None) for part in report.parts)
    data = asdict(replace(report, parts=bare_parts)) | {"country": _COUNTRIES[report.language]}
    data["head"]["square"] = report.head.square_says and _square(report.head.square_says)
    for part, made in zip(report.parts, data["parts"], strict=True):
        begun(t("Composing: {section}", section=part.heading))
        made["shown"] = part.shown and _shown(part.shown, t)
    return data


def _shown(shown: Shown, t: Text) -> dict[str, Any]:
    image = spelt_out(bare(shown.picture, t, "svg", shown.width, shown.height).decode())
    fields = ("width", "label", "number", "caption", "alt")
    return {field: getattr(shown, field) for field in fields} | {"image": image}


def _square(words: str) -> str:
    buffer = io.BytesIO()
    square(words).save(buffer, kind="svg", border=0, xmldecl=False, omitsize=True)
    return buffer.getvalue().decode()


def _pages(data: str, made_at: dt.datetime, standards: list[typst.PDFStandard]) -> bytes:
    compiler = typst.Compiler(
        _TEMPLATE.read_bytes(), font_paths=typefaces(), ignore_system_fonts=True, sys_inputs={"report": data}
    )
    moment = made_at.astimezone(dt.UTC).replace(microsecond=0)
    made = compiler.compile(format="pdf", pdf_standards=standards, timestamp=moment)
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one file of a PDF")
    return made
