"""What people answered and approved before: answers by sender and layout, names that stand for a code.

Every act goes into the audit log with the account that did it. Functions that write take a session of
`Catalogue.writing()`, so that what they do is kept together with what else the caller does in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue import audit, models

Answer = str | tuple[str, ...]
"""A person's answer to a question: a word, or one word a column."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One answer: to which question about which form (`layout`) of which sender, by whom, and when (UTC)."""

    sender: str
    layout: str
    question_id: str
    answer: Answer
    answered_by: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class ApprovedName:
    """A name that stands for a code. `kind` is region or opd, `key` the name as the resolver compares it, `within` the
    region it holds in, "" = everywhere."""

    kind: str
    key: str
    within: str
    code: str
    approved_by: str
    approved_at: datetime


def remembered(session: Session, sender: str) -> dict[str, dict[str, Answer]]:
    """A sender's answers: layout to question id to answer. Empty for a sender of whom nothing is remembered."""
    found: dict[str, dict[str, Answer]] = {}
    for one in answers(session, sender):
        found.setdefault(one.layout, {})[one.question_id] = one.answer
    return found


def answers(session: Session, sender: str | None = None) -> list[Remembered]:
    """Every remembered answer (null = of all senders), by sender, layout and question."""
    table = models.RememberedAnswer
    rows = select(table).order_by(table.sender, table.layout, table.question_id)
    return [
        Remembered(row.sender, row.layout, row.question_id, _answer(row.answer), row.answered_by, row.answered_at)
        for row in session.scalars(rows if sender is None else rows.where(table.sender == sender))
    ]


def remember(session: Session, *, sender: str, layout: str, given: Mapping[str, Answer], by: str, at: datetime) -> int:
    """Keep answers by question id; a newer one replaces the older. Returns how many are new or differ.

    The same answer again changes nothing, and says nothing in the audit log.
    """
    known = remembered(session, sender).get(layout, {})
    fresh = {question: answer for question, answer in given.items() if known.get(question) != answer}
    for question, answer in fresh.items():
        session.merge(
            models.RememberedAnswer(
                sender=sender, layout=layout, question_id=question, answer=answer, answered_by=by, answered_at=at
            )
        )
    if fresh:
        details = {"sender": sender, "layout": layout, "answers": fresh}
        audit.append(session, at=at, by=by, action="answer", details=details)
    return len(fresh)


def forget(session: Session, *, sender: str, layout: str, by: str, at: datetime, question_id: str | None = None) -> int:
    """Take answers back: one, or (null) all about a layout. Returns how many there were. The next file asks again."""
    table = models.RememberedAnswer
    rows = select(table).where(table.sender == sender, table.layout == layout)
    if question_id is not None:
        rows = rows.where(table.question_id == question_id)
    gone = list(session.scalars(rows))
    for row in gone:
        session.delete(row)
    if gone:
        details = {"sender": sender, "layout": layout, "questions": sorted(row.question_id for row in gone)}
        audit.append(session, at=at, by=by, action="forget", details=details)
    return len(gone)


def approved_names(session: Session) -> dict[tuple[str, str, str], str]:
    """Every approved name: (kind, key, region it holds in or "") to its code."""
    return {(one.kind, one.key, one.within): one.code for one in names(session)}


def names(session: Session) -> list[ApprovedName]:
    """Every approved name with who and when, by kind, region and name."""
    table = models.AliasApproval
    rows = session.scalars(select(table).order_by(table.kind, table.within, table.alias))
    return [ApprovedName(row.kind, row.alias, row.within, row.code, row.approved_by, row.approved_at) for row in rows]


def approve_name(session: Session, *, kind: str, key: str, within: str, code: str, by: str, at: datetime) -> bool:
    """Let a name stand for a code from now on. False where it already does; another code replaces the one before."""
    known = session.get(models.AliasApproval, (kind, key, within))
    before = known.code if known else None
    if before == code:
        return False
    session.merge(models.AliasApproval(kind=kind, alias=key, within=within, code=code, approved_by=by, approved_at=at))
    details = {"kind": kind, "name": key, "within": within, "code": code, "before": before}
    audit.append(session, at=at, by=by, action="approve_name", details=details)
    return True


def revoke_name(session: Session, *, kind: str, key: str, within: str, by: str, at: datetime) -> bool:
    """Take an approval back. False where there is none. Rows that came in by that name stay as they are."""
    known = session.get(models.AliasApproval, (kind, key, within))
    if known is None:
        return False
    details = {"kind": kind, "name": key, "within": within, "code": known.code}
    session.delete(known)
    audit.append(session, at=at, by=by, action="revoke_name", details=details)
    return True


def _answer(kept: str | list[str]) -> Answer:
    """JSON has no tuples."""
    return kept if isinstance(kept, str) else tuple(kept)
