"""The open questions about a file as values: each with its place, the rows that wait, and what can be answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from etl.ingest.unit_names import NEW_UNIT, NO_UNIT
from etl.ingest.units import offered
from etl.ingest.values import Preview
from etl.recognise.layout import Answer, Field
from etl.sources.tabular import Question
from i18n import N_, Text
from pages.unggah.understood import column_place
from pages.unggah.words import answer_words, printed
from warehouse.frames import Frames

Input = Literal["choice", "search", "name", "day", "columns"]

_WORDS: dict[str, str] = {
    "opd_name": N_("Which OPD of {region} is “{name}”?"),
    "as_of": N_("Which day do the figures hold for? The file does not say."),
}
"""Questions whose own words say how to answer at a keyboard; here the control says it."""

CODED = 6
"""Up to so many coded answers are shown side by side; more, and names from files, in a list."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `options`: answers with their words, the likeliest first; `columns`: headings to be named.

    `waiting`: rows of the file that it holds back; null where the text says it. `input`: one of few words; a list to
    search; a list that takes a new name too; a day; a word for each column. `suggested`: the likeliest answer where
    the form can carry one (columns). `made`: names as written, and the OPD that a yes would make for each.
    """

    question_id: str
    kind: str
    text: str
    place: str
    waiting: int | None
    input: Input
    options: Mapping[str, str]
    columns: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    made: tuple[tuple[str, str], ...] = ()


def asks(preview: Preview, frames: Frames, t: Text) -> tuple[Ask, ...]:
    """Every open question, in the order in which they were found."""
    waiting = dict(preview.waiting.group_by("question_id").len().iter_rows())
    campaigns = dict(frames.campaign.select("campaign_id", "name").iter_rows())
    known = _Known(_regions(frames), campaigns, _units(frames, preview.region))
    return tuple(_ask(question, waiting.get(question.id, 0), preview, known, t) for question in preview.questions)


@dataclass(frozen=True, slots=True)
class _Known:
    """Regions in force by code, elections by id, and names of the region's OPD on record."""

    regions: Mapping[str, str]
    campaigns: Mapping[str, str]
    units: tuple[str, ...]


def _regions(frames: Frames) -> dict[str, str]:
    in_force = frames.region.filter(pl.col("valid_to").is_null()).sort("name")
    return dict(zip(in_force["code"], in_force["name"], strict=True))


def _units(frames: Frames, region: str | None) -> tuple[str, ...]:
    """Names of the OPD on record for the region."""
    return tuple(frames.opd.filter(pl.col("region_code") == region)["name"].sort()) if region else ()


def _ask(question: Question, waiting: int, preview: Preview, known: _Known, t: Text) -> Ask:
    words = {
        answer: known.campaigns.get(answer) or answer_words(answer, known.regions, t) for answer in question.choices
    }
    kind = _input(question, words)
    columns: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    if kind == "columns":
        columns, suggested = _headings(question, preview, t)
        words = {field.value: answer_words(field.value, {}, t) for field in Field}
    elif question.kind == "opd_name":
        words |= {name: name for name in known.units} | {NO_UNIT: t("no OPD: leave these rows out")}
    elif kind == "search":
        words |= {code: answer_words(code, known.regions, t) for code in known.regions}
    return Ask(
        question_id=question.id,
        kind=question.kind,
        text=t(_WORDS.get(question.kind, question.text), **printed(question.values, t)),
        place=_place(question, t),
        waiting=None if "count" in question.values and question.kind not in _WORDS else waiting,
        input=kind,
        options=words,
        columns=columns,
        suggested=suggested,
        made=offered(question),
    )


def _input(question: Question, words: Mapping[str, str]) -> Input:
    by_kind: dict[str, Input] = {
        "as_of": "day",
        "header": "columns",
        "opd_name": "name",
        "region_name": "search",
        "region": "search",
    }
    return by_kind.get(question.kind) or ("choice" if words else "name")


def _headings(question: Question, preview: Preview, t: Text) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that have no heading, each by its first cells, and what they were taken for."""
    block = next((one for one in preview.blocks if one.sheet == question.sheet), None)
    if block is None:
        return (), ()
    samples = block.text.head(3)
    headings = tuple(
        t(
            "Column {place}: {cells}",
            place=column_place(column.index),
            cells=", ".join(filter(None, samples[f"c{column.index}"].to_list())) or "–",
        )
        for column in block.columns
    )
    return headings, tuple(column.field.value for column in block.columns)


def _place(question: Question, t: Text) -> str:
    """Sheet, row and column, as far as the question is about one."""
    said = (
        t("sheet {sheet}", sheet=question.sheet) if question.sheet else "",
        t("row {row}", row=question.row) if question.row else "",
        t("column {column}", column=column_place(question.column)) if question.column else "",
    )
    return ", ".join(filter(None, said))


PRECISIONS: dict[str, tuple[str, int]] = {
    "day": (N_("the day"), 10),
    "month": (N_("the month only"), 7),
    "year": (N_("the year only"), 4),
}
"""How exactly a date is known: its words, and how much of 2024-10-31 then counts."""


def as_day(day: dt.date | None, precision: str) -> Answer | None:
    """A chosen day as the flow takes it, no more precise than it is known."""
    return day.isoformat()[: PRECISIONS[precision][1]] if day else None


def as_answer(kind: str, given: str, options: Mapping[str, str]) -> Answer:
    """What a person chose or typed as the flow takes it: a typed OPD name is a unit that is on no list yet."""
    if kind == "opd_name" and given not in options and not given.startswith(NEW_UNIT):
        return f"{NEW_UNIT}{given.strip()}"
    return given
