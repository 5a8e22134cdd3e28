"""What the API answers: the figures of the commands, in three forms, page by page, kept and refused as it says."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from jsonschema_rs import validator_for
from starlette.applications import Starlette
from typer.testing import CliRunner

from etl.cli.app import build as command_line
from pages.serving import api
from pages.serving.api import answers, methods
from pages.serving.api.app import document

Ask = Callable[..., httpx.Response]


def said(*arguments: str) -> Any:
    """What `ikrar … --json` prints."""
    result = CliRunner().invoke(command_line(), [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def walked(ask: Ask, path: str, **query: str) -> list[dict[str, Any]]:
    """All rows of a question, page after page, by the Link headers."""
    rows: list[dict[str, Any]] = []
    address: str | None = f"{path}?{urlencode(query)}"
    while address:
        answer = ask(address)
        assert answer.status_code == 200, answer.text
        rows += answer.json()["rows"]
        following = answer.links.get("next", {}).get("url")
        assert following == answer.json()["meta"]["next"]
        address = following and following.removeprefix("/api/v1/")
    assert len(rows) == answer.json()["meta"]["total"]
    return rows


@pytest.mark.parametrize(
    "question",
    [
        {"indicator": "documented_events", "level": "provinsi", "campaign": "semua"},
        {"indicator": "documented_events", "level": "kabupaten", "region": "33"},
        {"indicator": "evidence_grade", "level": "kabupaten", "as-of": "2024-01-31"},
        {"indicator": "signed_rate", "level": "opd", "region": "32.08"},
        {"indicator": "reporting_rate"},
    ],
    ids=lambda question: "-".join(question.values()),
)
@pytest.mark.parametrize("data", ["real", "contoh"])
def test_figures_are_those_of_the_command(ask: Ask, served: Path, question: dict[str, str], data: str) -> None:
    store = served if data == "real" else served.with_name("store-contoh")
    indicator, *options = question.values()
    flags = [part for name, value in list(question.items())[1:] for part in (f"--{name}", value)]
    assert len(flags) == 2 * len(options)
    expected = said("query", indicator, *flags, "--store", str(store))
    asked = question if data == "real" else question | {"data": "contoh"}
    assert walked(ask, "coverage", **asked, limit="37") == expected


@pytest.mark.parametrize("question", [{}, {"region": "33"}, {"campaign": "pilkada-2024"}], ids=str)
@pytest.mark.parametrize("data", ["real", "contoh"])
def test_events_are_those_of_the_command(ask: Ask, served: Path, question: dict[str, str], data: str) -> None:
    store = served if data == "real" else served.with_name("store-contoh")
    flags = [part for name, value in question.items() for part in (f"--{name}", value)]
    asked = question if data == "real" else question | {"data": "contoh"}
    expected = said("events", *flags, "--store", str(store))
    assert expected
    assert walked(ask, "events", **asked, limit="1000") == expected


@pytest.mark.parametrize("name", ["regions", "events", "coverage", "sources"])
def test_the_three_forms_say_the_same(ask: Ask, name: str) -> None:
    query = "level=kabupaten&region=33&" if name == "coverage" else ""
    rows = ask(f"{name}.json?{query}limit=1000").json()["rows"]
    table = list(csv.DictReader(io.StringIO(ask(f"{name}.csv?{query}").content.decode("utf-8-sig"))))
    features = ask(f"{name}.geojson?{query}limit=1000").json()["features"]
    assert [feature["properties"] for feature in features] == rows
    assert len(table) == len(rows) > 0
    for row, line in zip(rows, table, strict=True):
        plain = {name: value for name, value in row.items() if not isinstance(value, list | dict)}
        assert {name: printed(value) for name, value in plain.items() if name in line} == {
            name: line[name].removeprefix("'") for name in plain if name in line
        }
        assert line["snapshot"] == "1"


def printed(value: object) -> str:
    """A value as a CSV holds it."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_a_region_stands_at_its_point(ask: Ask) -> None:
    register = {row["code"]: row for row in ask("regions?limit=1000").json()["rows"]}
    features = ask("coverage.geojson?level=kabupaten&limit=1000").json()["features"]
    assert len(features) == 514
    for feature in features:
        row = register[feature["id"]]
        assert feature["geometry"] == {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    assert ask("coverage.geojson").json()["features"][0]["geometry"] is None


@pytest.mark.parametrize("name", ["regions", "events", "coverage", "sources"])
@pytest.mark.parametrize("form", ["json", "geojson"])
def test_answers_match_their_schema(ask: Ask, name: str, form: str) -> None:
    described = document()
    content = described["paths"][f"/{name}.{form}"]["get"]["responses"]["200"]["content"]
    schema = next(iter(content.values()))["schema"] | {"components": described["components"]}
    validator_for(schema).validate(ask(f"{name}.{form}?limit=1000").json())


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/geo+json, application/json;q=0.5", "application/geo+json"),
        ("text/html,*/*;q=0.8", "application/json"),
    ],
)
def test_accept_chooses_the_form(ask: Ask, accept: str, media: str) -> None:
    answer = ask("regions?limit=1", accept=accept)
    assert answer.headers["content-type"] == media
    assert "Accept" in answer.headers["vary"]


