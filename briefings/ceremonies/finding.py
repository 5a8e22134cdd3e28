"""How many ceremonies, between which days and how many before the campaign, as sentences bound to the indicator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefings.asked import Asked
from briefings.ceremonies.rows import Ceremony
from briefings.finding import Finding, Number, Query
from briefings.wording import days
from indicators.scope import ALL_KINDS
from warehouse.vocabulary import State

_COUNT = "documented_events"
_KEEP = {place: f"{{{place}}}" for place in ("events", "place", "dated", "first", "last", "start", "before", "later")}
"""Places that stay in a message until its numbers and names are put there."""


@dataclass(frozen=True, slots=True)
class Held:
    """The ceremonies of a region. `rows` enter its figure; `others` are of central or election bodies."""

    asked: Asked
    rows: Sequence[Ceremony]
    others: Sequence[Ceremony]

    @property
    def dated(self) -> list[tuple[dt.date, dt.date]]:
        """First and last possible day of those whose date is known."""
        return _days(self.rows)

    def number(
        self,
        campaign: str | None = None,
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
        organiser_kind: str | None = None,
    ) -> Number:
        """How many are documented: of one election where one is named, under further filters."""
        region, scope = self.asked.region, self.asked.scope(self.asked.region)
        narrowed = replace(scope, since=since, until=until, organiser_kind=organiser_kind)
        wanted = Query(_COUNT, replace(narrowed, campaign=campaign or scope.campaign))
        return self.asked.answer_to(wanted).number(region)


def _days(rows: Sequence[Ceremony]) -> list[tuple[dt.date, dt.date]]:
    return [(row.low, row.high or row.low) for row in rows if row.low is not None]


def finding(held: Held) -> Finding:
    """How many are documented, and when they were."""
    t, names = held.asked.t, {"place": held.asked.place}
    if not held.rows:
        if held.others:
            return Finding(
                t("No ceremony of {place} itself is documented, only of central or election bodies."), {}, names
            )
        if name := held.asked.election:
            names["election"] = name
            return Finding(t("No ceremony in {place} is documented for {election}."), {}, names)
        return Finding(t("No ceremony in {place} is documented."), {}, names)
    numbers, total, found = {"events": held.number()}, len(held.rows), held.dated
    if not found:
        message = t.n(
            "{events} ceremony in {place} is documented, without a known date.",
            "{events} ceremonies in {place} are documented; none has a known date.",
            total,
            **_KEEP,
        )
        return Finding(message, numbers, names)
    first, last = min(low for low, _ in found), max(high for _, high in found)
    names |= {"first": t.date(first), "last": t.date(last)}
    if len(found) < total:
        numbers["dated"] = held.number(since=first, until=last)
        message = t.n(
            "{events} ceremonies in {place} are documented; {dated} has a known date, {days}.",
            "{events} ceremonies in {place} are documented; {dated} have a known date, {days}.",
            len(found),
            **_KEEP,
            days=_when(held, first, last),
        )
        return Finding(message, numbers, names)
    message = t.n(
        "{events} ceremony in {place} is documented, {days}.",
        "{events} ceremonies in {place} are documented, {days}.",
        total,
        **_KEEP,
        days=_when(held, first, last),
    )
    return Finding(message, numbers, names)


def _when(held: Held, first: dt.date, last: dt.date) -> str:
    return held.asked.t("on {first}", **_KEEP) if first == last else held.asked.t("between {first} and {last}", **_KEEP)


def more(held: Held, campaign: str | None) -> Iterator[Finding]:
    """Of the election pictured: how many were before its campaign, and how early the first; then who is left out."""
    if campaign is not None and (start := _start(held, campaign)) is not None:
        yield from _before(held, campaign, start)
        yield from _earliest(held, campaign, start)
    if held.others:
        yield Finding(
            held.asked.t("With ceremonies of central offices, election bodies and the nation there are {all}."),
            {"all": held.number(organiser_kind=ALL_KINDS)},
        )


def _start(held: Held, campaign: str) -> dt.date | None:
    starts = dict(held.asked.frames.campaign.select("campaign_id", "campaign_start").iter_rows())
    start: dt.date | None = starts[campaign]
    return start


def _before(held: Held, campaign: str, start: dt.date) -> Iterator[Finding]:
    """How many were held before the campaign's first day; those that may be of either side are said on both."""
    t, found = held.asked.t, _days([row for row in held.rows if row.campaign_id == campaign])
    before = sum(low < start for low, _ in found)
    later = sum(high >= start for _, high in found)
    names = {"start": t.date(start), "election": held.asked.election_names()[campaign]}
    numbers = {}
    if before:
        numbers["before"] = held.number(campaign, until=start - dt.timedelta(days=1))
    if later:
        numbers["later"] = held.number(campaign, since=start)
    match bool(before), bool(later):
        case True, False:
            message = t("{election}: {before} before the campaign began on {start}, none known later.")
        case False, True:
            message = t("{election}: none known before the campaign began on {start}, {later} on that day or later.")
        case True, True if before + later == len(found):
            message = t("{election}: {before} before the campaign began on {start}, {later} on that day or later.")
        case True, True:
            message = t(
                "{election}: at most {before} before the campaign began on {start}, at most {later} on that day "
                "or later; a day that is not known exactly counts on both sides."
            )
        case _:
            return
    yield Finding(message, numbers, names)


def _earliest(held: Held, campaign: str, start: dt.date) -> Iterator[Finding]:
    """How long before the campaign the first was held, where it surely was before."""
    t, region = held.asked.t, held.asked.region
    scope = replace(held.asked.scope(region), campaign=campaign)
    answer = held.asked.answer_to(Query("days_before_campaign", scope))
    low, _ = answer.bounds(region)
    if answer.rows[region]["state"] == State.NILAI and low is not None and low > 0:
        early = answer.number(region, say=days)
        yield Finding(
            t("The first was held {early} before the campaign began on {start}."),
            {"early": early},
            {"start": t.date(start)},
        )
