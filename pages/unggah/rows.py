"""The preview as a value: counts by verdict, rows with their figures old → new, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from etl.ingest.labels import VERDICTS
from etl.ingest.names import written_alike
from etl.ingest.values import Finding, Preview, Verdict
from i18n import Text
from indicators.words import EMPLOYEE_TYPES, TIERS
from pages.unggah.understood import place
from pages.unggah.words import FIELDS, VERDICT_NOTES, printed
from warehouse.frames import Frames
from warehouse.vocabulary import Tier

KEY_JOINT = " · "
_NBSP = "\u00a0"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EVENT = re.compile(r"[a-z0-9-]+-(\d{4})-(\d{2})(?:-(\d{2}))?")
"""An event's id that ends in its day or month; others end in the election."""
SHOWN = 200
"""Rows that go to the browser at once, of however many there are."""

GOOD = (Verdict.NEW, Verdict.CHANGED)
"""Verdicts that saving writes; `same` is good too, but nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One verdict: its name, what it means, and how many rows of the file have it."""

    verdict: str
    label: str
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the file. `unit`: what it is about, by its own name once that is settled; `stated`: the name in the
    file where that is another ("" = the same); `region`: where the unit is, in a file of several regions.

    `figures`: what it brings, old → new; `said`: why it is refused, held or flagged.
    """

    place: str
    verdict: str
    unit: str
    stated: str
    region: str
    figures: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A warning or refusal in words. `rule` is its published name."""

    place: str
    message: str
    suggestion: str
    rule: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that were asked for: the first SHOWN of `total`."""

    rows: tuple[RowView, ...]
    total: int


def tallies(preview: Preview, t: Text) -> tuple[Tally, ...]:
    """Every verdict, also those that no row has: together they are all rows of the file."""
    return tuple(
        Tally(verdict, t(label), t(VERDICT_NOTES[verdict]), preview.count(Verdict(verdict)))
        for verdict, label in VERDICTS.items()
    )


def to_save(preview: Preview) -> int:
    """Rows that saving would write."""
    return sum(preview.count(verdict) for verdict in GOOD)


def table(preview: Preview, frames: Frames, t: Text, *, verdict: str | None = None, words: str = "") -> Table:
    """Rows with a verdict (null = all) that have these words in a name, as read or as written, in the file's order."""
    names = _names(preview, frames)
    region = pl.col("region_code").replace_strict(names, default=None, return_dtype=pl.String)
    found = preview.rows.with_columns(
        name=pl.coalesce("unit", "unit_stated", region, pl.lit("–")),
        region=region if preview.region is None else pl.lit(None, pl.String()),
    )
    if verdict in VERDICTS:
        found = found.filter(pl.col("verdict") == verdict)
    if wanted := words.strip().lower():
        found = found.filter(
            pl.any_horizontal(
                pl.col("name", "unit_stated", "region").str.to_lowercase().str.contains(wanted, literal=True)
            )
        )
    shown = found.head(SHOWN)
    units = {*names.values(), *shown["unit"].drop_nulls(), *shown["unit_stated"].drop_nulls()}
    brought = preview.figures.filter(pl.any_horizontal(pl.col("stated", "new_low", "new_high").is_not_null()))
    figures = _figures(brought.join(shown, on=["block_id", "row"], how="semi"), units, t)
    said = _said(preview, {(row["sheet"], row["row"]) for row in shown.to_dicts()}, t)
    held = _held(preview, shown, t)
    rows = tuple(
        RowView(
            place=place(row["sheet"], row["row"], t),
            verdict=row["verdict"],
            unit=row["name"],
            stated=stated if (stated := row["unit_stated"]) and not written_alike(stated, row["name"]) else "",
            region=where if (where := row["region"] or "") != row["name"] else "",
            figures=tuple(figures.get((row["block_id"], row["row"]), ())),
            said=(*said.get((row["sheet"], row["row"]), ()), *held.get((row["block_id"], row["row"]), ())),
        )
        for row in shown.to_dicts()
    )
    return Table(rows, found.height)


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures that stand in no one row of the file, the first SHOWN of `total`: unit, of whom, what."""

    rows: tuple[tuple[str, str, str], ...]
    total: int


def counted(preview: Preview, frames: Frames, t: Text) -> Counted:
    """What a roster adds up to, by unit, employee type, tier and day; nothing of other files."""
    own = preview.figures.filter(pl.col("row").is_null()).group_by("key", maintain_order=True).agg(pl.struct(pl.all()))
    names = _names(preview, frames)
    rows = []
    for key, figures in own.head(SHOWN).iter_rows():
        unit, *about = key.split(KEY_JOINT)
        said = [_figure(figure, t) for figure in figures]
        rows.append((names.get(unit, unit), KEY_JOINT.join(_part(part, t) for part in about), ", ".join(said)))
    return Counted(tuple(rows), own.height)


def findings(found: Iterable[Finding], t: Text) -> tuple[FindingView, ...]:
    """The first SHOWN of them, in words."""
    return tuple(_finding(one, t) for one, _ in zip(found, range(SHOWN), strict=False))


def _names(preview: Preview, frames: Frames) -> dict[str, str]:
    """Codes of regions and OPD, those that saving would make too, to their names."""
    known = (*frames.region.select("code", "name").iter_rows(), *frames.opd.select("opd_id", "name").iter_rows())
    return {**dict(known), **preview.proposed_opd}


def _figures(figures: pl.DataFrame, units: Collection[str], t: Text) -> dict[tuple[str, int], list[str]]:
    """Each row's figures, those of one key in one line: `PNS · 31 Mei 2024: jumlah pegawai 40 → 48`."""
    found: dict[tuple[str, int], dict[str, list[str]]] = {}
    for figure in figures.to_dicts():
        keys = found.setdefault((figure["block_id"], figure["row"]), {})
        keys.setdefault(_key(figure, units, t), []).append(_figure(figure, t))
    return {row: [_line(key, said) for key, said in keys.items()] for row, keys in found.items()}


