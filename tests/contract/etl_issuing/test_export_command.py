"""`ikrar export`: every kind of file, on record under its code with the state and the questions that it shows."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest
from click.testing import Result
from PIL import Image
from pypdf import PdfReader
from typer.testing import CliRunner

from briefings.finding import Query
from briefings.regional import INDICATORS as OF_REGIONS
from briefings.stamp import code_in
from catalogue import audit
from etl.cli.app import build
from etl.issuing import KINDS, PUBLIC_ADDRESS, WHOLE
from etl.issuing.lookup import find
from i18n import BadInput, NotFound
from indicators.registry import DEFINITIONS
from indicators.scope import Scope
from warehouse.store import Store
from warehouse.vocabulary import Audience

STEP = re.compile(r"… (\d+) dari (\d+)$", re.MULTILINE)
Export = Callable[..., tuple[Result, Path]]


@pytest.fixture(scope="module")
def store(built_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose catalogue these tests write to."""
    return shutil.copytree(built_store, tmp_path_factory.mktemp("export") / "store")


@pytest.fixture
def export(store: Path, tmp_path: Path) -> Export:
    def run(kind: str, *arguments: str) -> tuple[Result, Path]:
        file = tmp_path / f"file.{kind}"
        result = CliRunner().invoke(
            build("export"), ["export", kind, *arguments, "-o", str(file), "--store", str(store)]
        )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result, file

    return run


def text_of(kind: str, content: bytes) -> str:
    """What the file says, read by another program than the one that wrote it where there is one."""
    match kind:
        case "pptx" | "docx" | "xlsx" | "zip":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert archive.testzip() is None
                parts = [name for name in archive.namelist() if name.endswith((".xml", ".csv", ".txt"))]
                return "\n".join(archive.read(name).decode() for name in parts)
        case "pdf":
            return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        case "png":
            with Image.open(io.BytesIO(content)) as image:
                image.load()
                return " ".join(map(str, image.info.values()))
        case "parquet":
            return str(pl.read_parquet(io.BytesIO(content)).rows())
        case "gpkg":
            with sqlite3.connect(":memory:") as database:
                database.deserialize(content)
                return "\n".join(database.iterdump())
        case _:
            return content.decode("utf-8-sig")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_carries_the_code_that_it_is_on_record_under(kind: str, export: Export, store: Path) -> None:
    result, file = export(kind, "--region", "33", "--json")
    said, content = json.loads(result.stdout), file.read_bytes()
    assert said == {
        "file": str(file),
        "kind": kind,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "code": code_in(said["code"]),
        "snapshot": 1,
        "recorded": True,
    }
    found = find(Store(store), said["code"])
    assert found is not None
    kept = found.newest
    assert (kept.kind, kept.region_code, kept.per, kept.audience) == (kind, "33", "1", Audience.DALAM)
    assert (kept.sha256, kept.bytes) == (said["sha256"], said["bytes"])
    assert kept.path.startswith("/wilayah?wilayah=33&kampanye=")
    assert kept.path.endswith("&per=1")
    assert found.queries
    assert kept.versions == {one.indicator: DEFINITIONS[one.indicator].version for one in found.queries}
    assert said["code"] in text_of(kind, content)
    steps = [(int(place), int(count)) for place, count in STEP.findall(result.stderr)]
    assert steps == [(place, len(steps)) for place in range(1, len(steps) + 1)]  # none left out, none more than said
    assert bool(steps) == (kind in WHOLE)


def test_files_that_hold_the_same_have_one_code_whatever_their_kind_and_hour(export: Export, store: Path) -> None:
    def code_of(kind: str) -> str:
        code: str = json.loads(export(kind, "--region", "33", "--campaign", "pemilu-2024", "--json")[0].stdout)["code"]
        return code

    whole, with_regions = (
        [code_of(kind) for kind in ("docx", "pdf", "docx")],
        [code_of(kind) for kind in ("zip", "zip")],
    )
    assert len(set(whole)) == len(set(with_regions)) == 1
    report, package = (find(Store(store), code) for code in (whole[0], with_regions[0]))
    assert report is not None
    assert package is not None
    assert [one.kind for one in report.made[:3]] == ["docx", "pdf", "docx"]
    every = {Query(name, Scope("33", "kabupaten", "pemilu-2024", audience=Audience.DALAM)) for name in OF_REGIONS}
    assert every <= set(package.queries)
    assert set(report.queries) < set(package.queries)


@pytest.mark.parametrize("kind", ["csv", "geojson"])
@pytest.mark.parametrize(("region", "rows"), [("33", 35), ("33.08", 1), (None, 514)])
def test_data_has_every_region_also_those_without_a_figure(
    kind: str, region: str | None, rows: int, export: Export
) -> None:
    content = export(kind, *(("--region", region) if region else ()))[1].read_text(encoding="utf-8-sig")
    assert (len(json.loads(content)["features"]) if kind == "geojson" else len(content.splitlines()) - 1) == rows


