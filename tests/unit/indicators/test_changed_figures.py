"""What two snapshots give differently: every figure that differs and no other, with the batch that made it so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from catalogue.decisions import OnRecord
from catalogue.history import Batch, Snapshot
from indicators import ALL_CAMPAIGNS, DEFINITIONS, Scope, query
from indicators.history.because import Because
from indicators.history.changes import Value, changed_figures
from indicators.history.widening import Cause
from indicators.scope import LEVELS
from warehouse import contract
from warehouse.difference import difference
from warehouse.frames import Frames
from warehouse.steps import Step
from warehouse.vocabulary import Audience

NOW = dt.datetime(2024, 12, 1, 8, tzinfo=dt.UTC)
DAY = dt.date(2023, 11, 20)
A, B, C, D = "33.03/a", "33.03/b", "33.03/c", "34.01/d"
Tables = dict[str, list[dict[str, Any]]]


def unit(name: str, **values: Any) -> dict[str, Any]:
    whole = "/" not in name
    return {"unit_id": name, "region_code": name[:5], "opd_id": None if whole else name, "as_of": DAY, **values}


def people(name: str, count: int) -> dict[str, Any]:
    return unit(name, people_low=count, people_high=count)


def signed(name: str, count: int, **more: Any) -> dict[str, Any]:
    return unit(name, signed_low=count, signed_high=count, **more)


def on(day: dt.date | None) -> dict[str, Any]:
    return {} if day is None else {"date_low": day, "date_high": day, "date_status": "stated"}


def event(name: str, region: str, day: dt.date | None, **more: Any) -> Tables:
    return {
        "event": [{"event_id": name, **on(day), **more}],
        "event_region": [{"event_id": name, "region_code": region}],
        "claim": [{"claim_id": name, "subject_id": name, "source_id": "berita"}],
    }


def joined(*parts: Tables) -> Tables:
    return {table: [row for part in parts for row in part.get(table, [])] for part in parts for table in part}


BASE = joined(
    {
        "opd": [{"opd_id": one, "region_code": one[:5], "name": one} for one in (A, B, C, D)],
        "source": [{"source_id": "rekap", "grade": "B"}, {"source_id": "berita", "published_on": DAY}],
        "headcount": [people(A, 100), people(B, 50), people(C, 50), people(D, 80)],
        "signature": [signed(A, 60), signed(B, 40), signed(D, 80)],
        "obligation": [{"obligation_id": "33.03", "region_code": "33.03"}],
    },
    event("satu", "33.03", dt.date(2023, 11, 24), points=[1, 2, 3, 4]),
    event("dua", "34.01", None),
)


def other(table: str, place: int, **values: Any) -> Tables:
    """The base with one row changed."""
    rows = [dict(row, **values) if at == place else row for at, row in enumerate(BASE[table])]
    return BASE | {table: rows}


def without(table: str, place: int) -> Tables:
    return BASE | {table: [row for at, row in enumerate(BASE[table]) if at != place]}


OPEN = {
    "claim_id": "buka",
    "subject_id": "satu",
    "field": "venue",
    "value": "x",
    "status": "open",
    "source_id": "rekap",
}
EVERY_OPD = {"obligation_id": "pakta", "region_code": "33.03", "scope": "every_opd", "what": "pakta"}
EDITS = {
    "target": (other("headcount", 0, people_low=200, people_high=220), Because.TARGET),
    "target of a region that counted nothing": (joined(BASE, {"headcount": [people("33.74", 70)]}), Because.TARGET),
    "count": (joined(BASE, {"signature": [signed(C, 50)]}), Because.NEW),
    "correction": (other("signature", 1, signed_low=10, signed_high=20), Because.CORRECTED),
    "withdrawal": (without("signature", 2), Because.WITHDRAWN),
    "other election": (joined(BASE, {"signature": [signed(A, 90, campaign_id="pilkada-2024")]}), Because.NEW),
    "total": (joined(BASE, {"headcount": [people("33.03", 500)]}), Because.TARGET),
    "ceremony": (joined(BASE, event("tiga", "33.74", DAY)), Because.NEW),
    "ceremony of no election": (joined(BASE, event("tiga", "33.74", DAY, campaign_id=None)), Because.NEW),
    "ceremony of an OPD": (joined(BASE, event("tiga", "34.01", DAY, opd_id=D, organiser_kind="opd")), Because.NEW),
    "date": (other("event", 1, **on(DAY)), Because.CORRECTED),
    "contradiction": (joined(BASE, {"claim": [OPEN]}), Because.NEW),
    "grade": (other("source", 0, grade="C"), Because.SOURCE),
    "duty": (joined(BASE, {"obligation": [EVERY_OPD]}), Because.DUTY),
    "exemption": (other("obligation", 0, status="tidak_wajib", reason="x"), Because.DUTY),
    "unit": (joined(BASE, {"opd": [{"opd_id": "33.03/e", "region_code": "33.03", "name": "e"}]}), Because.UNITS),
}


@pytest.fixture(scope="module")
def base(frames: Callable[..., Frames]) -> Frames:
    """BASE, once: what it answers is kept for every test."""
    return frames(**BASE)


@pytest.fixture
def step() -> Callable[..., Step]:
    """A batch that led from one state to another."""

    def make(
        old: Frames, new: Frames, number: int = 2, decided: tuple[OnRecord, ...] = (), undoes: str | None = None
    ) -> Step:
        batch = Batch(f"ingest-{number}", "ingest", "rekap.xlsx", "siti", NOW, "0" * 64, undoes)
        found = {
            table: difference(getattr(old, table), getattr(new, table), contract.key(table), ignoring={"batch_id"})
            for table in Frames.tables()
        }
        found = {table: one for table, one in found.items() if not one.is_empty}
        return Step(Snapshot(number, NOW, batch, {}), found, decided, is_back=False)

    return make


def everything(old: Frames, new: Frames, campaigns: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Indicator, level, election and code of all figures that differ, found by asking for all there are."""
    for name in DEFINITIONS:
        for level in LEVELS:
            for campaign in campaigns:
                scope = Scope(level=level, campaign=campaign, audience=Audience.DALAM)
                was, now = (
                    {row["code"]: value_of(name, row) for row in query(name, frames, scope).to_dicts()}
                    for frames in (old, new)
                )
                silent = {None, Value("belum_ada_bukti", None, None, None)}
                for code in was.keys() | now.keys():
                    pair = was.get(code), now.get(code)
                    is_twice = level == "pemda" and "." in (code or "")
                    if pair[0] != pair[1] and not is_twice and not set(pair) <= silent:
                        yield name, level, campaign, code


