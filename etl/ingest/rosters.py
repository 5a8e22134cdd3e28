"""Files of people, one row a person: who counts where, what that makes of the figures, and rows to load. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from etl.ingest.compare import compare, stored_figures
from etl.ingest.days import KEPT_PRECISION
from etl.ingest.desk import Desk
from etl.ingest.judge import Judged, broken_rows
from etl.ingest.settle import Settled
from etl.ingest.tables import headcount_rows, signature_rows
from etl.ingest.values import FIGURES, Finding, Request, Verdict
from etl.recognise.layout import Block
from etl.roster import MESSAGES, Roster, count, key_rows
from etl.roster.known import KnownPeople
from etl.roster.tally import KEY
from warehouse.frames import Frames
from warehouse.vocabulary import Qualifier

_RANK = (Verdict.REFUSED, Verdict.CONFLICT, Verdict.CHANGED, Verdict.NEW, Verdict.SAME)
_PRECISIONS = {reading.value: kept for reading, kept in KEPT_PRECISION.items()}
_TABLE = {"people": "headcount", "pledged": "signature", "signed": "signature"}
_SAVED = [Verdict.NEW.value, Verdict.CHANGED.value]


def judge_rosters(
    blocks: Sequence[Block],
    settled: Settled,
    request: Request,
    frames: Frames,
    *,
    desk: Desk,
    source_id: str,
    known: KnownPeople,
) -> Judged:
    """Every line of roster tables judged. What is said of a row never quotes a cell of it."""
    lines = settled.lines
    campaign = settled.campaign.campaign_id if settled.campaign else None
    units = units_of(lines, blocks, desk, has_campaign=campaign is not None)
    regions = lines["region_code"].drop_nulls().unique().sort().to_list()
    stored = known.stored(campaign, regions) if campaign else known.stored("", ())
    roster = count(blocks, units, secret=known.secret, stored=stored)
    figures = judged_cells(roster.cells, request, frames, campaign=campaign, desk=desk, first_rows=_first_rows(roster))
    rows = _rows(roster, figures)
    verdicts = pl.concat([lines.select("line", "sheet"), rows], how="horizontal")
    refusals, warnings = _findings(verdicts, blocks, lines)
    saved = roster.counted.join(
        rows.with_row_index("position").filter(pl.col("verdict").is_in(_SAVED)), on="position", how="semi"
    )
    return Judged(
        verdicts.select("line", "verdict", rule=pl.when(verdict=Verdict.REFUSED.value).then("rule")),
        refusals,
        lines.join(verdicts.filter(verdict=Verdict.REFUSED.value), on="line", how="semi")["block"].to_list(),
        warnings,
        shown_cells(figures),
        {
            "headcount": headcount_rows(figures, source_id),
            "signature": signature_rows(figures, frames.signature, campaign, source_id),
            "person_key": key_rows(saved, campaign or "", known.secret),
        },
    )


def judged_cells(
    cells: pl.DataFrame,
    request: Request,
    frames: Frames,
    *,
    campaign: str | None,
    desk: Desk,
    first_rows: pl.DataFrame,
) -> pl.DataFrame:
    """The figures of a roster's CELLS beside the stored ones: as `compare` gives them. `first_rows`: KEY, `block_id`,
    `sheet` and `row` of the first person of each cell, which stand for the cell."""
    lined = cells.with_row_index("line").join(first_rows, on=KEY, how="left", maintain_order="left")
    figures = pl.concat(
        lined.filter(pl.col(f"{low}").is_not_null()).select(
            "block_id",
            "sheet",
            "row",
            *KEY,
            line=pl.col("line").cast(pl.Int64),
            column=pl.lit(column, pl.Int64()),
            field=pl.lit(name),
            unit_id="opd_id",
            region_code=pl.col("opd_id").str.split_exact("/", 1).struct[0],
            low=low,
            high=high,
            stated=pl.lit(None, pl.String()),
            qualifier=pl.when(pl.col(low) == pl.col(high)).then(pl.lit(Qualifier.EXACT.value)),
            method=pl.lit(None, pl.String()),
        )
        for column, (name, low, high) in enumerate(
            (("people", "people", "people"), *((one, f"{one}_low", f"{one}_high") for one in ("pledged", "signed")))
        )
    )
    stored = stored_figures(frames, campaign, request, figures["region_code"].unique().to_list())
    compared = compare(figures, stored, desk, frames.source.select("source_id", "title")).figures
    # A cell is saved as a whole or not at all.
    return compared.with_columns(figure_verdict="verdict", verdict=cell_verdict().over("line"))


def cell_verdict() -> pl.Expr:
    """The gravest of the verdicts of one cell's figures."""
    has = [pl.when((pl.col("verdict") == one.value).any()).then(pl.lit(one.value)) for one in _RANK]
    return pl.coalesce(has)


