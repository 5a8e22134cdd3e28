"""Lists of ceremonies: each row an event by its organiser and day, beside those that the store knows. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from etl.ingest import hints, words
from etl.ingest.claims import claim_rows, event_tables
from etl.ingest.compare import CHOICES, conflict_question
from etl.ingest.desk import Desk
from etl.ingest.event_ids import with_event_ids
from etl.ingest.figures import cells_of
from etl.ingest.findings import warning
from etl.ingest.judge import Judged, broken_rows, refusals, waiting_lines
from etl.ingest.lines import text_of
from etl.ingest.rules import EventFigure, broken
from etl.ingest.settle import Settled
from etl.ingest.values import FIGURES, Finding, Request, Verdict
from etl.recognise.layout import Block, Field, Recognition
from warehouse.frames import Frames
from warehouse.vocabulary import Activity, SourceKind, SubjectKind

COUNTS = (Field.PARTICIPANTS.value, Field.SIGNERS.value)
_SAVED = [Verdict.NEW.value, Verdict.CHANGED.value]


def judge_events(
    recognition: Recognition, settled: Settled, request: Request, frames: Frames, *, desk: Desk, source_id: str
) -> Judged:
    """Every line of tables of ceremonies judged."""
    blocks = recognition.blocks
    cells, unsettled = cells_of(blocks, desk)
    lines = settled.lines.with_columns(is_shifted=pl.lit(value=False))
    figures = cells.join(lines.select("line", "block", "row", "is_waiting"), on=["block", "row"], maintain_order="left")
    open_columns = unsettled.select("block", "column").unique().with_columns(is_unsettled=pl.lit(value=True))
    figures = figures.join(open_columns, on=["block", "column"], how="left", maintain_order="left").with_columns(
        pl.col("low", "high").cast(pl.Int64), cell_rule=pl.when(pl.col("is_unsettled").is_null()).then("rule")
    )
    of_figures = broken(EventFigure, figures.filter(~pl.col("is_waiting"))).sort("line", "column")
    refused = pl.concat(
        [broken_rows(lines, blocks), of_figures.select("line", "rule", "column", "heading", text="stated")],
        how="diagonal",
    ).unique("line", keep="first", maintain_order=True)
    held = waiting_lines(lines, refused, desk)
    good = lines.join(refused, on="line", how="anti").join(held, on="line", how="anti").sort("line")
    campaign = settled.campaign.campaign_id if settled.campaign else None
    events = with_event_ids(_described(good, figures, recognition), campaign, frames)
    judged = _against_store(_against_each_other(events), frames, request, desk)
    refused = pl.concat([refused, _kept_out(judged)], how="diagonal")
    verdicts = _verdicts(lines, refused, held, judged)
    claims = claim_rows(judged.filter(pl.col("verdict").is_in(_SAVED)), frames, source_id, campaign, by=request.by)
    told, places = refusals(refused.with_columns(addends=None, sum=None, code=None), lines, settled.campaign)
    return Judged(
        verdicts,
        told,
        places,
        [*_hints(lines, judged, blocks), *hints.dates(lines, blocks)],
        _shown(figures, lines, judged, verdicts),
        event_tables(claims, judged, frames),
    )


def _described(lines: pl.DataFrame, figures: pl.DataFrame, recognition: Recognition) -> pl.DataFrame:
    """The good lines with what each says of its ceremony: `<count>_low`, `_high`, `_qualifier`, `_stated`, `mode`, …"""
    titles = " ".join(recognition.set_aside.filter(pl.col("what") == "title")["text"].drop_nulls())
    usual = words.activities(titles) or [Activity.IKRAR.value]
    named = pl.Series(
        [words.activities(text or "") or usual for text in lines[text_of(Field.ACTIVITY)]], dtype=pl.List(pl.String)
    )
    found = lines.with_columns(
        activity=named,
        mode=words.read_words(lines[text_of(Field.MODE)], words.mode),
        venue=text_of(Field.VENUE),
        occasion=text_of(Field.OCCASION),
        led_by=text_of(Field.LED_BY),
    )
    for count in COUNTS:
        said = figures.filter(pl.col("field") == count).unique("line", keep="first", maintain_order=True)
        parts = (pl.col(part).alias(f"{count}_{part}") for part in ("low", "high", "qualifier", "stated"))
        found = found.join(said.select("line", *parts), on="line", how="left", maintain_order="left")
    return found


def _against_each_other(events: pl.DataFrame) -> pl.DataFrame:
    """Add `twice`: same (told before) or conflict (another row says otherwise of it), and `other_rows`, `says`."""
    said = pl.struct("day_low", "day_high", *(f"{count}_{end}" for count in COUNTS for end in ("low", "high")))
    rows = pl.col("row").cast(pl.String).unique(maintain_order=True).str.join(", ")
    bounds = pl.concat_str([pl.col(f"{count}_low").cast(pl.String).fill_null("–") for count in COUNTS], separator=" + ")
    differs = said.n_unique().over("event_id") > 1
    is_later = pl.col("line") > pl.col("line").min().over("event_id")
    return events.with_columns(
        twice=pl.when(differs).then(pl.lit("conflict")).when(is_later).then(pl.lit("same")),
        other_rows=pl.when(differs)
        .then(rows.over("event_id"))
        .otherwise(pl.col("row").first().over("event_id").cast(pl.String)),
        says=bounds.str.join(" / ").over("event_id"),
    )


def _against_store(events: pl.DataFrame, frames: Frames, request: Request, desk: Desk) -> pl.DataFrame:
    """Add `verdict`, and `replaces` (true: a person said that this file's word holds instead of the other's)."""
    stored = frames.event.select(
        "event_id",
        known=pl.lit(value=True),
        old_day_low="date_low",
        old_day_high="date_high",
        **{f"old_{count}_{end}": f"{count}_{end}" for count in COUNTS for end in ("low", "high")},
    )
    said = events.join(stored, on="event_id", how="left", maintain_order="left")
    pairs = [("day_low", "day_high"), *((f"{count}_low", f"{count}_high") for count in COUNTS)]
    silent = [pl.all_horizontal(pl.col(name).is_null() for name in pair) for pair in pairs]
    was_silent = [pl.all_horizontal(pl.col(f"old_{name}").is_null() for name in pair) for pair in pairs]
    equal = [pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"old_{name}")) for name in pair) for pair in pairs]
    is_same = pl.all_horizontal(one | two for one, two in zip(equal, silent, strict=True))
    adds = pl.all_horizontal(one | two | old for one, two, old in zip(equal, silent, was_silent, strict=True))
    voices = _voices(frames, request)
    said = said.join(voices, on="event_id", how="left", maintain_order="left")
    verdict = (
        pl.when(pl.col("twice").is_not_null())
        .then("twice")
        .when(pl.col("known").is_null())
        .then(pl.lit(Verdict.NEW.value))
        .when(is_same)
        .then(pl.lit(Verdict.SAME.value))
        .when(adds | pl.col("is_own").fill_null(value=False))
        .then(pl.lit(Verdict.CHANGED.value))
        .otherwise(pl.lit(Verdict.CONFLICT.value))
    )
    return _settled(said.with_columns(verdict=verdict, replaces=pl.lit(value=False)), desk, frames)


def _voices(frames: Frames, request: Request) -> pl.DataFrame:
    """`event_id`, `old_source_id` (who spoke of it first) and `is_own`: nobody but this file's sender ever did."""
    is_file = pl.col("kind") == SourceKind.WORKBOOK.value
    voice = pl.col("title") if request.sender is None else pl.lit(request.sender)
    own = frames.source.select("source_id", is_own=(is_file & (pl.col("publisher") == voice)).fill_null(value=False))
    claims = (
        frames.claim.filter(pl.col("subject_kind") == SubjectKind.EVENT.value)
        .sort("claim_id")
        .join(own, on="source_id", how="left")
    )
    return claims.group_by(event_id="subject_id").agg(
        old_source_id=pl.col("source_id").first(), is_own=pl.col("is_own").all()
    )


