"""The page as values: which boundaries the map uses, which others there are, and what a file would come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl import boundaries
from etl.sources.boundaries import Reading
from geo import register
from geo.boundaries import checks
from geo.boundaries.editions import Edition
from geo.boundaries.publishers import licence_of
from geo.boundaries.values import Feature, Report
from i18n import Text
from pages.batas.words import FORMATS, JOINS, LEVELS, choice


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in the list; `shown` = the map uses it."""

    id: str
    shown: bool
    name: str
    regions: str
    licence: str
    file: str
    moment: str
    by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class BatasModel:
    """What is in force in one sentence, and every edition, newest first."""

    sentence: str
    rows: tuple[EditionRow, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What one check says, and the things that it names."""

    passed: bool
    sentence: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: its id, its words (they quote the file), and answer codes with what they mean."""

    id: str
    text: str
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PreviewModel:
    """What a file would come to. `obstacle` null = it can be imported; `may_be_partial` = only regions are missing.

    `facts`: names and values on how the file was read. `missing`: regions without a shape. `aside`: features that are
    no region, each with why. `only_provinces_beside` = it will not be shown while there are kabupaten.
    """

    sentence: str
    facts: tuple[tuple[str, str], ...]
    checks: tuple[CheckRow, ...]
    missing: tuple[str, ...]
    aside: tuple[str, ...]
    asks: tuple[Ask, ...]
    obstacle: str | None
    may_be_partial: bool
    licence: str
    publisher: str
    only_provinces_beside: bool


def build(editions: Sequence[Edition], shown: Edition | None, t: Text) -> BatasModel:
    """The page without a file. `editions` oldest first; `shown` is the one in force."""
    rows = tuple(_row(each, t, shown=shown is not None and each.id == shown.id) for each in reversed(editions))
    if shown is None:
        return BatasModel(t("The map uses schematic shapes; there are no official boundaries yet."), rows)
    sentence = t(
        "{regions} {level} have official boundaries on the map: {name}.",
        regions=_regions(shown.report, t),
        level=t(LEVELS[shown.level]),
        name=_name(shown, t),
    )
    return BatasModel(sentence, rows)


def preview(reading: Reading, editions: Sequence[Edition], t: Text) -> PreviewModel:
    """What a file would come to, before anything is saved."""
    report = reading.report
    obstacle = boundaries.obstacle(reading, partial=False)
    only_missing = obstacle is not None and boundaries.obstacle(reading, partial=True) is None
    columns = ", ".join(dict.fromkeys(report.columns.values()))
    facts = [
        (t("Format"), FORMATS[reading.format]),
        (t("Publisher recognised"), report.publisher or t("none; plain columns")),
        (t("Columns used"), columns),
        (t("Matched"), t(JOINS[report.joined_by])),
        (t("Shapes mended"), t.number(report.repaired)),
    ]
    if reading.drawn:
        facts.append((t("Map for browsers"), t("{size} kB compressed", size=t.number(reading.drawn["size"] / 1000))))
        facts.append((t("Area changed by simplifying"), t("at most {share}", share=t.percent(reading.drawn["off"]))))
    return PreviewModel(
        sentence=t(
            "{regions} {level} of {file} were recognised.",
            regions=_regions(report, t),
            level=t(LEVELS[report.level]),
            file=reading.name,
        ),
        facts=tuple(facts),
        checks=tuple(CheckRow(f.passed, checks.sentence(f, t), checks.items(f, t)) for f in report.findings),
        missing=tuple(f"{code} {register.name_of(code)}" for code in report.missing),
        aside=tuple(_aside(each, t) for each in (*report.refused, *report.extra, *report.dropped)),
        asks=tuple(
            Ask(each.id, t(each.text, **each.values), {code: choice(code, t) for code in each.choices})
            for each in report.questions
        ),
        obstacle=None if obstacle is None else t(obstacle.what, **obstacle.values),
        may_be_partial=only_missing,
        licence=t(licence_of(report.publisher) or ""),
        publisher=report.publisher or "",
        only_provinces_beside=report.level == "provinsi" and any(each.level == "kabupaten" for each in editions),
    )


def _row(edition: Edition, t: Text, *, shown: bool) -> EditionRow:
    licence = t(edition.licence) if edition.licence else t("not stated")
    return EditionRow(
        edition.id,
        shown,
        _name(edition, t),
        f"{_regions(edition.report, t)} {t(LEVELS[edition.level])}",
        licence,
        edition.file_name,
        t.moment(edition.imported_at),
        edition.imported_by,
        edition.sha256,
    )


def _regions(report: Report, t: Text) -> str:
    return t("{matched} of {expected}", matched=t.number(report.matched), expected=t.number(report.expected))


def _name(edition: Edition, t: Text) -> str:
    """Publisher and edition; the file where nobody said who made it."""
    said = t("edition {name}", name=edition.edition) if edition.edition else t("edition not stated")
    return f"{edition.publisher or edition.file_name}, {said}"


def _aside(feature: Feature, t: Text) -> str:
    return t("row {row}: {label}: {reason}", row=t.number(feature.row), label=feature.label, reason=t(feature.reason))
