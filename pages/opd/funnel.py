"""The OPD beside what is usual for their size, and which of them are surely outside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from briefings.units.asked import Asked
from briefings.units.basis import difference_words
from briefings.units.words import some
from charts.funnel import Curve, Mark, Middle
from i18n import N_, Text
from indicators.comparing.funnel import Z_95, Z_998, Funnel, Place, Point, funnel

_STEPS = 60
_PLACES = {
    Place.FAR_BELOW: N_("far below what is usual for its size"),
    Place.BELOW: N_("below what is usual for its size"),
    Place.WITHIN: N_("within what is usual for its size"),
    Place.ABOVE: N_("above what is usual for its size"),
    Place.FAR_ABOVE: N_("far above what is usual for its size"),
}
_OUTSIDE = {
    Place.FAR_BELOW: N_("Far below: {names}."),
    Place.BELOW: N_("Below: {names}."),
    Place.ABOVE: N_("Above: {names}."),
    Place.FAR_ABOVE: N_("Far above: {names}."),
}


@dataclass(frozen=True, slots=True)
class FunnelView:
    """The funnel. Without `marks` the OPD cannot be compared; `notes` then say why."""

    heading: str
    lead: str
    notes: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    curves: tuple[Curve, ...] = ()
    middle: Middle | None = None


def funnel_of(asked: Asked, t: Text) -> FunnelView | None:
    """The funnel of the OPD that reported and can be compared; null where fewer than two reported."""
    figures = asked.units["signed_rate"]
    reason = difference_words(asked.differ, t)
    found = funnel(figures.filter(pl.col("code").is_in(asked.comparable)))
    if found is None:
        if reason is None or funnel(figures) is None:
            return None
        note = t("{reason}; so no OPD is called low or high.", reason=reason)
        return FunnelView(t("Large and small OPD are not compared"), "", (note,))
    low, high = found.whole.rate
    words = t("together: {rate}", rate=t.rate(low, high))
    return FunnelView(
        heading=_heading(found, t),
        lead=_lead(found, t),
        notes=(*_notes(found, t), *_left_out(asked, t)),
        marks=_marks(found, t),
        curves=_curves(found),
        middle=Middle(low or 0.0, high, words),
    )


def _heading(found: Funnel, t: Text) -> str:
    low, high = len(found.at(Place.FAR_BELOW)), len(found.at(Place.FAR_ABOVE))
    if low:
        return t.n(
            "{count} OPD is far below what is usual for its size",
            "{count} OPD are far below what is usual for their size",
            low,
        )
    if high:
        return t.n(
            "{count} OPD is far above what is usual for its size, none far below",
            "{count} OPD are far above what is usual for their size, none far below",
            high,
        )
    return t("No OPD is surely far from what is usual for its size")


def _lead(found: Funnel, t: Text) -> str:
    return t(
        "The limits ({inner} and {outer}, after Wilson) are drawn around the rate of the {count} OPD that "
        "reported, taken together: {rate}. Those that are silent would move it by what nobody knows. Chance alone "
        "takes a small OPD far from it, a large one hardly at all. An OPD counts as outside only where all of its "
        "range is outside.",
        inner=t.percent(0.95, 0),
        outer=t.percent(0.998),
        count=t.number(found.whole.units),
        rate=t.rate(*found.whole.rate),
    )


def _notes(found: Funnel, t: Text) -> Iterator[str]:
    """The OPD outside the limits by name, and those that could not be placed."""
    for place, message in _OUTSIDE.items():
        if points := found.at(place):
            yield t(message, names=some([f"{point.name} ({t.rate(point.low, point.high)})" for point in points], t))
    if found.left_out:
        yield t.n(
            "{count} OPD that reported has no target and is left out.",
            "{count} OPD that reported have no target and are left out.",
            found.left_out,
        )


def _left_out(asked: Asked, t: Text) -> Iterator[str]:
    """The OPD whose targets count other people or another day."""
    reason = difference_words(asked.differ, t)
    if reason and asked.apart:
        yield t.n(
            "{reason}; {count} OPD is left out here.",
            "{reason}; {count} OPD are left out here.",
            len(asked.apart),
            reason=reason,
        )


def _marks(found: Funnel, t: Text) -> tuple[Mark, ...]:
    return tuple(Mark(point.people, point.low, point.high, point.place, _words(point, t)) for point in found.points)


def _words(point: Point, t: Text) -> tuple[str, ...]:
    people = t.n("{count} person obliged", "{count} people obliged", point.people)
    return point.name, people, t("Signed: {rate}", rate=t.rate(point.low, point.high)), t(_PLACES[point.place])


def _curves(found: Funnel) -> tuple[Curve, ...]:
    """The limits from the smallest to the largest unit, evenly on a logarithmic scale; the inner ones last."""
    sizes = [point.people for point in found.points]
    first, last = max(1, min(sizes) * 0.8), max(sizes) * 1.25
    people = sorted({max(1, round(first * (last / first) ** (step / _STEPS))) for step in range(_STEPS + 1)})
    return tuple(
        Curve(tuple(people), tuple(limits.low for limits in drawn), tuple(limits.high for limits in drawn))
        for z in (Z_998, Z_95)
        for drawn in [[found.limits(size, z) for size in people]]
    )
