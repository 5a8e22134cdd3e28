"""Everything received of a unit, ceremonies and counts alike: who said it, how good it is, how recent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import polars as pl

from indicators.counting.tallies import Measure, counts, of_grade
from indicators.evidence.ceremonies import event_voices, links, selected, voices
from indicators.question import Question


def evidence(question: Question) -> pl.DataFrame:
    """One row per unit, ceremony or count, and source that vouches for it.

    Columns `unit`, `voice`, `grade`, `day_low`, `day_high`: the newest day that it shows, the day of publication if
    that is not after the day asked for, else the day of the ceremony or of the count; null = not known.
    """
    frames = question.frames
    published = frames.source.select("source_id", "published_on")
    events = selected(question)
    ceremonies = (
        links(question, events)
        .join(events.select("event_id", day_low="date_low", day_high="date_high"), on="event_id", validate="m:1")
        .join(event_voices(frames), on="event_id", how="inner")
    )
    everyone = replace(question, employee_type=None, tier=None)
    received = of_grade(counts(everyone, Measure.REPORTED).filter("is_stated"), question)
    tallies = received.select(question.unit(), "source_id", day_low="as_of", day_high="as_of").join(
        voices(frames.source), on="source_id", how="inner", validate="m:1"
    )
    columns = ["unit", "source_id", "voice", "grade", "day_low", "day_high"]
    return (
        pl.concat([ceremonies.select(columns), tallies.select(columns)])
        .join(published, on="source_id", how="left", validate="m:1")
        .select("unit", "voice", "grade", *(_shown(day, question.today) for day in ("day_low", "day_high")))
    )


def _shown(day: str, today: dt.date) -> pl.Expr:
    published = pl.col("published_on")
    return (
        pl.when(published <= today)
        .then(published)
        .otherwise(pl.min_horizontal(day, pl.when(pl.col(day).is_not_null()).then(today)))
        .alias(day)
    )
