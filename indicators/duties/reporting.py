"""Who owes a pledge, a pact or a report, until when, and who has reported: on time, late, not yet. Of units alone."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import dataframely as dy
import polars as pl

from indicators.duties.evidence import first_evidence
from indicators.question import Question, ask, in_force, within
from indicators.scope import ALL_CAMPAIGNS, Scope
from warehouse.frames import Frames
from warehouse.tables._base import one_of
from warehouse.vocabulary import Duty, DutyScope, DutyStatus, OpdKind


class Outcome(StrEnum):
    """What became of a duty, the gravest first. `TANPA_TENGGAT`: nothing received, and no day was set to judge by.

    `TIDAK_PASTI`: received, but the days known of it leave open whether in time, or whether by the day asked for.
    `MELAPOR`: received, and no day was set. `UNIT_BELUM_TERCATAT`: every OPD owes it, and no OPD is on record.
    """

    LEWAT_TENGGAT = "lewat_tenggat"
    TERLAMBAT = "terlambat"
    TANPA_TENGGAT = "tanpa_tenggat"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"
    TIDAK_PASTI = "tidak_pasti"
    TEPAT_WAKTU = "tepat_waktu"
    MELAPOR = "melapor"
    UNIT_BELUM_TERCATAT = "unit_belum_tercatat"
    TIDAK_WAJIB = "tidak_wajib"


REPORTED = (Outcome.TEPAT_WAKTU, Outcome.TERLAMBAT, Outcome.TIDAK_PASTI, Outcome.MELAPOR)
NOT_REPORTED = (Outcome.LEWAT_TENGGAT, Outcome.BELUM_JATUH_TEMPO, Outcome.TANPA_TENGGAT)


class DutyOfUnit(dy.Schema):
    """One row per duty and unit that it binds or exempts.

    A duty of one OPD goes before that of every OPD for the same election and kind (an extension, an exemption), and an
    obligation before an exemption. Two obligations of different deadlines both stay, each with its own outcome.
    """

    obligation_id = dy.String(description="The duty.")
    campaign_id = dy.String(description="Election it is for.")
    what = dy.String(check=one_of(Duty), description="ikrar, pakta or report.")
    scope = dy.String(check=one_of(DutyScope), description="Whom the duty names: the region, every OPD, one OPD.")
    region_code = dy.String(description="Region of the unit.")
    unit_id = dy.String(description="opd_id; the region code for the region itself, or where no OPD is on record.")
    opd_id = dy.String(nullable=True, description="The OPD; null = the region itself, or no OPD is on record.")
    name = dy.String(description="Name of the OPD or region.")
    status = dy.String(check=one_of(DutyStatus), description="wajib or tidak_wajib.")
    due_date = dy.Date(nullable=True, description="Deadline; null = none set as a day.")
    due_stated = dy.String(nullable=True, description="The deadline as printed, when it is not a date.")
    set_by = dy.String(description="Office and letter that set it.")
    reason = dy.String(nullable=True, description="Why exempt.")
    source_id = dy.String(description="Where the duty was read.")
    first_low = dy.Date(nullable=True, description="Earliest day that the first evidence can be of.")
    first_high = dy.Date(nullable=True, description="Latest day by which there surely was evidence.")
    evidence_source_id = dy.String(nullable=True, description="Source of the first count; null = none, or a ceremony.")
    event_id = dy.String(nullable=True, description="The first ceremony; null = none, or a count came before.")
    outcome = dy.String(check=one_of(Outcome), description="What became of it by the day asked for.")


def duties_of_units(frames: Frames, scope: Scope) -> pl.DataFrame:
    """`DutyOfUnit` rows of a region and those below it, by election, kind and unit. `scope.campaign` null = all.

    Counts and ceremonies by `scope.as_of`; a deadline has passed when the day asked for, else the snapshot's day, is
    after it. Period, grade, organiser, people and level of the scope are not used: what a filter hides was received
    none the less. Raises like `ask`.
    """
    asked = Scope(region=scope.region, campaign=scope.campaign or ALL_CAMPAIGNS, as_of=scope.as_of)
    every = ask(frames, asked)
    bound = every.duties.filter(within(every.region))
    elections = bound["campaign_id"].unique().sort()
    rows = [_of_election(ask(frames, replace(asked, campaign=election))) for election in elections]
    empty = DutyOfUnit.create_empty()
    return pl.concat([empty, *rows]).sort("campaign_id", "what", "region_code", "unit_id", "due_date", "obligation_id")


def by_unit(rows: pl.DataFrame) -> pl.DataFrame:
    """`DutyOfUnit` rows, one per election, kind and unit: a unit that is bound twice counts by the graver outcome."""
    rank = pl.col("outcome").replace_strict({outcome: place for place, outcome in enumerate(Outcome)})
    key = ["campaign_id", "what", "unit_id"]
    return rows.sort(*key, rank, "due_date", "obligation_id").unique(key, keep="first", maintain_order=True)


def counted(rows: pl.DataFrame, by: pl.Expr) -> pl.DataFrame:
    """How many of these rows have which outcome: column `by`'s name, then one column an outcome."""
    return rows.group_by(by).agg((pl.col("outcome") == one).sum().cast(pl.Int64).alias(one) for one in Outcome)