def value_of(name: str, row: dict[str, Any]) -> Value:
    return Value(row["state"], row["low"], row["high"], row["grade"] if name == "evidence_grade" else None)


@pytest.mark.parametrize("edit", EDITS)
def test_every_figure_that_differs_is_listed_and_no_other(
    base: Frames, frames: Callable[..., Frames], step: Callable[..., Step], edit: str
) -> None:
    tables, why = EDITS[edit]
    old, new = base, frames(**tables)
    found = changed_figures(old, new, [step(old, new)], Audience.DALAM)
    listed = {(one.indicator, one.level, one.campaign, one.code) for one in found}
    campaign = "pilkada-2024" if edit == "other election" else "pemilu-2024"
    of_none = {ALL_CAMPAIGNS} if edit == "ceremony of no election" else set()
    assert listed
    assert listed == set(everything(old, new, of_none or {campaign}))
    for one in found:
        (blame,) = one.blame
        assert (blame.step.snapshot.batch.by, why in blame.because) == ("siti", True)
        scope = Scope(level=one.level, campaign=one.campaign, audience=Audience.DALAM)
        for frames_, value in ((old, one.old), (new, one.new)):
            rows = {
                row["code"]: value_of(one.indicator, row) for row in query(one.indicator, frames_, scope).to_dicts()
            }
            assert rows.get(one.code) == value


