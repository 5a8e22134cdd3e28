"""An article through `ikrar ingest`: each ceremony that it tells of is one row, and waits until a person answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue.uploads import Upload
from etl.extract.values import Conflict, Extraction
from etl.ingest.values import Finding, Request, Verdict
from etl.reconcile import Standing
from etl.review.confirm import LACKING_NEXT, Ready, accepted_as_proposed, proposals, ready, save
from etl.review.made import MadeEvent
from etl.review.sources import facts_of, unreadable
from etl.review.values import Choice, Decision, Proposal, Review
from etl.sources.tabular import Question
from geo import register
from i18n import N_, BadInput, NotFound
from warehouse.store import Store

ACCEPT, REJECT = "accept", "reject"
QUESTION = N_("Does this ceremony enter: {what}, {who}, {when}?")
_TOLD = "Disebut saat artikelnya dimasukkan."
"""Why an event has an organiser or an election that its article does not name."""

_REJECTED = N_("You said that this ceremony does not enter.")
_LACKING = N_("The ceremony cannot be saved: its organiser or what was done is not settled.")
_DIFFERS = N_(
    "“{stated}” contradicts what is on record: once accepted, both stay and the contradiction waits for a decision."
)
_COPY = N_("The text is nearly that of {source}: together they are one voice.")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One ceremony of the article, counted from 1, its verdict, and the event that it is or would be (null = open)."""

    row: int
    verdict: Verdict
    event_id: str | None


@dataclass(frozen=True, slots=True)
class ArticlePreview:
    """What would happen if the article were saved now: `ready` to save where every answer that is needed is there."""

    request: Request
    rows: tuple[ArticleRow, ...]
    questions: tuple[Question, ...]
    warnings: tuple[Finding, ...]
    refusals: tuple[Finding, ...]
    ready: Ready

    def count(self, verdict: Verdict) -> int:
        """Ceremonies of the article with this verdict."""
        return sum(row.verdict is verdict for row in self.rows)

    @property
    def is_clean(self) -> bool:
        """True where no ceremony is refused, held or contradicts what is on record."""
        return not any(self.count(verdict) for verdict in (Verdict.CONFLICT, Verdict.REFUSED, Verdict.HELD))


@dataclass(frozen=True, slots=True)
class ArticleOutcome:
    """What was done; `batch` null = nothing was saved, and `snapshot` is then the one that still holds."""

    preview: ArticlePreview
    batch: str | None
    snapshot: int


def preview_article(store: Store, extraction: Extraction, request: Request, *, now: dt.datetime) -> ArticlePreview:
    """What would happen if the article were saved now; writes nothing.

    `request.region` and `request.campaign` are those of events whose text names none; `request.sender` is who published
    it. Raises BadInput for an article that could not be read and for an answer that is none.
    """
    document = extraction.document
    if document.error:
        raise unreadable(document, request.name)
    _check(store, request)
    facts = facts_of(document)
    review = Review(extraction, replace(facts, publisher=request.sender) if request.sender else facts)
    found = proposals(store, review)
    review = replace(review, decisions=_told(found, request))
    answers = {each.index: _answer(request, _question_id(document.sha256, each.index)) for each in found}
    wanted = accepted_as_proposed(review, found)
    made = {each.index: each for each in ready(store, wanted, by=request.by, now=now).events}
    rows = tuple(_row(each, made.get(each.index), answers[each.index]) for each in found)
    entering = {row.row - 1 for row in rows if row.verdict in {Verdict.NEW, Verdict.CHANGED, Verdict.CONFLICT}}
    kept = {key: one for key, one in wanted.decisions.items() if key[0] in entering}
    return ArticlePreview(
        request,
        rows,
        tuple(_question(document.sha256, found[row.row - 1]) for row in rows if row.verdict is Verdict.HELD),
        (*map(_warning, extraction.conflicts), *_copies(found), *_contradictions(found, rows)),
        tuple(_refusal(row, answers[row.row - 1]) for row in rows if row.verdict is Verdict.REFUSED),
        ready(store, replace(wanted, decisions=kept), by=request.by, now=now),
    )


