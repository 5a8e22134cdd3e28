"""What the units have reported: the sentence for every state of knowledge, and the page's own chart and order."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest

from briefings.asked import Asked
from briefings.picture import Picture
from briefings.sections import opd
from briefings.table import Bounds
from charts.ranges import ranges
from i18n import text
from indicators import query
from pages.context import Context, Filters
from pages.opd.model import build
from warehouse.frames import Frames

Make = Callable[..., Any]
Ask = Callable[..., Asked]
DUTY = {
    "obligation_id": "edaran",
    "campaign_id": "pilkada-2024",
    "region_code": "33.03",
    "scope": "every_opd",
    "what": "report",
    "status": "wajib",
    "set_by": "Sekda",
    "source_id": "rekap",
}
WITHHELD = "jumlah yang menandatangani ditahan karena orang yang wajib terlalu sedikit"
A, B, C, PROVINCE = "33.03/a", "33.03/b", "33.03/c", "33/p"


@pytest.fixture
def worked(world: Make, head: Make, tally: Make) -> Frames:
    """The design's worked example: A 60 of 100, B 38 to 42 of 50, C silent."""
    return world([head(A, 100), head(B, 50), head(C, 50)], [tally(A, 60, 60), tally(B, 38, 42)])


@pytest.mark.parametrize(
    ("language", "sentence", "more"),
    [
        (
            "id",
            "2 dari 3 OPD melapor; penandatanganan antara 49 dan 76 persen.",
            [
                "Sudah menandatangani: antara 98 dan 152 dari 200 orang yang wajib; belum: antara 48 dan 102 orang.",
                "OPD yang sedikitnya 95\u00a0% pegawainya sudah menandatangani: paling banyak 1.",
                "Kekurangan pasti terbesar: Dinas A, 40 orang belum menandatangani.",
            ],
        ),
        (
            "en",
            "2 of 3 OPD have reported; between 49 and 76 percent of the people obliged have signed.",
            [
                "Signed: between 98 and 152 of 200 people obliged; still to sign: between 48 and 102 people.",
                "OPD in which at least 95% have signed: at most 1.",
                "Largest sure gap: Dinas A, where 40 people have still to sign.",
            ],
        ),
    ],
)
def test_the_designs_worked_example(worked: Frames, ask: Ask, language: str, sentence: str, more: list[str]) -> None:
    section = opd.section(ask(worked, "33.03", language))
    assert section.finding.words == sentence
    assert [found.words for found in section.more] == more


@pytest.mark.parametrize(
    ("sentence", "heads", "tallies", "duties"),
    [
        (
            "Seluruh 2 OPD sudah melapor; penandatanganan 80 persen.",
            [(A, 100), (B, 50)],
            [(A, 80, 80), (B, 40, 40)],
            [],
        ),
        ("1 OPD tercatat dan sudah melapor; penandatanganan 80 persen.", [(A, 100)], [(A, 80, 80)], []),
        ("1 OPD tercatat dan belum melapor.", [(A, 100)], [], [DUTY]),
        ("Dari 2 OPD belum ada yang melapor.", [(A, 100), (B, 50)], [], [DUTY]),
        (
            "1 OPD tercatat dan sudah melapor; 80 orang sudah menandatangani, dari berapa orang tidak diketahui.",
            [],
            [(A, 80, 80)],
            [],
        ),
        (
            "1 OPD tercatat dan sudah melapor; ikrar diucapkan 90 persen ASN wajib, tanda tangan belum direkap.",
            [(A, 100)],
            [(A, 90, 90, "pledged")],
            [],
        ),
        (
            f"1 OPD tercatat dan sudah melapor; {WITHHELD}.",
            [(A, 4)],
            [(A, 3, 3)],
            [],
        ),
        (
            "Kabupaten Purbalingga melapor secara keseluruhan, bukan per OPD: penandatanganan 80 persen.",
            [("33.03", 100)],
            [("33.03", 80, 80)],
            [],
        ),
        (
            f"Kabupaten Purbalingga melapor secara keseluruhan, bukan per OPD: {WITHHELD}.",
            [("33.03", 4)],
            [("33.03", 3, 3)],
            [],
        ),
        (
            "Kabupaten Purbalingga: 2 OPD tercatat, seluruhnya 150 orang yang wajib; belum ada rekap.",
            [(A, 100), (B, 50)],
            [],
            [],
        ),
        (
            "Kabupaten Purbalingga: 100 orang yang wajib secara keseluruhan, tidak dirinci per OPD; belum ada rekap.",
            [("33.03", 100)],
            [],
            [],
        ),
        ("Kabupaten Purbalingga: belum ada OPD, jumlah pegawai, ataupun rekap yang tercatat.", [], [], []),
    ],
)
def test_every_state_of_knowledge_has_its_sentence(
    world: Make, head: Make, tally: Make, ask: Ask, sentence: str, heads: Any, tallies: Any, duties: Any
) -> None:
    frames = world([head(*row) for row in heads], [tally(*row) for row in tallies], duties)
    assert opd.section(ask(frames, "33.03")).finding.words == sentence


