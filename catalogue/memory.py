"""What people answered and approved before: answers by sender and layout, names that stand for a code.

Every act goes into the audit log with the account that did it. Functions that write take a session of
`Catalogue.writing()`, so that what they do is kept together with what else the caller does in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue import audit, models

Answer = str | tuple[str, ...]
"""A person's answer to a question: a word, or one word a column."""


def remembered(session: Session, sender: str) -> dict[str, dict[str, Answer]]:
    """A sender's answers: layout to question id to answer. Empty for a sender of whom nothing is remembered."""
    table = models.RememberedAnswer
    found: dict[str, dict[str, Answer]] = {}
    for one in session.scalars(select(table).where(table.sender == sender)):
        found.setdefault(one.layout, {})[one.question_id] = _answer(one.answer)
    return found


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


def approved_names(session: Session) -> dict[tuple[str, str, str], str]:
    """Every approved name to its code: by kind (region or opd), the name as the resolver compares it, and the region
    that it holds in ("" = everywhere)."""
    return {(one.kind, one.alias, one.within): one.code for one in session.scalars(select(models.AliasApproval))}


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


def _answer(kept: str | list[str]) -> Answer:
    """JSON has no tuples."""
    return kept if isinstance(kept, str) else tuple(kept)