def test_a_map_of_a_region_and_of_its_province_have_codes_of_their_own(export: Export) -> None:
    codes = {
        json.loads(export("svg", "--region", code, "--json")[0].stdout)["code"] for code in ("33", "33.03", "33.04")
    }
    assert len(codes) == 3


@pytest.mark.parametrize(
    "more",
    [
        ("--region", "34"),
        ("--campaign", "pilkada-2024"),
        ("--as-of", "2024-01-31"),
        ("--audience", "publik"),
        ("--section", "peta"),
    ],
)
def test_other_figures_have_another_code(more: tuple[str, ...], export: Export) -> None:
    asked = ("--region", "33.03", "--campaign", "pemilu-2024", "--json")
    codes = {json.loads(export("csv", *asked, *extra)[0].stdout)["code"] for extra in ((), more)}
    assert len(codes) == 2


def test_another_language_says_the_same(export: Export, store: Path) -> None:
    ours, theirs = (
        json.loads(export("zip", "--region", "33", "--language", language, "--json")[0].stdout)
        for language in ("id", "en")
    )
    assert ours["code"] == theirs["code"]
    found = find(Store(store), ours["code"])
    assert found is not None
    assert [one.language for one in found.made[:2]] == ["en", "id"]


def test_a_day_is_kept_with_the_snapshot_that_answered_for_it(export: Export, store: Path) -> None:
    said = json.loads(export("csv", "--region", "33", "--as-of", "2024-01-31", "--json")[0].stdout)
    found = find(Store(store), said["code"])
    assert found is not None
    assert found.newest.per == "1@2024-01-31"
    assert {str(one.scope.as_of) for one in found.queries} == {"2024-01-31"}


def test_one_section_as_pdf_is_its_picture_and_several_are_a_report(export: Export) -> None:
    pages = {
        sections: len(PdfReader(export("pdf", "--region", "33", *sections)[1]).pages)
        for sections in ((), ("--section", "peta"), ("--section", "ringkasan", "--section", "peta"))
    }
    assert pages["--section", "peta"] == 1
    assert pages[()] > pages["--section", "peta"]


def test_a_csv_is_parted_as_wished(export: Export) -> None:
    headings = [
        export("csv", "--region", "33", *wish)[1].read_bytes().splitlines()[0] for wish in ((), ("--semicolon",))
    ]
    assert headings[0].replace(b",", b";") == headings[1] != headings[0]


def test_people_read_what_was_made(export: Export) -> None:
    result, file = export("csv", "--region", "33")
    assert result.stdout.startswith(f"{file}: Tabel (CSV), ")
    assert code_in(result.stdout.split()[-1])


def test_a_file_names_where_others_open_its_code(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBLIC_ADDRESS, "https://ikrar.example.go.id/")
    result, file = export("zip", "--region", "33", "--json")
    code = json.loads(result.stdout)["code"]
    assert f"https://ikrar.example.go.id/cek?kode={code}" in text_of("zip", file.read_bytes())


@pytest.fixture
def nothing_is_kept(store: Path) -> Iterator[None]:
    def entries() -> int:
        with Store(store).catalogue.reading() as session:
            return len(audit.entries(session))

    before = entries()
    yield
    assert entries() == before


@pytest.mark.usefixtures("nothing_is_kept")
@pytest.mark.parametrize(
    ("arguments", "fault", "says"),
    [
        (("doc", "--region", "33"), BadInput, ", ".join(KINDS)),
        (("csv", "--region", "99"), NotFound, "99"),
        (("csv", "--campaign", "pemilu-1955"), NotFound, "pemilu-1955"),
        (("csv", "--as-of", "soon"), BadInput, "soon"),
        (("csv", "--as-of", "99"), NotFound, "99"),
        (("csv", "--language", "nl"), BadInput, "nl"),
        (("svg", "--region", "33", "--section", "metode"), BadInput, ", ".join(WHOLE)),
        (("pptx", "--region", "33", "--template", "missing.pptx"), BadInput, "missing.pptx"),
    ],
)
def test_what_cannot_be_made_is_said_and_leaves_no_file(
    arguments: tuple[str, ...], fault: type[BadInput], says: str, export: Export, tmp_path: Path
) -> None:
    with pytest.raises(fault, match=says.replace(".", r"\.")):
        export(*arguments)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("option", [("--section", "cuaca"), ("--audience", "semua")])
def test_an_unknown_word_ends_with_2(option: tuple[str, str], export: Export) -> None:
    assert export("csv", *option)[0].exit_code == 2
