"""Names and NIP planted in rosters, then looked for in everything that stays."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from etl.ingest import Preview, Request, ingest, preview, save
from etl.recognise.layout import FileKind
from etl.roster.secret import VARIABLE
from etl.sources.tabular import DEFAULT
from i18n import IkrarError, text
from warehouse.store import Store

NOW = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)
PLANTED = (
    "Zulkarnaen",
    "Wulandari",
    "198501012010011911",
    "198602022011012912",
    "199102022016022",
    "1.99405E+17",
    "197512122000031935",
)
"""Names, whole NIP and what damage leaves of one; the last stands in the signature block."""

HEADER = ("No", "NIP", "Nama", "OPD", "Status", "Jabatan", "Pakta Integritas")
PEOPLE = (
    (1, "198501012010011911", "Zulkarnaen Contoh", "Dinas Kesehatan", "PNS", "Pelaksana", "Sudah"),
    (2, "1986 0202 2011 012 912", "Wulandari Contoh", "Dinas Kesehatan", "PNS", "Pelaksana", "Belum"),
    (3, "198602022011012912", "Wulandari Contoh", "Dinas Sosial", "PNS", "Pelaksana", "Sudah"),
    (4, "199102022016022", "Zulkarnaen Kedua", "Dinas Sosial", "PNS", "Pelaksana", "Sudah"),
    (5, "1.99405E+17", "Wulandari Kedua", "Dinas Sosial", "PNS", "Pelaksana", "Sudah"),
    (6, "198703032012021913", "Zulkarnaen Ketiga", "Kantor Kementerian Agama", "PNS", "Pelaksana", "Sudah"),
)
FOOTER = (
    ("", "", "", "", "Kepala BKPSDM"),
    ("", "", "", "", "Zulkarnaen Wulandari"),
    ("", "", "", "", "NIP 197512122000031935"),
)
REQUEST = Request("daftar", "tester", FileKind.ROSTER, region="33.03", campaign="pilkada-2024", accept_mapping=True)
TITLE = "Daftar penanda tangan pakta integritas per 31 Oktober 2024"


def as_csv(*, with_footer: bool = True) -> bytes:
    """The roster as text."""
    lines = [(TITLE,), HEADER, *PEOPLE, *(FOOTER if with_footer else ())]
    return "\n".join(";".join(str(cell) for cell in line) for line in lines).encode()


def as_xlsx() -> bytes:
    """The roster as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in [(TITLE,), HEADER, *PEOPLE, *FOOTER]:
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def strings(value: object, seen: set[int]) -> Iterator[str]:
    """Every text within a value, however deep."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, str | bytes):
        yield value if isinstance(value, str) else value.decode("utf-8", "replace")
    elif isinstance(value, pl.DataFrame | pl.LazyFrame):
        yield value.lazy().collect().write_json()
    else:
        for one in inside(value):
            yield from strings(one, seen)
        yield str(value) if isinstance(value, int | float) else ""


def inside(value: object) -> list[object]:
    """What a value is made of."""
    if isinstance(value, Mapping):
        return [part for pair in value.items() for part in pair]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    return [getattr(value, one.name) for one in fields(value)] if is_dataclass(value) else []


def found(texts: Iterator[str]) -> set[str]:
    """What was planted and is in these texts."""
    told = [one.casefold() for one in texts]
    assert told
    return {planted for planted in PLANTED for one in told if planted.casefold() in one}


def files(folder: Path) -> Iterator[str]:
    """What every file below a folder holds; of Parquet files the rows too, for those are compressed."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name
            yield path.read_bytes().decode("latin-1")
            if path.suffix == ".parquet":
                yield pl.read_parquet(path, hive_partitioning=False).write_json()


@pytest.fixture
def store(built_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own, with a temporary folder of its own."""
    folder = tmp_path / "store"
    shutil.copytree(built_store, folder)
    monkeypatch.setenv(VARIABLE, "0123456789abcdef" * 4)
    return folder


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(as_csv())
    pl.DataFrame({"name": ["Zulkarnaen"]}).write_parquet(tmp_path / "b.parquet")
    assert found(files(tmp_path)) == set(PLANTED)
    assert found(strings({"a": [pl.DataFrame({"n": ["Wulandari"]})]}, set())) == {"Wulandari"}


@pytest.mark.parametrize("door", ["csv", "xlsx", "large"])
def test_nobody_is_in_what_is_kept(store: Path, tmp_path: Path, door: str, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / f"daftar.{door}"
    path.write_bytes(as_xlsx() if door == "xlsx" else as_csv(with_footer=door == "csv"))
    limits = replace(DEFAULT, file=1) if door == "large" else DEFAULT
    seen: Preview = preview(Store(store), path, REQUEST, now=NOW, limits=limits)
    path.unlink()
    assert seen.rows_in >= len(PEOPLE)
    assert not seen.is_clean
    assert found(strings(seen, set())) == set()
    outcome = save(Store(store), seen, now=NOW)
    assert outcome.batch is not None
    assert found(files(store)) == set()
    assert found(iter([caplog.text, "."])) == set()


def test_errors_name_nobody(store: Path) -> None:
    bad = as_csv().replace(b"NIP;Nama", b"NIP;NIP").replace(b"per 31 Oktober 2024", b"")
    try:
        seen = ingest(Store(store), bad, replace(REQUEST, campaign="pilkada-1999"), now=NOW, dry_run=True)
    except IkrarError as fault:
        shown = [fault.render(text("id")), repr(fault.values), str(fault)]
    else:
        pytest.fail(f"an unknown campaign was taken: {seen.batch}")
    assert found(iter(shown)) == set()


def test_the_command_leaves_nothing_behind(store: Path, tmp_path: Path) -> None:
    given, temporary = tmp_path / "given", tmp_path / "temporary"
    given.mkdir()
    temporary.mkdir()
    file = given / "daftar.xlsx"
    file.write_bytes(as_xlsx())
    environment = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary)}
    command = [
        sys.executable,
        "-c",
        "from etl.cli import main; main()",
        "ingest",
        str(file),
        "--as",
        "roster",
        "--region",
        "33.03",
    ]
    command += ["--campaign", "pilkada-2024", "--accept-mapping", "--json", "--store", str(store)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert told["refused"] >= 2
    assert found(iter([done.stdout, done.stderr, "."])) == set()
    assert found(iter([*files(temporary), *files(store), "."])) == set()
