"""Events and the evidence behind them: which ceremonies a question covers, who vouches for them, what is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from indicators.question import OWN_ROLES, Question, ask
from indicators.scope import Scope
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, SubjectKind


def voices(source: pl.DataFrame) -> pl.DataFrame:
    """Each source with its independent voice: columns `source_id`, `voice`, `grade`.

    `voice` is the first release of a chain of copies: sources with one voice are one witness.
    """
    origin = dict(source.filter(pl.col("syndicated_from").is_not_null()).select("source_id", "syndicated_from").rows())
    return source.select(
        "source_id",
        pl.Series("voice", [_first_release(name, origin) for name in source["source_id"]], pl.String),
        "grade",
    )


def event_sources(frames: Frames) -> pl.DataFrame:
    """Which source says anything of which event: `event_id`, `source_id`, `voice`, `grade`, `is_vouching`.

    A source vouches for an event where a claim of it that was not rejected says what was done there (`activity`);
    a page that only tells which anniversary it was is no witness of the ceremony.
    """
    says_so = (pl.col("field") == "activity") & (pl.col("status") != ClaimStatus.REJECTED)
    return (
        frames.claim.filter(pl.col("subject_kind") == SubjectKind.EVENT)
        .group_by(event_id="subject_id", source_id="source_id")
        .agg(is_vouching=says_so.any())
        .join(voices(frames.source), on="source_id", how="inner", validate="m:1")
    )


def event_voices(frames: Frames) -> pl.DataFrame:
    """Who vouches for which event: one row per event and source; columns of `event_sources`."""
    return event_sources(frames).filter("is_vouching")


def disputes(claim: pl.DataFrame) -> pl.DataFrame:
    """One row per field that its sources contradict each other in: `subject_kind`, `subject_id`, `field`, `is_open`.

    Open: a claim waits for a person. Settled: one value was accepted and another one rejected.
    """
    status, value = pl.col("status"), pl.col("value")
    accepted, rejected = status == ClaimStatus.ACCEPTED, status == ClaimStatus.REJECTED
    return (
        claim.group_by("subject_kind", "subject_id", "field")
        .agg(
            is_open=(status == ClaimStatus.OPEN).any(),
            is_settled=(rejected & ~value.is_in(value.filter(accepted).implode())).any() & accepted.any(),
        )
        .filter(pl.col("is_open") | pl.col("is_settled"))
        .drop("is_settled")
    )


def selected(question: Question, *, filtered: bool = True) -> pl.DataFrame:
    """The events that the question is about, wherever they were: rows of the event table with the best `grade`.

    By the day asked for: `is_certain` is false where an event may as well have been later. An undated one was after the
    circular that ordered it and, where every page that tells of it came out later, is not known by then.
    `filtered` False leaves period, grade and organiser aside: all that was received for the election by that day.
    """
    frames = question.frames
    published = frames.source.select("source_id", "published_on")
    best = (
        event_voices(frames)
        .join(published, on="source_id", how="left", validate="m:1")
        .group_by("event_id")
        .agg(pl.col("grade").min(), heard_low=pl.col("published_on").min())
    )
    events = (
        frames.event.filter(question.of_campaign)
        .join(best, on="event_id", how="left", validate="1:1")
        .filter(_may_be_by(question))
        .with_columns(is_certain=_is_by(question))
        .drop("heard_low")
    )
    if not filtered:
        return events
    if question.kinds is not None:
        events = events.filter(pl.col("organiser_kind").is_in(question.kinds))
    if question.since is not None:
        events = events.filter(pl.col("date_high") >= question.since)
    if question.until is not None:
        events = events.filter(pl.col("date_low") <= question.until)
    if question.grade is not None:
        events = events.filter(pl.col("grade") <= question.grade)
    return events


def _may_be_by(question: Question) -> pl.Expr:
    if question.as_of is None:
        return pl.lit(value=True)
    first = pl.coalesce("date_low", pl.max_horizontal("instruction_date", "heard_low"))
    return (first <= question.as_of).fill_null(value=True)


def _is_by(question: Question) -> pl.Expr:
    """An undated ceremony that was told of by that day surely was by then; one that nothing places may be later."""
    if question.as_of is None or question.as_of >= question.frames.snapshot.taken_at.date():
        return pl.lit(value=True)
    return (pl.coalesce("date_high", "heard_low") <= question.as_of).fill_null(value=False)


def links(question: Question, events: pl.DataFrame, roles: Sequence[str] = OWN_ROLES) -> pl.DataFrame:
    """Which unit asked for has which event: columns `unit`, `event_id`, each pair once."""
    if question.level == "nasional":
        return events.select(question.unit(), "event_id")
    if question.level == "opd":
        return events.filter(pl.col("opd_id").is_not_null()).select(question.unit(), "event_id")
    return (
        question.frames.event_region.filter(pl.col("role").is_in(roles))
        .join(events.select("event_id"), on="event_id", how="semi")
        .select(question.unit(), "event_id")
        .unique()
    )


def summary(rows: pl.DataFrame) -> pl.DataFrame:
    """The evidence of each unit in brief, from rows of `unit`, `voice`, `grade`.

    Columns `unit`, `sources` (independent voices), `grade` (the best).
    """
    return rows.group_by("unit").agg(sources=pl.col("voice").n_unique().cast(pl.Int64), grade=pl.col("grade").min())


def behind(question: Question, linked: pl.DataFrame) -> pl.DataFrame:
    """The evidence behind each unit's events in brief; columns of `summary`."""
    return summary(linked.join(event_voices(question.frames), on="event_id", how="inner"))


