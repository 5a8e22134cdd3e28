"""The pure middle: recognised tables, what the store holds and what people approved → verdicts and rows to load."""

from __future__ import annotations

import datetime as dt

from etl.clean.dates import Campaign
from etl.ingest.values import Memory, Preview, Request
from etl.recognise.layout import Recognition
from etl.sources.tabular import Workbook
from warehouse.frames import Frames


def assemble(
    workbook: Workbook,
    recognition: Recognition,
    request: Request,
    frames: Frames,
    memory: Memory,
    now: dt.datetime,
) -> Preview:
    """What saving the recognised file would do. One verdict a data row, whatever happens. Pure.

    Raises BadInput for an answer that is none, NotFound for an unknown region or campaign.
    """
    raise NotImplementedError


def campaigns_of(frames: Frames) -> tuple[Campaign, ...]:
    """The elections whose polling day is known, newest first, as reading dates needs them."""
    known = frames.campaign.drop_nulls("election_date").sort("election_date", descending=True)
    columns = ("campaign_id", "name", "election_date", "campaign_start", "campaign_end")
    return tuple(Campaign(*row) for row in known.select(columns).iter_rows())
