"""Files of headcounts and signatures: rules, verdicts, and rows to load. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import polars as pl

from etl.ingest import hints, sums
from etl.ingest.compare import Compared, compare, stored_figures
from etl.ingest.desk import Desk
from etl.ingest.figures import cells_of
from etl.ingest.findings import warning
from etl.ingest.judge import REFUSED, Judged, broken_rows, refusals, waiting_lines
from etl.ingest.keyed import keyed
from etl.ingest.lines import text_of
from etl.ingest.overruled import overruled_claims
from etl.ingest.rules import HeadcountFigure, SignatureFigure, broken
from etl.ingest.settle import Settled
from etl.ingest.tables import headcount_rows, signature_rows
from etl.ingest.values import FIGURES, Finding, Request, Verdict
from etl.recognise.layout import Block, Field
from warehouse.frames import Frames

_TABLE = {Field.PEOPLE.value: "headcount", Field.PLEDGED.value: "signature", Field.SIGNED.value: "signature"}
_RANK = [Verdict.REFUSED, Verdict.CONFLICT, Verdict.CHANGED, Verdict.NEW, Verdict.SAME]
"""A row has the first of these that one of its figures has: it is saved as a whole or not at all."""


def judge_counts(
    blocks: Sequence[Block],
    settled: Settled,
    request: Request,
    frames: Frames,
    *,
    desk: Desk,
    source_id: str,
    today: dt.date,
) -> Judged:
    """Every line of headcount and signature tables judged."""
    cells, unsettled = cells_of(blocks, desk)
    numbers = [sums.wide(cells, place) for place in range(len(blocks))]
    shifted = _shifted(blocks, numbers)
    lines = settled.lines.join(shifted, on=["block", "row"], how="left", maintain_order="left").with_columns(
        is_shifted=pl.col("sum").is_not_null()
    )
    figures = keyed(cells, unsettled, lines, blocks, settled.measure_days)
    refused = _refused(lines, figures, blocks)
    held = waiting_lines(lines, refused, desk)
    good = figures.join(refused, on="line", how="anti", maintain_order="left").join(
        held, on="line", how="anti", maintain_order="left"
    )
    campaign = settled.campaign.campaign_id if settled.campaign else None
    stored = stored_figures(frames, campaign, request, good["region_code"].unique().to_list())
    compared = compare(good, stored, desk, frames.source.select("source_id", "title"))
    verdicts = _verdicts(lines, refused, held, compared)
    kept = _kept_out(verdicts, refused)
    told, places = refusals(pl.concat([refused, kept], how="diagonal"), lines, settled.campaign)
    saved = verdicts.filter(pl.col("verdict").is_in([Verdict.NEW.value, Verdict.CHANGED.value, Verdict.SAME.value]))
    to_load = compared.figures.join(saved, on="line", how="semi", maintain_order="left")
    return Judged(
        verdicts,
        told,
        places,
        [*_hints(blocks, numbers, cells, unsettled, lines=lines, figures=figures), *_twice(compared, lines)],
        _shown(figures, compared.figures, verdicts),
        {
            "headcount": headcount_rows(to_load, source_id),
            "signature": signature_rows(to_load, frames.signature, campaign, source_id),
            "claim": overruled_claims(
                pl.concat([to_load, compared.figures.join(kept, on="line", how="semi", maintain_order="left")]),
                frames.claim,
                source_id=source_id,
                by=request.by,
                on=today,
            ),
        },
    )


def _refused(lines: pl.DataFrame, figures: pl.DataFrame, blocks: Sequence[Block]) -> pl.DataFrame:
    """The lines that break a rule, once each: of the row first, then of its figures from left to right."""
    of_rows = broken_rows(lines, blocks).join(
        lines.select("line", "addends", "sum", "shifted_column", code=text_of(Field.REGION_CODE)),
        on="line",
        maintain_order="left",
    )
    of_rows = of_rows.with_columns(heading=pl.coalesce("heading", "shifted_column"))
    candidates = figures.filter(~pl.col("is_waiting"))
    is_people = pl.col("field") == Field.PEOPLE.value
    of_figures = pl.concat(
        [broken(HeadcountFigure, candidates.filter(is_people)), broken(SignatureFigure, candidates.filter(~is_people))]
    ).sort("line", "column")
    of_figures = of_figures.select("line", "rule", "column", "heading", text="stated")
    return pl.concat([of_rows, of_figures], how="diagonal").unique("line", keep="first", maintain_order=True)


def _verdicts(lines: pl.DataFrame, refused: pl.DataFrame, held: pl.DataFrame, compared: Compared) -> pl.DataFrame:
    """`line`, `verdict`, `rule` of every line."""
    ranked = compared.figures.group_by("line").agg(pl.col("verdict"))
    has = [pl.when(pl.col("verdict").list.contains(verdict.value)).then(pl.lit(verdict.value)) for verdict in _RANK]
    of_figures = ranked.select("line", verdict=pl.coalesce(has))
    decided = pl.concat(
        [
            refused.select("line", "rule", verdict=pl.lit(Verdict.REFUSED.value)),
            held.select("line", verdict=pl.lit(Verdict.HELD.value)),
            of_figures,
        ],
        how="diagonal",
    )
    is_kept = (pl.col("verdict") == Verdict.REFUSED.value) & pl.col("rule").is_null()
    return (
        lines.select("line")
        .join(decided, on="line", how="left", maintain_order="left", validate="1:1")
        .with_columns(
            pl.col("verdict").fill_null(Verdict.SAME.value),
            rule=pl.when(is_kept).then(pl.lit("kept_other_source")).otherwise("rule"),
        )
        .select("line", "verdict", "rule")
    )


def _kept_out(verdicts: pl.DataFrame, refused: pl.DataFrame) -> pl.DataFrame:
    """The lines that a person's answer refused, as REFUSED."""
    lines = verdicts.filter(pl.col("rule") == "kept_other_source").join(refused, on="line", how="anti")
    return lines.select("line", "rule").with_columns(
        pl.lit(None, dtype=kind).alias(name) for name, kind in REFUSED.items() if name not in {"line", "rule"}
    )


