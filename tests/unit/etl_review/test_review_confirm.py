"""What a person's decisions come to: claims, an event, a decision on record; and nothing before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from catalogue.decisions import decisions
from etl.extract.values import Extraction
from etl.review import Choice, Decision, Review, Reviews, accepted_as_proposed, confirm, facts_of, proposals
from i18n import BadInput, Conflict
from warehouse.store import Loaded, Store

Golden = Callable[[str], Extraction]
NOW = dt.datetime(2024, 10, 1, 8, tzinfo=dt.UTC)
ACCEPT = Decision(Choice.ACCEPT)
NEEDED = ("activity", "organiser_region_code", "date")


def test_nothing_counts_before_it_is_confirmed(golden: Golden, store: Store) -> None:
    before = store.latest().number
    reviews = Reviews(store.path)
    review_id = reviews.put(golden("01"), by="a", now=NOW)
    for field in NEEDED:
        reviews.decide(review_id, 0, field, Choice.ACCEPT)
    assert store.latest().number == before
    loaded = confirm(store, reviews.open(review_id), by="peninjau", now=NOW)
    assert (loaded.snapshot.number, loaded.snapshot.batch.kind) == (before + 1, "review")
    assert reviews.all() == ()


def test_accepted_fields_become_claims_with_their_place(golden: Golden, store: Store) -> None:
    claims = _confirmed(store, golden("01"), dict.fromkeys(NEEDED, ACCEPT))
    assert set(claims) == {*NEEDED, "level", "organiser_kind"}
    date = claims["date"]
    assert (date["value"], date["stated"], date["qualifier"], date["status"]) == (
        "2023-11-17",
        "Jum’at (17/11/2023)",
        "stated",
        "accepted",
    )
    assert golden("01").document.text[date["span_start"] : date["span_end"]] == date["stated"]
    assert (date["decided_by"], date["decided_on"]) == ("peninjau", NOW.date())
    assert claims["level"]["stated"] is None
    assert claims["level"]["reason"]


def test_a_source_row_says_what_the_document_is(golden: Golden, store: Store) -> None:
    facts = replace(facts_of(golden("01").document), publisher="contoh.id", url="https://contoh.id/1")
    review = Review(golden("01"), facts)
    _confirm(store, review, dict.fromkeys(NEEDED, ACCEPT))
    (source,) = store.frames().source.filter(sha256=review.document.sha256).iter_rows(named=True)
    assert (source["kind"], source["grade"], source["url"]) == ("article", "D", "https://contoh.id/1")
    assert (source["publisher"], source["captured_at"], source["is_simulated"]) == ("contoh.id", NOW, False)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision(Choice.CORRECT, "luring"), [("luring", "accepted", "Dikoreksi saat ditinjau.")]),
        (Decision(Choice.CORRECT, "luring", "Zoom batal."), [("luring", "accepted", "Zoom batal.")]),
        (Decision(Choice.REJECT, reason="Tidak disebut."), [("hibrida", "rejected", "Tidak disebut.")]),
        (Decision(Choice.REJECT), []),
        (ACCEPT, [("hibrida", "accepted", None)]),
        (None, []),
    ],
)
def test_a_field_by_its_decision(
    golden: Golden, store: Store, decision: Decision | None, expected: list[tuple[str, str, str | None]]
) -> None:
    given = {**dict.fromkeys(NEEDED, ACCEPT), **({"mode": decision} if decision else {})}
    _confirmed(store, golden("01"), given)
    made = store.frames().claim.filter(subject_id="wonosobo-2023-11-17", field="mode")
    assert made.select("value", "status", "reason").rows() == expected


PRINTED, MEANT = "2024-02-19", "2024-08-19"


@pytest.mark.parametrize(
    ("decision", "statuses", "event", "status"),
    [
        (ACCEPT, {PRINTED: "accepted", MEANT: "rejected"}, "tulungagung-2024-02-19", "stated"),
        (
            Decision(Choice.CORRECT, MEANT),
            {PRINTED: "rejected", MEANT: "accepted"},
            "tulungagung-2024-08-19",
            "corrected",
        ),
        (Decision(Choice.LEAVE_OPEN), {PRINTED: "open", MEANT: "open"}, "tulungagung-2024-02-19", "disputed"),
    ],
)
def test_a_date_that_the_text_disputes_is_a_persons_choice(
    golden: Golden, store: Store, decision: Decision, statuses: dict[str, str], event: str, status: str
) -> None:
    _confirmed(store, golden("08"), {**dict.fromkeys(NEEDED, ACCEPT), "date": decision})
    frames = store.frames()
    made = frames.claim.filter(subject_id=event, field="date")
    assert dict(made.select("value", "status").iter_rows()) == statuses
    assert made.filter(status="rejected")["reason"].null_count() == 0
    assert frames.event.filter(event_id=event)["date_status"].to_list() == [status]
    with store.catalogue.reading() as session:
        recorded = [(one.field, one.decided_by) for one in decisions(session) if one.subject_id == event]
    assert recorded == ([] if decision.choice is Choice.LEAVE_OPEN else [("date", "peninjau")])


def test_an_organiser_put_there_by_a_person_brings_its_level(golden: Golden, store: Store) -> None:
    given = {"activity": ACCEPT, "organiser_region_code": Decision(Choice.CORRECT, "35.71", "Wali Kota Kediri.")}
    _confirmed(store, golden("35"), given)
    (event,) = store.frames().event.filter(organiser_region_code="35.71", is_simulated=False).iter_rows(named=True)
    assert (event["level"], event["organiser_kind"], event["event_id"]) == (
        "kota",
        "pemda",
        "kota-kediri-tanpa-tanggal",
    )


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"mode": Decision(Choice.REJECT, reason="x")},
        {"date": ACCEPT},
        {"organiser_region_code": ACCEPT},
        {"activity": ACCEPT, "organiser_region_code": Decision(Choice.REJECT, reason="x")},
    ],
)
def test_what_is_no_ceremony_is_not_saved(golden: Golden, store: Store, given: dict[str, Decision]) -> None:
    before, files = store.latest().number, sorted(store.path.rglob("*"))
    with pytest.raises(BadInput):
        _confirm(store, Review(golden("01"), facts_of(golden("01").document)), given)
    assert (store.latest().number, sorted(store.path.rglob("*"))) == (before, files)


def test_a_review_of_an_older_snapshot_is_refused(golden: Golden, store: Store, save: Callable[[str], Loaded]) -> None:
    seen = store.latest().number
    save("08")
    review = Review(golden("01"), facts_of(golden("01").document))
    with pytest.raises(Conflict):
        confirm(store, accepted_as_proposed(review, proposals(store, review)), by="b", now=NOW, upon=seen)


def test_the_same_article_again_changes_nothing(store: Store, save: Callable[[str], Loaded]) -> None:
    first = save("01")
    again = save("01")
    assert (first.is_new, again.is_new, again.snapshot.number) == (True, False, first.snapshot.number)


def test_undone_and_confirmed_again_it_is_as_before(
    golden: Golden, store: Store, save: Callable[[str], Loaded]
) -> None:
    before = store.frames()
    loaded = save("01")
    after = store.frames()
    store.undo(loaded.snapshot.batch.batch_id, by="a", now=NOW)
    back = store.frames()
    for table in ("claim", "event", "event_region", "source"):
        assert getattr(back, table).equals(getattr(before, table))
    review = Review(golden("67"), facts_of(golden("67").document))
    assert proposals(store, review)[0].copies == ()  # its signature stays, but it is on record no more
    save("01")
    assert store.frames().event.drop("batch_id").equals(after.event.drop("batch_id"))


def test_the_articles_text_is_not_kept(golden: Golden, store: Store) -> None:
    review_id = Reviews(store.path).put(golden("01"), by="a", now=NOW)
    review = Reviews(store.path).open(review_id)
    confirm(store, accepted_as_proposed(review, proposals(store, review)), by="peninjau", now=NOW)
    sentence = b"tidak ingin pelayanan terganggu"
    assert sentence in golden("01").document.text.encode()
    assert not [path for path in store.path.rglob("*") if path.is_file() and sentence in path.read_bytes()]
    assert store.verify().damaged == ()


def test_a_claim_of_the_tenth_dozen_is_still_the_last(store: Store, golden: Golden) -> None:
    """Ordinals are numbers: an agreeing claim after a hundred others is not the first."""
    from etl.reconcile import in_order

    ids = [f"e/date/{number:02d}/s" for number in (1, 2, 10, 99, 100, 101)]
    claims = pl.DataFrame({"claim_id": ids[::-1], "subject_id": ["e"] * 6, "field": ["date"] * 6})
    assert in_order(claims)["claim_id"].to_list() == ids


def _confirm(store: Store, review: Review, given: dict[str, Decision]) -> Loaded:
    decided = replace(review, decisions={(0, field): one for field, one in given.items()})
    return confirm(store, decided, by="peninjau", now=NOW)


def _confirmed(store: Store, extraction: Extraction, given: dict[str, Decision]) -> dict[str, dict[str, Any]]:
    """Confirm, and give the claims of the article by field."""
    review = Review(extraction, facts_of(extraction.document))
    _confirm(store, review, given)
    frames = store.frames()
    (source,) = frames.source.filter(sha256=extraction.document.sha256)["source_id"]
    return {one["field"]: one for one in frames.claim.filter(source_id=source).iter_rows(named=True)}
