"""What an import of boundaries came to, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etl.sources.boundaries import Reading
from geo import register
from geo.boundaries import checks
from geo.boundaries.editions import Edition
from geo.boundaries.values import Feature, Question
from i18n import IkrarError, Text

SHOWN = 10
"""Things of one kind that people are shown; --json has all."""


def as_document(reading: Reading, kept: Edition | None, obstacle: IkrarError | None, t: Text) -> dict[str, Any]:
    """The contract's keys, and what else is known. `imported` false: `obstacle` says why, null after a dry run."""
    report = reading.report
    return {
        "matched": report.matched,
        "missing": [{"code": code, "name": register.name_of(code)} for code in report.missing],
        "extra": [_feature(each, t) for each in report.extra],
        "repaired": report.repaired,
        "area_differs": [dict(each) for each in report.area_differs],
        "imported": kept is not None,
        "obstacle": obstacle.render(t) if obstacle else None,
        "edition": edition_document(kept, t) if kept else None,
        "sha256": reading.sha256,
        "format": reading.format,
        "layer": report.table,
        "level": report.level,
        "publisher": report.publisher,
        "columns": dict(report.columns),
        "joined_by": report.joined_by,
        "matched_by_name": list(report.by_name),
        "expected": report.expected,
        "dropped": [_feature(each, t) for each in report.dropped],
        "refused": [_feature(each, t) for each in report.refused],
        "questions": [_question(each, t) for each in report.questions],
        "checks": [
            {
                "check": each.check,
                "passed": each.passed,
                "message": checks.sentence(each, t),
                "items": [dict(item) for item in each.items],
            }
            for each in report.findings
        ],
        "map": dict(reading.drawn) if reading.drawn else None,
    }


def as_lines(reading: Reading, kept: Edition | None, obstacle: IkrarError | None, t: Text) -> Iterator[str]:
    """The same for people."""
    report = reading.report
    yield t(
        "{matched} of {expected} regions have a shape. Format: {format}; joined by: {joined}.",
        matched=t.number(report.matched),
        expected=t.number(report.expected),
        format=reading.format,
        joined=report.joined_by,
    )
    for finding in report.findings:
        yield f"{'✓' if finding.passed else '!'} {checks.sentence(finding, t)}"
        yield from _some([f"    {item}" for item in checks.items(finding, t)], t)
    yield from _some([f"? {question_words(each, t)}  [{each.id}]" for each in report.questions], t)
    for heading, features in (
        (t("Refused"), report.refused),
        (t("Not a region"), report.extra),
        (t("Left aside"), report.dropped),
    ):
        yield from _some([f"{heading}: {each.label} ({t(each.reason)})" for each in features], t)
    if reading.drawn:
        yield t(
            "The map has {size} kB compressed; simplification changed no area by more than {off}.",
            size=t.number(reading.drawn["size"] / 1000),
            off=t.percent(reading.drawn["off"]),
        )
    if obstacle:
        yield t("Nothing was imported.") + " " + obstacle.render(t)
    elif kept:
        yield t("Imported as {id}.", id=kept.id)
    else:
        yield t("Nothing was imported.")


def question_words(question: Question, t: Text) -> str:
    """A question in words."""
    return t(question.text, **question.values)


def edition_document(edition: Edition, t: Text) -> dict[str, Any]:
    """An edition with its provenance."""
    return {
        "id": edition.id,
        "edition": edition.edition,
        "level": edition.level,
        "matched": edition.report.matched,
        "expected": edition.report.expected,
        "publisher": edition.publisher,
        "licence": t(edition.licence) if edition.licence else None,
        "source": edition.source,
        "file": edition.file_name,
        "sha256": edition.sha256,
        "format": edition.format,
        "columns": dict(edition.report.columns),
        "imported_at": edition.imported_at.isoformat(),
        "imported_by": edition.imported_by,
        "map": dict(edition.drawn),
    }


def edition_row(edition: Edition, t: Text, *, shown: bool) -> list[str]:
    """An edition as a row of a table; the one that the map shows is marked."""
    report = edition.report
    return [
        "●" if shown else "",
        edition.edition or "–",
        t("{matched} of {expected}", matched=t.number(report.matched), expected=t.number(report.expected)),
        edition.publisher or "–",
        t(edition.licence) if edition.licence else "–",
        edition.file_name,
        t.moment(edition.imported_at),
        edition.id,
    ]


def _feature(feature: Feature, t: Text) -> dict[str, Any]:
    return {"row": feature.row, "label": feature.label, "reason": t(feature.reason)}


def _question(question: Question, t: Text) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind,
        "text": question_words(question, t),
        "choices": list(question.choices),
    }


def _some(lines: list[str], t: Text) -> Iterator[str]:
    yield from lines[:SHOWN]
    if (more := len(lines) - SHOWN) > 0:
        yield "    " + t.n("and {count} more; --json lists all", "and {count} more; --json lists all", more)