def test_small_numbers_are_withheld_from_the_public(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "coverage.csv?indicator=signed_rate&level=opd&data=contoh&campaign=semua"
    inside = ask(path).text.count(",ditahan,")
    monkeypatch.setenv("IKRAR_ADDRESS", "192.0.2.7")
    assert ask(path).text.count(",ditahan,") > inside


def test_simulated_figures_say_so(ask: Ask) -> None:
    answer = ask("coverage?data=contoh&limit=1")
    assert answer.headers["ikrar-label"] == answer.json()["meta"]["label"] == "DATA CONTOH"
    assert answer.json()["meta"]["simulated"]
    assert ask("regions.csv?data=contoh&limit=1").text.rstrip().endswith("DATA CONTOH")
    assert "ikrar-label" not in ask("coverage").headers


def test_an_answer_says_what_it_shows(ask: Ask) -> None:
    answer = ask("coverage?indicator=signed_rate&as-of=1@2024-09-25&bahasa=en")
    meta = answer.json()["meta"]
    assert (meta["snapshot"], meta["as_of"], meta["language"]) == (1, "2024-09-25", "en")
    assert meta["indicator"]["version"] == int(answer.headers["ikrar-indicator"].rsplit("=", 1)[1])
    assert (answer.headers["ikrar-snapshot"], answer.headers["ikrar-as-of"]) == ("1", "2024-09-25")
    assert ask(meta["permalink"].removeprefix("/api/v1/")).json()["rows"] == answer.json()["rows"]


@pytest.mark.parametrize(
    ("path", "status", "parameter", "words"),
    [
        ("regions?wilayah=33", 422, "wilayah", "Tidak ada parameter “wilayah”"),
        ("regions?limit=1001", 422, "limit", "1 sampai 1.000"),
        ("regions?limit=1&limit=2", 422, "limit", "lebih dari sekali"),
        ("regions?level=desa", 422, "level", "provinsi, kabupaten, kota"),
        ("regions?province=99", 404, None, "Tidak ada provinsi"),
        ("coverage?region=99", 404, None, "Tidak ada wilayah"),
        ("coverage?indicator=nothing", 404, None, "documented_events"),
        ("coverage?as-of=99", 404, None, "snapshot 99"),
        ("coverage?as-of=2024-02-31", 422, None, "2024-02-31"),
        ("coverage?region=33.03&level=provinsi", 422, None, "33.03"),
        ("events?since=0", 422, "since", "2024-09-25"),
        ("events?since=2024-02-01&until=2024-01-01", 422, None, "Tukar"),
        ("events.xlsx", 404, None, "openapi.json"),
        ("regions?bahasa=en&x=1", 422, "x", "There is no parameter"),
    ],
)
def test_a_question_that_cannot_be_answered(ask: Ask, path: str, status: int, parameter: str, words: str) -> None:
    answer = ask(path)
    problem = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert problem["errors"][0]["parameter"] == parameter
    assert words in problem["detail"]
    assert problem["errors"][0]["next_step"]


def test_a_form_that_there_is_not(ask: Ask) -> None:
    answer = ask("regions", accept="text/html", accept_language="en-GB,id;q=0.5")
    assert (answer.status_code, answer.json()["title"]) == (406, "There is no such form")


@pytest.mark.parametrize("path", ["regions", "events.csv", "openapi.json"])
def test_head_is_get_without_the_body(ask: Ask, path: str) -> None:
    full, head = ask(path), ask(path, "HEAD")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == full.headers["etag"]
    options = ask(path, "OPTIONS")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert ask(path, "DELETE").status_code == 405


def test_many_at_once_each_get_their_own(served: Path) -> None:
    from app import app

    async def send() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            asked = [f"/api/v1/coverage?region={code}{more}" for code in CODES for more in ("", "&data=contoh")]
            return await asyncio.gather(*map(client.get, asked))

    documents = [answer.json() for answer in asyncio.run(send())]
    assert [document["rows"][0]["code"] for document in documents] == [code for code in CODES for _ in range(2)]
    assert [document["meta"]["simulated"] for document in documents] == [False, True] * len(CODES)


CODES = ["11", "12", "13", "14", "15", "31", "32", "33", "51", "73"]


def test_too_many_questions_at_once_are_put_off(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "AT_ONCE", 0)
    answer = ask("regions?bahasa=en")
    assert (answer.status_code, answer.json()["title"]) == (429, "Too many questions at once")
    assert int(answer.headers["retry-after"]) > 0


def test_a_fault_of_ours_is_a_code_and_no_trace(
    served: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("secret")

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=api.mounted()), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get("/api/v1/regions")

    monkeypatch.setattr(answers, "answer", fails)
    answer = asyncio.run(send())
    code = caplog.records[-1].getMessage().rsplit(" ", 1)[1]
    assert answer.status_code == 500
    assert code in answer.json()["detail"]
    assert "secret" not in answer.text


def test_guards_stand_before_the_api(ask: Ask) -> None:
    assert ask("regions", host="evil.example").status_code == 421
    answer = ask("regions?nonsense=1")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "access-control-allow-origin" not in ask("regions", origin="https://evil.example").headers


def test_without_a_store(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKRAR_STORE", str(tmp_path / "none"))
    answer = ask("regions")
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:ikrar:problem:service-unavailable")
    assert str(tmp_path) not in answer.text
