"""Contradictions, settled and taken back; the list and the indicator count the same ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import polars as pl
import pytest

from catalogue import audit
from catalogue.decisions import decisions
from etl.review import Contradiction, contradictions, settle
from etl.review.contradictions import RESTING
from i18n import BadInput, Conflict
from indicators.evidence.ceremonies import disputes
from indicators.registry import INDICATORS
from pages.navigation import ENTRIES
from warehouse.frames import Frames
from warehouse.store import Loaded, Store

NOW = dt.datetime(2024, 10, 1, 8, tzinfo=dt.UTC)


@pytest.fixture
def dispute(store: Store, save: Callable[[str], Loaded]) -> Contradiction:
    """Article 01 against article 68: the day of one ceremony; the copy 67 agrees with 01."""
    for number in ("01", "67", "68"):
        save(number)
    return _of(store.frames())


def test_the_list_is_what_the_indicator_counts(bundled_frames: Frames) -> None:
    found = contradictions(bundled_frames)
    wanted = disputes(bundled_frames.claim).select("subject_kind", "subject_id", "field", "is_open").rows()
    assert sorted((one.subject_kind, one.subject_id, one.field, one.is_open) for one in found) == sorted(wanted)
    assert [one.is_open for one in found] == sorted((one.is_open for one in found), reverse=True)
    assert (
        sum(len(one.sides) for one in found)
        == bundled_frames.claim.join(
            disputes(bundled_frames.claim), on=["subject_kind", "subject_id", "field"], how="semi"
        ).height
    )


def test_what_rests_on_a_field_exists() -> None:
    pages = {entry.name for entry in ENTRIES}
    for indicators, shown in RESTING.values():
        assert set(indicators) <= set(INDICATORS)
        assert set(shown) <= pages


def test_both_sides_show_their_sources(dispute: Contradiction) -> None:
    assert [(side.value, side.status, side.grade) for side in dispute.sides] == [
        ("2023-11-17", "accepted", "D"),
        ("2023-11-17", "accepted", "D"),
        ("2023-11-16", "open", "D"),
    ]
    assert len({side.voice for side in dispute.sides}) == 2
    assert "days_before_campaign" in dispute.indicators


@pytest.mark.parametrize(
    ("chosen", "statuses", "day"),
    [
        (0, ["accepted", "accepted", "rejected"], dt.date(2023, 11, 17)),
        (2, ["rejected", "rejected", "accepted"], dt.date(2023, 11, 16)),
    ],
)
def test_settling_changes_statuses_and_nothing_else(
    store: Store, dispute: Contradiction, chosen: int, statuses: list[str], day: dt.date
) -> None:
    before = store.frames()
    loaded = settle(store, dispute, dispute.sides[chosen].claim_id, " Undangan  aslinya. ", by="kepala", now=NOW)
    frames = store.frames()
    settled = _of(frames)
    assert ([side.status for side in settled.sides], settled.is_open) == (statuses, False)
    assert {side.reason for side in settled.sides if side.status == "rejected"} == {"Undangan aslinya."}
    said = ["claim_id", "value", "stated", "qualifier", "source_id", "span_start", "span_end"]
    assert frames.claim.select(said).equals(before.claim.select(said))
    (event,) = frames.event.filter(event_id=dispute.subject_id).iter_rows(named=True)
    assert (event["date_low"], event["date_status"]) == (day, "stated")
    with store.catalogue.reading() as session:
        (decision,) = (one for one in decisions(session) if one.subject_id == dispute.subject_id)
        acts = [entry.action for entry in audit.entries(session)]
    assert (decision.accepted_claim_id, decision.decided_by) == (dispute.sides[chosen].claim_id, "kepala")
    assert acts[-2:] == ["review-decision", "snapshot"]
    store.undo(loaded.snapshot.batch.batch_id, by="kepala", now=NOW)
    for table in ("claim", "event", "event_region"):
        assert getattr(store.frames(), table).equals(getattr(before, table))
    assert store.verify().damaged == ()


def test_a_decision_can_be_made_anew(store: Store, dispute: Contradiction) -> None:
    settle(store, dispute, dispute.sides[0].claim_id, "Undangan.", by="a", now=NOW)
    settle(store, _of(store.frames()), dispute.sides[2].claim_id, "Foto bertanggal.", by="b", now=NOW)
    assert [side.status for side in _of(store.frames()).sides] == ["rejected", "rejected", "accepted"]


@pytest.mark.parametrize(("chosen", "reason"), [("date", "x"), (None, ""), (None, "  ")])
def test_a_decision_needs_a_side_and_a_reason(
    store: Store, dispute: Contradiction, chosen: str | None, reason: str
) -> None:
    before = store.latest().number
    with pytest.raises(BadInput):
        settle(store, dispute, chosen or dispute.sides[0].claim_id, reason, by="a", now=NOW)
    assert store.latest().number == before


def test_one_that_was_decided_meanwhile_is_refused(store: Store, dispute: Contradiction) -> None:
    settle(store, dispute, dispute.sides[0].claim_id, "Undangan.", by="a", now=NOW)
    with pytest.raises(Conflict):
        settle(store, dispute, dispute.sides[2].claim_id, "Foto.", by="b", now=NOW)


def test_claims_about_a_region_are_settled_too(store: Store) -> None:
    found = next(one for one in contradictions(store.frames()) if one.subject_kind == "region" and one.is_open)
    before = store.frames().event
    settle(store, found, found.sides[0].claim_id, "Rekap resmi.", by="a", now=NOW)
    frames = store.frames()
    claims = frames.claim.filter(pl.col("claim_id").is_in([side.claim_id for side in found.sides]))
    assert claims.filter(status="open").is_empty()
    assert frames.event.equals(before)


def _of(frames: Frames) -> Contradiction:
    (found,) = [one for one in contradictions(frames) if (one.subject_id, one.field) == ("wonosobo-2023-11-17", "date")]
    return found
