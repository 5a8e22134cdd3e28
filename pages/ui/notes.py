"""Headings, notes, what stands where nothing is, and the list of sources under a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from i18n import Text
from pages.ui.badges import grade_badge
from pages.ui.html import Html, join, link, tag

_FIRST: Final = 20
"""Sources that are read at once; a page of the whole country rests on thousands."""
_SLUG: Final = 3
"""Hyphens that make a part of an address a headline rather than a number or a folder."""


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source as a page lists it. `href` is its own address; null = a file without one. `title` is that address where
    no other title is known.
    """

    title: str
    publisher: str
    grade: str
    href: str | None = None
    published_on: dt.date | None = None
    note: str | None = None


def title(question: str, lead: str = "") -> Html:
    """The page's heading: the question it answers."""
    return join(tag("h1", question), tag("p", lead, class_="lead") if lead else None)


def finding(heading: str, explanation: str = "", anchor: str | None = None) -> Html:
    """A section's heading: what it shows. `anchor` lets a link point at it."""
    return join(tag("h2", heading, id=anchor), tag("p", explanation, class_="lead") if explanation else None)


def paragraph(words: str) -> Html:
    """Running text."""
    return tag("p", words)


def notice(message: str, kind: Literal["info", "warn", "sample"] = "info") -> Html:
    """A note in a box. `sample` is the band over example data."""
    return tag("div", message, class_=f"notice {kind}", role="note")


def empty(message: str, next_step: str = "") -> Html:
    """What stands where there is nothing to show: what is so, and what to do next."""
    return tag("div", tag("p", message), tag("p", next_step, class_="note") if next_step else None, class_="empty")


def sources(items: Sequence[SourceItem], t: Text) -> Html:
    """The sources under a page: title with its address, publisher, day and grade. The first ones, the others folded."""
    if not items:
        return Html()
    lines = [tag("li", _source(item, t)) for item in items]
    rest = len(lines) - _FIRST
    if rest <= 0:
        return join(tag("h2", t("Sources")), tag("ol", *lines, class_="sources"))
    more = tag("summary", t.n("{count} more source", "{count} more sources", rest))
    others = tag("ol", *lines[_FIRST:], class_="sources", start=str(_FIRST + 1))
    return join(
        tag("h2", t("Sources")),
        tag("ol", *lines[:_FIRST], class_="sources"),
        tag("details", more, others, class_="folded"),
    )


def source_title(item: SourceItem) -> Html:
    """A source's title, leading to its address. Where no title is known, the address in short."""
    if item.href is None:
        return tag("span", item.title)
    return link(_in_short(item.href) if item.title == item.href else item.title, item.href)


def _in_short(address: str) -> str:
    """`imaji.co.id/…/asn-berikrar-netral-di-pilkada`: who published it, and the part that says what it is about."""
    host, _, path = address.split("://", 1)[-1].removeprefix("www.").rstrip("/").partition("/")
    path = path.split("?")[0].rstrip("/")
    headline = max(path.split("/"), key=len)
    if headline.count("-") < _SLUG or headline == path:
        return f"{host}/{path}" if path else host
    return f"{host}/…/{headline}"


def _source(item: SourceItem, t: Text) -> Html:
    heading = source_title(item)
    day = t.date(item.published_on, "short") if item.published_on else t("no date")
    note = tag("span", item.note, class_="note") if item.note else None
    return join(heading, tag("span", f"{item.publisher}, {day}", class_="by"), grade_badge(item.grade, t), note, by=" ")