def _line(key: str, said: list[str]) -> str:
    return f"{key}: {', '.join(said)}" if key else ", ".join(said)


def _key(figure: Mapping[str, Any], units: Collection[str], t: Text) -> str:
    """What the figure is of, but for the unit and what holds for all: those stand beside it, or go without saying."""
    key = figure["key"] or ""
    if figure["table"] == "event":
        return _day_of(key, t)
    parts = [part for part in key.split(KEY_JOINT) if part not in units and part != Tier.SEMUA]
    return KEY_JOINT.join(_part(part, t) for part in parts)


def _day_of(event_id: str, t: Text) -> str:
    """The day or month of a ceremony, as its id has it; "" where nobody says."""
    found = _EVENT.fullmatch(event_id)
    if found is None:
        return ""
    year, month = int(found[1]), int(found[2])
    if found[3]:
        return t.date(dt.date(year, month, int(found[3])))
    return t.dates(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]))


def _part(part: str, t: Text) -> str:
    if part in EMPLOYEE_TYPES or part in TIERS:
        return t((EMPLOYEE_TYPES | TIERS)[part])
    return t.date(dt.date.fromisoformat(part)) if _DAY.fullmatch(part) else part


def _figure(figure: Mapping[str, Any], t: Text) -> str:
    """A figure, and what stands on record: replaced by it, or beside it where another source says otherwise."""
    label = t(FIELDS[figure["field"]]) if figure["field"] in FIELDS else figure["field"]
    new = t.interval(figure["new_low"], figure["new_high"])
    old = t.interval(figure["old_low"], figure["old_high"])
    if figure["old_source_id"] is None or old == new:
        return f"{label}{_NBSP}{new}"
    if figure["verdict"] == Verdict.CHANGED:
        return f"{label}{_NBSP}{old} → {new}"
    return f"{label}{_NBSP}{new} ({t('on record: {figure}', figure=old)})"


def _said(preview: Preview, wanted: set[tuple[str | None, int]], t: Text) -> dict[tuple[str | None, int], list[str]]:
    """Refusals and warnings of these rows, and that a question is open about them."""
    found: dict[tuple[str | None, int], list[str]] = {}
    for one in (*preview.refusals, *preview.warnings):
        if one.row is not None and (one.sheet, one.row) in wanted:
            found.setdefault((one.sheet, one.row), []).append(_finding(one, t).message)
    return found


def _held(preview: Preview, shown: pl.DataFrame, t: Text) -> dict[tuple[str, int], list[str]]:
    """Which question each of these rows waits for, by its number on the page."""
    numbers = {question.id: number for number, question in enumerate(preview.questions, 1)}
    found: dict[tuple[str, int], list[str]] = {}
    for one in preview.waiting.join(shown, on=["block_id", "row"], how="semi").to_dicts():
        if one["question_id"] in numbers:
            words = t("Waits for question {number}.", number=t.number(numbers[one["question_id"]]))
            found.setdefault((one["block_id"], one["row"]), []).append(words)
    return found


def _finding(one: Finding, t: Text) -> FindingView:
    values = printed(one.values, t)
    message = t(one.message, **values)
    where = place(one.sheet, one.row, t) + (f", {one.column}" if one.column else "")
    return FindingView(where, message, t(one.suggestion, **values) if one.suggestion else "", one.rule)
