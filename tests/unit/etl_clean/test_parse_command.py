"""`ikrar parse`: the JSON of the contract, exit codes, words for people."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from etl.cli.app import build
from i18n import NotFound


def parse(*arguments: str) -> tuple[int, Any]:
    result = CliRunner().invoke(build("parse"), ["parse", *arguments, "--json"], catch_exceptions=True)
    if isinstance(result.exception, NotFound):
        raise result.exception
    return result.exit_code, json.loads(result.stdout) if result.stdout else None


def test_a_date_has_the_keys_of_the_contract() -> None:
    code, [date] = parse("date", "Rabu (29/11)", "--campaign", "pemilu-2024")
    assert code == 0
    assert date == {
        "text": "Rabu (29/11)",
        "low": "2023-11-29",
        "high": "2023-11-29",
        "precision": "day",
        "status": "inferred",
        "conflict": None,
        "alternatives": [],
    }


def test_a_count_has_the_keys_of_the_contract() -> None:
    code, [count] = parse("count", "setidaknya 252")
    assert code == 0
    assert count == {
        "text": "setidaknya 252",
        "low": 252,
        "high": None,
        "qualifier": "at_least",
        "status": "stated",
        "conflict": None,
        "alternatives": [],
    }


def test_a_conflict_names_the_other_day() -> None:
    _, [date] = parse("date", "Senin, 06 Februari 2023, tepat 100 hari menjelang Pemilu 2024")
    assert (date["status"], date["conflict"], date["alternatives"][0]["date"]) == (
        "disputed",
        "relative_date",
        "2023-11-06",
    )


@pytest.mark.parametrize("arguments", [("date", "2023", "kemarin"), ("count", "12", "66,5%")])
def test_one_unreadable_phrase_is_exit_1(arguments: tuple[str, ...]) -> None:
    code, document = parse(*arguments)
    assert code == 1
    assert [each["status"] for each in document] == ["stated", "missing"]


def test_publication_dates_the_words() -> None:
    _, [date] = parse("date", "kemarin", "--published", "2024-09-27")
    assert date["low"] == "2024-09-26"


@pytest.mark.parametrize("arguments", [("date", "2023", "--published", "27/9"), ("day", "2023"), ("date",)])
def test_wrong_use_is_exit_2(arguments: tuple[str, ...]) -> None:
    assert parse(*arguments)[0] == 2


def test_an_unknown_campaign_is_bad_input() -> None:
    with pytest.raises(NotFound, match="pemilu-2024"):
        parse("date", "2023", "--campaign", "pemilu-1955")


def test_people_get_words() -> None:
    result = CliRunner().invoke(build("parse"), ["parse", "date", "Senin 27/11/2024", "akhir Oktober 2023"])
    assert "nama hari tidak cocok dengan tanggalnya; 25 Nov 2024" in result.stdout
    assert "bagian bulan" in result.stdout
