"""A proposed ceremony as a list of fields to decide on, in words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from etl.extract.values import Span
from etl.reconcile import FIELDS, Kind, Standing
from etl.review.stated import DERIVED
from etl.review.values import Choice, Decision, FieldProposal, Proposal, Review
from i18n import Text, text
from pages.ui import SourceItem
from pages.wilayah.claims import source_items
from pages.wilayah.fieldwords import FIELD_NAMES, value_words
from warehouse.frames import Frames

ORGANISER = "organiser_region_code"


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim on record says of the field."""

    value: str
    stated: str | None
    source: SourceItem


@dataclass(frozen=True, slots=True)
class Way:
    """Another value that may have been meant: canonical, in words, and why."""

    value: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """A field of the proposed ceremony. `value` null = the article does not give it and a person must.

    `typed` is what a correction begins with, as a person would write it. `decided` says what was decided so far, null =
    nothing; `decided_words` the value then, where it is another.
    """

    field: str
    label: str
    value: str | None
    typed: str | None
    quote: str | None
    reason: str | None
    spans: tuple[Span, ...]
    standing: Standing
    agreeing: tuple[Told, ...]
    against: tuple[Told, ...]
    ways: tuple[Way, ...]
    decided: Choice | None
    decided_words: str | None

    @property
    def waits(self) -> bool:
        """True while nothing was decided; what follows from the organiser goes with it unless it is decided apart."""
        return self.decided is None and self.field not in DERIVED

    @property
    def is_contested(self) -> bool:
        """True where there are several values to choose from."""
        return bool(self.ways or self.against)


def items(review: Review, proposal: Proposal, frames: Frames, names: Mapping[str, str], t: Text) -> tuple[Item, ...]:
    """The fields in the order of the event table; first the organiser where the article names none."""
    told = _told(proposal, frames, names, t)
    decisions = {field: one for (index, field), one in review.decisions.items() if index == proposal.index}
    proposed = {one.field: one for one in proposal.fields}
    wanted = [field for field in FIELDS if field in proposed or field in decisions]
    if ORGANISER not in wanted and proposal.event_id is None:
        wanted.insert(0, ORGANISER)

    def say(field: str, value: str | None, stated: str | None = None) -> str:
        if value is None and stated:
            return t("“{stated}”, number not known", stated=stated)
        return value_words(field, value, names, t)

    return tuple(
        _item(
            proposed.get(field, FieldProposal(field, None, None, None, ())),
            decisions.get(field),
            told,
            say,
            label=t(FIELD_NAMES.get(field, field)),
            is_said=field in proposed,
        )
        for field in wanted
    )


def _item(
    proposed: FieldProposal,
    decision: Decision | None,
    told: Mapping[str, Told],
    say: Callable[..., str],
    *,
    label: str,
    is_said: bool,
) -> Item:
    field, changed = proposed.field, decision.value if decision else None
    return Item(
        field=field,
        label=label,
        value=say(field, proposed.value, proposed.stated) if is_said else None,
        typed=_as_typed(field, changed, None) if changed else _as_typed(field, proposed.value, proposed.stated),
        quote=proposed.stated,
        reason=proposed.reason,
        spans=proposed.spans,
        standing=proposed.standing,
        agreeing=tuple(told[one] for one in proposed.agreeing if one in told),
        against=tuple(told[one] for one in proposed.against if one in told),
        ways=tuple(Way(one.value, say(field, one.value), one.reason) for one in proposed.others),
        decided=decision.choice if decision else None,
        decided_words=say(field, changed) if changed else None,
    )


def _as_typed(field: str, value: str | None, stated: str | None) -> str | None:
    """A value as it can be read back: days in Indonesian words, a count as printed, what is chosen from as its code."""
    kind = FIELDS[field].kind
    if kind is Kind.COUNT:
        return stated or value
    return value_words(field, value, {}, text("id")) if value and kind in {Kind.DAYS, Kind.DAY} else value


def waiting(review: Review, proposal: Proposal) -> int:
    """Fields of a ceremony that nothing was decided on; not those that follow, but an organiser that is missing."""
    needed = {one.field for one in proposal.fields} | ({ORGANISER} if proposal.event_id is None else set())
    return sum(field not in DERIVED and (proposal.index, field) not in review.decisions for field in needed)


def _told(proposal: Proposal, frames: Frames, names: Mapping[str, str], t: Text) -> Mapping[str, Told]:
    """The claims on record that the fields agree with or contradict, by id."""
    sources = source_items(frames)
    wanted = {one for field in proposal.fields for one in (*field.agreeing, *field.against)}
    rows = frames.claim.filter(frames.claim["claim_id"].is_in(sorted(wanted))).to_dicts()
    return {
        row["claim_id"]: Told(
            value_words(row["field"], row["value"], names, t), row["stated"], sources[row["source_id"]]
        )
        for row in rows
    }
