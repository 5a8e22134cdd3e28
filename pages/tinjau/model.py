"""The page as a value: which article, ceremony and field, what is proposed, and what is on record of it. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.extract.values import Conflict
from etl.review.values import Choice, Copy, Proposal, Review
from indicators import ALL_KINDS, Scope, events_in
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.tinjau.items import ORGANISER, Item, items
from pages.tinjau.words import BECAUSE, BY_HAND, STEPS
from pages.wilayah.claims import codes
from pages.wilayah.events import EventRow, event_rows

REVIEW, STEP, EVENT, FIELD, WORK, BATCH = "tinjauan", "langkah", "acara", "isian", "kerja", "batch"
"""Keys of the link: the article that waits, the step, the place of the ceremony in it from 1, its field, `betulkan`
while a value is being corrected, and the batch that came of saving."""

FIRST, CHECK, SAVED = STEPS
CORRECTING = "betulkan"
_TAKEN = (Choice.ACCEPT, Choice.CORRECT, Choice.LEAVE_OPEN)


@dataclass(frozen=True, slots=True)
class Possible:
    """A ceremony on record that may be the one proposed, and why; `is_taken`: it is taken for it."""

    event_id: str
    row: EventRow
    why: str
    is_taken: bool


@dataclass(frozen=True, slots=True)
class CheckView:
    """A ceremony of the article as it is checked. `now` is the field that is looked at, null where there is none.

    `known`: the ceremony on record that it goes under, null = a new one. `event_id` null = its organiser must be given.
    `copies`: what documents the article repeats, in words. `conflicts`: the contradictions in the article itself.
    """

    index: int
    title: str
    event_id: str | None
    known: EventRow | None
    possible: tuple[Possible, ...]
    is_chosen: bool
    copies: tuple[str, ...]
    conflicts: tuple[str, ...]
    items: tuple[Item, ...]
    now: Item | None
    correcting: bool

    @property
    def lacks_organiser(self) -> bool:
        """True while neither the article nor a person says who held it."""
        organiser = next((one for one in self.items if one.field == ORGANISER), None)
        return self.event_id is None and (organiser is None or organiser.decided not in _TAKEN)

    @property
    def taken(self) -> int:
        """Fields that would be saved now."""
        return sum(one.decided in _TAKEN for one in self.items)

    @property
    def waiting(self) -> int:
        """Fields that nothing was decided on."""
        return sum(one.waits for one in self.items)

    def after(self, field: str) -> str | None:
        """The next field that nothing was decided on, from the one given around; null = all are decided."""
        names = [one.field for one in self.items]
        at = names.index(field) if field in names else -1
        around = [*self.items[at + 1 :], *self.items[: max(at, 0)]]
        return next((one.field for one in around if one.waits), None)

    def beside(self, step: int) -> str | None:
        """The field so many places from the one looked at; null where there is none."""
        names = [one.field for one in self.items]
        at = names.index(self.now.field) + step if self.now else -1
        return names[at] if 0 <= at < len(names) else None


def step(context: Context) -> str:
    """The step that the link names; the first where it names none, or no article for one that needs it."""
    wanted = context.params.get(STEP, CHECK)
    if wanted == BY_HAND or (wanted == SAVED and context.params.get(BATCH)):
        return wanted
    return wanted if context.params.get(REVIEW) and wanted in STEPS else FIRST


def chosen(context: Context, proposals: Sequence[Proposal]) -> int:
    """The place of the ceremony that the link names, the first where it names none that there is."""
    wanted = context.params.get(EVENT, "")
    index = int(wanted) - 1 if wanted.isdecimal() and len(wanted) < 5 else 0
    return index if 0 <= index < len(proposals) else 0


def check(context: Context, review: Review, proposal: Proposal) -> CheckView:
    """A ceremony of the article beside what is on record."""
    t, frames = context.t, context.frames
    names = codes(frames)
    rows = {row.event_id: row for row in event_rows(context, events_in(frames, _EVERYTHING))}
    listed = items(review, proposal, frames, names, t)
    wanted = context.params.get(FIELD)
    undecided = next((one for one in listed if one.waits), None)
    now = next((one for one in listed if one.field == wanted), undecided or (listed[0] if listed else None))
    return CheckView(
        index=proposal.index,
        title=title(proposal, names, context),
        event_id=proposal.event_id,
        known=rows.get(proposal.event_id or "") if proposal.is_known else None,
        possible=tuple(
            Possible(one.event_id, rows[one.event_id], t(BECAUSE[one.because]), one.event_id == proposal.event_id)
            for one in proposal.candidates
            if one.event_id in rows
        ),
        is_chosen=proposal.index in review.events,
        copies=tuple(_copy(one, context) for one in proposal.copies),
        conflicts=tuple(conflict_words(one, context) for one in review.extraction.conflicts),
        items=listed,
        now=now,
        correcting=now is not None and context.params.get(WORK) == CORRECTING,
    )


_EVERYTHING = Scope(campaign=ALL_CAMPAIGNS, organiser_kind=ALL_KINDS)


def title(proposal: Proposal, names: Mapping[str, str], context: Context) -> str:
    """Who held the ceremony, as far as the article says, and its place in it."""
    event, t = proposal.event, context.t
    region = names.get(event.region_codes[0]) if event.region_codes else None
    who = ", ".join(dict.fromkeys(filter(None, (event.opd, region))))
    return who or t("organiser not named")


def conflict_words(one: Conflict, context: Context) -> str:
    """A contradiction of the article in a plain sentence."""
    t = context.t
    values = {name: t.date(each) if isinstance(each, dt.date) else each for name, each in one.values.items()}
    return t(one.message, **values)


def _copy(one: Copy, context: Context) -> str:
    t = context.t
    share = t.percent(one.likeness, 0)
    if one.source_id is None:
        return t("Nearly the same text waits for review already ({share} alike).", share=share)
    known = context.frames.source.filter(context.frames.source["source_id"] == one.source_id).to_dicts()
    publisher = known[0]["publisher"] if known else one.source_id
    return t(
        "Nearly the same text as {publisher} published ({share} alike): together they are one voice, not two.",
        publisher=publisher,
        share=share,
    )
