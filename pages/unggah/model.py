"""The page's own state as a value: which step the link names, which upload, and what the form offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pages.context import Context
from pages.unggah.words import STEPS

UPLOAD, STEP, BATCH, REGION, VERDICT, WORDS = "unggahan", "langkah", "batch", "wilayah", "putusan", "cari"
"""Keys of the link."""

FIRST, UNDERSTOOD, QUESTIONS, PREVIEW, SAVED = STEPS


@dataclass(frozen=True, slots=True)
class Form:
    """What a file can be said to be: regions by code, elections by id, each with its name; the region of the link."""

    regions: Mapping[str, str]
    campaigns: Mapping[str, str]
    region: str | None


def form(context: Context) -> Form:
    """Regions in force by code, elections newest first."""
    region = context.frames.region.filter(pl.col("valid_to").is_null()).sort("code")
    campaign = context.frames.campaign.sort("election_date", descending=True, nulls_last=True)
    regions = dict(zip(region["code"], region["name"], strict=True))
    wanted = context.params.get(REGION)
    return Form(
        regions=regions,
        campaigns=dict(zip(campaign["campaign_id"], campaign["name"], strict=True)),
        region=wanted if wanted in regions else None,
    )


def step(context: Context) -> str:
    """The step that the link names; the first where it names no upload, or none that there is."""
    wanted = context.params.get(STEP, UNDERSTOOD)
    return wanted if context.params.get(UPLOAD) and wanted in STEPS else FIRST


def own_keys() -> tuple[str, ...]:
    """The link keys that belong to an upload."""
    return UPLOAD, STEP, BATCH, VERDICT, WORDS
