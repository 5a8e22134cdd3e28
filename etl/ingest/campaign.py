"""The election that a file is about: the one asked for, one that it names, or the only one its days allow. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import polars as pl

from etl.clean.anchors import elections_in
from etl.clean.dates import Campaign
from etl.ingest.desk import Desk
from etl.recognise.layout import FileKind, Recognition
from etl.sources.tabular import Question
from i18n import N_, NotFound
from warehouse.frames import Frames

EARLIEST = dt.timedelta(days=2 * 365)
"""How long before polling day a pledge can be for that election: the oldest on record were 17 months before."""

_WHICH = N_("Which election is the file about? Rows waiting: {count}.")
_UNKNOWN = N_("There is no campaign {campaign}.")
_KNOWN = N_("Known campaigns: {known}.")


def campaigns_of(frames: Frames) -> tuple[Campaign, ...]:
    """The elections whose polling day is known, newest first, as reading dates needs them."""
    known = frames.campaign.drop_nulls("election_date").sort("election_date", descending=True)
    columns = ("campaign_id", "name", "election_date", "campaign_start", "campaign_end")
    return tuple(Campaign(*row) for row in known.select(columns).iter_rows())


def campaign_asked(campaign_id: str | None, campaigns: Sequence[Campaign]) -> Campaign | None:
    """The campaign of an id; null = none asked for. Raises NotFound."""
    if campaign_id is None:
        return None
    for campaign in campaigns:
        if campaign.campaign_id == campaign_id:
            return campaign
    known = ", ".join(campaign.campaign_id for campaign in campaigns)
    raise NotFound(_UNKNOWN, next_step=_KNOWN, campaign=campaign_id, known=known)


def allows(campaign: Campaign, low: dt.date, high: dt.date) -> bool:
    """True where a pledge of those days can be for the election: not after polling day, nor years before it."""
    return low <= campaign.election_date and high >= campaign.election_date - EARLIEST


def settle_campaign(
    recognition: Recognition, campaigns: Sequence[Campaign], lines: pl.DataFrame, days: pl.DataFrame, desk: Desk
) -> Campaign | None:
    """The election of a file for which none was asked; null where it needs none, or a person has to say."""
    if all(block.kind is FileKind.HEADCOUNT for block in recognition.blocks):
        return None
    answer = desk.answer("campaign", tuple(campaign.campaign_id for campaign in campaigns))
    if answer:
        return campaign_asked(answer, campaigns)
    titles = recognition.set_aside.filter(pl.col("what") == "title")["text"].drop_nulls()
    named = {one.campaign_id: one for title in titles for one in elections_in(title.lower(), campaigns)}
    if len(named) == 1:
        return next(iter(named.values()))
    spans = days.select("day_low", "day_high").drop_nulls().unique()
    fitting = [one for one in campaigns if all(allows(one, low, high) for low, high in spans.iter_rows())]
    if len(fitting) == 1 and not spans.is_empty():
        return fitting[0]
    choices = tuple(campaign.campaign_id for campaign in campaigns)
    question = Question("campaign", "campaign", None, None, None, _WHICH, choices, {"count": lines.height})
    desk.ask(question, lines)
    return None