def test_each_batch_answers_for_its_own(base: Frames, frames: Callable[..., Frames], step: Callable[..., Step]) -> None:
    old, middle = base, frames(**EDITS["target"][0])
    new = frames(**(EDITS["target"][0] | {"signature": EDITS["withdrawal"][0]["signature"]}))
    found = changed_figures(old, new, [step(old, middle), step(middle, new, 3)], Audience.DALAM)
    blamed = {one.code: [blame.step.snapshot.number for blame in one.blame] for one in found if one.level == "opd"}
    assert blamed == {A: [2], D: [3]}
    (nation,) = [one for one in found if (one.indicator, one.level) == ("gap_people", "nasional")]
    assert [blame.because for blame in nation.blame] == [(Because.TARGET,), (Because.WITHDRAWN,)]


@pytest.mark.parametrize(("edit", "cause"), [("withdrawal", Cause.WITHDRAWN), ("total", Cause.TARGET), ("count", None)])
def test_what_left_a_figure_less_sure_is_named(
    base: Frames, frames: Callable[..., Frames], step: Callable[..., Step], edit: str, cause: Cause | None
) -> None:
    old, new = base, frames(**EDITS[edit][0])
    found = changed_figures(old, new, [step(old, new)], Audience.DALAM)
    named = {one for change in found for one in change.widened}
    assert cause in named if cause else not named


def test_what_was_undone_on_the_way_is_not_to_blame(
    base: Frames, frames: Callable[..., Frames], step: Callable[..., Step]
) -> None:
    old, wrong, new = base, frames(**EDITS["correction"][0]), frames(**EDITS["target"][0])
    way = [step(old, wrong), step(wrong, old, 3, undoes="ingest-2"), step(old, new, 4)]
    found = changed_figures(old, new, way, Audience.DALAM)
    assert {tuple(blame.step.snapshot.number for blame in one.blame) for one in found} == {(4,)}


def test_a_decision_gives_its_reason(frames: Callable[..., Frames], step: Callable[..., Step]) -> None:
    old, new = (
        frames(**joined(BASE, {"claim": [OPEN]})),
        frames(**joined(BASE, {"claim": [OPEN | {"status": "rejected", "reason": "x"}]})),
    )
    reasons = [("satu", "surat undangan menyebut aula"), ("dua", "lain")]
    decided = tuple(
        OnRecord("event", subject, "venue", None, reason, place, NOW, "siti")
        for place, (subject, reason) in enumerate(reasons)
    )
    found = changed_figures(old, new, [step(old, new, decided=decided)])
    assert {one.indicator for one in found} == {"open_contradictions"}
    assert {blame.reasons for one in found for blame in one.blame} == {("surat undangan menyebut aula",)}
    assert all(Because.DECIDED in blame.because for one in found for blame in one.blame)


def test_days_that_pass_change_no_figure(
    bundled_frames: Frames, base: Frames, frames: Callable[..., Frames], step: Callable[..., Step]
) -> None:
    """Only freshness grows by itself, and then it is not said to differ."""
    later = replace(bundled_frames, snapshot=replace(bundled_frames.snapshot, taken_at=NOW + dt.timedelta(days=3000)))
    for name in DEFINITIONS.keys() - {"freshness_days"}:
        scope = Scope(level="kabupaten", campaign=ALL_CAMPAIGNS)
        assert query(name, bundled_frames, scope).equals(query(name, later, scope)), name
    old, new = base, frames(**EDITS["grade"][0])
    new = replace(new, snapshot=replace(new.snapshot, taken_at=new.snapshot.taken_at + dt.timedelta(days=9)))
    assert {one.indicator for one in changed_figures(old, new, [step(old, new)])} == {"evidence_grade"}