def test_a_region_without_anything_has_nothing_to_show(world: Make, ask: Ask) -> None:
    for region in ("33.03", "33", None):
        section = opd.section(ask(world(), region))
        assert (section.picture, section.tables, section.sources, section.more) == (None, (), (), ())


def test_the_chart_is_the_pages_own(worked: Frames, ask: Ask) -> None:
    t = text("id")
    view = build(Context(worked, Filters(), t, MappingProxyType({"wilayah": "33.03"}))).region
    section = opd.section(ask(worked, "33.03"))
    assert view is not None
    assert isinstance(section.picture, Picture)
    drawn = ranges(
        [row.chart for row in view.units.rows], t, goal=0.95, goal_label=t("finished: {share}", share="95\u00a0%")
    )
    assert section.picture.drawing.to_dict() == drawn.to_dict()
    assert [row[0] for row in section.tables[0].rows] == [row.name for row in view.units.rows]


def test_series_and_cells_are_the_indicators_bounds(worked: Frames, ask: Ask) -> None:
    section = opd.section(ask(worked, "33.03"))
    assert section.picture
    assert section.picture.native
    sure, maybe = (series.values for series in section.picture.native.series)
    answered = query("signed_rate", worked, section.picture.queries[0].scope).to_dicts()
    rates = {row["name"]: (row["low"], row["high"]) for row in answered}
    for category, low, more in zip(section.picture.native.categories, sure, maybe, strict=True):
        bounds = rates[category.removesuffix(" (belum ada bukti)")]
        assert bounds == ((low, pytest.approx(low + more)) if low is not None else (None, None))
    cells = [cell for row in section.tables[0].rows for cell in row if isinstance(cell, Bounds)]
    assert len(cells) == 3 + 3 + 2 * 2
    for cell in cells:
        asked = query(cell.reference.query.indicator, worked, cell.reference.query.scope).to_dicts()
        (row,) = [row for row in asked if row["code"] == cell.reference.code]
        stem = "" if cell.reference.part == "value" else f"{cell.reference.part}_"
        assert (cell.low, cell.high) == (row[f"{stem}low"], row[f"{stem}high"])


def test_what_cannot_be_compared_is_not_ranked_and_says_so(world: Make, head: Make, tally: Make, ask: Ask) -> None:
    heads = [head(A, 100), head(B, 50, employee_type="PNS")]
    section = opd.section(ask(world(heads, [tally(A, 60, 60), tally(B, 40, 40)]), "33.03"))
    assert [row[0] for row in section.tables[0].rows] == ["Dinas A", "Dinas B"]
    assert any("tidak diperingkat" in note for note in section.notes)
    assert not any("Kekurangan" in found.words for found in section.more)


def test_nobody_misses_most_where_two_miss_as_many(world: Make, head: Make, tally: Make, ask: Ask) -> None:
    section = opd.section(ask(world([head(A, 100), head(B, 50)], [tally(A, 70, 70), tally(B, 20, 20)]), "33.03"))
    assert not any("Kekurangan" in found.words for found in section.more)


