"""How many people each OPD is short of, the largest gap first, and how heavily the largest OPD weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from briefings.units.asked import Asked, Figure
from i18n import Text
from indicators.counting.adding import added
from indicators.counting.weights import heaviest
from indicators.figure_words import figure_words
from warehouse.vocabulary import State

SHOWN = 10


@dataclass(frozen=True, slots=True)
class GapRow:
    """An OPD that is short of people: `words`, and the bounds they print (`high` null = no upper limit)."""

    opd_id: str
    name: str
    words: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps: at most ten `rows`, and in `notes` what the others and the silent OPD add to them."""

    heading: str
    rows: tuple[GapRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeightView:
    """The OPD with most people: the finding, and the sentence that says what the figure is without it."""

    heading: str
    sentence: str


def gaps_of(asked: Asked, t: Text) -> Gaps | None:
    """The OPD short of people; null where no gap is known."""
    figures = asked.units["gap_people"].filter(pl.col("state") == State.NILAI, pl.col("low").is_not_null())
    if figures.is_empty():
        return None
    rows = [_row(figure, t) for figure in figures.filter(~(pl.col("high") == 0).fill_null(value=False)).to_dicts()]
    ranked = sorted((row for row in rows if row.opd_id in asked.comparable), key=_most_first)
    apart = sorted((row for row in rows if row.opd_id not in asked.comparable), key=lambda row: row.name)
    shown = ranked[:SHOWN] if ranked else apart
    return Gaps(
        _heading(rows, ranked, t), tuple(shown), tuple(_notes(ranked[SHOWN:], apart if ranked else [], asked, t))
    )


def _row(figure: Figure, t: Text) -> GapRow:
    words = figure_words("gap_people", figure, t) or ""
    high = None if figure["high"] is None else round(figure["high"])
    return GapRow(figure["code"], figure["name"], words, round(figure["low"]), high)


def _most_first(row: GapRow) -> tuple[int, float, str]:
    return -row.low, float("-inf") if row.high is None else -row.high, row.name


def _heading(rows: Sequence[GapRow], ranked: Sequence[GapRow], t: Text) -> str:
    if not rows:
        return t("Everybody has signed in the OPD that have reported")
    if not ranked:
        return t.n("{count} OPD is short of people", "{count} OPD are short of people", len(rows))
    return t("Furthest to go: {opd}, with {people} people still to sign", opd=ranked[0].name, people=ranked[0].words)


def _notes(rest: Sequence[GapRow], apart: Sequence[GapRow], asked: Asked, t: Text) -> Iterator[str]:
    """What the OPD that are not listed add up to, and what may be missing in those that have not reported."""
    if rest:
        yield t.n(
            "{count} more OPD is short of {people} people.",
            "{count} more OPD are short of {people} people together.",
            len(rest),
            people=_together(rest, t),
        )
    if apart:
        yield t.n(
            "{count} OPD with a target of another kind or day is short of {people} people.",
            "{count} OPD with targets of another kind or day are short of {people} people together.",
            len(apart),
            people=_together(apart, t),
        )
    withheld = asked.units["signed_rate"].filter(pl.col("state") == State.DITAHAN).height
    if withheld:
        yield t.n(
            "The figure of {count} OPD is withheld: it has too few people.",
            "The figures of {count} OPD are withheld: they have too few people.",
            withheld,
        )
    silent = added(asked.silent)
    if silent.units:
        yield t.n(
            "{count} OPD has no count: nobody knows how many of its {people} people have still to sign.",
            "{count} OPD have no count: nobody knows how many of their {people} people have still to sign.",
            silent.units,
            people=t.interval(*silent.target),
        )


def _together(rows: Sequence[GapRow], t: Text) -> str:
    highs = [row.high for row in rows if row.high is not None]
    return t.interval(sum(row.low for row in rows), sum(highs) if len(highs) == len(rows) else None)


def weight_of(asked: Asked, t: Text) -> WeightView | None:
    """The weight of the largest OPD; null where there is nothing to weigh it against."""
    whole_signed = asked.whole["signed_rate"]
    people = whole_signed["denominator_low"], whole_signed["denominator_high"]
    found = heaviest(asked.units["signed_rate"], people)
    if found is None:
        return None
    share = t.rate(*found.share, 0)
    whole_rate = figure_words("signed_rate", whole_signed, t)
    if whole_rate is None or not found.others.reported:
        heading = t("{opd} has {share} of the people obliged", opd=found.name, share=share)
        return WeightView(heading, t("What it reports decides the figure of the whole."))
    others = t.rate(*found.others.rate)
    heading = t(
        "{opd} has {share} of the people obliged; without it {others} have signed",
        opd=found.name,
        share=share,
        others=others,
    )
    sentence = t(
        "With it the share is {whole}, in the {count} other OPD together {others}.",
        whole=whole_rate,
        count=t.number(found.others.units),
        others=others,
    )
    return WeightView(heading, sentence)
