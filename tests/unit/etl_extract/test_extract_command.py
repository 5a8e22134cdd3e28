"""`ikrar extract` as a person and a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.cli.app import build

ARTICLE = "Pemkab Kudus menggelar ikrar netralitas ASN, Senin (9/10/2023). Ikrar diikuti 320 ASN.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_json_has_the_shape_of_the_design(article: Path) -> None:
    result = CliRunner().invoke(build("extract"), ["extract", str(article), "--json"])
    (found,) = json.loads(result.stdout)
    assert result.exit_code == 0
    assert set(found) == {"document", "events", "conflicts"}
    (event,) = found["events"]
    text = found["document"]["text"]
    assert [text[low:high] for low, high in event["evidence"]["participants"]] == [event["participants"]["stated"]]
    assert event["date"]["low"] == "2023-10-09"
    assert event["instruction"] == {"number": None, "date": None}
    assert event["tiers"] == []


def test_a_table_for_people_and_exit_1_where_a_file_cannot_be_read(article: Path, tmp_path: Path) -> None:
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    result = CliRunner().invoke(build("extract"), ["extract", str(article), str(broken)])
    assert result.exit_code == 1
    assert "Kabupaten Kudus" in result.stdout
    assert "320 ASN" in result.stdout
    assert "b.pdf" in result.stderr
