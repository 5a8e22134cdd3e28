"""Files of headcounts or signatures as messy as regions send them, each with the truth that it was made from."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from dataclasses import dataclass, replace

import openpyxl
from hypothesis import strategies as st

from etl.ingest.values import Verdict
from etl.recognise.layout import FileKind

REGION, CAMPAIGN, DAY = "33.07", "pemilu-2024", dt.date(2023, 12, 31)

NAMES = {
    "Badan Kesatuan Bangsa dan Politik": ("Kesbangpol", "Bakesbangpol"),
    "Dinas Kesehatan": ("DINAS KESEHATAN", "Dinkes", "Dinas Kesehatan Kab. Wonosobo"),
    "Dinas Perhubungan": ("Dishub", "Dinas  Perhubungan"),
    "Dinas Sosial": ("Dinsos", "dinas sosial"),
    "Inspektorat Daerah": ("Inspektorat", "INSPEKTORAT"),
    "Kecamatan Kertek": ("Kec. Kertek", "KECAMATAN KERTEK"),
    "Kecamatan Garung": ("Kec Garung", "Kecamatan\u00a0Garung"),
    "Sekretariat Daerah": ("Setda", "SEKRETARIAT DAERAH"),
    "Sekretariat DPRD": ("Setwan", "SEKRETARIAT DPRD"),
}
"""OPD by canonical name, each with ways to write it that are known everywhere."""

TITLES = (
    ("REKAPITULASI PEGAWAI", "KABUPATEN WONOSOBO", "Keadaan 31 Desember 2023"),
    ("Data Pegawai Menurut Perangkat Daerah per 31 Desember 2023",),
    ("Pemerintah Kabupaten Wonosobo", "", "Posisi: 31-12-2023"),
)
FOOTERS = (
    (),
    (("Sumber: BKPSDM",),),
    (("Catatan: angka sementara",), ("",), ("", "", "Kepala BKPSDM")),
)
COUNTS = {"PNS": ("PNS", "Jumlah PNS"), "PPPK": ("PPPK", "P3K"), "NON_ASN": ("Non ASN", "NON-ASN")}
SIGNED = {"people": ("Jumlah ASN", "Target ASN"), "pledged": ("Ikut Ikrar",), "signed": ("Menandatangani Pakta",)}
UNITS = ("OPD", "Perangkat Daerah", "Nama OPD", "Unit Kerja")
FIGURELESS = "–"

Key = tuple[str, str, str]
"""Table, OPD, and employee type or measure."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file. `verdict` is null where it is not data; `figures` are what a good row brings."""

    cells: tuple[str, ...]
    verdict: Verdict | None = None
    figures: tuple[tuple[Key, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A file and the truth about it."""

    kind: FileKind
    lines: tuple[Line, ...]

    @property
    def verdicts(self) -> Counter[Verdict]:
        return Counter(line.verdict for line in self.lines if line.verdict is not None)

    @property
    def figures(self) -> dict[Key, int | None]:
        return dict(figure for line in self.lines if line.verdict is Verdict.NEW for figure in line.figures)

    def shuffled(self, order: list[int]) -> Made:
        """The same with its data rows in another order."""
        data = [line for line in self.lines if line.verdict is not None]
        moved = iter([data[place] for place in order])
        return replace(self, lines=tuple(line if line.verdict is None else next(moved) for line in self.lines))

    def text(self, separator: str, encoding: str) -> bytes:
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=separator).writerows(line.cells for line in self.lines)
        return file.getvalue().encode(encoding)

    def xlsx(self) -> bytes:
        book, file = openpyxl.Workbook(), io.BytesIO()
        for row, line in enumerate(self.lines, 1):
            for column, cell in enumerate(line.cells, 1):
                if cell:
                    book.worksheets[0].cell(row, column, int(cell) if cell.isdecimal() else cell)
        book.save(file)
        return file.getvalue()


@st.composite
def files(draw: st.DrawFn) -> Made:
    """Titles, one header row or two, a numbering, units, doubles and faults, a total, footers."""
    kind = draw(st.sampled_from([FileKind.HEADCOUNT, FileKind.SIGNATURES]))
    measures = SIGNED if kind is FileKind.SIGNATURES else COUNTS
    chosen = list(measures) if kind is FileKind.SIGNATURES else list(measures)[: draw(st.integers(2, 3))]
    headings = [draw(st.sampled_from(measures[measure])) for measure in chosen]
    numbered, dotted = draw(st.booleans()), draw(st.booleans())
    opd = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=4, unique=True))

    def written(count: int | None) -> str:
        if count is None:
            return FIGURELESS
        digits = f"{count:,}".replace(",", ".") if dotted else str(count)
        return draw(st.sampled_from([digits, digits, f" {digits}", f"{digits}\u00a0", f"{digits} orang"]))

    def line(name: str, counts: list[int | None], verdict: Verdict, printed: list[str] | None = None) -> Line:
        shown = draw(st.sampled_from([name, *NAMES.get(name, ())]))
        keys = [("signature" if m in {"pledged", "signed"} else "headcount", name, m) for m in chosen]
        cells = [shown, *(printed or [written(count) for count in counts])]
        return Line(tuple(cells), verdict, tuple(zip(keys, counts, strict=True)))

    def counts() -> list[int | None]:
        target = draw(st.integers(1, 4999))
        if kind is FileKind.SIGNATURES:
            return [target, *(draw(st.none() | st.integers(0, target)) for _ in chosen[1:])]
        return [target, *(draw(st.none() | st.integers(0, 4999)) for _ in chosen[1:])]

    data = []
    for name in opd:
        figures = counts()
        fate = draw(st.sampled_from(["good", "good", "good", "twice", "contradicts"]))
        first = line(name, figures, Verdict.CONFLICT if fate == "contradicts" else Verdict.NEW)
        data.append(first)
        if fate == "twice":
            data.append(line(name, figures, Verdict.SAME))
        elif fate == "contradicts":
            data.append(line(name, [figures[0] + 1, *figures[1:]], Verdict.CONFLICT))
    faults = {
        "unknown": line("Unit Antah Berantah", counts(), Verdict.HELD),
        "vertical": line("Kantor Kementerian Agama", counts(), Verdict.REFUSED),
        "negative": line("Dinas Pariwisata", counts(), Verdict.REFUSED, ["-3", *[written(5) for _ in chosen[1:]]]),
        "letter": line("Dinas Lingkungan Hidup", counts(), Verdict.REFUSED, ["4O2", *[written(5) for _ in chosen[1:]]]),
    }
    data += [faults[fault] for fault in draw(st.lists(st.sampled_from(sorted(faults)), max_size=2, unique=True))]
    data = draw(st.permutations(data))

    lead = ("No",) if numbered else ()
    total = ["Jumlah", *(str(sum(one.figures[place][1] or 0 for one in data)) for place in range(len(chosen)))]
    body = [replace(one, cells=((str(number),) if numbered else ()) + one.cells) for number, one in enumerate(data, 1)]
    header = [Line((*lead, draw(st.sampled_from(UNITS)), *headings))]
    if kind is FileKind.HEADCOUNT and draw(st.booleans()):
        blank = ("",) * len(lead)
        header = [
            Line((*lead, header[0].cells[len(lead)], "Status Kepegawaian", *("",) * (len(chosen) - 1))),
            Line((*blank, "", *headings)),
        ]
    titles = [Line((title,)) for title in draw(st.sampled_from(TITLES))]
    ending = [Line((("",) * len(lead)) + tuple(total))] if draw(st.booleans()) else []
    footers = [Line(footer) for footer in draw(st.sampled_from(FOOTERS))]
    gap = [Line(("",))] if draw(st.booleans()) else []
    return Made(kind, (*titles, *gap, *header, *body, *ending, *footers))
