"""Which region each row speaks of: by name, by code, or by what stands outside the rows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from etl.ingest.codes import code_columns
from etl.ingest.desk import Desk, place_of, wrong_answer
from etl.ingest.lines import text_of
from etl.ingest.names import in_scope, is_within
from etl.ingest.values import Memory, Request
from etl.recognise.layout import Block, Field
from etl.sources.tabular import Question
from geo import register
from geo.names import resolve, resolve_frame
from geo.spelling import name_keys
from i18n import N_, NotFound

_WHICH = N_("Which region is meant by “{name}”? Rows waiting: {count}.")
_NONE = N_("Which region is the file about? Neither the file nor the request says so.")
_OTHER = N_("The file speaks of {given}, the request of {asked}. Which region is meant?")


def place_rows(
    lines: pl.DataFrame, blocks: Sequence[Block], request: Request, memory: Memory, desk: Desk
) -> pl.DataFrame:
    """`line`, `region_code` (null = not settled) and `region_status`: known, open, unknown, outside, disagrees.

    Nothing is asked about lines whose text is not certain yet (`is_held`).
    """
    areas = {
        place: _area(block, request, desk, lines.filter(pl.col("block") == place)) for place, block in enumerate(blocks)
    }
    area = pl.col("block").replace_strict(areas, default=None, return_dtype=pl.String)
    codes = code_columns(lines, blocks, desk)
    work = lines.select("line", "block", "block_id", "row", "is_held", name=text_of(Field.REGION), area=area).join(
        codes, on="line", how="left"
    )
    named = _named(work, blocks, memory, desk)
    work = work.join(named, on=["name", "area"], how="left", nulls_equal=True, maintain_order="left")
    has_code = pl.col("code").is_not_null()
    by_name, by_code, area = pl.col("named"), pl.col("code"), pl.col("area")
    region = pl.when(pl.col("name").is_null() & ~has_code).then(area).when(has_code).then(by_code).otherwise(by_name)
    status = (
        pl.when(pl.col("code_status") != "known")
        .then("code_status")
        .when(has_code & by_name.is_not_null() & (by_name != by_code))
        .then(pl.lit("disagrees"))
        .when(pl.col("name").is_not_null() & ~has_code)
        .then("name_status")
        .when(region.is_null())
        .then(pl.lit("open"))
        .otherwise(pl.lit("known"))
    )
    placed = work.with_columns(region_code=region, region_status=status)
    allowed = [
        code
        for code in placed["region_code"].drop_nulls().unique()
        if is_within(code, request.region) and in_scope(code, request.scope)
    ]
    outside = (pl.col("region_status") == "known") & ~pl.col("region_code").is_in(allowed)
    return placed.select(
        "line", "region_code", region_status=pl.when(outside).then(pl.lit("outside")).otherwise("region_status")
    )


def _area(block: Block, request: Request, desk: Desk, lines: pl.DataFrame) -> str | None:
    """The region that holds for a table: the one asked for, made narrower by its title; null = asked."""
    given = resolve([block.given.region], within=None)[0].code if block.given.region else None
    answer = desk.answer("region")
    if answer is not None:
        try:
            return register.current_code(answer)
        except NotFound as fault:
            raise wrong_answer("region", answer, ()) from fault
    asked = request.region and register.current_code(request.region)
    if asked is None and given is None:
        silent = lines.filter(*(pl.col(text_of(field)).is_null() for field in (Field.REGION, Field.REGION_CODE)))
        _ask_region(desk, _NONE, (), {}, silent)
        return None
    if asked is None or given is None or is_within(asked, given):
        return asked or given
    if is_within(given, asked):
        return given
    values = {"given": register.name_of(given), "asked": register.name_of(asked)}
    _ask_region(desk, _OTHER, (asked, given), values, lines)
    return None


def _ask_region(
    desk: Desk, text: str, choices: tuple[str, ...], values: Mapping[str, object], lines: pl.DataFrame
) -> None:
    desk.ask(Question("region", "region", None, None, None, text, choices, values), lines)


def _named(work: pl.DataFrame, blocks: Sequence[Block], memory: Memory, desk: Desk) -> pl.DataFrame:
    """`name`, `area`, `named` (code) and `name_status` of each distinct region name."""
    schema = {"name": pl.String(), "area": pl.String(), "named": pl.String(), "name_status": pl.String()}
    found: list[tuple[str, str | None, str | None, str]] = []
    is_by_name = pl.col("code").is_null() & (pl.col("code_status") == "known")
    for (area,), names in work.filter(pl.col("name").is_not_null()).group_by(["area"], maintain_order=True):
        within = area if isinstance(area, str) else None
        # A kabupaten's file may name another region; the whole country says which one that is.
        texts = names["name"].unique(maintain_order=True)
        keys = name_keys(texts)
        inside, everywhere = resolve_frame(texts, within=within), resolve_frame(texts)
        for near, far in zip(inside.iter_rows(named=True), everywhere.iter_rows(named=True), strict=True):
            name, key = near["name"], keys[near["name"]]
            question_id = f"region_name:{within or ''}:{key}"
            code = _answered(desk, question_id) or memory.names.get(("region", key, within or ""))
            code = code or near["code"] or far["code"]
            candidates = near["candidates"] or ([] if within else far["candidates"])
            if code:
                found.append((name, within, code, "known"))
            elif candidates:
                found.append((name, within, None, "open"))
                waiting = names.filter(pl.col("name") == name, ~pl.col("is_held"), is_by_name)
                choices = tuple(candidate["code"] for candidate in candidates)
                values = {"name": name, "count": waiting.height}
                place = place_of(waiting, blocks, Field.REGION)
                desk.ask(Question(question_id, "region_name", *place, _WHICH, choices, values), waiting)
            else:
                found.append((name, within, None, "outside" if far["status"] == "ambiguous" else "unknown"))
    return pl.DataFrame(found, schema=schema, orient="row")


def _answered(desk: Desk, question_id: str) -> str | None:
    """The region that a person said a name means. Raises BadInput for a code that no region has."""
    answer = desk.answer(question_id)
    if answer is None:
        return None
    try:
        return register.current_code(answer)
    except NotFound as fault:
        raise wrong_answer(question_id, answer, ()) from fault
