"""`ikrar ingest ARTICLE --as article`: the same document and the same exit codes as for a list."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from etl.cli.console import DATA, print_json, words
from etl.cli.ingest_report import HOW_TO_ANSWER, done
from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.ingest.labels import VERDICTS
from etl.ingest.values import Finding, Request, Verdict
from etl.review.article import ArticleOutcome, ingest_article
from etl.sources.articles import read_path
from i18n import N_, BadInput, Text
from warehouse.store import Store


def ingest_article_command(
    store: Store,
    file: Path,
    request: Request,
    *,
    now: dt.datetime,
    dry_run: bool,
    all_or_nothing: bool,
    refused: Path | None,
    as_json: bool,
) -> None:
    """Read the article, propose, save what was answered, and print what came of it. Exit 1 where a ceremony is left.

    Raises BadInput with `refused`: an article has no rows to hand back.
    """
    if refused is not None:
        raise BadInput(
            N_("An article has no rows to hand back as a workbook."),
            next_step=N_("Leave --refused away; what is left of it is listed, or reviewed on the page Tinjau."),
        )
    t = words()
    found = extract(read_path(file), known_campaigns(DATA), known_regulations(DATA))
    size = file.stat().st_size
    outcome = ingest_article(store, found, request, size=size, now=now, dry_run=dry_run, all_or_nothing=all_or_nothing)
    if as_json:
        print_json(as_document(outcome, t))
    else:
        for line in as_lines(outcome, t, dry_run=dry_run):
            typer.echo(line)
    if not outcome.preview.is_clean:
        raise typer.Exit(1)


def as_document(outcome: ArticleOutcome, t: Text) -> dict[str, Any]:
    """The document that `ikrar ingest --json` promises, and beside it which event each ceremony is."""
    preview = outcome.preview
    return {
        "batch": outcome.batch,
        "rows_in": len(preview.rows),
        **{verdict.value: preview.count(verdict) for verdict in Verdict},
        "warnings": [_finding(one, t) for one in preview.warnings],
        "questions": [
            {
                "id": one.id,
                "kind": one.kind,
                "sheet": None,
                "row": one.row,
                "column": None,
                "text": one.render(t),
                "choices": list(one.choices),
                "rows": 1,
            }
            for one in preview.questions
        ],
        "refusals": [_finding(one, t) for one in preview.refusals],
        "snapshot": outcome.snapshot,
        "kind": "article",
        "events": [{"row": row.row, "verdict": row.verdict.value, "event_id": row.event_id} for row in preview.rows],
    }


def as_lines(outcome: ArticleOutcome, t: Text, *, dry_run: bool) -> Iterator[str]:
    """What people read: the counts, what is wrong, what is asked and how to answer, what was saved."""
    preview = outcome.preview
    if not preview.rows:
        yield t("{file}: tells of no pledge.", file=preview.request.name)
    yield t.n("{count} ceremony:", "{count} ceremonies:", len(preview.rows))
    for verdict, word in VERDICTS.items():
        yield f"  {t.number(preview.count(Verdict(verdict))):>7}  {t(word)}"
    for title, found in ((t("Refused rows"), preview.refusals), (t("Warnings"), preview.warnings)):
        if found:
            yield ""
            yield f"{title} ({t.number(len(found))})"
            for said in (_finding(each, t) for each in found):
                yield "  " + " ".join(filter(None, [said["message"], said["suggestion"]]))
    if preview.questions:
        yield ""
        yield f"{t('Questions')} ({t.number(len(preview.questions))})"
        for number, one in enumerate(preview.questions, start=1):
            yield f"  {number}. {one.render(t)}"
            yield f"     id: {one.id}"
            yield "     " + t("answers: {choices}", choices=", ".join(one.choices))
        yield ""
        yield t(HOW_TO_ANSWER)
        yield json.dumps({one.id: one.choices[0] for one in preview.questions}, ensure_ascii=False, indent=2)
    yield ""
    yield done(outcome, t, dry_run=dry_run)


def _finding(one: Finding, t: Text) -> dict[str, Any]:
    values = _shown(one.values, t)
    return {
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "rule": one.rule,
        "message": t(one.message, **values),
        "suggestion": t(one.suggestion, **values) if one.suggestion else None,
    }


def _shown(values: Mapping[str, object], t: Text) -> dict[str, Any]:
    """Values in the language's form: days as days."""
    return {name: t.date(value) if isinstance(value, dt.date) else value for name, value in values.items()}
