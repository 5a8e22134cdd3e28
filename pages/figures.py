"""A row of an indicator as words: bounds in the reader's number form, or the name of its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from i18n import Text
from pages.ui.words import STATES, word
from warehouse.vocabulary import State

RATES = ("pledged_rate", "signed_rate", "reporting_rate")


def figure_words(row: Mapping[str, Any], indicator: str, t: Text) -> str:
    """The figure of a `Figure` row: `8.050–8.150`, `49,0–76,0 %`, a grade, or the state where there is no value."""
    if row["state"] != State.NILAI:
        return word(STATES, row["state"], t)
    if indicator == "evidence_grade":
        return row["grade"] or t("not known")
    low, high = row["low"], row["high"]
    if low is None and high is None:
        return t("not known")
    if indicator in RATES:
        return t.rate(low, high)
    return t.interval(_whole(low), _whole(high))


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
