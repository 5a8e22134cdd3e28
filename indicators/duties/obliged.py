"""Why a unit has no value: it was obliged and nothing came, it was exempt, or nobody asked and nothing was found."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from indicators.question import Question
from warehouse.vocabulary import Duty, DutyScope, DutyStatus, State

ANY_DUTY: tuple[str, ...] = tuple(duty.value for duty in Duty)


def opd_duties(question: Question, what: Collection[str]) -> pl.DataFrame:
    """The duty of each OPD that has one: `opd_id`, `is_obliged`. A duty of one OPD goes before that of every OPD."""
    frames = question.frames
    duties = _duties(question, what)
    named = duties.filter(pl.col("scope") == DutyScope.OPD).select("opd_id", "is_obliged", is_named=True)
    every = (
        duties.filter(pl.col("scope") == DutyScope.EVERY_OPD)
        .select("region_code", "is_obliged", is_named=False)
        .join(frames.opd.select("opd_id", "region_code"), on="region_code", how="inner")
    )
    return (
        pl.concat([named, every.select("opd_id", "is_obliged", "is_named")])
        .group_by("opd_id")
        .agg(
            is_obliged=pl.when(pl.col("is_named").any())
            .then((pl.col("is_obliged") & pl.col("is_named")).any())
            .otherwise(pl.col("is_obliged").any())
        )
    )


def region_duties(question: Question, what: Collection[str]) -> pl.DataFrame:
    """The duty of each region that has one of its own or for its OPD: `region_code`, `is_obliged`."""
    return (
        _duties(question, what)
        .filter(pl.col("scope") != DutyScope.OPD)
        .group_by("region_code")
        .agg(pl.col("is_obliged").any())
    )


def state_without_value(question: Question, received: pl.DataFrame, what: Collection[str]) -> pl.DataFrame:
    """The state that each unit with a duty has where it has no value: columns `unit`, `state`.

    `received` (column `unit`) names the units of which anything was received: those are never `belum_lapor`. A unit
    that is not listed has `belum_ada_bukti`.
    """
    if question.level == "opd":
        duties = opd_duties(question, what).rename({"opd_id": "unit"})
    elif question.level == "nasional":
        return pl.DataFrame(schema={"unit": pl.String, "state": pl.String})
    else:
        duties = region_duties(question, what).rename({"region_code": "unit"})
    is_silent = ~pl.col("unit").is_in(received["unit"].implode())
    return duties.select(
        "unit",
        state=pl.when(~pl.col("is_obliged"))
        .then(pl.lit(State.TIDAK_WAJIB.value))
        .when(is_silent)
        .then(pl.lit(State.BELUM_LAPOR.value)),
    ).filter(pl.col("state").is_not_null())


def _duties(question: Question, what: Collection[str]) -> pl.DataFrame:
    return question.duties.filter(pl.col("what").is_in(list(what))).with_columns(
        is_obliged=pl.col("status") == DutyStatus.WAJIB
    )
