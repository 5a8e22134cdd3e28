"""Files as messy as regions send them, made from a known truth: nothing lost, nothing counted twice, all undone."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.ingest import preview, save
from etl.ingest.values import Preview, Request, Verdict
from etl.recognise.layout import FileKind
from warehouse.digests import frames_digest
from warehouse.frames import Frames
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
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


def asked(made: Made, **answers: str) -> Request:
    return Request(
        name="rekap",
        by="analis",
        kind=made.kind,
        region=REGION,
        campaign=CAMPAIGN,
        accept_mapping=True,
        answers=answers,
    )


def brought(store: Store, got: Preview) -> dict[Key, int | None]:
    """The figures that the preview would load, by OPD; all exact or not given."""
    names = {**dict(store.table("opd").select("opd_id", "name").iter_rows()), **got.proposed_opd}
    return figures_of(got.tables, names, got.kind)


def held(store: Store, kinds: set[FileKind]) -> dict[Key, int | None]:
    """The figures that the store holds of the region."""
    frames = store.frames()
    names = dict(frames.opd.select("opd_id", "name").iter_rows())
    own = {name: getattr(frames, name).filter(pl.col("region_code") == REGION) for name in ("headcount", "signature")}
    return {key: value for kind in kinds for key, value in figures_of(own, names, kind).items()}


def figures_of(tables: Mapping[str, pl.DataFrame], names: Mapping[str, str], kind: FileKind) -> dict[Key, int | None]:
    found: dict[Key, int | None] = {}
    for table, fields in {"headcount": ("people",), "signature": ("pledged", "signed")}.items():
        for row in tables[table].iter_rows(named=True) if table in tables else ():
            assert (row["as_of"], row["tier"], row["region_code"]) == (DAY, "semua", REGION)
            if (row["employee_type"] == "ASN") is not (kind is FileKind.SIGNATURES):
                continue
            for field in fields:
                assert row[f"{field}_low"] == row[f"{field}_high"]
                what = field if kind is FileKind.SIGNATURES else row["employee_type"]
                found[table, names[row["opd_id"]], what] = row[f"{field}_low"]
    return found


@pytest.fixture(scope="module")
def store(built_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of this module's own: each example leaves it as it found it, which is one of the things tried."""
    return Store(shutil.copytree(built_store, tmp_path_factory.mktemp("messy") / "store"))


def reaches_the_truth(store: Store, made: Made, separator: str, encoding: str) -> None:
    got = preview(store, made.text(separator, encoding), asked(made), now=NOW)
    assert {one: got.count(one) for one in Verdict if got.count(one)} == dict(made.verdicts)
    assert got.rows_in == sum(made.verdicts.values())
    assert brought(store, got) == made.figures


def changes_nothing_again(store: Store, made: Made, order: list[int]) -> None:
    """Saved, then sent again in every other form: no new snapshot; undone: as before."""
    before = store.latest().number
    first = save(store, preview(store, made.text(",", "utf-8"), asked(made), now=NOW), now=NOW)
    assert first.batch is not None
    assert first.snapshot == before + 1
    again = {
        "same": (made.text(",", "utf-8"), {}),
        "utf-16": (made.text("\t", "utf-16"), {}),
        "cp1252": (made.text(";", "cp1252"), {"encoding": "cp1252"}),
        "shuffled": (made.shuffled(order).text("|", "utf-8-sig"), {}),
        "xlsx": (made.shuffled(order[::-1]).xlsx(), {}),
    }
    for form, (data, answers) in again.items():
        got = preview(store, data, asked(made, **answers), now=NOW)
        assert (got.count(Verdict.NEW), got.count(Verdict.CHANGED)) == (0, 0), form
        outcome = save(store, got, now=NOW)
        assert (outcome.batch, outcome.snapshot) == (None, first.snapshot), form
    store.undo(first.batch, by="analis", now=NOW)
    assert digest(store.frames()) == digest(store.frames(before))


def is_undone_step_by_step(store: Store, files: list[Made]) -> None:
    """Each file replaces what the one before said; undone in turn, each earlier state is back exactly."""
    states, batches, truth = [digest(store.frames())], [], {}
    for made in files:
        got = preview(store, made.text(",", "utf-8"), asked(made), now=NOW)
        batch = save(store, got, now=NOW).batch
        truth |= made.figures
        assert held(store, {made.kind for made in files}) == truth
        if batch is not None:
            batches.append(batch)
            states.append(digest(store.frames()))
    for batch, state in zip(reversed(batches), reversed(states[:-1]), strict=True):
        store.undo(batch, by="analis", now=NOW)
        assert digest(store.frames()) == state


def digest(frames: Frames) -> str:
    return frames_digest({table: getattr(frames, table) for table in Frames.tables()})


quick = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
long = settings(quick, max_examples=int(os.environ.get("IKRAR_SOAK_EXAMPLES", "300")))
forms = {"separator": st.sampled_from(",;\t|"), "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])}


@quick
@given(made=files(), **forms)
def test_every_row_gets_the_verdict_it_deserves(store: Store, made: Made, separator: str, encoding: str) -> None:
    reaches_the_truth(store, made, separator, encoding)


@settings(quick, max_examples=2)
@given(made=files(), data=st.data())
def test_sent_again_in_any_form_changes_nothing(store: Store, made: Made, data: st.DataObject) -> None:
    changes_nothing_again(store, made, data.draw(st.permutations(range(sum(made.verdicts.values())))))


@settings(quick, max_examples=2)
@given(made=st.lists(files(), min_size=2, max_size=3))
def test_what_later_files_changed_comes_back(store: Store, made: list[Made]) -> None:
    is_undone_step_by_step(store, made)


@pytest.mark.soak
@long
@given(made=files(), **forms)
def test_many_files_get_the_verdicts_they_deserve(store: Store, made: Made, separator: str, encoding: str) -> None:
    reaches_the_truth(store, made, separator, encoding)


@pytest.mark.soak
@settings(long, max_examples=long.max_examples // 6)
@given(made=files(), data=st.data())
def test_many_files_sent_again_change_nothing(store: Store, made: Made, data: st.DataObject) -> None:
    changes_nothing_again(store, made, data.draw(st.permutations(range(sum(made.verdicts.values())))))


@pytest.mark.soak
@settings(long, max_examples=long.max_examples // 6)
@given(made=st.lists(files(), min_size=2, max_size=4))
def test_what_many_files_changed_comes_back(store: Store, made: list[Made]) -> None:
    is_undone_step_by_step(store, made)
