"""Two maps side by side: which two days or elections, and what the second has other than the first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from charts.map import MapLevel, MapRow
from i18n import N_, Text
from indicators import Scope
from indicators.question import Evidence, campaign_of
from indicators.words import listed
from pages.context import Context
from pages.link import FIRST_DAY, LAST_DAY
from pages.peta.asked import Asked


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its value in the link, its title, and the question it asks."""

    value: str
    title: str
    scope: Scope

    @property
    def as_of(self) -> str | None:
        """The day that its figures are of, as in the link; null = all that is known."""
        return self.scope.as_of.isoformat() if self.scope.as_of else None


class Change(StrEnum):
    """What became of a region from the first map to the second, by the lower bound: what is certain."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "same"
    GAINED = "gained"
    LOST = "lost"
    NEITHER = "neither"


_CHANGES = {
    Change.MORE: N_("{count} higher"),
    Change.FEWER: N_("{count} lower"),
    Change.GAINED: N_("{count} with a figure only in the second"),
    Change.LOST: N_("{count} with a figure only in the first"),
    Change.SAME: N_("{count} the same"),
    Change.NEITHER: N_("{count} without a figure in either"),
}


def sides(context: Context, asked: Asked, scope: Scope) -> tuple[Side, Side]:
    """The two questions, of a snapshot that knows an election.

    Unasked: since the campaign began until now, or the two newest elections with evidence. Nothing is shown as of a
    day after the one that the page itself is asked for.
    """
    if asked.compare == "pemilihan":
        return _campaigns(context, asked, scope)
    t, today = context.t, scope.as_of or context.frames.snapshot.taken_at.date()
    days = (_day(asked.first) or _beginning(context, scope, today), _day(asked.second) or today)

    def side(day: dt.date) -> Side:
        shown = min(day, today)
        as_of = scope.as_of if shown == today else shown
        return Side(shown.isoformat(), t("as of {day}", day=t.date(shown)), replace(scope, as_of=as_of))

    return side(days[0]), side(days[1])


def campaigns(context: Context) -> dict[str, str]:
    """The elections to choose from, newest first: id to name."""
    ordered = context.frames.campaign.sort("election_date", descending=True, nulls_last=True)
    return dict(ordered.select("campaign_id", "name").iter_rows())


def _campaigns(context: Context, asked: Asked, scope: Scope) -> tuple[Side, Side]:
    names = campaigns(context)
    used = {*context.frames.event["campaign_id"].unique(), *context.frames.signature["campaign_id"].unique()}
    newest = [name for name in names if name in used] or list(names)
    unasked = (newest[min(1, len(newest) - 1)], newest[0])
    chosen = [
        wanted if wanted in names else otherwise
        for wanted, otherwise in zip((asked.first, asked.second), unasked, strict=True)
    ]
    first, second = (Side(each, names[each], replace(scope, campaign=each)) for each in chosen)
    return first, second


def _beginning(context: Context, scope: Scope, today: dt.date) -> dt.date:
    """The first day of the campaign of the election shown; where it is not known, a year ago."""
    asked_for = None if scope.campaign == "semua" else scope.campaign
    campaign = campaign_of(context.frames, asked_for, scope.region, Evidence.ANY)
    starts = dict(context.frames.campaign.select("campaign_id", "campaign_start").iter_rows())
    found = starts.get(campaign)
    if isinstance(found, dt.date) and found < today:
        return found
    return max(today - dt.timedelta(days=365), FIRST_DAY)


def _day(written: str | None) -> dt.date | None:
    """The day of a link; null where it names none that can be meant."""
    try:
        found = dt.date.fromisoformat(written or "")
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


def change(first: MapRow, second: MapRow) -> Change:
    """What became of one region. A figure of unknown size counts as none."""
    if first.low is None or second.low is None:
        if first.low is None and second.low is None:
            return Change.NEITHER
        return Change.GAINED if first.low is None else Change.LOST
    if first.low == second.low:
        return Change.SAME
    return Change.MORE if second.low > first.low else Change.FEWER


def changed(
    first: Sequence[MapRow], second: Sequence[MapRow], titles: tuple[str, str], level: MapLevel, t: Text
) -> str:
    """The sentence: how many regions rose, fell, stayed; both maps have the same regions in the same order."""
    counts = Counter(change(*pair) for pair in zip(first, second, strict=True))
    parts = [t(message, count=t.number(counts[which])) for which, message in _CHANGES.items() if counts[which]]
    heads: dict[Literal["provinsi", "kabupaten"], str] = {
        "provinsi": t("Of {total} provinces, from “{first}” to “{second}”: {changes}."),
        "kabupaten": t("Of {total} regencies and cities, from “{first}” to “{second}”: {changes}."),
    }
    return heads[level].format_map(
        {"total": t.number(len(first)), "first": titles[0], "second": titles[1], "changes": listed(parts, t)}
    )
