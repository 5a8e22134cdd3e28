"""The question behind the page's map, and its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from briefings.answer import answered
from briefings.maps import rows
from charts.map import MapRow
from indicators import Scope
from pages.context import Context
from pages.peta.asked import Asked
from pages.wilayah.figures import tally_scope


def scope_of(context: Context, asked: Asked) -> Scope:
    """The question behind the map: counts of people of one election, because those of several do not add up."""
    province = context.filters.province
    scope = tally_scope(context, province) if rows.is_tally(asked.indicator) else context.scope(province)
    return replace(scope, level=asked.level)


def map_rows(
    indicator: str, scope: Scope, context: Context, newest: Mapping[str, dt.date] | None = None
) -> list[MapRow]:
    """A row a unit of the scope, in code order; `newest` as from `newest_of`, null = not told."""
    return rows.map_rows(answered(indicator, context.frames, scope, context.t), newest)


def newest_of(context: Context, asked: Asked, scope: Scope) -> dict[str, dt.date]:
    """Per region at the level: the last day that its ceremonies can have been on, or its counts are of."""
    return rows.newest_of(context.frames, asked.indicator, scope, asked.level)
