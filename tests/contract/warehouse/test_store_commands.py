"""`ikrar build|snapshots|diff|undo|verify`: names, shapes and exit codes of the contract."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from etl.cli import build as build_module
from etl.cli.app import build as command_line
from i18n import IkrarError
from warehouse import contract
from warehouse.store import Store
from warehouse.tables import TABLES

NOW = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and stdout, as `main` would end."""
    result = CliRunner().invoke(command_line(), arguments)
    if isinstance(result.exception, IkrarError):
        return result.exception.exit_code, result.stdout
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout


def run_json(*arguments: str) -> tuple[int, Any]:
    code, said = run(*arguments, "--json")
    return code, json.loads(said)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A store of three batches: two campaigns, one of them changed, then changed again."""
    store = Store(tmp_path / "store")
    for names in ({"a": "A", "b": "B"}, {"a": "A2", "c": "C"}, {"a": "A3"}):
        rows = [{"campaign_id": key, "name": name} for key, name in names.items()]
        store.load(
            {"campaign": contract.frame("campaign", rows)},
            kind="ingest",
            name="berkas.xlsx",
            by="analis",
            content_sha256="0" * 64,
            now=NOW,
        )
    return str(store.path)


def test_build_prints_every_table_and_a_second_one_makes_no_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IKRAR_STORE", str(tmp_path / "store"))
    code, first = run_json("build")
    assert code == 0
    assert first["snapshot"] == 1
    assert set(first["tables"]) == set(TABLES)
    assert all(set(table) == {"version", "rows"} for table in first["tables"].values())
    assert first["tables"]["event"]["rows"] > 0
    assert run_json("build") == (0, first)
    assert len(Store(tmp_path / "store").snapshots()) == 1
    assert "snapshot 1 tetap berlaku" in run("build")[1]


def test_a_fault_in_the_bundled_data_is_bad_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_module, "DATA", tmp_path)
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "x.toml").write_text("= not toml", encoding="utf-8")
    assert run("build", "--store", str(tmp_path / "store"))[0] == 2
    assert not (tmp_path / "store").exists()


def test_snapshots(folder: str) -> None:
    code, found = run_json("snapshots", "--store", folder)
    assert code == 0
    assert [(one["snapshot"], one["batch"], one["kind"], one["name"]) for one in found] == [
        (number, f"ingest-{number}", "ingest", "berkas.xlsx") for number in (1, 2, 3)
    ]
    assert found[0]["taken_at"] == "2026-11-22T08:30:00+00:00"
    assert found[2]["tables"]["campaign"]["rows"] == 3
    assert "ingest-2" in run("snapshots", "--store", folder)[1]
    assert run_json("snapshots", "--store", f"{folder}-none") == (0, [])


def test_diff(folder: str) -> None:
    code, found = run_json("diff", "1", "2", "--store", folder)
    assert code == 1
    assert found == {
        "a": 1,
        "b": 2,
        "figures": [],
        "tables": {
            "campaign": {
                "added": [{"key": {"campaign_id": "c"}, "batch": "ingest-2"}],
                "removed": [],
                "changed": [
                    {
                        "key": {"campaign_id": "a"},
                        "batch": "ingest-2",
                        "columns": {
                            "batch_id": {"old": "ingest-1", "new": "ingest-2"},
                            "name": {"old": "A", "new": "A2"},
                        },
                    }
                ],
            }
        },
    }
    assert "name: A → A2" in run("diff", "1", "2", "--store", folder)[1]
    assert run_json("diff", "2", "2", "--store", folder) == (0, {"a": 2, "b": 2, "figures": [], "tables": {}})
    assert run("diff", "1", "9", "--store", folder)[0] == 2
    assert run("diff", "1", "x", "--store", folder)[0] == 2


def test_undo(folder: str) -> None:
    code, found = run_json("undo", "ingest-3", "--store", folder)
    assert (code, found["snapshot"], found["undone"], found["conflicts"]) == (0, 4, "ingest-3", [])
    assert run_json("diff", "2", "4", "--store", folder)[0] == 0
    assert run("undo", "ingest-9", "--store", folder)[0] == 2


def test_an_undo_in_the_way_of_a_later_batch_lists_the_rows_and_exits_2(folder: str) -> None:
    code, found = run_json("undo", "ingest-2", "--store", folder)
    assert code == 2
    assert found["conflicts"] == [{"table": "campaign", "key": {"campaign_id": "a"}, "batch": "ingest-3"}]
    code, said = run("undo", "ingest-2", "--store", folder)
    assert code == 2
    assert "ingest-3" in said
    assert Store(Path(folder)).latest().number == 3


def test_verify(folder: str) -> None:
    code, found = run_json("verify", "--store", folder)
    assert (code, found["damaged"]) == (0, [])
    assert found["checked"] > 10
    log = Path(folder) / "warehouse" / "campaign" / "_delta_log" / f"{1:020}.json"
    log.write_bytes(log.read_bytes() + b" ")
    code, found = run_json("verify", "--store", folder)
    assert code == 1
    assert [(one["kind"], one["where"]) for one in found["damaged"]] == [("file", f"campaign/_delta_log/{1:020}.json")]
    assert f"{1:020}.json" in run("verify", "--store", folder)[1]


@pytest.mark.parametrize("command", [("verify",), ("diff", "1", "2"), ("undo", "ingest-1")])
def test_without_a_store_every_command_says_so_and_makes_none(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert run(*command, "--store", str(tmp_path / "none"))[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_the_bundled_data_verifies(built_store: Path) -> None:
    assert Store(built_store).verify().damaged == ()