def verdict_in_cell() -> pl.Expr:
    """What becomes of a person's row with a `verdict`; `cell` is that of the cell it is counted in, null = in none."""
    is_not_saved = pl.col("cell").is_in([Verdict.CONFLICT.value, Verdict.REFUSED.value])
    is_known = (pl.col("verdict") == Verdict.SAME.value) & pl.col("cell").is_not_null()
    return pl.when(is_not_saved | is_known).then("cell").otherwise("verdict")


def shown_cells(figures: pl.DataFrame) -> pl.DataFrame:
    """FIGURES: a row a figure of each cell. It stands in no one row of the file."""
    parts = [pl.col(part).cast(pl.String) for part in ("unit_id", "employee_type", "tier", "as_of")]
    return figures.with_columns(
        verdict="figure_verdict",
        row=pl.lit(None),
        table=pl.col("field").replace_strict(_TABLE, return_dtype=pl.String),
        key=pl.concat_str(parts, separator=" · "),
        new_low="low",
        new_high="high",
    ).select(pl.col(name).cast(kind) for name, kind in FIGURES.items())


def units_of(lines: pl.DataFrame, blocks: Sequence[Block], desk: Desk, *, has_campaign: bool) -> pl.DataFrame:
    """The lines as `etl.roster.people.UNITS`."""
    lines = lines.with_columns(
        is_shifted=pl.lit(value=False),
        # Where nothing is said of the employee type, the NIP says it.
        type_is_read=pl.col("type_is_read") | pl.col("employee_type_text").is_null(),
    )
    waiting = desk.waiting().select("block_id", "row").unique().with_columns(is_asked=pl.lit(value=True))
    refused = broken_rows(lines, blocks).select("line", "rule")
    no_unit = (pl.col("unit_status") == "known") & pl.col("opd_id").is_null() & pl.col("region_code").is_not_null()
    judged = (
        lines.join(refused, on="line", how="left", maintain_order="left")
        .join(waiting, on=["block_id", "row"], how="left", maintain_order="left")
        .with_columns(rule=pl.coalesce("rule", pl.when(no_unit).then(pl.lit("missing_opd"))))
    )
    is_open = pl.col("is_asked").fill_null(value=False) | pl.col("is_waiting") | pl.lit(not has_campaign)
    return judged.select(
        "block_id",
        "row",
        pl.when(pl.col("rule").is_null() & ~is_open).then("opd_id").alias("opd_id"),
        "rule",
        "employee_type",
        "tier",
        as_of="day_high",
        as_of_precision=pl.col("day_precision").replace_strict(_PRECISIONS, default=None, return_dtype=pl.String),
    )


def _first_rows(roster: Roster) -> pl.DataFrame:
    counted = roster.counted.join(roster.rows.with_row_index("position"), on="position", suffix="_row")
    return (
        counted.sort("position")
        .group_by(KEY, maintain_order=True)
        .agg(pl.col("block_id", "row").first(), sheet=pl.lit(None, pl.String()))
    )


def _rows(roster: Roster, figures: pl.DataFrame) -> pl.DataFrame:
    """`verdict`, `rule`, `column`, `other_row`, `other_opd_id` of every row, in order."""
    of_cell = figures.select(*KEY, cell="verdict").unique()
    cells = roster.counted.join(of_cell, on=KEY, how="left").select("position", "cell")
    return (
        roster.rows.with_row_index("position")
        .join(cells, on="position", how="left", maintain_order="left")
        .select(
            verdict=verdict_in_cell(),
            rule=pl.when(pl.col("cell") == Verdict.REFUSED.value).then(pl.lit("kept_other_source")).otherwise("rule"),
            column="column",
            other_row="other_row",
            other_opd_id="other_opd_id",
        )
    )


def _findings(
    verdicts: pl.DataFrame, blocks: Sequence[Block], lines: pl.DataFrame
) -> tuple[list[Finding], list[Finding]]:
    """Refusals and warnings: place, rule, and where the other row is; never what a cell says."""
    told = verdicts.filter(pl.col("rule").is_not_null()).join(lines.select("line", "block", "row"), on="line")
    refusals: list[Finding] = []
    warnings: list[Finding] = []
    for row in told.sort("line").iter_rows(named=True):
        heading = next((one.heading for one in blocks[row["block"]].columns if one.index == row["column"]), None)
        message, suggestion = MESSAGES[row["rule"]]
        other = row["other_row"] if row["other_row"] is not None else row["other_opd_id"]
        values = {"other_row": row["other_row"], "other": other}
        finding = Finding(row["sheet"], row["row"], heading, row["rule"], message, values, suggestion)
        (refusals if row["verdict"] == Verdict.REFUSED.value else warnings).append(finding)
    return refusals, warnings