def _of_election(question: Question) -> pl.DataFrame:
    duties = question.duties.filter(within(question.region))
    found = [
        _bound(duties.filter(pl.col("what") == duty), question).join(
            first_evidence(question, duty), on="unit_id", how="left", validate="m:1"
        )
        for duty in Duty
        if duty in duties["what"]
    ]
    rows = pl.concat(found).with_columns(outcome=_outcome(question))
    return DutyOfUnit.validate(rows.select(DutyOfUnit.column_names()))


def _bound(duties: pl.DataFrame, question: Question) -> pl.DataFrame:
    """The duties of one kind, a row a unit that they bind."""
    units = question.frames.opd.filter(
        within(question.region), in_force(question.as_of), pl.col("kind") != OpdKind.VERTIKAL
    ).select("region_code", "name", unit="opd_id")
    region = question.frames.region.select("name", region_code="code")
    scope = pl.col("scope")
    of_one = duties.filter(scope == DutyScope.OPD).join(
        units.drop("region_code"), left_on="opd_id", right_on="unit", how="inner", validate="m:1"
    )
    of_one = of_one.with_columns(unit_id="opd_id")
    of_every = duties.filter(scope == DutyScope.EVERY_OPD).drop("opd_id")
    of_listed = (
        of_every.join(units, on="region_code", how="inner", validate="m:m")
        .join(of_one, left_on="unit", right_on="opd_id", how="anti")
        .with_columns(opd_id="unit", unit_id="unit")
    )
    unlisted = of_every.join(units, on="region_code", how="anti").join(region, on="region_code", how="left")
    of_region = duties.filter(scope == DutyScope.REGION).join(region, on="region_code", how="left")
    whole = [rows.with_columns(unit_id="region_code", opd_id=pl.lit(None, pl.String)) for rows in (unlisted, of_region)]
    columns = [*duties.columns, "unit_id", "name"]
    rows = pl.concat([one.select(columns) for one in (of_one, of_listed, *whole)])
    is_owed = pl.col("status") == DutyStatus.WAJIB
    return rows.filter(is_owed | ~is_owed.any().over("unit_id", "scope"))


def _outcome(question: Question) -> pl.Expr:
    low, high, due, today = pl.col("first_low"), pl.col("first_high"), pl.col("due_date"), pl.lit(question.today)
    is_unlisted = (pl.col("scope") == DutyScope.EVERY_OPD) & pl.col("opd_id").is_null()
    cases = (
        (pl.col("status") == DutyStatus.TIDAK_WAJIB, Outcome.TIDAK_WAJIB),
        (is_unlisted, Outcome.UNIT_BELUM_TERCATAT),
        (pl.col("is_certain").is_null() & due.is_null(), Outcome.TANPA_TENGGAT),
        (pl.col("is_certain").is_null() & (due < today), Outcome.LEWAT_TENGGAT),
        (pl.col("is_certain").is_null(), Outcome.BELUM_JATUH_TEMPO),
        (~pl.col("is_certain"), Outcome.TIDAK_PASTI),
        (due.is_null(), Outcome.MELAPOR),
        (high <= due, Outcome.TEPAT_WAKTU),
        (low > due, Outcome.TERLAMBAT),
    )
    chosen = pl.lit(Outcome.TIDAK_PASTI.value)
    for condition, outcome in reversed(cases):
        chosen = pl.when(condition).then(pl.lit(outcome.value)).otherwise(chosen)
    return chosen
