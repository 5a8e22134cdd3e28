"""What holds of all bundled data: enough of it, each fact with its source, nothing that names a person."""

import json
import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from etl.reconcile import FIELDS, Kind, read_bounds, read_days

Bundle = dict[str, pl.DataFrame]
DATA = Path(__file__).parents[3] / "data"


def accepted(bundle: Bundle) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Accepted claims about events, by event and field, in order."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    rows = bundle["claim"].filter(subject_kind="event", status="accepted").sort("claim_id")
    for claim in rows.iter_rows(named=True):
        found.setdefault((claim["subject_id"], claim["field"]), []).append(claim)
    return found


def test_at_least_44_events_of_regions_in_at_least_20_provinces(bundle: Bundle) -> None:
    regional = bundle["event"].filter(pl.col("organiser_kind").is_in(["pemda", "opd"]))
    provinces = regional["organiser_region_code"].str.slice(0, 2).n_unique()
    print(f"{len(regional)} events of regional governments in {provinces} provinces")
    assert len(regional) >= 44
    assert provinces >= 20


def test_every_reported_page_is_a_source_of_one_event(bundle: Bundle, reference: Path) -> None:
    pages = json.loads((reference / "domain" / "reported_events.json").read_text(encoding="utf-8"))
    source_of = dict(bundle["source"].select("url", "source_id").drop_nulls("url").iter_rows())
    assert [page["url"] for page in pages if page["url"] not in source_of] == []
    own = bundle["claim"].filter(subject_kind="event").group_by("source_id").agg(pl.col("subject_id").unique())
    events_of = {source: set(events) for source, events in own.iter_rows()}
    groups: dict[str, set[str]] = {}
    for page in pages:
        groups.setdefault(page["facts"]["event_id"], set()).update(
            events_of[source_of[page["url"]]] - {"natuna-2023-11-29"}
        )
    assert {group: events for group, events in groups.items() if len(events) != 1} == {}
    assert len({next(iter(events)) for events in groups.values()}) == len(groups) == 52


def test_dates_read_by_hand_lie_within_the_bundled_dates(bundle: Bundle, reference: Path) -> None:
    """A day that a person read from a page is claimed, or lies in the days claimed, by that page."""
    pages = json.loads((reference / "domain" / "reported_events.json").read_text(encoding="utf-8"))
    source_of = dict(bundle["source"].select("url", "source_id").drop_nulls("url").iter_rows())
    dates = bundle["claim"].filter(field="date", subject_kind="event").drop_nulls("value")
    off = []
    for page in pages:
        day = page["facts"]["date_iso"] or page["facts"]["date_iso_inferred"]
        spans = [read_days(value) for value in dates.filter(source_id=source_of[page["url"]])["value"]]
        if day and not any(span.low.isoformat() <= day <= span.high.isoformat() for span in spans):
            off.append((page["id"], day))
    assert off == []


def test_every_event_says_what_its_accepted_claims_say(bundle: Bundle) -> None:
    said = accepted(bundle)
    wrong = []
    for row in bundle["event"].iter_rows(named=True):
        for name, field in FIELDS.items():
            claims = said.get((row["event_id"], name), [])
            values = [claim["value"] for claim in claims if claim["value"] is not None]
            match field.kind:
                case Kind.DAYS:
                    days = read_days(values[0]) if values else None
                    is_same = (
                        row["date_status"] in {"missing", "disputed"} if days is None else days.low == row["date_low"]
                    )
                case Kind.COUNT:
                    bounds = read_bounds(values[0]) if values else (None, None)
                    is_same = bounds == (row[f"{name}_low"], row[f"{name}_high"])
                case _ if name == "participant_regions":
                    continue
                case _ if field.kind.is_list:
                    parts = {part for value in (values if field.joined else values[:1]) for part in value.split("; ")}
                    is_same = parts == {str(value) for value in row[name] or []}
                case _:
                    is_same = (values[0] if values else None) == (None if row[name] is None else str(row[name]))
            if not is_same:
                wrong.append((row["event_id"], name))
    assert wrong == []


