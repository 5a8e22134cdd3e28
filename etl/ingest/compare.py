"""Figures against each other and against what the store holds: new, same, changed or in conflict. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from etl.ingest.desk import Desk
from etl.ingest.values import Request, Verdict
from etl.sources.tabular import Question
from i18n import N_
from warehouse.frames import Frames
from warehouse.vocabulary import SourceKind

KEY = ("field", "unit_id", "employee_type", "tier", "as_of")
"""What names one figure of a file; its campaign is that of the file."""

CHOICES = ("keep", "replace")
_WHICH = N_(
    "{source} says otherwise in {count} rows of this file. Keep what is there, or replace it with this file's figures?"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """`figures`: those given, with `verdict` and what the store held (`old_low`, `old_high`, `old_stated`,
    `old_source_id`), `is_decided` where an answer settled it. `contradicting`: `line`, `rows` of which the same unit
    says otherwise, `says`. `repeated`: `line`, `first_row` that said it all before."""

    figures: pl.DataFrame = field(repr=False)
    contradicting: pl.DataFrame = field(repr=False)
    repeated: pl.DataFrame = field(repr=False)


def compare(figures: pl.DataFrame, stored: pl.DataFrame, desk: Desk, titles: pl.DataFrame) -> Compared:
    """What each figure of the good rows is. `figures`: a row a figure, with KEY, bounds and `qualifier`; `stored` as
    `stored_figures` gives it; `titles`: `source_id`, `title` for the question about another source."""
    value = pl.struct("low", "high", "qualifier")
    marked = figures.with_columns(is_told_twice=value.n_unique().over(KEY) > 1)
    contradicting = _contradicting(marked)
    fine = marked.join(contradicting, on="line", how="anti", maintain_order="left")
    first = pl.col("line") == pl.col("line").min().over(KEY)
    fine = fine.with_columns(is_repeated=~first, first_row=pl.col("row").first().over(KEY))
    fine = fine.join(stored, on=KEY, how="left", maintain_order="left").with_columns(verdict=_verdict())
    fine = _settle(fine.with_columns(is_decided=pl.lit(value=False)), desk, titles)
    fine = fine.with_columns(
        verdict=pl.when("is_repeated").then(pl.lit(Verdict.SAME.value)).otherwise("verdict"),
    )
    repeated = fine.group_by("line", maintain_order=True).agg(pl.col("is_repeated").all(), pl.col("first_row").first())
    told = marked.join(contradicting, on="line", how="semi", maintain_order="left").join(
        stored, on=KEY, how="left", maintain_order="left"
    )
    told = told.with_columns(verdict=pl.lit(Verdict.CONFLICT.value), is_decided=pl.lit(value=False))
    return Compared(
        pl.concat([fine, told], how="diagonal").sort("line", "column"),
        contradicting,
        repeated.filter("is_repeated").select("line", "first_row"),
    )


def _contradicting(marked: pl.DataFrame) -> pl.DataFrame:
    """`line`, `rows`, `says`: the lines whose unit the file gives two figures, with all of those rows and figures."""
    bounds = (
        pl.when(pl.col("low") == pl.col("high"))
        .then(pl.col("low").cast(pl.String))
        .when(pl.col("low").is_null() & pl.col("high").is_null())
        .then(pl.lit("–"))
        .otherwise(
            pl.format(
                "{}–{}", pl.col("low").cast(pl.String).fill_null("0"), pl.col("high").cast(pl.String).fill_null("∞")
            )
        )
    )
    told = marked.filter("is_told_twice").with_columns(bounds=bounds)
    by_key = told.group_by(*KEY, maintain_order=True).agg(
        rows=pl.col("row").cast(pl.String).unique(maintain_order=True).str.join(", "),
        says=pl.col("bounds").str.join(" / "),
    )
    return (
        told.select("line", *KEY)
        .join(by_key, on=KEY, maintain_order="left")
        .group_by("line", maintain_order=True)
        .agg(pl.col("rows").first(), says=pl.col("says").first())
    )


def _verdict() -> pl.Expr:
    """A figure beside the stored one of its key. What says nothing contradicts nobody else."""
    nothing = pl.col("low").is_null() & pl.col("high").is_null() & pl.col("qualifier").is_null()
    was_nothing = pl.col("old_low").is_null() & pl.col("old_high").is_null() & pl.col("old_qualifier").is_null()
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"old_{name}")) for name in ("low", "high", "qualifier"))
    words = {verdict: pl.lit(verdict.value) for verdict in Verdict}
    return (
        pl.when(pl.col("old_source_id").is_null() | (was_nothing & pl.col("old_stated").is_null() & ~nothing))
        .then(words[Verdict.NEW])
        .when(same | (nothing & ~pl.col("is_own")))
        .then(words[Verdict.SAME])
        .when(pl.col("is_own") | was_nothing)
        .then(words[Verdict.CHANGED])
        .otherwise(words[Verdict.CONFLICT])
    )


def _settle(figures: pl.DataFrame, desk: Desk, titles: pl.DataFrame) -> pl.DataFrame:
    """Ask once per other source; an answer turns its conflicts into changes or refusals."""
    is_conflict = pl.col("verdict") == Verdict.CONFLICT.value
    named = dict(titles.iter_rows())
    for source_id in figures.filter(is_conflict)["old_source_id"].unique(maintain_order=True):
        of_source = is_conflict & (pl.col("old_source_id") == source_id)
        answer = desk.answer(f"conflict:{source_id}", CHOICES)
        if answer is None:
            lines = figures.filter(of_source).unique("line", maintain_order=True)
            desk.ask(conflict_question(source_id, named.get(source_id), lines.height), lines)
            continue
        verdict = Verdict.CHANGED if answer == "replace" else Verdict.REFUSED
        figures = figures.with_columns(
            is_decided=pl.col("is_decided") | of_source,
            verdict=pl.when(of_source).then(pl.lit(verdict.value)).otherwise("verdict"),
        )
    return figures


def conflict_question(source_id: str, title: str | None, count: int) -> Question:
    """What holds where another source says otherwise; `count` rows wait."""
    values = {"source": title or source_id, "count": count}
    return Question(f"conflict:{source_id}", "conflict", None, None, None, _WHICH, CHOICES, values)


def stored_figures(frames: Frames, campaign: str | None, request: Request, regions: list[str]) -> pl.DataFrame:
    """What the store holds of those regions: KEY, `old_*`, `is_own` (the same voice as this file's: its sender, or as
    before nobody named)."""
    headcount = frames.headcount.filter(pl.col("region_code").is_in(regions))
    signature = frames.signature.filter(
        pl.col("region_code").is_in(regions), pl.col("campaign_id").eq_missing(pl.lit(campaign, dtype=pl.String))
    )
    parts = [_long(headcount, "people"), _long(signature, "pledged"), _long(signature, "signed")]
    is_file = pl.col("kind").is_in([SourceKind.WORKBOOK.value, SourceKind.ROSTER.value])
    voice = pl.col("title") if request.sender is None else pl.lit(request.sender)
    own = frames.source.select(
        old_source_id="source_id", is_own=(is_file & (pl.col("publisher") == voice)).fill_null(value=False)
    )
    return (
        pl.concat(parts).join(own, on="old_source_id", how="left").with_columns(pl.col("is_own").fill_null(value=False))
    )


def _long(table: pl.DataFrame, measure: str) -> pl.DataFrame:
    return table.select(
        *KEY[1:],
        field=pl.lit(measure),
        old_low=f"{measure}_low",
        old_high=f"{measure}_high",
        old_qualifier=f"{measure}_qualifier",
        old_stated=f"{measure}_stated",
        old_source_id="source_id",
    ).select(*KEY, pl.selectors.starts_with("old_"))