def ingest_article(
    store: Store,
    extraction: Extraction,
    request: Request,
    *,
    size: int,
    now: dt.datetime,
    dry_run: bool,
    all_or_nothing: bool,
) -> ArticleOutcome:
    """An article through the whole flow. `size`: bytes of the file. Raises like `preview_article` and `Store.load`."""
    found = preview_article(store, extraction, request, now=now)
    latest = found.ready.frames.snapshot.number
    if dry_run or not found.ready.events or (all_or_nothing and not found.is_clean):
        return ArticleOutcome(found, None, latest)
    upload = Upload(request.name, extraction.document.sha256, size, now, request.sender)
    loaded = save(store, found.ready, by=request.by, now=now, upload=upload)
    return ArticleOutcome(found, loaded.snapshot.batch.batch_id if loaded.is_new else None, loaded.snapshot.number)


def _check(store: Store, request: Request) -> None:
    """Raise NotFound for a region or an election that there is not."""
    if request.region is not None:
        register.region(request.region)
    if request.campaign is not None and request.campaign not in store.table("campaign")["campaign_id"]:
        raise NotFound(N_("There is no campaign {campaign}."), campaign=request.campaign)


def _told(found: Sequence[Proposal], request: Request) -> dict[tuple[int, str], Decision]:
    """Region and election that the person named, for events whose text does not."""
    named = {"organiser_region_code": request.region, "campaign_id": request.campaign}
    return {
        (each.index, field): Decision(Choice.CORRECT, value, _TOLD)
        for each in found
        for field, value in named.items()
        if value is not None and each.field(field) is None
    }


def _row(proposal: Proposal, made: MadeEvent | None, answer: str | None) -> ArticleRow:
    event_id = made.event_id if made else None
    if event_id is not None and made is not None and not made.claims:
        verdict = Verdict.SAME
    elif answer is None:
        verdict = Verdict.HELD
    elif answer == REJECT or made is None or event_id is None:
        verdict = Verdict.REFUSED
    elif made.contradicts:
        verdict = Verdict.CONFLICT
    else:
        verdict = Verdict.CHANGED if made.is_known else Verdict.NEW
    return ArticleRow(proposal.index + 1, verdict, event_id)


def _question_id(sha256: str, index: int) -> str:
    return f"review:{sha256[:12]}:{index + 1}"


def _answer(request: Request, question: str) -> str | None:
    answer = request.answers.get(question)
    if answer is None or answer in {ACCEPT, REJECT}:
        return None if answer is None else str(answer)
    raise BadInput(
        N_("“{answer}” is no answer to the question “{question}”."),
        next_step=N_("Choose one of: {choices}."),
        answer=answer,
        question=question,
        choices=", ".join([ACCEPT, REJECT]),
    )


def _question(sha256: str, proposal: Proposal) -> Question:
    event = proposal.event
    who = event.opd or (register.name_of(event.region_codes[0]) if event.region_codes else "?")
    values = {"what": ", ".join(event.activity), "who": who, "when": event.date.stated if event.date else "?"}
    row = proposal.index + 1
    return Question(_question_id(sha256, proposal.index), "review", None, row, None, QUESTION, (ACCEPT, REJECT), values)


def _warning(conflict: Conflict) -> Finding:
    values = {**conflict.values, "alternative": conflict.alternative}
    return Finding(None, None, ", ".join(conflict.fields) or None, conflict.kind, conflict.message, values)


def _copies(found: Sequence[Proposal]) -> Iterator[Finding]:
    for copy in found[0].copies if found else ():
        if copy.source_id:
            yield Finding(None, None, None, "copy", _COPY, {"source": copy.source_id})


def _contradictions(found: Sequence[Proposal], rows: Sequence[ArticleRow]) -> Iterator[Finding]:
    """The fields in which what enters stands against what is on record."""
    for row in rows:
        for each in found[row.row - 1].fields if row.verdict in {Verdict.CONFLICT, Verdict.HELD} else ():
            if each.standing is Standing.DIFFERS:
                yield Finding(
                    None, row.row, each.field, "contradiction", _DIFFERS, {"stated": each.stated or each.value}
                )


def _refusal(row: ArticleRow, answer: str | None) -> Finding:
    if answer == REJECT:
        return Finding(None, row.row, None, "rejected", _REJECTED)
    return Finding(None, row.row, "organiser_region_code", "organiser_unknown", _LACKING, suggestion=LACKING_NEXT)
