"""Figures on a page: a sentence, key-figure cards, and the link that leads each one to its sources."""

from __future__ import annotations

from dataclasses import dataclass

from pages.ui.html import Html, join, link, tag, text


def figure_link(
    figure: str,
    href: str,
    *,
    indicator: str,
    code: str | None = None,
    tier: str | None = None,
    employee_type: str | None = None,
    level: str | None = None,
    state: str | None = None,
    campaign: str | None = None,
    as_of: str | None = None,
) -> Html:
    """A figure that leads to what is behind it. `code` is the region, OPD or event it is of; null = the nation.

    `tier` and `employee_type` narrow it to those people, as in `Scope`; null = not narrowed. `level` is the level that
    `code` is a unit of, where the code alone does not say: 33 as a province, or as `pemda` its government alone.
    `campaign` and `as_of` (as in the link) where they are not the page's own.
    With `state` the figure counts units: those of `level` in `code` whose indicator has that state.
    """
    return link(
        figure,
        href,
        class_="figure",
        data_indicator=indicator,
        data_code=code or "nasional",
        data_tier=tier,
        data_employee_type=employee_type,
        data_level=level,
        data_state=state,
        data_campaign=campaign,
        data_as_of=as_of,
    )


def answer(sentence: str, **figures: Html) -> Html:
    """The page's answer in one sentence. `{name}` places in the sentence take the figures given by that name."""
    filled = str(text(sentence)).format_map(figures)
    return tag("p", Html(filled), class_="answer")


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure: its label, the figure (a `figure_link`), and a line on what bounds it."""

    label: str
    figure: Html
    note: str = ""


def cards(items: list[Card]) -> Html:
    """Key figures side by side; under one another on a phone."""
    return tag("div", *(_card(item) for item in items), class_="cards")


def _card(item: Card) -> Html:
    note = tag("p", item.note, class_="note") if item.note else None
    return tag("section", tag("h2", item.label), tag("p", item.figure, class_="key"), note, class_="card")


def facts(rows: list[tuple[str, str]]) -> Html:
    """Names and values as a description list."""
    return tag("dl", *(join(tag("dt", name), tag("dd", value)) for name, value in rows), class_="facts")