def _shifted(blocks: Sequence[Block], numbers: Sequence[sums.Wide]) -> pl.DataFrame:
    schema = {
        "block": pl.Int64(),
        "row": pl.Int64(),
        "shifted_column": pl.String(),
        "addends": pl.String(),
        "sum": pl.Int64(),
    }
    parts = [
        sums.shifted(block, wide)
        .select(pl.lit(place, dtype=pl.Int64).alias("block"), "row", "addends", "sum", shifted_column="column")
        .select(list(schema))
        for place, (block, wide) in enumerate(zip(blocks, numbers, strict=True))
    ]
    return pl.concat([pl.DataFrame(schema=schema), *parts])


def _hints(
    blocks: Sequence[Block],
    numbers: Sequence[sums.Wide],
    cells: pl.DataFrame,
    unsettled: pl.DataFrame,
    *,
    lines: pl.DataFrame,
    figures: pl.DataFrame,
) -> list[Finding]:
    """What is flagged. Columns that await an answer are left out, and so are rows that wait or are shifted."""
    settled = cells.join(
        unsettled.select("block", "column").unique(), on=["block", "column"], how="anti", maintain_order="left"
    )
    found: list[Finding] = []
    for place, block in enumerate(blocks):
        numbers_of = sums.wide(settled, place) if not unsettled.is_empty() else numbers[place]
        left_out = set(lines.filter(pl.col("block") == place, pl.col("is_shifted"))["row"])
        found += sums.total_rows(block, settled, place)
        found += sums.maybe_twice(block)
        found += (one for one in sums.row_sums(block, numbers_of) if one.row not in left_out)
        found += hints.percentages(block, numbers_of, settled, place)
        found += hints.prints(block, settled, place)
    fine = figures.filter(~pl.col("is_waiting"), pl.col("cell_rule").is_null(), pl.col("is_unsettled").is_null())
    return [*found, *hints.above_target(fine), *hints.nobody(fine), *hints.dates(lines, blocks)]


def _twice(compared: Compared, lines: pl.DataFrame) -> list[Finding]:
    """What is said of units that stand in the file more than once."""
    at = lines.select("line", "sheet", "row")
    told = compared.contradicting.join(at, on="line", maintain_order="left")
    again = compared.repeated.join(at, on="line", maintain_order="left")
    return [
        *(
            warning("duplicate_unit_conflict", row["sheet"], row["row"], None, rows=row["rows"], figures=row["says"])
            for row in told.iter_rows(named=True)
        ),
        *(
            warning("duplicate_row", row["sheet"], row["row"], None, rows=str(row["first_row"]))
            for row in again.iter_rows(named=True)
        ),
    ]


def _shown(figures: pl.DataFrame, compared: pl.DataFrame, verdicts: pl.DataFrame) -> pl.DataFrame:
    """FIGURES: every figure that is read, also of rows that wait or are refused."""
    old = compared.select("line", "column", "old_low", "old_high", "old_source_id", figure_verdict="verdict")
    parts = ("name", "employee_type", "tier", "as_of")
    key = pl.concat_str([pl.col(part).cast(pl.String) for part in parts], separator=" · ", ignore_nulls=True)
    return (
        figures.drop("rule")
        .join(verdicts, on="line", maintain_order="left")
        .join(old, on=["line", "column"], how="left", maintain_order="left")
        .with_columns(
            verdict=pl.when(pl.col("verdict").is_in(["refused", "held"]))
            .then("verdict")
            .otherwise(pl.coalesce("figure_verdict", "verdict")),
            table=pl.col("field").replace_strict(_TABLE, default=None, return_dtype=pl.String),
            key=key,
            new_low="low",
            new_high="high",
        )
        .select(pl.col(name).cast(kind) for name, kind in FIGURES.items())
    )
