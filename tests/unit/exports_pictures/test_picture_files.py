"""The files of pictures: what they say of themselves, that they are vectors, and that they are always the same."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import combinations
from typing import get_args
from xml.etree import ElementTree

import pytest
from matplotlib.text import Text as Words
from PIL import Image
from pypdf import PdfReader

from briefings.briefing import Briefing
from briefings.picture import Picture
from briefings.stamp import Stamp
from exports.pictures import Form, bare, draw, fonts, sheet
from i18n import text

T = text("id")
FORMS: tuple[Form, ...] = get_args(Form)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "=SUM(A1) <b>#1</b> *tebal* _x_ $y$ & @dinas </title>"


@pytest.fixture(scope="module")
def shown(small_briefing: Briefing) -> dict[str, Picture]:
    """The pictures of the briefing made by hand: a map and a chart."""
    return {section.picture.name: section.picture for section in small_briefing.sections if section.picture}


def tree(svg: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 (our own file)


def words_of(svg: bytes) -> list[str]:
    return [element.text or "" for element in tree(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", ["peta", "opd"])
def test_a_picture_stands_alone(name: str, shown: dict[str, Picture], small_stamp: Stamp) -> None:
    words = words_of(draw(shown[name], small_stamp, T, "svg"))
    foot = " ".join(words)
    assert shown[name].title in words
    assert shown[name].source in words
    assert "Data per 25 September 2024" in foot
    assert f"Cek angka ini: {small_stamp.address} · {small_stamp.code}" in words
    assert ("Peta skematik Ikrar" in foot) == (name == "peta"), "the edition of outlines belongs to maps"
    assert "DATA CONTOH" not in foot


@pytest.mark.parametrize("form", FORMS)
def test_what_is_simulated_says_so(form: Form, shown: dict[str, Picture], small_stamp: Stamp) -> None:
    example = replace(small_stamp, is_simulated=True, address=None)
    drawn = draw(shown["opd"], example, T, form)
    if form == "png":
        plain = draw(shown["opd"], small_stamp, T, form)
        assert Image.open(io.BytesIO(drawn)).height > Image.open(io.BytesIO(plain)).height, "a band above"
    else:
        said = " ".join(words_of(drawn)) if form == "svg" else PdfReader(io.BytesIO(drawn)).pages[0].extract_text()
        assert "DATA CONTOH" in said
        assert "kode IKR-4F7K-Q2XM" in said


def test_an_svg_is_a_vector_with_its_text_alternative(shown: dict[str, Picture], small_stamp: Stamp) -> None:
    drawn = draw(replace(shown["peta"], title=HOSTILE, source=HOSTILE), small_stamp, T, "svg")
    root = tree(drawn)
    assert root.findtext(f"{SVG}title") == HOSTILE
    assert HOSTILE in (root.findtext(f"{SVG}desc") or "")
    assert not list(root.iter(f"{SVG}image"))
    assert len(list(root.iter(f"{SVG}path"))) > 35, "each region is a path"
    assert words_of(drawn).count(HOSTILE) == 2, "title and source as they are typed"
    assert b"'Source Sans Pro', 'Segoe UI', sans-serif" in drawn
    assert b"DejaVu" not in drawn


def test_a_pdf_is_one_page_with_its_fonts(shown: dict[str, Picture], small_stamp: Stamp) -> None:
    reader = PdfReader(io.BytesIO(draw(replace(shown["peta"], title=HOSTILE), small_stamp, T, "pdf")))
    [page] = reader.pages
    assert reader.metadata is not None
    assert reader.metadata.title == HOSTILE
    assert "/CreationDate" not in reader.metadata
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    descriptors = [
        font.get("/FontDescriptor") or font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts
    ]
    assert descriptors
    assert all("/FontFile2" in descriptor.get_object() for descriptor in descriptors), "TrueType, embedded"
    drawn = page["/Resources"].get("/XObject", {}).get_object().values()
    assert all(each.get_object()["/Subtype"] == "/Form" for each in drawn), "no picture in disguise"
    assert "IKR-4F7K-Q2XM" in page.extract_text()


def test_a_png_has_two_dots_a_pixel(shown: dict[str, Picture], small_stamp: Stamp) -> None:
    image = Image.open(io.BytesIO(draw(shown["peta"], small_stamp, T, "png")))
    assert image.size == (2560, 1440)
    assert image.info["Title"] == shown["peta"].title
    assert small_stamp.code in image.info["Description"]


@pytest.mark.parametrize("name", ["peta", "opd"])
@pytest.mark.parametrize(("width", "height"), [(16.0, 9.0), (30.5, 13.2)])
def test_a_bare_picture_is_as_large_as_asked(name: str, width: float, height: float, shown: dict[str, Picture]) -> None:
    image = Image.open(io.BytesIO(bare(shown[name], T, "png", width, height)))
    across, down = image.width / width * 2.54, image.height / height * 2.54
    assert across >= 200
    assert across == pytest.approx(down, rel=0.01)
    root = tree(bare(shown[name], T, "svg", width, height))
    assert float(root.get("width", "").removesuffix("pt")) == pytest.approx(width / 2.54 * 72, abs=0.01)
    assert shown[name].title not in words_of(bare(shown[name], T, "svg", width, height))


def test_twenty_at_once_are_the_same_as_one_by_one(shown: dict[str, Picture], small_stamp: Stamp) -> None:
    asked = ([(picture, form) for picture in shown.values() for form in FORMS] * 4)[:20]
    alone = [draw(picture, small_stamp, T, form) for picture, form in asked[:6]]
    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(lambda each: draw(each[0], small_stamp, T, each[1]), asked))
    assert together == (alone * 4)[:20]


@pytest.mark.parametrize("name", ["peta", "opd"])
def test_words_stay_on_the_sheet_and_apart(name: str, shown: dict[str, Picture], small_stamp: Stamp) -> None:
    long = replace(shown[name], title="Temuan yang panjang sekali " * 12, source="Sumber yang panjang " * 30)
    pane = sheet.draw(long, replace(small_stamp, is_simulated=True), T)
    boxes = {words: words.get_window_extent() for words in pane.figure.findobj(Words) if words.get_text()}
    assert len(boxes) > 10
    for words, box in boxes.items():
        assert box.x0 >= 0, words
        assert box.y0 >= 0, words
        assert box.x1 <= pane.width, words
        assert box.y1 <= pane.height, words
    for (one, its), (two, other) in combinations(boxes.items(), 2):
        assert not its.padded(-1.5).overlaps(other.padded(-1.5)), (one, two)


def test_a_letter_without_a_glyph_is_a_box_and_a_control_character_a_space(
    small_stamp: Stamp, shown: dict[str, Picture]
) -> None:
    words = words_of(draw(replace(shown["opd"], title="a漢\x00b\tc ●"), small_stamp, T, "svg"))
    assert "a□ b c ●" in words


@pytest.mark.parametrize("name", ["peta", "opd"])
def test_words_keep_their_width_on_a_pc_without_our_typeface(name: str, shown: dict[str, Picture]) -> None:
    texts = [each for each in tree(bare(shown[name], T, "svg", 20, 12)).iter(f"{SVG}text") if (each.text or "").strip()]
    assert texts
    for each in texts:
        style = dict(pair.split(": ", 1) for pair in each.get("style", "").split("; "))
        size, weight = float(style["font-size"].removesuffix("px")), int(style.get("font-weight", 400))
        wide = fonts.width(each.text or "", size, weight, italic=style.get("font-style") == "italic")
        assert float(each.get("textLength", "0")) == pytest.approx(wide, abs=0.01)
