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
from warehouse.steps import steps


@dataclass(frozen=True, slots=True)
class Place:
    """Where a code is on record. `context` is the page's own as it would be at the newest state of that store."""

    context: Context
    found: Found


def look_up(code: str, context: Context) -> Place | None:
    """The record of a code in the store shown, else in the other one; null = neither has one. Raises Damaged."""
    for sample in (context.sample, not context.sample):
        if found := find(stores.store(sample=sample), code):
            path = stores.sample_path() if sample else stores.store_path()
            newest = shown_to(stores.frames(path), context.audience)
            here = replace(context, frames=newest, sample=sample, pinned=None, as_of=None, params={"kode": code})
            return Place(here, found)
    return None


def compared(place: Place) -> Standing:
    """The figures of the file then and now, kept for this snapshot and reader."""
    return stores.view(_compared, place.context)


def _compared(context: Context) -> Standing:
    store = stores.store(sample=context.sample)
    found = find(store, context.params["kode"])
    if found is None:
        raise LookupError(context.params["kode"])
    made, now = found.newest, stores.frames(store.path)
    then = stores.frames(store.path, AsOf(made.snapshot))
    behind = partial(_behind, context, made.snapshot)
    return standing(found.queries, made.versions, (then, now), behind, context.audience)


def _behind(context: Context, number: int) -> Behind:
    store = stores.store(sample=context.sample)
    then, now = stores.frames(store.path, AsOf(number)), stores.frames(store.path)
    return Behind.of(then, now, steps(store, number, now.snapshot.number))
