"""Which unit of its region each row speaks of; units that are not on record yet are proposed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import polars as pl

from etl.ingest.desk import Desk, place_of, wrong_answer
from etl.ingest.lines import text_of
from etl.ingest.unit_names import NEW_UNIT, NO_UNIT, Register, Unit, answered_unit, is_part, read_units, registers
from etl.ingest.values import Memory, Request
from etl.recognise.layout import Answer, Block, Field
from etl.sources.tabular import Question
from geo import register
from geo.names import Resolution
from geo.spelling import name_keys
from geo.unit_names import resolve_each
from i18n import N_

_WHICH = N_(
    "Which OPD of {region} is “{name}”? Rows waiting: {count}. Answer with its name, + and a name for a unit that is"
    " not on any list, or - if it is no OPD."
)
NEW = "new_opd"
"""Id and kind of the one question about units that are not on record."""
_NEW_ONE = N_("One OPD is not on record in {region} yet. Add it?")
_NEW = N_("{units} OPD are not on record in {region} yet. Add them?")
_NEW_CHOICES = ("accept", "refuse")
_REGIONS = 3
"""Regions that a question names."""


_Key = tuple[str, str]
"""Region and name as written there."""


@dataclass(frozen=True, slots=True)
class Units:
    """`rows`: `line`, `opd_id` (null = the region as a whole, or not settled) and `unit_status`: known, open, vertical,
    not_an_opd, part, missing, refused. `new`: opd_id to name of units that would be made; `printed`: opd_id to the name
    in the file that it was read from; `doubtful`: what nobody approved, by region and name as written."""

    rows: pl.DataFrame = field(repr=False)
    new: Mapping[str, str]
    printed: Mapping[str, str]
    doubtful: Mapping[_Key, Unit]


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
    found = _found(asked, blocks, memory, desk, opd)
    on_record = set(opd["opd_id"])
    new = {key: unit for key, unit in found.items() if unit.opd_id and unit.opd_id not in on_record}
    doubtful = {key: unit for key, unit in new.items() if not unit.approved}
    refused = set() if _accepted(doubtful, asked, request, desk) else set(doubtful)
    kept = {
        str(unit.opd_id): (name, str(unit.name))
        for (region, name), unit in reversed(new.items())
        if (region, name) not in refused
    }
    return Units(
        _rows(work, found, refused),
        {opd_id: name for opd_id, (_printed, name) in sorted(kept.items())},
        {opd_id: printed for opd_id, (printed, _name) in kept.items()},
        doubtful,
    )


def _found(
    asked: pl.DataFrame, blocks: Sequence[Block], memory: Memory, desk: Desk, opd: pl.DataFrame
) -> dict[_Key, Unit]:
    """What each name is in each region; names that a person has to settle are asked."""
    places: list[_Key] = list(asked.select("region_code", "name").unique(maintain_order=True).iter_rows())
    keys = name_keys(name for _region, name in places)
    named: dict[str, dict[str, Resolution]] = {}
    for (region, name), resolution in zip(places, resolve_each(places), strict=True):
        named.setdefault(region, {})[name] = resolution
    found: dict[_Key, Unit] = {}
    for region, own in registers(opd, named).items():
        units = _of_region(own, named[region], keys, asked, blocks=blocks, memory=memory, desk=desk)
        found |= {(region, name): unit for name, unit in units.items()}
    return found


def _of_region(
    own: Register,
    named: Mapping[str, Resolution],
    keys: Mapping[str, str],
    asked: pl.DataFrame,
    *,
    blocks: Sequence[Block],
    memory: Memory,
    desk: Desk,
) -> dict[str, Unit]:
    """What each name in a region's rows is."""
    own_keys = dict.fromkeys(keys[name] for name in named)
    approved = {
        key: code for within in ("", own.region) for key in own_keys if (code := memory.names.get(("opd", key, within)))
    }
    titles: dict[str, str] = {}
    for key in own_keys:
        question_id = f"opd_name:{own.region}:{key}"
        if (answer := desk.answer(question_id)) is None:
            continue
        code = answered_unit(answer, own)
        if code is None:
            raise wrong_answer(question_id, answer, (NO_UNIT, f"{NEW_UNIT}…"))
        approved[key] = code
        if answer.startswith(NEW_UNIT):
            titles[code] = " ".join(answer.removeprefix(NEW_UNIT).split())
    units = read_units(named, keys, own, approved)
    for name, unit in units.items():
        if unit.opd_id in titles:
            units[name] = Unit("known", unit.opd_id, own.names.get(unit.opd_id) or titles[unit.opd_id], approved=True)
        elif unit.status == "open" and is_part(name) and not any(block.lists_people for block in blocks):
            # Persons can be counted with the unit that they belong to; the figures of its parts are not its figure.
            units[name] = Unit("part")
        elif unit.status == "open":
            waiting = asked.filter(region_code=own.region, name=name, is_held=False)
            values = {"name": name, "region": register.name_of(own.region), "count": waiting.height}
            place = place_of(waiting, blocks, Field.OPD)
            question_id = f"opd_name:{own.region}:{keys[name]}"
            desk.ask(Question(question_id, "opd_name", *place, _WHICH, unit.candidates, values), waiting)
    return units


def _accepted(doubtful: Mapping[_Key, Unit], asked: pl.DataFrame, request: Request, desk: Desk) -> bool:
    """Whether units that are not on record are made. One question for the file; its rows wait until it is answered."""
    answer = desk.answer(NEW, _NEW_CHOICES)
    if answer or not doubtful or request.accept_mapping:
        return answer != "refuse"
    keys = pl.DataFrame(list(doubtful), schema={"region_code": pl.String(), "name": pl.String()}, orient="row")
    waiting = asked.filter(~pl.col("is_held")).join(keys, on=["region_code", "name"], how="semi", maintain_order="left")
    desk.ask(_new_question(doubtful), waiting)
    return True


def _new_question(doubtful: Mapping[_Key, Unit]) -> Question:
    codes = list(dict.fromkeys(region for region, _name in doubtful))
    regions = ", ".join(register.name_of(code) for code in codes[:_REGIONS])
    regions += f" … (+{len(codes) - _REGIONS})" if len(codes) > _REGIONS else ""
    made = tuple((printed, str(unit.name)) for (_region, printed), unit in doubtful.items())
    units = len({unit.opd_id for unit in doubtful.values()})
    values = {"region": regions, "units": units, "made": made}
    return Question(NEW, NEW, None, None, None, _NEW_ONE if units == 1 else _NEW, _NEW_CHOICES, values)


def narrowed(units: Units, waiting: pl.DataFrame) -> Question:
    """The question `new_opd` about the units of rows that still wait for it (`region_code`, `name`) alone: a row that
    is refused makes no unit."""
    keys = set(waiting.select("region_code", "name").iter_rows())
    return _new_question({key: unit for key, unit in units.doubtful.items() if key in keys})


def offered(question: Question) -> tuple[tuple[str, str], ...]:
    """Of the question `new_opd`: each name as written, and the OPD that would be made for it; of others nothing."""
    return cast("tuple[tuple[str, str], ...]", question.values.get("made", ()))


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
        if kind == "opd_name" and (code := answered_unit(answer, registers(opd, [within])[within])):
            yield "opd", key, within, code
        elif kind == "region_name":
            yield "region", key, within, register.current_code(answer)
