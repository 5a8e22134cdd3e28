"""People pledged or signed beside people obliged, for every unit concerned: an OPD, or a region taken as a whole."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

from indicators import mart
from indicators.counting.cells import about, asked, is_within, latest, newest, of_people
from indicators.counting.estimate import compare
from indicators.duties.obliged import opd_duties, region_duties
from indicators.evidence.ceremonies import voices
from indicators.question import Question, in_force, within
from indicators.suppression import WITHHELD
from warehouse.vocabulary import Duty, EmployeeType, Level, OpdKind, Qualifier

_READ = ("unit_id", "region_code", "opd_id", "employee_type", "tier", "as_of", "source_id")
"""What a headcount and a count of people done are read by."""
_DECISIVE = ("region", "campaign", "as_of", "grade", "employee_type", "tier")
"""The parts of a question that decide which people are counted."""


class Measure(StrEnum):
    """What was counted: a pledge is not a signature. `REPORTED` = either."""

    PLEDGED = "pledged"
    SIGNED = "signed"
    REPORTED = "reported"

    @property
    def duties(self) -> tuple[str, ...]:
        """The duties that make a unit owe this count."""
        pledge, pact, report = Duty.IKRAR.value, Duty.PAKTA.value, Duty.REPORT.value
        owed = {Measure.PLEDGED: (pledge, report), Measure.SIGNED: (pact, report)}
        return owed.get(self, (pledge, pact, report))


@dataclass(frozen=True, slots=True)
class Tallies:
    """The units concerned and what their counts were read from.

    `units`, a row a unit: `unit_id`, `region_code`, `opd_id` (null = the whole region), `target_*` and `done_*` (an
    unreported unit has `done` from 0 to its target), `is_reported`, `is_loose` (see `compare`), `is_heard` (reported,
    were it not for the grade filter), `is_withheld` (reported, and all of it is withheld: `done` is as if it were not),
    `is_empty` (surely has nobody of whom is asked, and reported none), `is_due`
    (nothing heard, not empty, and obliged or listed by its region without a figure).
    `sources`: `region_code`, `opd_id`, `voice`, `grade`; a row an independent voice and grade of a unit.
    `uncovered`: the regions (`region_code`) in which people are obliged whom no target counts; `is_silent`: nor does
    a count.
    """

    units: pl.DataFrame = field(repr=False)
    sources: pl.DataFrame = field(repr=False)
    uncovered: pl.DataFrame = field(repr=False)


def tallies(question: Question, measure: Measure) -> Tallies:
    """The units with a target, a count or a duty of their own; exempt ones that reported nothing are left out.

    The same for every level and for every indicator of the measure, so they are counted once and kept.
    """
    key = (measure, *(getattr(question, part) for part in _DECISIVE))
    kept: Tallies = mart.of(question.frames).counted(key, lambda: _tallies(question, measure))
    return kept


def _tallies(question: Question, measure: Measure) -> Tallies:
    frames = question.frames
    cell = asked(question)
    headcount = _of_region(frames.headcount, question).filter(pl.col("people_low").is_not_null())
    listed = newest(headcount, question).select(
        *_READ, low="people_low", high="people_high", qualifier="people_qualifier"
    )
    received = about(counts(question, measure), cell)
    done = latest(of_grade(received.filter("is_stated"), question))
    taken = pl.col("qualifier").eq_missing(WITHHELD)
    compared = compare(listed, done.filter(~taken), cell)
    withheld = (
        done.filter(taken).group_by("unit_id").agg(is_own_taken=is_within(cell).any(), is_taken=pl.lit(value=True))
    )
    has_target = compared.filter(pl.col("target_low").is_not_null())
    heard = received.group_by("unit_id").agg(is_heard=pl.col("is_stated").any(), is_listed=pl.col("is_listed").any())
    what = owed(question, measure)
    duties = _duties(question, what)
    exempt = ~pl.col("is_obliged") & ~pl.col("is_reported")
    is_due = pl.col("is_obliged").fill_null(value=False) | pl.col("is_listed")
    units = (
        _concerned(has_target, heard, opd_duties(question, what), question)
        .join(compared, on="unit_id", how="left", validate="1:1")
        .join(heard, on="unit_id", how="left", validate="1:1")
        .join(withheld, on="unit_id", how="left", validate="1:1")
        .join(duties, on="unit_id", how="left", validate="1:1")
        .with_columns(
            pl.col("is_reported", "is_heard", "is_listed", "is_taken", "is_own_taken").fill_null(value=False),
            pl.col("is_loose").fill_null(value=True),
        )
        .with_columns(
            done_low=pl.when("is_reported").then("done_low").otherwise(0),
            # a count of others says nothing of a group that has nobody in it
            is_reported=(pl.col("is_reported") | pl.col("is_taken")) & ~(pl.col("is_loose") & _is_nobody()),
            is_withheld=(pl.col("is_own_taken") & pl.col("is_loose")) | (pl.col("is_taken") & ~pl.col("is_reported")),
        )
        .filter(~exempt.fill_null(value=False))
        .with_columns(
            is_empty=_is_nobody() & ~pl.col("is_reported"),
        )
        .with_columns(is_due=~pl.col("is_heard") & ~pl.col("is_empty") & is_due)
        .drop("is_listed", "is_obliged", "is_taken", "is_own_taken")
    )
    of_unit = ("region_code", "opd_id")
    read = pl.concat([rows.select(*of_unit, "source_id").unique() for rows in (about(listed, cell), done)])
    sources = read.join(voices(frames.source), on="source_id", how="inner", validate="m:1")
    return Tallies(
        units, sources.select(*of_unit, "voice", "grade").unique(), _uncovered(has_target, done, duties, question)
    )


def _is_nobody() -> pl.Expr:
    """True where a headcount shows that there is nobody of whom is asked."""
    return (pl.col("target_high") == 0).fill_null(value=False)


def owed(question: Question, measure: Measure) -> tuple[str, ...]:
    """The duties by which a unit owes this count; none for people outside ASN, whom no recorded duty names."""
    return () if question.employee_type == EmployeeType.NON_ASN else measure.duties


def counts(question: Question, measure: Measure) -> pl.DataFrame:
    """The counts received of the people asked for, for the election, by the day; rows of the signature table.

    With `low`, `high`, `qualifier` of the measure; `is_stated` where it is given, if only to be withheld, `is_listed`
    where the row gives no figure at all, neither of people pledged nor signed.
    """
    columns = ["signed", "pledged"] if measure is Measure.REPORTED else [measure.value]
    low, high, qualifier = (
        pl.coalesce(f"{column}_{part}" for column in columns) for part in ("low", "high", "qualifier")
    )
    without_number = qualifier.is_in([Qualifier.ALL.value, WITHHELD]).fill_null(value=False)
    return (
        _of_region(question.frames.signature, question)
        .filter(question.of_campaign, question.until_as_of("as_of"))
        .pipe(of_people, question)
        .select(
            *_READ,
            "campaign_id",
            low=low,
            high=high,
            qualifier=qualifier,
            is_stated=low.is_not_null() | without_number,
            is_listed=pl.all_horizontal(pl.col("^(pledged|signed)_(low|qualifier)$").is_null()),
        )
    )


def of_grade(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Rows whose source has the grade asked for or a better one."""
    if question.grade is None:
        return rows
    graded = question.frames.source.filter(pl.col("grade") <= question.grade)
    return rows.join(graded, on="source_id", how="semi")


