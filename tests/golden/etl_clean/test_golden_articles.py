"""The dates and counts of the golden articles, read from their printed words alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.clean.counts import read_count
from etl.clean.dates import Campaign, read_date
from etl.sources.bundled.sheets import read_sheet

ROOT = Path(__file__).parents[3]
ARTICLES = ROOT / "tests" / "golden" / "articles"

NOT_IN_THE_WORDS = {
    "07-eve-of-campaign": "the event is the day before the one named; `spoken_on` has it",
    "11-letter-and-event-date signers": "“semuanya” are the 48 of the sentence before",
    "80-letter-and-two-dates signers": "two counts that “dan” joins; the phrase's first number is 33",
    "107-release-with-list signers": "two counts that “dan” joins; the phrase's first number is 44",
}
"""Where the phrase alone does not give what the article does, and why."""

SETTLED_ELSEWHERE = {"08-hundred-days-wrong-month", "54-html-caption-against-body", "56-h-minus-one-wrong-week"}
SETTLED_ELSEWHERE |= {"62-eve-against-date"}
"""Articles whose date another sentence contradicts: the phrase alone is `stated`."""


def _campaigns() -> dict[str, Campaign]:
    rows = read_sheet(ROOT / "data" / "campaigns.csv", "campaign", also=("election_source_id",))
    names = ("campaign_id", "name", "election_date", "campaign_start", "campaign_end")
    return {row["campaign_id"]: Campaign(*(row[name] for name in names)) for row in rows}


CAMPAIGNS = _campaigns()


def _events() -> Iterator[tuple[str, str | None, dict[str, Any]]]:
    for path in sorted(ARTICLES.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        yield from ((path.stem, article["published_on"], event) for event in article["events"])


DATES = [(name, published, event) for name, published, event in _events() if event["date"]]
COUNTS = [
    (name, field, event[field])
    for name, _, event in _events()
    for field in ("participants", "signers")
    if event[field] and f"{name} {field}" not in NOT_IN_THE_WORDS
]


@pytest.mark.parametrize(("name", "published", "event"), DATES)
def test_date_of_an_article(name: str, published: str | None, event: dict[str, Any]) -> None:
    date = event["date"]
    reading = read_date(
        date["stated"],
        published=dt.date.fromisoformat(published) if published else None,
        campaign=CAMPAIGNS.get(event["campaign"]),
        campaigns=tuple(CAMPAIGNS.values()),
    )
    low, high = (reading.spoken_on,) * 2 if name in NOT_IN_THE_WORDS else (reading.low, reading.high)
    assert (str(low), str(high), reading.precision) == (date["low"], date["high"], date["precision"])
    if name not in NOT_IN_THE_WORDS:
        assert reading.status == ("stated" if name in SETTLED_ELSEWHERE else date["status"])


@pytest.mark.parametrize(("name", "field", "count"), COUNTS)
def test_count_of_an_article(name: str, field: str, count: dict[str, Any]) -> None:
    found = read_count(count["stated"])
    assert found is not None
    assert (found.low, found.high, found.qualifier) == (count["low"], count["high"], count["qualifier"])
