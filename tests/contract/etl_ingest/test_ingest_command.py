"""`ikrar ingest` and `ikrar template`: options, exit codes, what is written and what is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from catalogue import audit
from etl.cli.app import build as command_line
from i18n import BadInput
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

ROWS = "Keadaan per 30 September 2024\nOPD;PNS;PPPK\nDinas Kesehatan;12;3\nDinas Perhubungan;{count};0\n"
REGION = ("--region", "33.03", "--campaign", "pilkada-2024")


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built_store, tmp_path / "store"))


def _file(tmp_path: Path, count: str = "7") -> str:
    path = tmp_path / "pegawai.csv"
    path.write_text(ROWS.format(count=count), encoding="utf-8", newline="\n")
    return str(path)


def _run(*arguments: str, store: Path) -> Result:
    result = CliRunner().invoke(command_line(), [*arguments, "--store", str(store)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def _json(*arguments: str, store: Path) -> tuple[int, Any]:
    result = _run("ingest", *arguments, "--json", store=store)
    return result.exit_code, json.loads(result.stdout)


def test_a_file_is_saved_by_name_and_taken_back(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKRAR_USER", "Analis Uji")
    before = Store(store).frames()
    said = _run("ingest", _file(tmp_path), *REGION, "--accept-mapping", store=store)
    assert said.exit_code == 0
    batch = Store(store).latest().batch
    assert f"ikrar undo {batch.batch_id}" in said.stdout
    assert batch.by == "Analis Uji"
    assert Store(store).frames().headcount.height == before.headcount.height + 4
    assert _run("undo", batch.batch_id, store=store).exit_code == 0
    with Store(store).catalogue.reading() as session:
        assert [entry.by for entry in audit.entries(session)][-2:] == ["Analis Uji", "Analis Uji"]
    assert Store(store).frames().headcount.equals(before.headcount)


def test_unasked_new_opd_are_a_question_that_a_file_can_answer(store: Path, tmp_path: Path) -> None:
    file = _file(tmp_path)
    code, first = _json(file, *REGION, store=store)
    assert (code, first["held"], first["batch"]) == (1, 2, None)
    (question,) = first["questions"]
    assert question["rows"] == 2
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({question["id"]: question["choices"][0]}), encoding="utf-8-sig")
    code, second = _json(file, *REGION, "--answers", str(answers), store=store)
    assert (code, second["new"], second["questions"]) == (0, 2, [])
    assert second["batch"] == Store(store).latest().batch.batch_id
    code, third = _json(file, *REGION, store=store)
    assert (code, third["same"], third["batch"]) == (0, 2, None)
    assert third["snapshot"] == second["snapshot"]


@pytest.mark.parametrize(("options", "saved"), [((), 1), (("--all-or-nothing",), 0), (("--dry-run",), 0)])
def test_a_refused_row_ends_with_1_and_goes_back_with_its_verdict(
    store: Path, tmp_path: Path, options: tuple[str, ...], saved: int
) -> None:
    snapshots = len(Store(store).snapshots())
    out = tmp_path / "kembali.xlsx"
    code, document = _json(
        _file(tmp_path, "-7"), *REGION, "--accept-mapping", *options, "--refused", str(out), store=store
    )
    assert (code, document["new"], document["refused"]) == (1, 1, 1)
    assert len(Store(store).snapshots()) == snapshots + saved
    sheet = openpyxl.load_workbook(out)["Data"]
    assert [row[3].value for row in sheet.iter_rows()][1:] == ["Putusan Ikrar", "Diterima: baru", "Ditolak"]
    assert document["refusals"][0]["message"] in sheet["E4"].value
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["kembali.xlsx", "pegawai.csv"]


@pytest.mark.parametrize(
    ("answers", "about"),
    [
        ("[1]", "no object"),
        ('{"q": 1}', "q"),
        ('{"q": ["a", 1]}', "q"),
        ("{", "Expecting"),
        (b"\xff", "utf-8"),
        (None, ""),
    ],
)
def test_answers_that_are_none_are_told(
    tmp_path: Path, built_store: Path, answers: str | bytes | None, about: str
) -> None:
    path = tmp_path / "answers.json"
    if answers is not None:
        path.write_bytes(answers if isinstance(answers, bytes) else answers.encode())
    with pytest.raises(BadInput, match="answers cannot be used") as fault:
        _run("ingest", _file(tmp_path), "--answers", str(path), "--dry-run", store=built_store)
    assert (fault.value.exit_code, about in str(fault.value)) == (2, True)


def test_what_cannot_be_brought_in_ends_with_2(tmp_path: Path, built_store: Path) -> None:
    for arguments, message in (
        ((str(tmp_path / "tidak-ada.xlsx"),), "no such file"),
        ((_file(tmp_path), "--region", "99.99"), "region"),
        ((_file(tmp_path), *REGION, "--dry-run", "--refused", str(tmp_path / "no" / "x.xlsx")), "cannot be written"),
    ):
        with pytest.raises(BadInput, match=message) as fault:
            _run("ingest", *arguments, store=built_store)
        assert fault.value.exit_code == 2
    assert _run("ingest", _file(tmp_path), "--as", "puisi", store=built_store).exit_code == 2


def test_without_a_store_one_is_built_and_that_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    said = _run("template", "--region", "11.04", "-o", str(tmp_path / "formulir.xlsx"), "--json", store=folder)
    assert "Belum ada gudang data" in said.stderr
    assert json.loads(said.stdout)["opd"] > 40
    assert Store(folder).exists()
    assert openpyxl.load_workbook(tmp_path / "formulir.xlsx").sheetnames[0] == "Pengisian"
