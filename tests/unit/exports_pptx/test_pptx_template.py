"""A person's own template: its look stays, its slides go, nothing of ours lies on its logo; other files are refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import pytest
from docx import Document
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.oxml import parse_xml
from pptx.util import Pt

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports.pptx import deck
from i18n import BadInput, text

T = text("id")
LOGO = (Pt(600), Pt(470), Pt(100), Pt(50))
SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="A" id="{6E1E3C4F-0000-4000-8000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/>'
    "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
)


def _template(*, wide: bool = False, without_titles: bool = False) -> bytes:
    """A template of 4:3 or 16:9 with a sample slide in a section, and a logo on its master."""
    made = Presentation()
    if wide:
        made.slide_width, made.slide_height = Pt(960), Pt(540)
    sample = made.slides.add_slide(made.slide_layouts[1])
    sample.shapes.title.text = "salindia contoh dari templat"
    logo = sample.shapes.add_textbox(*LOGO)
    logo.name = "Logo"
    made.slide_master.shapes.element.append(logo.element)
    old = made.element.find("{*}extLst")
    if old is not None:
        made.element.remove(old)
    made.element.append(parse_xml(SECTIONS))
    if without_titles:
        for layout in list(made.slide_layouts)[:6] + list(made.slide_layouts)[7:]:
            if layout not in [slide.slide_layout for slide in made.slides]:
                made.slide_layouts.remove(layout)
        made.part.drop_rel(made.element.sldIdLst[0].rId)
        made.element.sldIdLst.remove(made.element.sldIdLst[0])
        made.slide_layouts.remove(made.slide_layouts[0])
    return _saved(made)


def _saved(made) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _retyped(data: bytes, content_type: str, extra: Mapping[str, bytes] | None = None) -> bytes:
    """The file with another main content type, as .potx, .pptm and .potm have it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(CT.PML_PRESENTATION_MAIN.encode(), content_type.encode()))
        for name, body in (extra or {}).items():
            new.writestr(name, body)
    return buffer.getvalue()


TEMPLATES = {
    "4:3": _template,
    "16:9": lambda: _template(wide=True),
    "potx": lambda: _retyped(_template(), CT.PML_TEMPLATE_MAIN),
    "no titles": lambda: _template(without_titles=True),
}


@pytest.mark.parametrize("make", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_its_slides_go_and_its_logo_stays_clear(
    make: Callable[[], bytes], small_briefing: Briefing, small_stamp: Stamp, office: Callable[[bytes, str], bytes]
) -> None:
    given = make()
    data = deck(small_briefing, small_stamp, T, given)
    made = Presentation(io.BytesIO(data))
    assert made.part.content_type == CT.PML_PRESENTATION_MAIN
    assert b"salindia contoh" not in b"".join(_parts(data).values())
    assert b"sectionLst" not in _parts(data)["ppt/presentation.xml"]
    assert len([name for name in _parts(data) if name.startswith("ppt/slides/slide")]) == len(made.slides)
    left, top, width, height = LOGO
    for slide in list(made.slides)[1:]:
        for shape in slide.shapes:
            across = shape.left < left + width and left < shape.left + shape.width
            assert not (across and shape.top < top + height and top < shape.top + shape.height), shape.name
            assert shape.left >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height
    assert office(data, ".pptx").startswith(b"%PDF")


def test_its_fonts_and_colours_are_kept(small_briefing: Briefing, small_stamp: Stamp) -> None:
    given, made = _parts(_template()), _parts(deck(small_briefing, small_stamp, T, _template()))
    assert made["ppt/theme/theme1.xml"] == given["ppt/theme/theme1.xml"]
    slides = b"".join(body for name, body in made.items() if name.startswith("ppt/slides/slide"))
    assert b"<a:latin" not in slides


@pytest.mark.parametrize("is_dark", [False, True])
def test_on_dark_slides_bars_are_light(small_briefing: Briefing, small_stamp: Stamp, *, is_dark: bool) -> None:
    """The screen's dark blue would not be seen there."""
    ground = b'<a:lt1><a:srgbClr val="%s"/></a:lt1>' % (b"14213D" if is_dark else b"FFFFFF")
    words = b'<a:dk1><a:srgbClr val="%s"/></a:dk1>' % (b"FFFFFF" if is_dark else b"000000")
    given = _without("ppt/theme/theme1.xml", b"<a:dk1>.*?</a:lt1>", words + ground)
    read = Presentation(io.BytesIO(deck(small_briefing, small_stamp, T, given)))
    (chart,) = [shape.chart for slide in read.slides for shape in slide.shapes if shape.has_chart]
    colours = [str(series.format.fill.fore_color.rgb) for series in list(chart.plots[0].series)[1:]]
    assert colours == (["9CC4EA"] if is_dark else ["1B4B7A"])


def test_titles_leave_room_for_a_logo_beside_them(small_briefing: Briefing, small_stamp: Stamp) -> None:
    made = Presentation()
    logo = made.slides.add_slide(made.slide_layouts[6]).shapes.add_textbox(Pt(644), Pt(14), Pt(60), Pt(60))
    made.slide_master.shapes.element.append(logo.element)
    read = Presentation(io.BytesIO(deck(small_briefing, small_stamp, T, _saved(made))))
    titles = [slide.shapes.title for slide in list(read.slides)[1:]]
    assert titles
    assert all(title.left + title.width <= Pt(644) for title in titles)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _document() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def _zipped(files: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return buffer.getvalue()


def _without(name: str, pattern: bytes, instead: bytes = b"") -> bytes:
    """The template with what fits the pattern in one of its parts put otherwise."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, body in _parts(_template()).items():
            archive.writestr(part, re.sub(pattern, instead, body, flags=re.DOTALL) if part == name else body)
    return buffer.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "damaged"),
    "page": (lambda: b"<html></html>", "damaged"),
    "cut": (lambda: _template()[:20_000], "damaged"),
    "zip": (lambda: _zipped({"a.txt": "a"}), "damaged"),
    "no xml": (lambda: _zipped({"[Content_Types].xml": "<a"}), "damaged"),
    "document": (_document, "damaged"),
    "no master": (lambda: _without("ppt/presentation.xml", b"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>"), "damaged"),
    "no theme": (lambda: _without("ppt/slideMasters/_rels/slideMaster1.xml.rels", b'<[^>]*/theme"[^>]*/>'), "damaged"),
    "theme that is no XML": (lambda: _without("ppt/theme/theme1.xml", b"^.*$", b"<a"), "damaged"),
    "layout that is none": (lambda: _without("ppt/slideLayouts/slideLayout1.xml", b"^.*$", b"<a/>"), "damaged"),
    "master that is none": (lambda: _without("ppt/slideMasters/slideMaster1.xml", b"^.*$", b"<a/>"), "damaged"),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .ppt"),
    "pptm": (
        lambda: _retyped(_template(), "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"),
        "macros",
    ),
    "potm": (lambda: _retyped(_template(), "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"), "macros"),
    "hidden macro": (lambda: _retyped(_template(), CT.PML_TEMPLATE_MAIN, {"ppt/vbaProject.bin": b"x"}), "macros"),
}


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_other_files_are_refused_with_what_to_do(
    make: Callable[[], bytes], reason: str, small_briefing: Briefing, small_stamp: Stamp
) -> None:
    with pytest.raises(BadInput, match=rf"{reason}.*save it as \.pptx or \.potx") as caught:
        deck(small_briefing, small_stamp, T, make())
    assert caught.value.render(T).startswith("Templat PowerPoint:")
