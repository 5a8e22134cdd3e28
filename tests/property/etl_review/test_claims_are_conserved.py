"""Whatever is proposed and decided: no claim is overwritten, agreement changes no value, and order changes no claim."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings, target
from hypothesis import strategies as st

from etl.extract.values import Alternative, Document, EventDate, Extraction, People, ProposedEvent
from etl.reconcile import FIELDS, Standing, is_value
from etl.review import (
    Choice,
    Decision,
    Proposal,
    Review,
    accepted_as_proposed,
    confirm,
    contradictions,
    facts_of,
    propose,
    settle,
)
from etl.review.claims import tables_of
from etl.review.made import events_of
from etl.review.sources import source_row
from etl.review.wire import plain, typed
from geo import register
from warehouse.frames import Frames
from warehouse.store import Store
from warehouse.vocabulary import Activity, DatePrecision, DateStatus, EventLevel, Mode, OrganiserKind, Qualifier

T = TypeVar("T")
NOW = dt.datetime(2024, 10, 1, 8, tzinfo=dt.UTC)
TEXT = "Pemkab mengucapkan ikrar netralitas pada hari itu di pendopo, kata Sekda. " * 4
TABLES = ("claim", "event", "event_region", "source")

days = st.dates(dt.date(2023, 11, 14), dt.date(2023, 11, 19))
spans = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    min_size=1,
    max_size=2,
).map(tuple)
words = st.sampled_from(["Sekda", "Bupati", "Pj Bupati; Kabag", "KPU", "Bawaslu"])


@st.composite
def dates(draw: st.DrawFn) -> EventDate:
    low = draw(days)
    high = low + dt.timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 2])))
    others = tuple(Alternative(day, "x", {"day": day}) for day in draw(st.lists(days, max_size=1)) if day > high)
    status = DateStatus.DISPUTED if others else draw(st.sampled_from([DateStatus.STATED, DateStatus.INFERRED]))
    precision = DatePrecision.DAY if low == high else DatePrecision.RANGE
    return EventDate(low, high, precision, "hari itu", status, others)


@st.composite
def people(draw: st.DrawFn) -> People:
    low = draw(st.one_of(st.none(), st.integers(0, 60)))
    high = None if low is None else draw(st.one_of(st.none(), st.integers(low, 80)))
    return People(low, high, "sekian orang", draw(st.sampled_from(Qualifier)))


@st.composite
def events(draw: st.DrawFn) -> ProposedEvent:
    region = draw(st.sampled_from(["33.07", "33.07", "35.04", None]))

    def maybe(strategy: st.SearchStrategy[T]) -> T | None:
        return draw(st.one_of(st.none(), strategy))

    return ProposedEvent(
        activity=tuple(draw(st.lists(st.sampled_from(Activity), min_size=1, max_size=2, unique=True))),
        level=EventLevel.KABUPATEN if region else None,
        region_codes=() if region is None else (region, *draw(st.lists(st.just("33.08"), max_size=1))),
        organiser_kind=OrganiserKind.PEMDA,
        place_region_code=region,
        opd=maybe(st.sampled_from(["Dinas Kesehatan", "RSUD"])),
        instruction_date=maybe(days),
        tiers=tuple(draw(st.lists(words, max_size=2))),
        date=maybe(dates()),
        venue=maybe(st.sampled_from(["Pendopo", "Pendopo Selatan", "Alun-alun"])),
        mode=maybe(st.sampled_from(Mode)),
        led_by=maybe(words),
        witnesses=tuple(draw(st.lists(words, max_size=3))),
        participants=maybe(people()),
        signers=maybe(people()),
        points=tuple(draw(st.lists(st.integers(1, 4), max_size=4))),
        points_stated=maybe(st.integers(1, 8)),
        campaign=maybe(st.just("pemilu-2024")),
        evidence={name: draw(spans) for name in ("activity", "date", "venue", "witnesses", "region_codes")},
    )


@st.composite
def articles(draw: st.DrawFn, number: int = 0) -> Extraction:
    found = draw(st.lists(events(), min_size=1, max_size=2))
    document = Document(f"{number}.txt", f"{number:064x}", f"{TEXT} {number}", (), publisher=f"Warta {number}")
    return Extraction(document, tuple(found), ())


NEEDED = ("activity", "level", "organiser_kind", "organiser_region_code")
decided = st.one_of(
    st.just(Decision(Choice.ACCEPT)),
    st.sampled_from([None, Decision(Choice.ACCEPT), Decision(Choice.LEAVE_OPEN), Decision(Choice.REJECT)]),
    st.just(Decision(Choice.REJECT, reason="Tidak disebut.")),
)


@st.composite
def reviews(draw: st.DrawFn, number: int = 0) -> Review:
    """An article with decisions. What a ceremony cannot be on record without is accepted: else it depends on what
    came before whether the rest can be saved."""
    extraction = draw(articles(number))
    given_fields = {
        (each.index, field.field): draw(decided) if field.field not in NEEDED else Decision(Choice.ACCEPT)
        for each in propose(extraction, BEFORE)
        for field in each.fields
    }
    kept = {key: one for key, one in given_fields.items() if one is not None}
    return Review(extraction, facts_of(extraction.document), decisions=kept)


BEFORE = Frames.of(region=register.regions().with_columns(batch_id=pl.lit("-")))


def after(frames: Frames, review: Review, found: Sequence[Proposal] | None = None) -> Frames:
    """The frames as a confirmed review leaves them, without a store: rows replaced by key, others kept."""
    document = review.document
    source = source_row(review.source, f"warta-{document.sha256[-2:]}", document.sha256, now=NOW, syndicated_from=None)
    made = events_of(
        review,
        found or propose(review.extraction, frames),
        frames,
        source["source_id"],
        {"decided_by": "x", "decided_on": NOW.date()},
    )
    claims = [claim for each in made if each.event_id for claim in each.claims]
    return _merged(frames, tables_of(claims, source, frames))


def _merged(frames: Frames, tables: Mapping[str, pl.DataFrame]) -> Frames:
    keys = {"claim": ["claim_id"], "event": ["event_id"], "event_region": ["event_id", "region_code", "role"]}
    changed: dict[str, pl.DataFrame] = {}
    for name, rows in tables.items():
        stands = getattr(frames, name)
        fresh = rows.with_columns(batch_id=pl.lit("-")).select(stands.columns)
        key = keys.get(name, [f"{name}_id"])
        assert not fresh.select(key).is_duplicated().any()
        changed[name] = pl.concat([stands.join(fresh, on=key, how="anti"), fresh]).sort(key)
    return replace(frames, **changed)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_no_claim_is_overwritten(data: st.DataObject) -> None:
    frames = BEFORE
    for number in data.draw(st.lists(st.integers(0, 1), min_size=3, max_size=3)):
        found = after(frames, data.draw(reviews(number)))
        kept = found.claim.join(frames.claim.select("claim_id"), on="claim_id", how="semi").sort("claim_id")
        assert kept.equals(frames.claim.sort("claim_id"))
        assert set(found.event["event_id"]) >= set(frames.event["event_id"])
        frames = found
    for claim in frames.claim.iter_rows(named=True):
        assert claim["value"] is None or is_value(FIELDS[claim["field"]], claim["value"])
        assert claim["status"] != "rejected" or claim["reason"]
    assert set(frames.claim["subject_id"]) == set(frames.event["event_id"])


@st.composite
def retold(draw: st.DrawFn, told: ProposedEvent) -> ProposedEvent:
    """The same ceremony as another paper has it: some fields left out, days and counts put less exactly."""
    left_out = draw(st.sets(st.sampled_from(["mode", "venue", "led_by", "points_stated", "date", "campaign"])))
    event = replace(told, **dict.fromkeys(left_out), witnesses=told.witnesses[::-1])
    if event.date and draw(st.booleans()):
        high = event.date.high + dt.timedelta(days=1)
        event = replace(event, date=replace(event.date, high=high, precision=DatePrecision.RANGE, alternatives=()))
    if event.participants and event.participants.low is not None:
        event = replace(event, participants=replace(event.participants, low=event.participants.low // 2))
    return event


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_agreeing_claims_change_no_value(data: st.DataObject) -> None:
    first = data.draw(reviews(7))
    frames = after(after(BEFORE, first), data.draw(reviews(8)))
    told = tuple(data.draw(retold(event)) for event in first.extraction.events)
    extraction = replace(data.draw(articles(0)), events=told)  # its source_id comes before the others' by the alphabet
    found = propose(extraction, frames)
    agreeing = {
        (each.index, field.field): Decision(Choice.ACCEPT)
        for each in found
        for field in each.fields
        if each.is_known and field.standing is Standing.AGREES and not field.others
    }
    # What the event is must not hang on which of its fields are taken.
    events = {each.index: str(each.event_id) for each in found if each.is_known}
    derived = dict.fromkeys(("level", "organiser_kind", "opd_id"), Decision(Choice.REJECT))
    silent = {(each.index, field): one for each in found for field, one in derived.items()}
    review = Review(extraction, facts_of(extraction.document), decisions={**silent, **agreeing}, events=events)
    target(len(agreeing))
    then = after(frames, review, found)
    assert then.event.equals(frames.event)
    assert then.event_region.equals(frames.event_region)
    assert then.claim.height == frames.claim.height + len(agreeing)


@given(reviews(1), reviews(2))
@settings(max_examples=25, deadline=None)
def test_the_order_of_two_articles_changes_no_claim(one: Review, other: Review) -> None:
    assert _said(after(after(BEFORE, one), other)) == _said(after(after(BEFORE, other), one))


def _said(frames: Frames) -> list[Any]:
    """What was said by whom, without under which event and as which of its claims."""
    said = ["field", "value", "stated", "qualifier", "source_id", "span_start", "span_end"]
    return sorted(frames.claim.select(said).rows(), key=repr)


@given(articles())
@settings(max_examples=40, deadline=None)
def test_an_extraction_survives_the_queue(extraction: Extraction) -> None:
    assert typed(Extraction, json.loads(json.dumps(plain(extraction)))) == extraction


@pytest.fixture(scope="module")
def small_store(built_store: Path) -> Any:
    folder = Path(tempfile.mkdtemp())
    yield Store(Path(shutil.copytree(built_store, folder / "store")))
    shutil.rmtree(folder)


@given(articles(3), articles(4))
@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),  # a few loads into a real store are slow
    phases=[Phase.explicit, Phase.generate],  # and shrinking would make hundreds of them
)
def test_undo_restores_exactly(small_store: Store, one: Extraction, other: Extraction) -> None:
    states = [small_store.frames()]
    batches = []
    for extraction in (one, other):
        review = Review(extraction, facts_of(extraction.document))
        whole = [each for each in propose(extraction, states[-1]) if each.event.region_codes]
        if not whole:
            continue
        loaded = confirm(small_store, accepted_as_proposed(review, whole), by="x", now=NOW)
        if loaded.is_new:
            batches.append(loaded.snapshot.batch.batch_id)
            states.append(small_store.frames())
    for contradiction in [each for each in contradictions(states[-1]) if each.is_open][:1]:
        loaded = settle(small_store, contradiction, contradiction.sides[-1].claim_id, "Alasan.", by="x", now=NOW)
        batches.append(loaded.snapshot.batch.batch_id)
        states.append(small_store.frames())
    for batch, before in zip(reversed(batches), reversed(states[:-1]), strict=True):
        small_store.undo(batch, by="x", now=NOW)
        found_back = small_store.frames()
        for table in TABLES:
            assert getattr(found_back, table).equals(getattr(before, table)), table
