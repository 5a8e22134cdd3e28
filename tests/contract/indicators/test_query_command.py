"""`ikrar query` and `ikrar events` print what the contract says, from the real bundled data."""

import json

import pytest
from typer.testing import CliRunner

from etl.cli.app import build
from i18n import BadInput, NotFound
from indicators import registry
from indicators.registry import DEFINITIONS

KEYS = ["code", "name", "state", "low", "high", "numerator", "denominator", "reporting_rate", "sources"]


@pytest.fixture
def ikrar(built_store):
    def run(*arguments):
        result = CliRunner().invoke(build(), [*arguments, "--store", str(built_store)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_query_answers_for_all_38_provinces(ikrar, name):
    rows = json.loads(ikrar("query", name, "--level", "provinsi", "--json").stdout)
    assert len({row["code"] for row in rows}) == 38
    for row in rows:
        assert list(row) == KEYS + (["grade"] if name == "evidence_grade" else [])
        assert set(row["numerator"]) == set(row["denominator"]) == {"low", "high"}


def test_a_query_answers_for_all_514_regions(ikrar):
    rows = json.loads(ikrar("query", "documented_events", "--level", "kabupaten", "--json").stdout)
    codes = [row["code"] for row in rows]
    assert len(codes) == 514
    assert codes == sorted(codes)


def test_people_get_a_table_in_indonesian(ikrar):
    lines = ikrar("query", "documented_events", "--region", "33.03", "--campaign", "pemilu-2024").stdout.splitlines()
    assert lines[0].startswith("Acara terdokumentasi, pemilu-2024, per ")
    assert lines[1].split()[:3] == ["Kode", "Nama", "Keadaan"]
    assert lines[3].split()[:3] == ["33.03", "Kabupaten", "Purbalingga"]


def test_days_count_to_the_day_asked_for(ikrar):
    asked = ("query", "freshness_days", "--region", "33.03", "--campaign", "pemilu-2024", "--json", "--as-of")
    earlier, later = (json.loads(ikrar(*asked, day).stdout)[0]["low"] for day in ("2024-02-01", "2024-02-11"))
    assert later - earlier == 10


@pytest.mark.parametrize("as_of", ["2099-01-01", "1"])
def test_a_day_or_a_snapshot_chooses_what_was_known(ikrar, as_of):
    rows = json.loads(ikrar("query", "documented_events", "--campaign", "semua", "--json", "--as-of", as_of).stdout)
    assert rows[0]["low"] >= 44


def test_pages_that_only_settle_the_anniversary_are_no_witnesses(ikrar):
    (natuna,) = json.loads(ikrar("query", "documented_events", "--region", "21.03", "--json").stdout)
    assert (natuna["low"], natuna["sources"]) == (1, 1)


def test_events_of_a_region_include_those_below_it(ikrar):
    everywhere = json.loads(ikrar("events", "--json").stdout)
    province = {event["event_id"] for event in json.loads(ikrar("events", "--region", "33", "--json").stdout)}
    regency = {event["event_id"] for event in json.loads(ikrar("events", "--region", "33.03", "--json").stdout)}
    assert regency < province < {event["event_id"] for event in everywhere}
    for event in everywhere:
        assert event["sources"], event["event_id"]
        assert all(source["url"] for source in event["sources"])


def test_events_for_people(ikrar):
    lines = ikrar("events", "--region", "33.03").stdout.splitlines()
    assert lines[0].split()[0] == "Tanggal"
    assert lines[-1] == f"{len(lines) - 3} acara"


@pytest.mark.parametrize(("option", "audience"), [((), "dalam"), (("--audience", "publik"), "publik")])
def test_figures_are_computed_from_what_the_audience_may_see(ikrar, monkeypatch, option, audience):
    asked = []
    monkeypatch.setattr(registry, "shown_to", lambda frames, who: asked.append(who) or frames)
    ikrar("query", "signed_rate", *option, "--json")
    assert asked == [audience]


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("query", "apa"), NotFound),
        (("query", "signed_rate", "--region", "99"), NotFound),
        (("query", "signed_rate", "--campaign", "pemilu-1955"), NotFound),
        (("query", "signed_rate", "--as-of", "99"), NotFound),
        (("query", "signed_rate", "--as-of", "kemarin"), BadInput),
        (("query", "signed_rate", "--organiser-kind", "partai"), BadInput),
        (("events", "--region", "99"), NotFound),
    ],
)
def test_unknown_names_are_bad_input(ikrar, arguments, fault):
    with pytest.raises(fault) as caught:
        ikrar(*arguments)
    assert caught.value.exit_code == 2
    assert caught.value.next_step


@pytest.mark.parametrize("command", [("query", "signed_rate"), ("events",)])
def test_without_a_store_one_is_told_to_build_it(tmp_path, command):
    result = CliRunner().invoke(build(), [*command, "--store", str(tmp_path / "none")])
    assert isinstance(result.exception, NotFound)
    assert "ikrar build" in str(result.exception)
    assert not (tmp_path / "none").exists()
