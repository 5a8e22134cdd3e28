"""What the units of a region add up to, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.units.asked import Asked
from briefings.units.rows import Units
from i18n import Text
from indicators import DEFINITIONS
from indicators.figure_words import figure_words, parts_words
from pages.wilayah.evidence import HeadcountRow
from warehouse.vocabulary import State


@dataclass(frozen=True, slots=True)
class Total:
    """One figure of the whole government. `words` null = none, see `state`; `note` has numerator and denominator.

    `counted` and `people` are numerator and denominator in words. `bounds` are those of the value.
    """

    indicator: str
    label: str
    words: str | None
    state: str
    note: str
    counted: str
    people: str | None
    bounds: tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The page's answer: `template` has a place {name} for each of `figures` (indicator and words by place)."""

    template: str
    figures: Mapping[str, tuple[str, str]]


def totals_of(asked: Asked, t: Text) -> dict[str, Total]:
    """The figures of the government itself, by indicator."""
    found = {}
    for name, figure in asked.whole.items():
        bounds = figure["denominator_low"], figure["denominator_high"]
        found[name] = Total(
            indicator=name,
            label=t(DEFINITIONS[name].label),
            words=figure_words(name, figure, t),
            state=figure["state"],
            note=parts_words(figure, t),
            counted=t.interval(figure["numerator_low"], figure["numerator_high"]),
            people=None if bounds == (None, None) else t.interval(*bounds),
            bounds=(figure["low"], figure["high"]),
        )
    return found


def sentence(
    region: str, units: Units, headcounts: Sequence[HeadcountRow], totals: Mapping[str, Total], t: Text
) -> Sentence:
    """What is known, from much to nothing: counts of people, targets, a total of the region, names of units."""
    reporting, signed = totals["reporting_rate"], totals["signed_rate"]
    keep = {"region": region, "units": "{units}", "people": "{people}"}
    of_units = ("reporting_rate", t.number(len(units.rows)))
    people = ("signed_rate", signed.people or t("not known"))
    if units.has_tallies and (signed.words or signed.state == State.DITAHAN):
        template, figures = _counted(signed, totals["gap_people"], keep, t)
        others = len(units.rows) - units.concerned
        if others > 0:
            words = t.n(
                "{count} more unit is on record without a target, a count or a duty.",
                "{count} more units are on record without a target, a count or a duty.",
                others,
            )
            template = f"{template} {words}"
        reported = {
            "reported": ("reporting_rate", reporting.counted),
            "units": ("reporting_rate", reporting.people or t.number(len(units.rows))),
        }
        return Sentence(template, reported | figures)
    if units.rows and signed.people:
        words = t(
            "{region}: {units} units on record with {people} people; no count of people pledged or signed yet.", **keep
        )
        if silent := sum(row.target is None for row in units.rows):
            more = t.n("{count} unit has no figure of people.", "{count} units have no figure of people.", silent)
            words = f"{words} {more}"
        return Sentence(words, {"units": of_units, "people": people})
    if units.rows:
        words = t("{region}: {units} units on record, without any figure of people; nothing counted yet.", **keep)
        return Sentence(words, {"units": of_units})
    if headcounts:
        words = t("{region}: {people} people on record for the region as a whole, not split by OPD.", **keep)
        return Sentence(words, {"people": ("signed_rate", headcounts[0].people)})
    return Sentence(t("{region}: no unit and no headcount on record.", **keep), {})


def _counted(signed: Total, gap: Total, keep: Mapping[str, str], t: Text) -> tuple[str, dict[str, tuple[str, str]]]:
    """What the units that reported add up to: the share, and how many people are missing."""
    if signed.words is None:
        told = t(
            "{reported} of {units} OPD of {region} have reported; how many have signed is withheld, because so few "
            "people are obliged.",
            reported="{reported}",
            **keep,
        )
        return told, {}
    people = ("signed_rate", signed.people or t("not known"))
    if signed.bounds == (None, None):
        told = t(
            "{reported} of {units} OPD of {region} have reported; {signed} people have signed. Of how many is not "
            "known for every OPD.",
            reported="{reported}",
            signed="{signed}",
            **keep,
        )
        return told, {"signed": ("signed_rate", signed.counted)}
    figures = {"rate": ("signed_rate", signed.words), "people": people}
    counted = {"reported": "{reported}", "rate": "{rate}", **keep}
    if gap.words is None or gap.bounds in ((None, None), (0, None)):
        told = t(
            "{reported} of {units} OPD of {region} have reported; {rate} of the {people} people obliged have signed.",
            **counted,
        )
        return told, figures
    if gap.bounds == (0, 0):
        told = t(
            "{reported} of {units} OPD of {region} have reported; {rate} of the {people} people obliged have signed: "
            "nobody has still to sign.",
            **counted,
        )
        return told, figures
    told = t(
        "{reported} of {units} OPD of {region} have reported; {rate} of the {people} people obliged have signed: "
        "{gap} people have still to sign.",
        gap="{gap}",
        **counted,
    )
    return told, figures | {"gap": ("gap_people", gap.words)}