def test_participants_are_the_regions_that_sources_name(bundle: Bundle) -> None:
    said = {event for event, field in accepted(bundle) if field == "participant_regions"}
    found = bundle["event_region"].filter(role="participant")
    assert set(found["event_id"]) == said
    assert found.filter(event_id="sumatera-selatan-2023-12-27").height == 17


@pytest.mark.parametrize(
    ("event_id", "low", "high", "status"),
    [
        ("jakarta-pusat-2023", "2023-09-25", "2023-10-25", "disputed"),
        ("kalimantan-selatan-10-02", "2023-10-02", "2024-10-02", "disputed"),
        ("minahasa-utara-2020-10", "2020-10-05", "2020-10-08", "stated"),
        ("nusa-tenggara-barat-2023-12", "2023-12-01", "2023-12-31", "inferred"),
        ("seram-bagian-timur-10-03", None, None, "missing"),
        ("kalteng-bappedalitbang-2023", None, None, "missing"),
    ],
)
def test_dates_that_are_hard(bundle: Bundle, event_id: str, low: str | None, high: str | None, status: str) -> None:
    row = bundle["event"].row(by_predicate=pl.col("event_id") == event_id, named=True)
    days = tuple(day and day.isoformat() for day in (row["date_low"], row["date_high"]))
    assert (*days, row["date_status"]) == (low, high, status)


def test_every_source_has_an_address_or_says_why_not(bundle: Bundle) -> None:
    assert bundle["source"].filter(pl.col("url").is_null() & pl.col("note").is_null()).is_empty()
    assert bundle["source"].filter(~pl.col("url").str.contains(r"^https?://")).is_empty()
    assert bundle["source"].drop_nulls("url")["url"].is_duplicated().sum() == 0


def test_every_source_is_used(bundle: Bundle) -> None:
    used = {
        value
        for table in ("claim", "headcount", "signature", "obligation", "regulation", "campaign", "risk_index")
        for value in bundle[table]["source_id"]
    }
    assert set(bundle["source"]["source_id"]) - used == set()


def test_copies_name_an_original_that_is_none(bundle: Bundle) -> None:
    copies = bundle["source"].drop_nulls("syndicated_from")
    assert len(copies) >= 8
    assert set(copies["syndicated_from"]) & set(copies["source_id"]) == set()


def test_offices_publish_c_and_news_d(bundle: Bundle) -> None:
    releases = bundle["source"].filter(kind="release")
    assert releases["grade"].unique().to_list() == ["C"]
    assert releases.filter(~pl.col("url").str.contains(r"\.go\.id/")).is_empty()
    assert bundle["source"].filter(kind="article")["grade"].unique().to_list() == ["D"]


def test_decisions_have_reasons_and_a_role(bundle: Bundle) -> None:
    undecided = bundle["claim"].filter(pl.col("status") != "accepted")
    assert undecided["reason"].null_count() == 0
    assert undecided.filter(pl.col("status") == "rejected")["decided_by"].null_count() == 0


def test_a_unit_without_a_figure_is_no_zero(bundle: Bundle) -> None:
    units = bundle["headcount"].filter(region_code="11.04").drop_nulls("opd_id")
    assert len(units) == 50
    without = units.filter(pl.col("people_low").is_null())
    assert len(without) == 21
    assert without["note"].null_count() == 0
    assert units.filter(people_low=0).is_empty()


def test_only_counted_coverage_is_a_signature(bundle: Bundle) -> None:
    assert bundle["signature"].select("region_code", "signed_low", "signed_high", "pledged_low").rows() == [
        ("32.08", 59, 59, None)
    ]


def test_opd_ids_are_region_and_slug(bundle: Bundle) -> None:
    odd = bundle["opd"].filter(~pl.col("opd_id").str.contains(r"^\d{2}(\.\d{2})?/[a-z0-9]+(-[a-z0-9]+)*$"))
    assert odd.is_empty()


def test_no_file_holds_a_nip() -> None:
    files = [path for pattern in ("*.csv", "events/*.toml") for path in DATA.glob(pattern)]
    assert len(files) > 50
    digits = re.compile(r"(?<!\d)\d{18}(?!\d)|(?<!\d)\d{8} ?\d{6} ?\d ?\d{3}(?!\d)")
    assert [path.name for path in files if digits.search(path.read_text(encoding="utf-8"))] == []