def events_in(frames: Frames, scope: Scope, *, roles: Sequence[str] = OWN_ROLES) -> pl.DataFrame:
    """The events of a region and those below it under the scope's filters, by date, undated ones last.

    The event table's columns and: `grade` (best evidence), `voices` (independent sources), `source_ids` (all sources,
    best first), `region_codes` (organisers and participants), `contradictions` (fields that sources contradict each
    other in) and `open_contradictions` (those not decided). The scope's level is not used.
    """
    question = ask(frames, replace(scope, level=None))
    events = selected(question)
    mine = links(question, events, roles).join(question.units, on="unit", how="semi")
    vouching = (
        event_sources(frames)
        .sort("grade", "source_id")
        .group_by("event_id", maintain_order=True)
        .agg(
            voices=pl.col("voice").filter("is_vouching").n_unique().cast(pl.Int64),
            source_ids="source_id",
        )
    )
    own = frames.event_region.filter(pl.col("role").is_in(OWN_ROLES))
    regions = own.group_by("event_id").agg(region_codes=pl.col("region_code").unique().sort())
    disputed = (
        disputes(frames.claim.filter(pl.col("subject_kind") == SubjectKind.EVENT))
        .group_by(event_id="subject_id")
        .agg(contradictions=pl.len().cast(pl.Int64), open_contradictions=pl.col("is_open").sum().cast(pl.Int64))
    )
    return (
        events.drop("is_certain")
        .join(mine, on="event_id", how="semi")
        .join(vouching, on="event_id", how="left", validate="1:1")
        .join(regions, on="event_id", how="left", validate="1:1")
        .join(disputed, on="event_id", how="left", validate="1:1")
        .with_columns(
            pl.col("voices", "contradictions", "open_contradictions").fill_null(0),
            pl.col("source_ids", "region_codes").fill_null(pl.lit([], pl.List(pl.String))),
        )
        .sort("date_low", "date_high", "event_id", nulls_last=True)
    )


def _first_release(source_id: str, origin: dict[str, str]) -> str:
    seen = {source_id}
    while (earlier := origin.get(source_id)) is not None and earlier not in seen:
        seen.add(earlier)
        source_id = earlier
    return source_id
