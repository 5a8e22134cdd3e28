"""`ikrar ingest ARTICLE --as article` as DESIGN 8 promises it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from etl.cli.app import build as command_line
from i18n import BadInput
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

ARTICLES = Path(__file__).parents[2] / "golden" / "articles"
VERDICTS = ("new", "same", "changed", "conflict", "refused", "held")


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built_store, tmp_path / "store"))


def test_a_ceremony_waits_until_it_is_answered(store: Path, tmp_path: Path) -> None:
    before = Store(store).latest().number
    held = _ingest("01", store)
    (question,) = held["questions"]
    assert (question["kind"], question["row"], question["choices"]) == ("review", 1, ["accept", "reject"])
    assert (_counts(held), held["batch"], held["snapshot"]) == ({"held": 1}, None, before)
    dry = _ingest("01", store, "--answers", _answers(tmp_path, held, "accept"), "--dry-run", code=0)
    assert (_counts(dry), dry["batch"]) == ({"new": 1}, None)
    saved = _ingest("01", store, "--answers", _answers(tmp_path, held, "accept"), code=0)
    assert (_counts(saved), saved["batch"], saved["snapshot"]) == ({"new": 1}, f"review-{before + 1}", before + 1)
    assert _counts(_ingest("01", store, code=0)) == {"same": 1}
    copied = _ingest("67", store)
    assert [one["rule"] for one in copied["warnings"]] == ["copy"]
    report = _ingest("68", store)
    assert [(one["rule"], one["column"]) for one in report["warnings"]] == [("contradiction", "date")]
    differs = _ingest("68", store, "--answers", _answers(tmp_path, report, "accept"))
    assert (_counts(differs), differs["snapshot"]) == ({"conflict": 1}, before + 2)


def test_what_is_rejected_is_told_and_not_saved(store: Path, tmp_path: Path) -> None:
    held = _ingest("01", store)
    found = _ingest("01", store, "--answers", _answers(tmp_path, held, "reject"))
    assert (_counts(found), found["batch"]) == ({"refused": 1}, None)
    assert [(one["row"], one["rule"]) for one in found["refusals"]] == [(1, "rejected")]


def test_an_organiser_that_the_text_does_not_settle_can_be_named(store: Path, tmp_path: Path) -> None:
    answers = _answers(tmp_path, _ingest("35", store), "accept")
    assert [one["rule"] for one in _ingest("35", store, "--answers", answers)["refusals"]] == ["organiser_unknown"]
    assert _counts(_ingest("35", store, "--answers", answers, "--region", "35.71", code=0)) == {"new": 1}


@pytest.mark.parametrize(("number", "rows", "code"), [("46", 0, 0), ("32", 3, 1), ("08", 1, 1)])
def test_rows_add_up_and_conflicts_are_warnings(store: Path, number: str, rows: int, code: int) -> None:
    found = _ingest(number, store, "--dry-run", code=code)
    assert found["rows_in"] == sum(found[verdict] for verdict in VERDICTS) == rows
    assert [one["rule"] for one in found["warnings"]] == (["relative_date"] if number == "08" else [])


@pytest.mark.parametrize("options", [("--region", "99.99"), ("--campaign", "pemilu-1999"), ("--refused", "x.xlsx")])
def test_what_cannot_be_asked_ends_with_2(store: Path, options: tuple[str, str]) -> None:
    fault = _run("01", store, *options).exception
    assert isinstance(fault, BadInput)
    assert fault.exit_code == 2


def test_people_read_the_same(store: Path) -> None:
    said = _run("08", store).stdout
    assert "review:" in said
    assert "19 Agustus 2024" in said


def _run(number: str, store: Path, *options: str) -> Result:
    (path,) = [each for each in ARTICLES.glob(f"{number}-*") if each.suffix in {".txt", ".html"}]
    return CliRunner().invoke(command_line(), ["ingest", str(path), "--as", "article", *options, "--store", str(store)])


def _ingest(number: str, store: Path, *options: str, code: int = 1) -> Any:
    result = _run(number, store, *options, "--json")
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def _answers(tmp_path: Path, held: dict[str, Any], answer: str) -> str:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({one["id"]: answer for one in held["questions"]}), encoding="utf-8")
    return str(path)


def _counts(found: dict[str, Any]) -> dict[str, int]:
    return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}
