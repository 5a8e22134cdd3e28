"""The page's sentence, and a bar for each kind of duty that shows how its units are split."""

from __future__ import annotations

from i18n import Text
from pages import ui
from pages.kewajiban.model import OUTCOME, Chosen, View
from pages.kewajiban.standing import Standing
from pages.kewajiban.words import outcome_badge
from pages.ui import Html

TABLE = "daftar"
"""Anchor of the table that figures lead to."""


def answer(view: View, chosen: Chosen, t: Text) -> Html:
    """The sentence; each of its figures leads to the units it counts, or to the table."""
    standing = chosen.standing
    totals = {
        "reported": standing.reported,
        "units": standing.reported + standing.missing,
        "missing": standing.missing,
    }
    figures = {
        name: ui.figure_link(
            t.number(count), f"{chosen.figures_href}#{TABLE}", indicator=f"duty-{name}", code=view.code
        )
        for name, count in totals.items()
    }
    figures |= {outcome: _figure(outcome, count, chosen, view, t) for outcome, count in standing.counts.items()}
    return ui.answer(chosen.sentence, **figures)


def _figure(outcome: str, count: int, chosen: Chosen, view: View, t: Text) -> Html:
    """The count; of one region it leads to the units themselves."""
    joint = "&" if "?" in chosen.figures_href else "?"
    narrowed = f"{joint}{OUTCOME}={outcome}" if view.code else ""
    return ui.figure_link(
        t.number(count), f"{chosen.figures_href}{narrowed}#{TABLE}", indicator=f"duty-{outcome}", code=view.code
    )


def bars(view: View, t: Text) -> Html:
    """A bar a kind of duty, the chosen one first; the others lead to the page about them."""
    if view.chosen is None:
        return Html()
    chosen = view.chosen.standing
    others = [one for one in view.standings if one is not chosen]
    own = _bar(
        chosen,
        [(outcome, _figure(outcome, count, view.chosen, view, t)) for outcome, count in chosen.counts.items()],
        None,
        t,
    )
    rest = [
        _bar(
            one,
            [
                (outcome, ui.figure_link(t.number(count), one.href, indicator=f"duty-{outcome}", code=view.code))
                for outcome, count in one.counts.items()
            ],
            one.href,
            t,
        )
        for one in others
    ]
    heading = ui.tag("h2", t("Other duties here")) if rest else None
    return ui.join(own, heading, *rest)


def _bar(standing: Standing, legend: list[tuple[str, Html]], href: str | None, t: Text) -> Html:
    name = f"{standing.duty}, {standing.election}"
    segments = (
        ui.tag("span", class_=f"part {outcome}", style=f"flex-grow:{count}")
        for outcome, count in standing.counts.items()
    )
    items = (ui.tag("li", outcome_badge(outcome, t), " ", figure) for outcome, figure in legend)
    caption = ui.tag("figcaption", ui.link(name, href), f" · {standing.deadline}") if href else None
    return ui.tag(
        "figure",
        caption,
        ui.tag("div", *segments, class_="parts", aria_hidden="true"),
        ui.tag("ul", *items, class_="legend"),
        class_="states" if href is None else "states minor",
    )
