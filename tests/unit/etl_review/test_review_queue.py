"""Articles that wait: kept whole, decided on field by field, gone with their text when they are done or too old."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from etl.extract.values import Extraction
from etl.review import NEW_EVENT, Choice, Decision, Reviews
from etl.review.queue import KEPT
from etl.review.sources import facts_of
from i18n import BadInput, NotFound
from warehouse.vocabulary import Grade, SourceKind

Golden = Callable[[str], Extraction]
NOW = dt.datetime(2024, 10, 1, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize("number", ["01", "08", "23", "32", "46", "51", "53"])
def test_what_was_put_is_what_comes_back(golden: Golden, tmp_path: Path, number: str) -> None:
    review_id = Reviews(tmp_path).put(golden(number), by="a", now=NOW)
    found = Reviews(tmp_path).open(review_id)
    assert found.extraction == golden(number)
    assert (found.review_id, found.put_by, found.put_at) == (review_id, "a", NOW)
    assert found.source == facts_of(golden(number).document)


def test_the_same_file_waits_once(golden: Golden, tmp_path: Path) -> None:
    reviews = Reviews(tmp_path)
    first = reviews.put(golden("01"), by="a", now=NOW)
    assert reviews.put(golden("01"), by="b", now=NOW) == first
    assert len(reviews.all()) == 1


def test_decisions_are_kept_replaced_and_taken_back(golden: Golden, tmp_path: Path) -> None:
    reviews = Reviews(tmp_path)
    review_id = reviews.put(golden("01"), by="a", now=NOW)
    reviews.decide(review_id, 0, "date", Choice.CORRECT, "2023-11-16", reason="Salah ketik.")
    reviews.decide(review_id, 0, "venue", Choice.REJECT)
    reviews.place(review_id, 0, NEW_EVENT)
    found = reviews.open(review_id)
    assert found.decisions == {
        (0, "date"): Decision(Choice.CORRECT, "2023-11-16", "Salah ketik."),
        (0, "venue"): Decision(Choice.REJECT),
    }
    assert found.events == {0: NEW_EVENT}
    reviews.decide(review_id, 0, "date", Choice.ACCEPT)
    reviews.decide(review_id, 0, "venue", None)
    reviews.place(review_id, 0, None)
    assert reviews.open(review_id).decisions == {(0, "date"): Decision(Choice.ACCEPT)}
    assert reviews.open(review_id).events == {}


def test_nobodys_decision_is_lost(golden: Golden, tmp_path: Path) -> None:
    reviews = Reviews(tmp_path)
    review_id = reviews.put(golden("01"), by="a", now=NOW)
    fields = ["date", "venue", "mode", "led_by", "witnesses", "participants", "points", "activity"]
    with ThreadPoolExecutor(4) as people:
        list(people.map(lambda field: Reviews(tmp_path).decide(review_id, 0, field, Choice.ACCEPT), fields))
    assert {field for _, field in reviews.open(review_id).decisions} == set(fields)


@pytest.mark.parametrize(
    ("index", "field", "value", "fault"),
    [
        (0, "date", "kemarin", BadInput),
        (0, "date", None, BadInput),
        (0, "mode", "radio", BadInput),
        (0, "nama", "x", BadInput),
        (1, "date", "2023-11-16", NotFound),
        (-1, "date", "2023-11-16", NotFound),
    ],
)
def test_a_correction_that_is_none_is_refused(
    golden: Golden, tmp_path: Path, index: int, field: str, value: str | None, fault: type[BadInput]
) -> None:
    reviews = Reviews(tmp_path)
    review_id = reviews.put(golden("01"), by="a", now=NOW)
    with pytest.raises(fault):
        reviews.decide(review_id, index, field, Choice.CORRECT, value)
    assert reviews.open(review_id).decisions == {}


@pytest.mark.parametrize("review_id", ["", "..", "../x", "0" * 31, "0" * 32, "lock"])
def test_no_id_leads_elsewhere(golden: Golden, tmp_path: Path, review_id: str) -> None:
    reviews = Reviews(tmp_path)
    reviews.put(golden("01"), by="a", now=NOW)
    for act in (reviews.open, reviews.discard):
        with pytest.raises(NotFound):
            act(review_id)


def test_what_is_discarded_or_too_old_leaves_no_text(golden: Golden, tmp_path: Path) -> None:
    reviews = Reviews(tmp_path)
    gone = reviews.put(golden("01"), by="a", now=NOW)
    old = reviews.put(golden("08"), by="a", now=NOW)
    reviews.discard(gone)
    later = NOW + KEPT + dt.timedelta(days=1)
    fresh = reviews.put(golden("67"), by="a", now=later)
    assert [one.review_id for one in reviews.all()] == [fresh]
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json")]
    assert len(texts) == 1
    for review_id in (gone, old):
        with pytest.raises(NotFound):
            reviews.open(review_id)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"extraction": {}}'])
def test_a_damaged_review_is_gone_and_the_others_stay(golden: Golden, tmp_path: Path, damage: bytes) -> None:
    reviews = Reviews(tmp_path)
    broken = reviews.put(golden("01"), by="a", now=NOW)
    whole = reviews.put(golden("08"), by="a", now=NOW)
    (tmp_path / "reviews" / broken / "review.json").write_bytes(damage)
    with pytest.raises(NotFound):
        reviews.open(broken)
    assert [one.review_id for one in reviews.all()] == [whole]


def test_an_unreadable_document_does_not_wait(golden: Golden, tmp_path: Path) -> None:
    document = replace(golden("01").document, text="", error="There is no such file.")
    with pytest.raises(BadInput):
        Reviews(tmp_path).put(Extraction(document, (), ()), by="a", now=NOW)
    assert Reviews(tmp_path).all() == ()


@pytest.mark.parametrize(
    ("publisher", "kind", "grade"),
    [
        ("Prokompim Setda", SourceKind.RELEASE, Grade.C),
        ("wonosobokab.go.id", SourceKind.RELEASE, Grade.C),
        ("go.id.contoh.id", SourceKind.ARTICLE, Grade.D),
        ("Kabar Dieng", SourceKind.ARTICLE, Grade.D),
        (None, SourceKind.ARTICLE, Grade.D),
    ],
)
def test_kind_and_grade_follow_the_publisher(
    golden: Golden, publisher: str | None, kind: SourceKind, grade: Grade
) -> None:
    found = facts_of(replace(golden("01").document, publisher=publisher))
    assert (found.kind, found.grade, found.url) == (kind, grade, None)
    assert found.publisher
