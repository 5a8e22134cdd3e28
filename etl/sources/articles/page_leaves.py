"""The lines of a web page where they stand: each innermost element that holds text of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html  # type: ignore[import-untyped]  # lxml ships no types

BREAK = "\ue000"
"""The end of a line inside an element: white space is not kept, and this is none."""

_LEAVES = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "figcaption", "time", "td", "dd", "div"}
)
_ASIDE = frozenset({"aside", "nav", "footer", "form", "button", "script", "style", "template", "noscript"})
_ASIDE_NAMES = re.compile(
    r"related|terkait|popul[ae]r|trending|sidebar|widget|share|komentar|comment|cookie|kuki|iklan|advert|banner|byline"
    r"|author|penulis|breadcrumb|menu",
    re.IGNORECASE,
)
_CAPTION_NAMES = re.compile(r"caption|keterangan-?(?:foto|gambar)", re.IGNORECASE)
_AROUND = frozenset({"figure", "picture", "a", "center", "span"})
_MOSTLY = 0.5
_NO_SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Leaf:
    """An innermost element with text. `tag` is `figcaption` also where a class says so; `parent` is the path of
    the element that holds it; `aside`: it stands in a menu, a list of other articles, a form or the like, or is mostly
    links."""

    tag: str
    lines: tuple[str, ...]
    parent: str
    aside: bool

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(self.lines)


def read(tree: html.HtmlElement) -> list[Leaf]:
    """The leaves of a page in its order."""
    outer: set[html.HtmlElement] = set()
    for element in tree.iter(*_LEAVES):
        above = element.getparent()
        while above is not None and above not in outer:
            outer.add(above)
            above = above.getparent()
    return [
        _leaf(element, lines)
        for element in tree.iter(*_LEAVES)
        if element not in outer and (lines := lines_of(element.text_content()))
    ]


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text with breaks, each run of white space one blank; blank ones left out."""
    return tuple(line for part in text.split(BREAK) if (line := " ".join(part.split())))


def key(line: str) -> str:
    """A line's letters and figures alone: equal where two readings differ in blanks and signs."""
    return _NO_SIGN.sub("", line).lower()


def _leaf(element: html.HtmlElement, lines: tuple[str, ...]) -> Leaf:
    above = element.getparent()
    while above.getparent() is not None and (above.tag in _AROUND or _CAPTION_NAMES.search(_names(above))):
        above = above.getparent()
    captioned = element.tag == "figcaption" or _CAPTION_NAMES.search(_names(element))
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    aside = linked > _MOSTLY * sum(map(len, lines)) or any(map(_is_aside, (element, *element.iterancestors())))
    # an element's proxy goes when nobody holds it, and with it its identity: its path stays
    return Leaf("figcaption" if captioned else element.tag, lines, above.getroottree().getpath(above), aside)


def _is_aside(element: html.HtmlElement) -> bool:
    return element.tag in _ASIDE or (element.tag not in {"html", "body"} and bool(_ASIDE_NAMES.search(_names(element))))


def _names(element: html.HtmlElement) -> str:
    """Class and id."""
    return f"{element.get('class', '')} {element.get('id', '')}"
