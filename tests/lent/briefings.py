"""Briefings that the tests of sentences and of every file format share, and what the command says of their figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from warehouse.frames import Frames

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def small_briefing() -> Briefing:
    """A briefing made by hand: each kind of picture, cell and state once, and text that wants to be a formula."""
    import geo
    from briefings.briefing import Briefing, Request, Section, SectionName, SourceNote
    from briefings.finding import Finding, Number, Query, Reference
    from briefings.picture import MapDrawing, NativeChart, Picture, Series
    from briefings.table import Bounds, Column, Table
    from charts.map import MapRow, MapView, Scale, classes
    from charts.ranges import Row, Span, ranges
    from i18n import text
    from indicators import Scope
    from indicators.words import STATES
    from warehouse.vocabulary import State

    t = text("id")
    names = {state: t(word) for state, word in STATES.items()}
    coverage = Query("documented_events", Scope("33", level="kabupaten"))
    signed = Query("signed_rate", Scope("33.03", level="opd"))

    def units(words: str, *states: str) -> Number:
        return Number(words, float(words), float(words), Reference(coverage, None, "units", states))

    def cell(unit: str, low: float | None, high: float | None, state: str = State.NILAI) -> Bounds:
        said = t.rate(low, high) if state == State.NILAI else names[state]
        return Bounds(state, low, high, said, Reference(signed, f"33.03/{unit}"))

    found = Finding(
        "{with_evidence} dari {total} kabupaten/kota di {place} punya bukti ikrar",
        {"with_evidence": units("12", State.NILAI), "total": units("35")},
        {"place": "Jawa Tengah"},
    )
    rows = [
        MapRow("33.03", State.NILAI, 2.0, 2.0, "2", 3, "C", dt.date(2023, 11, 24)),
        MapRow("33.01", State.NILAI, 1.0, 1.0, "1", 1, "D", dt.date(2023, 11, 20)),
        MapRow("33.02", State.BELUM_LAPOR),
        *(MapRow(f"33.{unit:02}", State.BELUM_ADA_BUKTI) for unit in (*range(4, 30), *range(71, 77))),
    ]
    made = classes("tetap", "documented_events", [1.0, 2.0], is_fraction=False, of_provinces=False)
    view = MapView(
        rows, Scale.of(made, "documented_events", names, t), "", "", "kabupaten", "33", "documented_events",
        "Ikrar terdokumentasi", found.words, "", "/wilayah?wilayah=", names, weak_label="Bergaris: bukti lemah",
    )  # fmt: skip
    outlines = next(layer for layer in geo.layers(ROOT / "none") if layer.kind == "skematik")
    chart = ranges(
        [
            Row("Dinas Kesehatan", Span(0.6, 0.6), Span(0.9, 1.0), None, ("Dinas Kesehatan",)),
            Row("=SUM(A1:A9)", Span(0.76, None), None, None, ("=SUM",)),
            Row("Dinas $ocial & <b>Budaya</b>", None, None, names[State.BELUM_LAPOR], ()),
        ],
        t,
    )
    native = NativeChart(
        "bars",
        ("Dinas Kesehatan", "=SUM(A1:A9)", "Dinas $ocial & <b>Budaya</b>"),
        (
            Series("sampai batas bawah", (0.6, 0.76, None), "#ffffff", hidden=True),
            Series("batas bawah sampai atas", (0.0, 0.24, None), "#1b4b7a"),
        ),
        "Bagian ASN wajib yang menandatangani",
        is_fraction=True,
    )
    table = Table(
        "opd",
        "Penandatanganan per OPD",
        (
            Column("opd_name", "OPD", description="Nama OPD"),
            Column("target_count", "Target", "count"),
            Column("as_of", "Per", "day"),
            Column("signed_rate", "Menandatangani", "fraction", bounded=True),
        ),
        (
            ("Dinas Kesehatan", 100, dt.date(2023, 11, 24), cell("dinas-kesehatan", 0.6, 0.6)),
            ("=SUM(A1:A9)", 50, dt.date(2023, 11, 24), cell("a", 0.76, None)),
            ("+62 811", 8100, None, cell("b", 0.49, 0.76)),
            ("-", None, None, cell("c", None, None, State.DITAHAN)),
            ("@dinas", None, None, cell("d", None, None, State.TIDAK_WAJIB)),
            ("Dinas $ocial & <b>Budaya</b>", 40, None, cell("e", None, None, State.BELUM_LAPOR)),
            ("Badan #1 *tebal* _x_", None, None, cell("f", None, None, State.BELUM_ADA_BUKTI)),
        ),
        ("Target adalah ASN yang wajib menandatangani.",),
    )
    sources = (
        SourceNote("Ikrar netralitas =ASN", "Pemkab", "C", "https://example.go.id/a?b=1", dt.date(2023, 11, 24)),
        SourceNote("Rekap pakta", "BKPSDM", "B"),
    )  # fmt: skip
    shown = {"source": "Sumber: 2 sumber, bukti B–C.", "queries": (coverage,)}
    drawn = Picture("peta", found.words, MapDrawing(view, outlines), **shown)
    bars = Picture(
        "opd", "1 OPD belum melapor", chart, key=(("#1b4b7a", "menandatangani pakta"),), native=native, **shown
    )
    return Briefing(
        Request("33"),
        "Jawa Tengah",
        "Pemilu 2024",
        "Ikrar netralitas ASN di Jawa Tengah",
        (
            Section(SectionName.RINGKASAN, "Ringkasan", found, (found,), notes=("Catatan <i>ringkas</i>.",)),
            Section(SectionName.PETA, "Peta", found, picture=drawn, sources=sources),
            Section(SectionName.OPD, "OPD", Finding("Satu belum melapor"), (found,), bars, (table,), sources=sources),
            Section(SectionName.LINIMASA, "Linimasa", Finding("Belum ada acara yang terdokumentasi")),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def small_stamp() -> Stamp:
    """What the files of the hand-made briefing say of themselves."""
    from briefings.stamp import Stamp

    taken = dt.datetime(2024, 9, 25, 7, 5, tzinfo=dt.UTC)
    versions = {"documented_events": 1, "signed_rate": 2}
    return Stamp(
        "IKR-4F7K-Q2XM", "12", 12, taken, taken.date(), is_simulated=False, versions=versions,
        made_at=taken + dt.timedelta(days=1), boundaries="Peta skematik Ikrar",
        address="https://ikrar.example.go.id/cek?kode=IKR-4F7K-Q2XM",
    )  # fmt: skip


@pytest.fixture(scope="session")
def lone_opd_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one kabupaten with one OPD, obliged and counted; no ceremony. Read only."""
    import polars as pl

    from warehouse.store import Store
    from warehouse.tables import TABLES

    region, day = "33.03", dt.date(2024, 9, 20)
    unit = {"region_code": region, "opd_id": f"{region}/dinas-kesehatan"}
    people = {**unit, "unit_id": unit["opd_id"], "employee_type": "ASN", "tier": "semua", "source_id": "rekap"}
    rows = {
        "region": [
            {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
            {"code": region, "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
        ],
        "campaign": [
            {"campaign_id": "pilkada-2024", "name": "Pilkada 2024", "election_date": dt.date(2024, 11, 27),
             "campaign_start": dt.date(2024, 9, 25)},
        ],
        "source": [
            {"source_id": "rekap", "kind": "workbook", "publisher": "BKPSDM", "title": "Rekap", "grade": "B",
             "is_simulated": False},
        ],
        "opd": [{**unit, "name": "Dinas Kesehatan", "kind": "dinas"}],
        "headcount": [{**people, "as_of": day, "as_of_precision": "day", "people_low": 120, "people_high": 120}],
        "signature": [
            {**people, "as_of": day, "campaign_id": "pilkada-2024", "signed_low": 98, "signed_high": 102,
             "signed_stated": "kurang lebih 100", "signed_qualifier": "approx", "pledged_low": 110,
             "pledged_high": 110},
        ],
        "obligation": [
            {"obligation_id": "edaran", "campaign_id": "pilkada-2024", "region_code": region, "scope": "every_opd",
             "what": "report", "status": "wajib", "due_date": dt.date(2024, 10, 1), "set_by": "Sekda",
             "source_id": "rekap"},
        ],
    }  # fmt: skip
    frames = {}
    for name, given in rows.items():
        schema = {column: kind for column, kind in TABLES[name].create_empty().schema.items() if column != "batch_id"}
        frames[name] = pl.DataFrame([{column: row.get(column) for column in schema} for row in given], schema=schema)
    folder = tmp_path_factory.mktemp("lone") / "store"
    now = dt.datetime(2024, 10, 5, tzinfo=dt.UTC)
    Store(folder).load(frames, kind="uji", name="uji", by="test", content_sha256="0" * 64, now=now)
    return folder


@pytest.fixture(scope="session")
def briefings_made(
    bundled_frames: Frames, example_store: Path, lone_opd_store: Path
) -> Mapping[str, tuple[Briefing, Frames]]:
    """Whole briefings and what they are of: a province with data, one without any, the example nation, a single OPD."""
    import geo
    from briefings.briefing import Request
    from briefings.build import brief
    from i18n import text
    from warehouse.store import Store

    outlines = next(layer for layer in geo.layers(ROOT / "none") if layer.kind == "skematik")
    cases = {
        "provinsi": ("33", bundled_frames),
        "tanpa-data": ("51", bundled_frames),
        "contoh": (None, Store(example_store).frames()),
        "satu-opd": ("33.03", Store(lone_opd_store).frames()),
    }
    return {
        case: (brief(frames, Request(region), text("id"), outlines), frames) for case, (region, frames) in cases.items()
    }


@pytest.fixture(scope="session")
def query_prints() -> Callable[..., dict[str | None, dict[str, Any]]]:
    """What `ikrar query` prints about a store: rows by code, asked with the indicator and the command's options.

    Each store is opened once for all commands, as one that stays open would be.
    """
    import json
    from functools import cache

    import typer.main
    from click.testing import CliRunner

    from etl.cli.app import build
    from warehouse.store import Store

    class OpenStore(Store):
        @cache  # noqa: B019  # one a store, for as long as the tests run
        def frames(self, number: int | None = None, *_: object) -> Frames:
            return super().frames(number)

    @cache
    def asked(store: Path, indicator: str, *options: str) -> dict[str | None, dict[str, Any]]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("etl.cli.query.Store", opened)
            done = CliRunner().invoke(app, ["query", indicator, "--store", str(store), "--json", *options])
        assert done.exit_code == 0, done.stderr
        return {row["code"]: row for row in json.loads(done.stdout)}

    app, opened = typer.main.get_command(build()), cache(OpenStore)
    return asked
