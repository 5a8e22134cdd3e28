"""What came of a file, as one JSON document and as lines for people. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from etl.ingest.labels import SET_ASIDE, VERDICTS
from etl.ingest.names import written_alike
from etl.ingest.units import offered
from etl.ingest.values import Finding, Outcome, Preview, Verdict
from etl.recognise.layout import Answer, FileKind
from etl.sources.tabular import Question
from geo import register
from i18n import N_, Text

if TYPE_CHECKING:
    from etl.review.article import ArticleOutcome  # a report of tables needs no reader of articles

SHOWN = 20
"""Findings of one sort that people are shown; --json has all."""

HOW_TO_ANSWER = N_(
    "To answer, write this into a file, put your choice behind each id, and add --answers FILE to the command:"
)

_KINDS = {
    FileKind.HEADCOUNT: N_("headcounts"),
    FileKind.SIGNATURES: N_("tallies of pledges and signatures"),
    FileKind.EVENTS: N_("ceremonies"),
    FileKind.ROSTER: N_("roster"),
}


def as_document(outcome: Outcome, t: Text) -> dict[str, Any]:
    """The document that `ikrar ingest --json` promises, and beside it what the file was taken for."""
    preview = outcome.preview
    waiting = _waiting(preview)
    return {
        "batch": outcome.batch,
        "rows_in": preview.rows_in,
        **{verdict.value: preview.count(verdict) for verdict in Verdict},
        "warnings": [_finding(one, t) for one in preview.warnings],
        "questions": [
            {
                "id": one.id,
                "kind": one.kind,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "text": one.render(t),
                "choices": list(one.choices),
                "rows": waiting.get(one.id, 0),
                **({"made": dict(made)} if (made := offered(one)) else {}),
            }
            for one in preview.questions
        ],
        "refusals": [_finding(one, t) for one in preview.refusals],
        "snapshot": outcome.snapshot,
        "kind": preview.kind.value,
        "region": preview.region,
        "campaign": preview.campaign,
        "proposed_opd": dict(preview.proposed_opd),
        "names": [{"stated": stated, "unit": unit} for stated, unit in _read_as(preview)],
        # A footer is often the signature block, with a name and a NIP: its place is enough to object.
        "set_aside": preview.set_aside.with_columns(text=pl.when(pl.col("what") != "footer").then("text")).to_dicts(),
    }


def as_lines(outcome: Outcome, t: Text, *, dry_run: bool) -> Iterator[str]:
    """What people read: the counts, what is wrong, what is asked and how to answer, what was saved."""
    preview = outcome.preview
    yield from _counts(preview, t)
    yield from _findings(t("Refused rows"), preview.refusals, t)
    yield from _findings(t("Warnings"), preview.warnings, t)
    yield from _questions(preview, t)
    yield from _list(t("OPD that are new here"), list(preview.proposed_opd.values()), t)
    yield from _list(t("Names and what they were read as"), [" → ".join(pair) for pair in _read_as(preview)], t)
    yield from _set_aside(preview.set_aside, t)
    yield ""
    yield done(outcome, t, dry_run=dry_run)


def _finding(one: Finding, t: Text) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "rule": one.rule,
        "message": t(one.message, **one.values),
        "suggestion": t(one.suggestion, **one.values) if one.suggestion else None,
    }


def _waiting(preview: Preview) -> dict[str, int]:
    """Rows of the file that wait for each question."""
    return dict(preview.waiting.group_by("question_id").len().iter_rows())


def _counts(preview: Preview, t: Text) -> Iterator[str]:
    about = [t(_KINDS[preview.kind])]
    about += [register.name_of(preview.region)] if preview.region else []
    about += [preview.campaign] if preview.campaign else []
    yield f"{preview.request.name}: {', '.join(about)}"
    yield t.n("{count} row:", "{count} rows:", preview.rows_in)
    for verdict, word in VERDICTS.items():
        yield f"  {t.number(preview.count(Verdict(verdict))):>7}  {t(word)}"


def _findings(title: str, found: Sequence[Finding], t: Text) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield f"{title} ({t.number(len(found))})"
    for one in found[:SHOWN]:
        said = _finding(one, t)
        place = _place(one.sheet, one.row, one.column, t)
        yield "  " + " ".join(filter(None, [f"{place}:" if place else "", said["message"], said["suggestion"]]))
    yield from _more(len(found) - SHOWN, t)


def _questions(preview: Preview, t: Text) -> Iterator[str]:
    """Each question with its id and choices, and a file of answers to start from."""
    if not preview.questions:
        return
    waiting = _waiting(preview)
    yield ""
    yield f"{t('Questions')} ({t.number(len(preview.questions))})"
    for number, one in enumerate(preview.questions, start=1):
        place = _place(one.sheet, one.row, None, t)
        # Some questions say so themselves.
        rows = "" if "count" in one.values else t.n("{count} row waits", "{count} rows wait", waiting.get(one.id, 0))
        about = "; ".join(filter(None, [place, rows]))
        yield f"  {number}. {one.render(t)}" + (f" ({about})" if about else "")
        yield f"     id: {one.id}"
        made = [name if written_alike(printed, name) else f"{printed} → {name}" for printed, name in offered(one)]
        yield from (f"     {pair}" for pair in made[:SHOWN])
        yield from _more(len(made) - SHOWN, t)
        if one.choices:
            yield "     " + t("answers: {choices}", choices=", ".join(map(_named, one.choices)))
    yield ""
    yield t(HOW_TO_ANSWER)
    yield json.dumps({one.id: _example(one) for one in preview.questions}, ensure_ascii=False, indent=2)


def _named(choice: str) -> str:
    """An answer, with what it stands for where it is a region's code."""
    return f"{choice} ({register.name_of(choice)})" if choice in register.by_code() else choice


