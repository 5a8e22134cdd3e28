"""What the page reads: the record of a code in the store shown or the other one, and what it says then and now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from etl.issuing.listed import Listed, listed
from etl.issuing.lookup import Found, find
from etl.issuing.standing import Standing, standing
from etl.issuing.whose import blamed
from indicators.history.behind import Behind
from indicators.suppression import shown_to
from pages import stores
from pages.cek.lists import paired, seen_in
from pages.context import Context
from warehouse.as_of import AsOf
from warehouse.steps import steps
from warehouse.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class Place:
    """Where a code is on record. `context` is the page's own, or where the other store knows it, that one's newest."""

    context: Context
    found: Found


def look_up(code: str, context: Context) -> Place | None:
    """The record of a code in the store shown, else in the other one; null = neither has one. Raises Damaged."""
    here = replace(context, params={"kode": code})
    if found := find(stores.store(sample=context.sample), code):
        return Place(here, found)
    other = stores.store(sample=not context.sample)
    if found := find(other, code):
        newest = shown_to(stores.frames(other.path), context.audience)
        return Place(replace(here, frames=newest, sample=not context.sample, pinned=None, as_of=None), found)
    return None


@dataclass(frozen=True, slots=True)
class Compared:
    """What has become of the figures of a file, and of the rows of its tables."""

    figures: Standing
    lists: Listed


def compared(place: Place) -> Compared:
    """The file then and in the state shown; kept for this snapshot and reader."""
    return stores.view(_compared, place.context)


def _compared(context: Context) -> Compared:
    store = stores.store(sample=context.sample)
    found = find(store, context.params["kode"])
    if found is None:
        raise LookupError(context.params["kode"])
    record = found.newest
    then, now = (
        stores.frames(store.path, AsOf(number)) for number in (record.snapshot, context.frames.snapshot.number)
    )
    way = cache(lambda: steps(store, then.snapshot.number, now.snapshot.number))
    # What is for the public stays so, whoever looks.
    audience = Audience(record.audience) if context.audience is Audience.DALAM else context.audience
    sides = (seen_in(record, side, audience, context) for side in (then, now))
    rows = listed(paired(record, *sides))
    return Compared(
        standing(found.queries, record.versions, (then, now), lambda: Behind.of(then, now, way()), context.audience),
        blamed(rows, way(), (then, now)) if rows.changed else rows,
    )