def _of_region(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Rows of the region asked for and those below it; rows of central offices, which are no OPD, drop out."""
    central = question.frames.opd.filter(pl.col("kind") == OpdKind.VERTIKAL)
    return rows.filter(within(question.region)).join(central, left_on="unit_id", right_on="opd_id", how="anti")


def _concerned(target: pl.DataFrame, heard: pl.DataFrame, owing: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Every unit with a target, a count or a duty of its own, once: `unit_id`, `region_code`, `opd_id`."""
    opd = question.frames.opd.select("region_code", "kind", opd_id="opd_id", unit_id="opd_id")
    named = pl.concat([target.select("unit_id"), heard.select("unit_id"), owing.select(unit_id="opd_id")]).unique()
    return (
        named.join(opd, on="unit_id", how="left", validate="1:1")
        .filter((pl.col("kind") != OpdKind.VERTIKAL).fill_null(value=True))
        .select("unit_id", pl.col("region_code").fill_null(pl.col("unit_id")), "opd_id")
        .filter(within(question.region))
    )


def _uncovered(target: pl.DataFrame, done: pl.DataFrame, duties: pl.DataFrame, question: Question) -> pl.DataFrame:
    """The regions in force with people whom no target counts: `region_code`, `is_silent` (nor does a count).

    A total of the region covers all of it. Without one, each OPD that it lists needs a target, and a kabupaten or kota
    of which no OPD is listed is not covered at all. Whoever is exempt needs none.
    """
    exempt = duties.filter(~pl.col("is_obliged")).select("unit_id")
    needless = pl.concat([exempt, target.select("unit_id")])
    opds = question.frames.opd.filter(in_force(question.as_of), pl.col("kind") != OpdKind.VERTIKAL)
    of_opds = (
        opds.join(needless, left_on="opd_id", right_on="unit_id", how="anti")
        .group_by("region_code")
        .agg(is_silent=(~pl.col("opd_id").is_in(done["unit_id"].implode())).any())
    )
    regions = question.frames.region.filter(pl.col("valid_to").is_null(), within(question.region, "code"))
    empty = (
        regions.filter(pl.col("level") != Level.PROVINSI)
        .join(opds, left_on="code", right_on="region_code", how="anti")
        .select(region_code="code", is_silent=pl.lit(value=True))
    )
    return (
        pl.concat([of_opds, empty])
        .join(regions, left_on="region_code", right_on="code", how="semi")
        .join(needless, left_on="region_code", right_on="unit_id", how="anti")
    )


def _duties(question: Question, what: Collection[str]) -> pl.DataFrame:
    """The duty of each unit: `unit_id`, `is_obliged`. Where a region is exempt, so are its units without a duty."""
    of_regions = region_duties(question, what)
    exempt = of_regions.filter(~pl.col("is_obliged"))
    of_units = opd_duties(question, what).rename({"opd_id": "unit_id"})
    inherited = (
        question.frames.opd.join(exempt, on="region_code", how="inner")
        .select(unit_id="opd_id", is_obliged="is_obliged")
        .join(of_units, on="unit_id", how="anti")
    )
    return pl.concat([of_units, inherited, of_regions.rename({"region_code": "unit_id"})])
