"""A roster says the same through the door of workbooks and through the door of files of any size."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.ingest import Preview, Request, Verdict, preview, save
from etl.recognise.layout import FileKind
from etl.roster.large import LargePreview
from etl.roster.secret import VARIABLE
from etl.sources.tabular import DEFAULT
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

NOW = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)
LARGE = replace(DEFAULT, file=1)
TITLE = "Data contoh - daftar penanda tangan pakta integritas per 31 Oktober 2024"
HEADER = ["NIP", "Nama", "OPD", "Status", "Jabatan", "Pakta Integritas"]
REQUEST = Request("daftar.csv", "tester", FileKind.ROSTER, region="33.03", campaign="pilkada-2024", accept_mapping=True)


@pytest.fixture(scope="module")
def store(built_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the real store that keys may be made beside."""
    folder = tmp_path_factory.mktemp("roster") / "store"
    shutil.copytree(built_store, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "0123456789abcdef" * 4)
        yield folder


people = st.integers(1, 40).map(lambda n: f"1990{n % 12 + 1:02}{n % 28 + 1:02}20150{n % 9 + 1}1{900 + n}")
nips = st.one_of(
    people,
    people.map(lambda nip: f"'{nip[:8]} {nip[8:]}"),
    st.sampled_from(["1.99405E+17", "19900101201503190", "199001012015031000", "", "-"]),
)
names = st.sampled_from(["Pegawai Contoh", "Contoh, S.Kom.", 'Contoh "A"', "Pegawai\nContoh"])
rows = st.tuples(
    nips,
    names,
    st.sampled_from(
        ["Dinas Kesehatan", "Dinas Sosial", "DINAS KESEHATAN", "Dinas Perikanan", "Kantor Kementerian Agama"]
    ),
    st.sampled_from(["PNS", "PPPK", "ASN", ""]),
    st.sampled_from(["Pelaksana", "III.a", "JF", "Staf"]),
    st.sampled_from(["Sudah", "Belum", "ya", "", "cuti"]),
)


def written(body: list[tuple[str, ...]]) -> bytes:
    """A text file of these rows, below a title, a header and three good rows that show what the columns are."""
    known = [
        (f"19850{n}0120100{n}1{n}11", "Pegawai Contoh", "Dinas Kesehatan", "PNS", "Pelaksana", "Sudah")
        for n in (1, 2, 3)
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow([TITLE])
    writer.writerows([HEADER, *known, *body])
    return out.getvalue().encode()


def said(found: Preview) -> dict[str, object]:
    """All that must not depend on the door."""
    tables = {
        name: pl.DataFrame(frame.lazy().collect())
        for name, frame in found.tables.items()
        if name in {"headcount", "signature", "person_key", "opd"}
    }
    return {
        "counts": {verdict: found.count(verdict) for verdict in Verdict},
        "refusals": sorted((one.row, one.rule) for one in found.refusals),
        "warnings": sorted((one.row, one.rule) for one in found.warnings),
        "tables": {
            name: sorted(frame.drop("source_id", strict=False).rows(), key=str) for name, frame in tables.items()
        },
    }


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(rows, min_size=1, max_size=25))
def test_both_doors_say_the_same(store: Path, tmp_path: Path, body: list[tuple[str, ...]]) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(written(body))
    small = preview(Store(store), path, REQUEST, now=NOW)
    large = preview(Store(store), path, REQUEST, now=NOW, limits=LARGE)
    assert not small.questions
    assert not large.questions
    assert isinstance(large, LargePreview)
    assert large.rows_in == len(body) + 3
    assert said(large) == said(small)


def test_a_second_time_changes_nothing(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(store, folder)
    body = [(f"1990010120150{n}1{901 + n}", "Pegawai Contoh", "Dinas Sosial", "", "JF", "Belum") for n in range(1, 9)]
    path = tmp_path / "daftar.csv"
    path.write_bytes(written(body))
    first = save(Store(folder), preview(Store(folder), path, REQUEST, now=NOW, limits=LARGE), now=NOW)
    assert first.preview.count(Verdict.NEW) == 11
    assert first.batch is not None
    assert Store(folder).table("person_key").height == 11
    path.write_bytes(written(body[::-1]))
    for limits in (LARGE, DEFAULT):
        again = preview(Store(folder), path, REQUEST, now=NOW, limits=limits)
        assert again.count(Verdict.SAME) == again.rows_in == 11
        assert save(Store(folder), again, now=NOW).batch is None
