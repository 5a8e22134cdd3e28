"""What the filter bar offers: the campaigns and provinces of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pages.context import Context
from warehouse.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Choices:
    """Campaign ids and province codes with their names, in the order a list shows them."""

    campaigns: dict[str, str]
    provinces: dict[str, str]


def choices(context: Context) -> Choices:
    """Campaigns newest first, provinces in force by name."""
    campaign = context.frames.campaign.sort("election_date", descending=True, nulls_last=True)
    region = context.frames.region
    in_force = region.filter((pl.col("level") == Level.PROVINSI.value) & pl.col("valid_to").is_null()).sort("name")
    return Choices(
        campaigns=dict(zip(campaign["campaign_id"], campaign["name"], strict=True)),
        provinces=dict(zip(in_force["code"], in_force["name"], strict=True)),
    )
