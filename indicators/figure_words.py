"""A row of an indicator as words: bounds in the reader's number form, both counts, or the name of its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from i18n import Text
from indicators.registry import DEFINITIONS
from indicators.words import STATES, word
from warehouse.vocabulary import State


def figure_or_state(indicator: str, figure: Mapping[str, Any], t: Text) -> str:
    """The figure of a `Figure` row as `figure_words` has it, or its state where there is no value."""
    return figure_words(indicator, figure, t) or word(STATES, figure["state"], t)


def figure_words(indicator: str, figure: Mapping[str, Any], t: Text) -> str | None:
    """The figure with its bounds: fractions as percentages, else whole numbers. Null where its state is not `nilai`.

    `8.050–8.150`, `49,0–76,0 %`, a grade.
    """
    low, high = figure["low"], figure["high"]
    if figure["state"] != State.NILAI:
        return None
    if indicator == "evidence_grade":
        return figure["grade"] or t("not known")
    if high is None and not low:  # from 0 upward: nothing is known of a count or a share
        return t("not known")
    if DEFINITIONS[indicator].is_fraction:
        return t.rate(low, high)
    return t.interval(None if low is None else round(low), None if high is None else round(high))


def parts_words(figure: Mapping[str, Any], t: Text) -> str:
    """Numerator and denominator; the target alone where nothing was counted; empty for a figure that has neither."""
    if not figure["denominator_low"] and not figure["denominator_high"]:
        return ""
    if figure["numerator_low"] is None and figure["numerator_high"] is None:
        return t("target {people}", people=t.interval(figure["denominator_low"], figure["denominator_high"]))
    return t(
        "{numerator} of {denominator}",
        numerator=t.interval(figure["numerator_low"], figure["numerator_high"]),
        denominator=t.interval(figure["denominator_low"], figure["denominator_high"]),
    )