def _settled(events: pl.DataFrame, desk: Desk, frames: Frames) -> pl.DataFrame:
    """Ask once per other source what holds where it says otherwise."""
    titles = dict(frames.source.select("source_id", "title").iter_rows())
    is_conflict = (pl.col("verdict") == Verdict.CONFLICT.value) & pl.col("twice").is_null()
    for source_id in events.filter(is_conflict)["old_source_id"].drop_nulls().unique(maintain_order=True):
        of_source = is_conflict & (pl.col("old_source_id") == source_id)
        answer = desk.answer(f"conflict:{source_id}", CHOICES)
        if answer is None:
            lines = events.filter(of_source)
            desk.ask(conflict_question(source_id, titles.get(source_id), lines.height), lines)
            continue
        verdict = Verdict.CHANGED if answer == "replace" else Verdict.REFUSED
        events = events.with_columns(
            replaces=of_source & pl.lit(answer == "replace") | pl.col("replaces"),
            verdict=pl.when(of_source).then(pl.lit(verdict.value)).otherwise("verdict"),
        )
    return events


def _kept_out(events: pl.DataFrame) -> pl.DataFrame:
    """The lines that a person's answer refused."""
    return events.filter(pl.col("verdict") == Verdict.REFUSED.value).select("line", rule=pl.lit("kept_other_source"))


