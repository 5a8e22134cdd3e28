"""The OPD beside what is usual for their size, and which of them are surely outside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charts.funnel import Curve, Mark, Middle
from i18n import N_, Text
from indicators.funnel import Z_95, Z_998, Funnel, Place, Point, funnel
from pages.opd.asked import Asked
from pages.opd.basis import difference_words
from pages.opd.words import some

_STEPS = 60
_PLACES = {
    Place.FAR_BELOW: N_("far below what is usual for its size"),
    Place.BELOW: N_("below what is usual for its size"),
    Place.WITHIN: N_("within what is usual for its size"),
    Place.ABOVE: N_("above what is usual for its size"),
    Place.FAR_ABOVE: N_("far above what is usual for its size"),
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
    """The funnel of the OPD that reported; null where fewer than two of them did."""
    found = funnel(asked.units["signed_rate"])
    if found is None:
        return None
    if reason := difference_words(asked.differ, t):
        return FunnelView(
            t("Large and small OPD are not compared"),
            "",
            (t("{reason}; so no OPD is called low or high.", reason=reason),),
        )
    low, high = found.whole.rate
    words = t("together: {rate}", rate=t.rate(low, high))
    return FunnelView(
        heading=_heading(found, t),
        lead=_lead(found, t),
        notes=tuple(_notes(found, t)),
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
        "The limits (95 % and 99.8 %, after Wilson) are drawn around the rate of the {count} OPD that reported, taken "
        "together: {rate}. Those that are silent would move it by what nobody knows. Chance alone takes a small OPD "
        "far from it, a large one hardly at all. An OPD counts as outside only where all of its range is outside.",
        count=t.number(found.whole.units),
        rate=t.rate(*found.whole.rate),
    )


def _notes(found: Funnel, t: Text) -> Iterator[str]:
    """The OPD outside the limits by name, and those that could not be placed."""
    messages = {
        Place.FAR_BELOW: t("Far below: {names}."),
        Place.BELOW: t("Below: {names}."),
        Place.ABOVE: t("Above: {names}."),
        Place.FAR_ABOVE: t("Far above: {names}."),
    }
    for place, message in messages.items():
        if points := found.at(place):
            yield message.format(names=some([f"{point.name} ({t.rate(point.low, point.high)})" for point in points], t))
    if found.left_out:
        yield t.n(
            "{count} OPD that reported has no target and is left out.",
            "{count} OPD that reported have no target and are left out.",
            found.left_out,
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
