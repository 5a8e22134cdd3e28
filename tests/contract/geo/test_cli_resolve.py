"""`ikrar resolve` as the contract has it."""

import json

import pytest
from typer.testing import CliRunner

from etl.cli.app import build


@pytest.mark.parametrize(
    ("arguments", "exit_code", "codes"),
    [
        (["Kab. Solok", "33.03"], 0, ["13.02", "33.03"]),
        (["Solok"], 1, [None]),
        (["Banjar", "--within", "63"], 0, ["63.03"]),
        (["Dinkes", "--kind", "opd", "--within", "33.03"], 0, ["33.03/dinas-kesehatan"]),
        (["Dinkes", "--kind", "opd"], 0, ["dinas-kesehatan"]),
    ],
)
def test_json(arguments: list[str], exit_code: int, codes: list[str | None]) -> None:
    result = CliRunner().invoke(build(), ["resolve", *arguments, "--json"])
    assert result.exit_code == exit_code
    found = json.loads(result.stdout)
    assert [each["code"] for each in found] == codes
    assert {key for each in found for key in each} == {"name", "code", "status", "candidates"}
    assert all(set(candidate) == {"code", "name", "score"} for each in found for candidate in each["candidates"])


def test_for_people() -> None:
    result = CliRunner().invoke(build(), ["resolve", "Solok", "Batu"])
    assert result.exit_code == 1
    assert "Kabupaten Solok (13.02); Kota Solok (13.72)" in result.stdout
    assert "Kota Batu" in result.stdout


def test_usage_error() -> None:
    assert CliRunner().invoke(build(), ["resolve", "Solok", "--kind", "planet"]).exit_code == 2
