"""`ikrar ingest --dry-run --json` as DESIGN 8 promises it: keys, places, exit codes, and nobody named anywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from etl.cli.app import build as command_line
from i18n import BadInput
from warehouse.store import Store

WORKBOOKS = Path(__file__).parents[2] / "golden" / "workbooks"
RUN = "from etl.cli import main; main()"
COUNTS = ("rows_in", "new", "same", "changed", "conflict", "refused", "held")
KEYS = {
    "warnings": {"sheet", "row", "column", "rule", "message"},
    "refusals": {"sheet", "row", "column", "rule", "message"},
    "questions": {"id", "kind", "sheet", "row", "column", "text", "choices"},
}


def arguments(name: str) -> tuple[list[str], dict[str, Any]]:
    """The command for a workbook, and what is expected of it."""
    wanted = tomllib.loads((WORKBOOKS / name / "expected.toml").read_text(encoding="utf-8"))
    (path,) = (WORKBOOKS / name).glob("input.*")
    options = ["--region", wanted["region"], "--campaign", wanted["campaign"]]
    options += [] if wanted["as"] == "auto" else ["--as", wanted["as"]]
    return ["ingest", str(path), "--dry-run", "--accept-mapping", *options, "--json"], wanted


@pytest.mark.parametrize("name", ["01-two-header-rows", "11-bps-codes", "18-indonesian-dates", "29-empty-workbook"])
def test_the_document_and_the_exit_code(built_store: Path, name: str) -> None:
    command, wanted = arguments(name)
    result = CliRunner().invoke(command_line("ingest"), [*command, "--store", str(built_store)])
    if wanted["outcome"] == "bad_input":
        assert isinstance(result.exception, BadInput)
        assert (result.exception.exit_code, result.stdout) == (wanted["exit_code"], "")
        return
    assert result.exit_code == wanted["exit_code"], result.stderr
    document = json.loads(result.stdout)
    assert {count: document[count] for count in COUNTS} == {count: wanted[count] for count in COUNTS}
    assert document["batch"] is None
    assert document["snapshot"] == Store(built_store).latest().number
    for part, keys in KEYS.items():
        assert all(keys <= set(one) for one in document[part])
    assert [(one["sheet"], one["row"], one["rule"]) for one in document["refusals"]] == [
        (one["sheet"], one["row"], one["rule"]) for one in wanted.get("refusals", [])
    ]


@pytest.mark.parametrize("name", ["24-roster-damaged-nip", "25-roster-duplicates"])
def test_nobody_of_a_roster_is_named_anywhere(built_store: Path, tmp_path: Path, name: str) -> None:
    store, temporary = tmp_path / "store", tmp_path / "temporary"
    shutil.copytree(built_store, store)
    temporary.mkdir()
    command, wanted = arguments(name)
    result = subprocess.run(
        [sys.executable, "-c", RUN, *command],
        env={**os.environ, "IKRAR_STORE": str(store), "TMPDIR": str(temporary), "TEMP": str(temporary)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert result.returncode == wanted["exit_code"], result.stderr
    secrets = [secret.encode() for secret in wanted["never_shown"]]
    left = {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    left |= {"stdout": result.stdout.encode(), "stderr": result.stderr.encode()}
    assert [(where, secret) for where, content in left.items() for secret in secrets if secret in content] == []