def _example(question: Question) -> Answer:
    """The likeliest answer, in the form that answers take."""
    likely = question.values.get("likely")
    if question.kind == "header" and isinstance(likely, tuple):
        return tuple(word or "unused" for word in likely)
    return question.choices[0] if question.choices else "…"


def _list(title: str, names: Sequence[str], t: Text) -> Iterator[str]:
    if not names:
        return
    yield ""
    yield f"{title} ({t.number(len(names))})"
    yield from (f"  {name}" for name in names[:SHOWN])
    yield from _more(len(names) - SHOWN, t)


def _read_as(preview: Preview) -> list[tuple[str, str]]:
    """Names of the file that were read as another, each once: as written, as read."""
    pairs = preview.rows.select("unit_stated", "unit").drop_nulls().unique(maintain_order=True)
    return [(stated, unit) for stated, unit in pairs.iter_rows() if not written_alike(stated, unit)]


def _set_aside(rows: pl.DataFrame, t: Text) -> Iterator[str]:
    """Which rows were taken for no data, so that a person can object."""
    if rows.is_empty():
        return
    yield ""
    yield t("Rows that were taken for no data")
    for (sheet, what), group in rows.group_by(["sheet", "what"], maintain_order=True):
        where = f"{sheet}, " if sheet is not None else ""
        yield f"  {where}{t(SET_ASIDE.get(str(what), str(what)))}: {_spans(group['row'].to_list())}"


def _spans(numbers: Sequence[int]) -> str:
    """1, 2, 3, 7 as 1–3, 7."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ", ".join("–".join(map(str, span)) for span in spans)


def done(outcome: Outcome | ArticleOutcome, t: Text, *, dry_run: bool) -> str:
    """The last line: what was saved, and the way back, or why nothing was."""
    if dry_run:
        return t("A trial: nothing was saved.")
    if outcome.batch is not None:
        return t(
            "Saved as batch {batch}, snapshot {snapshot}. To take it back: ikrar undo {batch}",
            batch=outcome.batch,
            snapshot=outcome.snapshot,
        )
    if outcome.preview.is_clean:
        return t("Nothing to save: snapshot {snapshot} still holds.", snapshot=outcome.snapshot)
    return t(
        "Nothing was saved yet: see above for what is left to do. Snapshot {snapshot} still holds.",
        snapshot=outcome.snapshot,
    )


def _place(sheet: str | None, row: int | None, column: str | None, t: Text) -> str:
    parts = [sheet] if sheet is not None else []
    parts += [t("row {row}", row=row)] if row is not None else []
    parts += [t("column “{column}”", column=column)] if column else []
    return ", ".join(parts)


def _more(left: int, t: Text) -> Iterator[str]:
    if left > 0:
        yield "  " + t.n("and {count} more; --json lists all", "and {count} more; --json lists all", left)