def test_more_than_all_is_shown_and_flagged(world: Make, head: Make, tally: Make, ask: Ask) -> None:
    section = opd.section(ask(world([head(A, 100), head(B, 50)], [tally(A, 110, 110), tally(B, 50, 55)]), "33.03"))
    assert section.picture
    assert section.picture.native
    assert section.picture.native.series[0].values[0] == 1.1
    (flagged,) = [found.words for found in section.more if "lebih banyak" in found.words]
    assert flagged.endswith("keliru: Dinas A.")


def test_a_chart_takes_the_largest_that_were_counted_and_says_so(
    world: Make, head: Make, tally: Make, ask: Ask
) -> None:
    units = [f"33.03/{number:02}{letter}" for number, letter in enumerate("abcdefghijklmnopqrstuvwxy")]
    heads = [head(unit, 100 + place) for place, unit in enumerate(units)]
    section = opd.section(ask(world(heads, [tally(unit, 50, 60) for unit in units[:-1]]), "33.03"))
    assert section.picture
    assert section.picture.native
    shown = set(section.picture.native.categories)
    assert shown == {f"Dinas {unit[-1].upper()}" for unit in units[4:-1]}, "not the silent, though it is the largest"
    assert len(section.tables[0].rows) == len(units)
    assert any("tabel memuat semuanya" in note for note in section.notes)


def test_a_province_shows_its_own_opd_and_its_governments(world: Make, head: Make, tally: Make, ask: Ask) -> None:
    heads, tallies = [head(A, 100), head(PROVINCE, 200)], [tally(A, 60, 60), tally(PROVINCE, 150, 150)]
    section = opd.section(ask(world(heads, tallies), "33"))
    own = "Pemerintah Provinsi Jawa Tengah: 1 OPD tercatat dan sudah melapor; penandatanganan 75 persen."
    assert section.finding.words == own
    assert "2 dari 3 pemerintah daerah di Jawa Tengah mempunyai rekap" in section.more[-1].words
    assert [table.name for table in section.tables] == ["opd", "daerah"]
    assert [row[0] for row in section.tables[1].rows] == [
        "Pemerintah Provinsi Jawa Tengah",
        "Kabupaten Purbalingga",
        "Kabupaten Banjarnegara",
    ]


def test_governments_of_a_province_without_opd_of_its_own(world: Make, head: Make, tally: Make, ask: Ask) -> None:
    other = "33.04/d"
    frames = world([head(A, 100), head(other, 100)], [tally(A, 60, 60), tally(other, 80, 90)])
    section = opd.section(ask(frames, "33"))
    sentence = "2 dari 3 pemerintah daerah di Jawa Tengah mempunyai rekap; penandatanganan antara 70 dan 75 persen."
    assert section.finding.words == sentence
    assert [row[0] for row in section.tables[0].rows][:2] == ["Kabupaten Banjarnegara", "Kabupaten Purbalingga"]


@pytest.mark.parametrize("mixed", [A, "33.03/e"])
def test_governments_whose_targets_differ_are_not_ranked(
    world: Make, head: Make, tally: Make, ask: Ask, mixed: str
) -> None:
    """Whether a whole region counts PNS alone, or some of its OPD do."""
    other = "33.04/d"
    heads = [head(unit, 100, employee_type="PNS" if unit == mixed else "ASN") for unit in sorted({A, mixed, other})]
    tallies = [tally(A, 60, 60), tally(other, 80, 90)]
    section = opd.section(ask(world(heads, tallies), "33"))
    assert any("tidak diperingkat" in note for note in section.notes)


def test_the_nation_compares_its_provinces(worked: Frames, ask: Ask) -> None:
    section = opd.section(ask(worked, None))
    assert section.finding.words == (
        "1 dari 1 provinsi mempunyai rekap; sedikitnya 98 orang sudah menandatangani, dari berapa orang tidak "
        "diketahui."
    )
    assert section.heading == "Provinsi"