def _verdicts(lines: pl.DataFrame, refused: pl.DataFrame, held: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    decided = pl.concat(
        [
            refused.select("line", "rule", verdict=pl.lit(Verdict.REFUSED.value)),
            held.select("line", verdict=pl.lit(Verdict.HELD.value)),
            events.filter(pl.col("verdict") != Verdict.REFUSED.value).select("line", "verdict"),
        ],
        how="diagonal",
    )
    return (
        lines.select("line")
        .join(decided, on="line", how="left", maintain_order="left", validate="1:1")
        .select("line", "verdict", "rule")
    )


def _hints(lines: pl.DataFrame, events: pl.DataFrame, blocks: Sequence[Block]) -> list[Finding]:
    found = []
    for row in events.filter(pl.col("twice").is_not_null()).iter_rows(named=True):
        rule = "duplicate_unit_conflict" if row["twice"] == "conflict" else "duplicate_row"
        found.append(warning(rule, row["sheet"], row["row"], None, rows=row["other_rows"], figures=row["says"]))
    headings = {place: column.heading for place, block in enumerate(blocks) for column in block.of(Field.DATE)[:1]}
    undated = lines.filter(pl.col("day_low").is_null(), pl.col("day_rule").is_null(), ~pl.col("is_waiting"))
    found += [
        warning("missing_date", row["sheet"], row["row"], headings.get(row["block"]))
        for row in undated.iter_rows(named=True)
    ]
    return found


def _shown(figures: pl.DataFrame, lines: pl.DataFrame, events: pl.DataFrame, verdicts: pl.DataFrame) -> pl.DataFrame:
    old = events.select(
        "line", "event_id", "old_source_id", *(f"old_{count}_{end}" for count in COUNTS for end in ("low", "high"))
    )
    is_signers = pl.col("field") == Field.SIGNERS.value
    return (
        figures.filter(pl.col("field").is_in(COUNTS))
        .drop("rule", "block", "row", "is_waiting")
        .join(lines.select("line", "block_id", "sheet", "row"), on="line", maintain_order="left")
        .join(verdicts, on="line", maintain_order="left")
        .join(old, on="line", how="left", maintain_order="left")
        .with_columns(
            table=pl.lit("event"),
            key="event_id",
            new_low="low",
            new_high="high",
            **{
                f"old_{end}": pl.when(is_signers).then(f"old_signers_{end}").otherwise(f"old_participants_{end}")
                for end in ("low", "high")
            },
        )
        .select(pl.col(name).cast(kind) for name, kind in FIGURES.items())
    )
