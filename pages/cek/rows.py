"""A figure that is another one now, in words: then and now, each leading to its own view, and whose hand it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.issuing.standing import Answer, Asked, Changed
from i18n import Text
from indicators.figure_words import figure_or_state, parts_words
from indicators.registry import DEFINITIONS
from indicators.scope import ALL_CAMPAIGNS, Scope
from indicators.words import EMPLOYEE_TYPES, GRADES, ORGANISERS, TIERS, word
from pages.context import Context
from pages.riwayat.figures import address, why


@dataclass(frozen=True, slots=True)
class Said:
    """A figure in words, what it is made of, its page, and the state as the link names it."""

    words: str
    parts: str
    href: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `unit` is a unit of measure; `narrowed`: what else was asked, empty = nothing.

    `is_plain`: `ikrar query` gives it for code, level, election and people alone.
    """

    asked: Asked
    label: str
    unit: str
    place: str
    election: str
    narrowed: str
    is_plain: bool
    then: Said
    now: Said
    why: tuple[tuple[str, str, str], ...]


def row(changed: Changed, then: str, now: str, context: Context) -> Row:
    """The figure in words; `then` and `now` are the two states as links name them."""
    t, asked = context.t, changed.asked
    definition = DEFINITIONS[asked.indicator]
    return Row(
        asked=asked,
        label=t(definition.label),
        unit=t(definition.unit),
        place=f"{changed.name} · {asked.code}" if asked.code else changed.name,
        election=_election(asked.scope.campaign, context),
        narrowed=", ".join(_narrowed(asked.scope, t)),
        is_plain=not any((asked.scope.organiser_kind, asked.scope.since, asked.scope.until, asked.scope.grade)),
        then=_said(changed.then, asked, then, context),
        now=_said(changed.now, asked, now, context),
        why=tuple(why(one, context) for one in changed.blame),
    )


def _said(answer: Answer | None, asked: Asked, per: str, context: Context) -> Said:
    href = address(asked.level, asked.code, asked.scope.campaign or ALL_CAMPAIGNS, per, context)
    if answer is None:
        return Said("–", "", href, per)
    t = context.t
    share = answer["reporting_rate"]
    parts = [
        parts_words(answer, t),
        "" if share is None else t("{share} reported", share=t.percent(share, 0)),
    ]
    return Said(figure_or_state(asked.indicator, answer, t), "; ".join(filter(None, parts)), href, per)


def _election(campaign: str | None, context: Context) -> str:
    if campaign is None or campaign == ALL_CAMPAIGNS:
        return context.t("All elections")
    names: dict[str, str] = dict(context.frames.campaign.select("campaign_id", "name").iter_rows())
    return names.get(campaign, campaign)


def _narrowed(scope: Scope, t: Text) -> Iterator[str]:
    """What a question asked beside unit and election."""
    if scope.employee_type:
        yield word(EMPLOYEE_TYPES, scope.employee_type, t)
    if scope.tier:
        yield word(TIERS, scope.tier, t)
    if scope.organiser_kind:
        yield word(ORGANISERS, scope.organiser_kind, t)
    if scope.since or scope.until:
        yield t("{since} to {until}", since=t.date(scope.since), until=t.date(scope.until))
    if scope.grade:
        yield t("{grade} or better", grade=word(GRADES, scope.grade, t))
