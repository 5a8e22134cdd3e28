"""`ikrar simulate` makes a store of its own, and never touches one with real data."""

import json

import pytest
from typer.testing import CliRunner

from etl.cli.app import build
from i18n import BadInput
from warehouse.store import Store


def run(*arguments):
    result = CliRunner().invoke(build(), ["simulate", "--people", "50000", *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_example_is_a_store_like_any_other(tmp_path):
    folder = str(tmp_path / "contoh")
    document = json.loads(run("--store", folder, "--json").stdout)
    assert document["snapshot"] == 1
    assert document["tables"]["opd"]["rows"] > 20_000
    assert Store(tmp_path / "contoh").frames().is_simulated
    again = run("--store", folder).stdout
    assert again.startswith("DATA CONTOH")
    other = json.loads(run("--store", folder, "--json", "--seed", "5").stdout)
    assert (document["snapshot"], other["snapshot"]) == (1, 2)
    assert Store(tmp_path / "contoh").verify().damaged == ()


def test_a_store_with_real_data_is_refused(built_store):
    before = Store(built_store).latest().number
    with pytest.raises(BadInput) as caught:
        run("--store", str(built_store))
    assert caught.value.exit_code == 2
    assert Store(built_store).latest().number == before
