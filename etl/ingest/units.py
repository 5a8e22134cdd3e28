"""Which unit of its region each row speaks of; units that are not on record yet are proposed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from etl.ingest.desk import Desk, place_of, wrong_answer
from etl.ingest.lines import text_of
from etl.ingest.names import name_keys
from etl.ingest.unit_names import NEW_UNIT, NO_UNIT, Register, Unit, answered_unit, read_units
from etl.ingest.values import Memory, Request
from etl.recognise.layout import Answer, Block, Field
from etl.sources.tabular import Question
from geo import register
from i18n import N_

_WHICH = N_(
    "Which OPD of {region} is “{name}”? Rows waiting: {count}. Answer with its name, + and a name for a unit that is"
    " not on any list, or - if it is no OPD."
)
_NEW = N_("{region}: these OPD are not on record yet: {names}. Make them? Rows waiting: {count}.")
_NEW_CHOICES = ("accept", "refuse")
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Units:
    """`rows`: `line`, `opd_id` (null = the region as a whole, or not settled) and `unit_status`: known, open, vertical,
    not_an_opd, missing, refused. `new`: opd_id to name of units that would be made; `printed`: opd_id to the name in
    the file that it was read from."""

    rows: pl.DataFrame = field(repr=False)
    new: Mapping[str, str]
    printed: Mapping[str, str]


_Key = tuple[str, str]
"""Region and name as written there."""


def unit_rows(
    lines: pl.DataFrame, blocks: Sequence[Block], request: Request, memory: Memory, *, desk: Desk, opd: pl.DataFrame
) -> Units:
    """The unit of each line. `lines` has `region_code`, `is_held` and the OPD's text; `opd` is the store's table."""
    given = {place: block.given.opd for place, block in enumerate(blocks)}
    split = {place: bool(block.of(Field.OPD)) for place, block in enumerate(blocks)}
    work = lines.with_columns(
        name=pl.coalesce(
            text_of(Field.OPD), pl.col("block").replace_strict(given, default=None, return_dtype=pl.String)
        ),
        is_split=pl.col("block").replace_strict(split, default=False, return_dtype=pl.Boolean),
    )
    asked = work.filter(pl.col("name").is_not_null(), pl.col("region_code").is_not_null())
    found: dict[_Key, Unit] = {}
    for (region,), rows in asked.group_by(["region_code"], maintain_order=True):
        own = _register(str(region), opd)
        found |= {(own.region, name): unit for name, unit in _of_region(own, rows, blocks, memory, desk).items()}
    on_record = set(opd["opd_id"])
    new = {key: unit for key, unit in found.items() if unit.opd_id and unit.opd_id not in on_record}
    accepted = _accepted({key: unit for key, unit in new.items() if not unit.approved}, asked, request, desk)
    refused = set() if accepted else {key for key, unit in new.items() if not unit.approved}
    kept = {
        str(unit.opd_id): (name, str(unit.name))
        for (region, name), unit in reversed(new.items())
        if (region, name) not in refused
    }
    return Units(
        _rows(work, found, refused),
        {opd_id: name for opd_id, (_printed, name) in sorted(kept.items())},
        {opd_id: printed for opd_id, (printed, _name) in kept.items()},
    )


def _register(region: str, opd: pl.DataFrame) -> Register:
    own = opd.filter(pl.col("region_code") == region)
    return Register(
        region, dict(own.select("opd_id", "name").iter_rows()), dict(own.select("opd_id", "kind").iter_rows())
    )


def _of_region(
    own: Register, rows: pl.DataFrame, blocks: Sequence[Block], memory: Memory, desk: Desk
) -> dict[str, Unit]:
    """What each name in a region's rows is; names that a person has to settle are asked."""
    names = rows["name"].unique(maintain_order=True).to_list()
    keys = name_keys(names)
    approved = {
        key: code for (kind, key, within), code in memory.names.items() if kind == "opd" and within in {own.region, ""}
    }
    titles: dict[str, str] = {}
    for key in dict.fromkeys(keys.values()):
        question_id = f"opd_name:{own.region}:{key}"
        if (answer := desk.answer(question_id)) is None:
            continue
        code = answered_unit(answer, own)
        if code is None:
            raise wrong_answer(question_id, answer, (NO_UNIT, f"{NEW_UNIT}…"))
        approved[key] = code
        if answer.startswith(NEW_UNIT):
            titles[code] = " ".join(answer.removeprefix(NEW_UNIT).split())
    units = read_units(names, own, approved)
    for name, unit in units.items():
        if unit.opd_id in titles:
            units[name] = Unit("known", unit.opd_id, own.names.get(unit.opd_id) or titles[unit.opd_id], approved=True)
        elif unit.status == "open":
            waiting = rows.filter(pl.col("name") == name, ~pl.col("is_held"))
            values = {"name": name, "region": register.name_of(own.region), "count": waiting.height}
            place = place_of(waiting, blocks, Field.OPD)
            question_id = f"opd_name:{own.region}:{keys[name]}"
            desk.ask(Question(question_id, "opd_name", *place, _WHICH, unit.candidates, values), waiting)
    return units


