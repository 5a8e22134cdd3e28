"""Which ceremony a row is: its organiser and day as a key, or an event that the store knows already. Pure."""

from __future__ import annotations

from typing import Any

import polars as pl

from geo import register
from geo.names import opd_slug
from warehouse.frames import Frames
from warehouse.vocabulary import DatePrecision


def with_event_ids(lines: pl.DataFrame, campaign: str | None, frames: Frames) -> pl.DataFrame:
    """Add `event_id`. Two ceremonies of one organiser on one day at two venues are told apart by the venue."""
    base = [_event_id(row, campaign) for row in lines.iter_rows(named=True)]
    venues = [opd_slug(venue or "") for venue in lines["venue"]]
    several = pl.DataFrame({"base": base, "venue": venues}, schema={"base": pl.String(), "venue": pl.String()})
    split = {one for one, count in several.group_by("base").agg(pl.col("venue").n_unique()).iter_rows() if count > 1}
    made = [f"{one}-{venue}" if one in split and venue else one for one, venue in zip(base, venues, strict=True)]
    named = lines.with_columns(made=pl.Series(made, dtype=pl.String))
    return named.with_columns(event_id=pl.coalesce(_known(named, campaign, frames, split), "made")).drop("made")


def _event_id(row: dict[str, Any], campaign: str | None) -> str:
    parts = [opd_slug(register.short_name(row["region_code"]).replace("Kab. ", "Kabupaten "))]
    if row["opd_id"]:
        parts.append(row["opd_id"].partition("/")[2])
    low, precision = row["day_low"], row["day_precision"]
    if low is None:
        parts.append(campaign or "tanpa-tanggal")
    elif precision == DatePrecision.YEAR:
        parts.append(f"{low:%Y}")
    elif precision in {DatePrecision.MONTH, DatePrecision.PART_OF_MONTH}:
        parts.append(f"{low:%Y-%m}")
    else:
        parts.append(low.isoformat())
    return "-".join(parts)


def _known(lines: pl.DataFrame, campaign: str | None, frames: Frames, split: set[str]) -> pl.Series:
    """The event of the store that each row speaks of: same organiser, same election, days that meet; null = none.

    Where several fit, or the file itself tells several ceremonies of that day apart, none is taken for it.
    """
    stored = frames.event.filter(pl.col("date_low").is_not_null()).select(
        "organiser_region_code", "opd_id", "campaign_id", "date_low", "date_high", stored_id="event_id"
    )
    pairs = lines.select("line", "made", "region_code", "opd_id", "day_low", "day_high").join(
        stored, left_on=["region_code", "opd_id"], right_on=["organiser_region_code", "opd_id"], nulls_equal=True
    )
    meets = (pl.col("day_low") <= pl.col("date_high")) & (pl.col("day_high") >= pl.col("date_low"))
    same_election = (
        pl.col("campaign_id").eq_missing(pl.lit(campaign, dtype=pl.String)) | pl.col("campaign_id").is_null()
    )
    found = (
        pairs.filter(meets & same_election & ~pl.col("made").is_in(list(split)))
        .group_by("line")
        .agg(pl.col("stored_id").first(), pl.len())
        .filter(pl.col("len") == 1)
    )
    return lines.join(found, on="line", how="left", maintain_order="left")["stored_id"]
