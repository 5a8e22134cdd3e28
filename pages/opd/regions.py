"""The regional governments there is anything to say about: what the page lets a reader choose from."""

from __future__ import annotations

from types import MappingProxyType

import polars as pl

from pages.context import Context, Filters
from warehouse.vocabulary import OpdKind


def regions(context: Context) -> dict[str, str]:
    """Code to name of regions with units, headcounts or counts on record, those with most rows first."""
    frames = context.frames
    own = frames.opd.filter(pl.col("kind") != OpdKind.VERTIKAL)
    found = pl.concat(
        [table.group_by("region_code").agg(rows=pl.len()) for table in (own, frames.headcount, frames.signature)]
    )
    if context.filters.province is not None:
        found = found.filter(pl.col("region_code").str.starts_with(context.filters.province))
    ordered = (
        found.group_by("region_code").agg(pl.col("rows").sum()).sort("rows", "region_code", descending=[True, False])
    )
    names = dict(frames.region.select("code", "name").iter_rows())
    return {code: names.get(code, code) for code in ordered["region_code"]}


def of_province(context: Context) -> Context:
    """The context with nothing but the province chosen: what `regions` depends on."""
    bare = MappingProxyType[str, str]({})
    return Context(
        context.frames,
        Filters(province=context.filters.province),
        context.t,
        bare,
        sample=context.sample,
        pinned=context.pinned,
    )