def _accepted(doubtful: Mapping[_Key, Unit], asked: pl.DataFrame, request: Request, desk: Desk) -> bool:
    """Whether units that are not on record are made. One question for the file; its rows wait until it is answered."""
    answer = desk.answer("new_opd", _NEW_CHOICES)
    if answer or not doubtful or request.accept_mapping:
        return answer != "refuse"
    keys = pl.DataFrame(list(doubtful), schema={"region_code": pl.String(), "name": pl.String()}, orient="row")
    waiting = asked.filter(~pl.col("is_held")).join(keys, on=["region_code", "name"], how="semi", maintain_order="left")
    names = list(dict.fromkeys(str(unit.name) for unit in doubtful.values()))
    shown = ", ".join(names[:_SHOWN]) + (f" … (+{len(names) - _SHOWN})" if len(names) > _SHOWN else "")
    regions = ", ".join(dict.fromkeys(register.name_of(region) for region, _name in doubtful))
    values = {"region": regions, "names": shown, "count": waiting.height}
    desk.ask(Question("new_opd", "new_opd", None, None, None, _NEW, _NEW_CHOICES, values), waiting)
    return True


def _rows(work: pl.DataFrame, found: Mapping[_Key, Unit], refused: set[_Key]) -> pl.DataFrame:
    schema = {"region_code": pl.String(), "name": pl.String(), "opd_id": pl.String(), "unit_status": pl.String()}
    rows = [(*key, unit.opd_id, "refused" if key in refused else unit.status) for key, unit in found.items()]
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    has_region = pl.col(text_of(Field.REGION)).is_not_null() | pl.col(text_of(Field.REGION_CODE)).is_not_null()
    blank = pl.when(pl.col("is_split") & ~has_region).then(pl.lit("missing")).otherwise(pl.lit("known"))
    status = pl.when(pl.col("name").is_null()).then(blank).otherwise(pl.col("unit_status").fill_null("open"))
    return work.join(frame, on=["region_code", "name"], how="left", maintain_order="left").select(
        "line", "opd_id", "name", unit_status=status
    )


def approvals(answers: Mapping[str, Answer], opd: pl.DataFrame) -> Iterator[tuple[str, str, str, str]]:
    """What answers say that names stand for: kind (region or opd), key, region it holds in, code; `opd` as stored."""
    for question_id, answer in answers.items():
        kind, _, rest = question_id.partition(":")
        within, _, key = rest.partition(":")
        if not key or not isinstance(answer, str):
            continue
        if kind == "opd_name" and (code := answered_unit(answer, _register(within, opd))):
            yield "opd", key, within, code
        elif kind == "region_name":
            yield "region", key, within, register.current_code(answer)
