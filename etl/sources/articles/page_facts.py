"""What a web page declares of itself: titles, publisher, day of publication. Declared, never guessed from addresses."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import html  # type: ignore[import-untyped]  # lxml ships no types

_WESTERN_TIME = dt.timezone(dt.timedelta(hours=7))
"""Most sites run in UTC and declare it; a day is that of their readers."""

_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "content_publisheddate",
)
_ISO = re.compile(r"20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")
_ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "Report", "WebPage"})


@dataclass(frozen=True, slots=True)
class Facts:
    """`titles`: the page's names for its article, the one for sharing first. Others are null where not declared."""

    titles: tuple[str, ...]
    publisher: str | None
    published_on: dt.date | None


def read(tree: html.HtmlElement) -> Facts:
    """The facts of a page."""
    meta = _meta(tree)
    linked = list(_linked(tree))
    titles = [meta.get("og:title", ""), " ".join((tree.findtext(".//title") or "").split())]
    return Facts(tuple(filter(None, titles)), _publisher(tree, meta, linked), _published(tree, meta, linked))


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """The page's meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles of the page's JSON-LD; broken JSON is as good as none."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        pending = [told]
        while pending:
            value = pending.pop(0)
            if isinstance(value, list):
                pending += value
            elif isinstance(value, dict):
                pending.append(value.get("@graph"))
                kinds = value.get("@type")
                if _ARTICLES & set(kinds if isinstance(kinds, list) else [kinds] if isinstance(kinds, str) else []):
                    yield value


def _publisher(tree: html.HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """The site's name, else its publisher's, else the host of the page's own address."""
    if name := meta.get("og:site_name"):
        return name
    for article in linked:
        publisher = article.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str) and publisher["name"].strip():
            return str(publisher["name"]).strip()
    addresses = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url", "")]
    return next((host for address in addresses if (host := _host(address))), None)


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:  # an address that is none
        return None
    return host.removeprefix("www.") if host else None


def _published(tree: html.HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> dt.date | None:
    stamps = [meta[name] for name in _PUBLISHED_NAMES if name in meta]
    stamps += [article["datePublished"] for article in linked if isinstance(article.get("datePublished"), str)]
    stamps += tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    stamps += tree.xpath("//article//time/@datetime")[:1]
    return next((day for stamp in stamps if (day := _day(stamp))), None)


def _day(stamp: str) -> dt.date | None:
    """The day of a time stamp as its place has it; one in UTC is read in western Indonesian time."""
    found = _ISO.search(stamp)
    if found is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(re.sub(r"\s(?=Z|[+-]\d\d:?\d\d$)", "", found[0]))
    except ValueError:  # a day that no calendar has
        return None
    return moment.astimezone(_WESTERN_TIME).date() if moment.utcoffset() == dt.timedelta(0) else moment.date()
