"""What the page reads: the record of a code in the store shown or the other one, and its figures then and now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from etl.issuing.lookup import Found, find
from etl.issuing.standing import Standing, standing
from indicators.history.behind import Behind
from indicators.suppression import shown_to
from pages import stores
from pages.context import Context
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.steps import steps
from warehouse.store import Store


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


def compared(place: Place) -> Standing:
    """The figures of the file, then and in the state shown; kept for this snapshot and reader."""
    return stores.view(_compared, place.context)


def _compared(context: Context) -> Standing:
    store = stores.store(sample=context.sample)
    found = find(store, context.params["kode"])
    if found is None:
        raise LookupError(context.params["kode"])
    then, now = (AsOf(found.newest.snapshot), AsOf(context.frames.snapshot.number))
    sides = stores.frames(store.path, then), stores.frames(store.path, now)
    return standing(found.queries, found.newest.versions, sides, partial(_behind, store, sides), context.audience)


def _behind(store: Store, sides: tuple[Frames, Frames]) -> Behind:
    then, now = sides
    return Behind.of(then, now, steps(store, then.snapshot.number, now.snapshot.number))
