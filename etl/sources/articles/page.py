"""A web page: the article and not the menu, by trafilatura; captions, subheadings and the date line from the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]  # lxml ships no types
from trafilatura.settings import Document

from etl.sources.articles import page_facts, page_leaves
from etl.sources.articles.contents import Block, Contents
from etl.sources.articles.page_leaves import BREAK, Leaf, key, lines_of
from etl.sources.child.fault import Fault

_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "code", "list", "table", "body", "div", "main", "lb"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_PROSE = frozenset({"p", "li", "blockquote", "dd"})
_POINTER = re.compile(
    r"\W*(?:(?:baca|simak|lihat|tonton)\s+(?:juga|pula|selengkapnya|lainnya)\b"
    r"|(?:artikel|berita|bacaan)\s+(?:terkait|lainnya)\W*$"
    r"|post views\b|advertisement\W*$|iklan\W*$|scroll to (?:continue|resume)|lanjutkan membaca)",
    re.IGNORECASE,
)
"""Lines that point to other articles: not this one's words."""

_DATE = re.compile(r"\b\d{1,2}[\s/.-]+(?:[^\W\d_]{3,9}|\d{1,2})[\s/.,-]+20\d\d\b|\b20\d\d-\d\d-\d\d\b")
_DATE_LINE = 100
"""Characters of a line that gives the day of publication and little else."""

_LITTLE = 300
"""With fewer characters trafilatura takes all words of a page together, menu included."""

_STRETCH = 60
_SENTENCE = re.compile(r"\w.*[.!?][\"”’')\]]*$")


def read(text: str) -> Contents:
    """The blocks of a page's article. Raises Fault where the page holds none."""
    tree = _tree(text)
    facts = page_facts.read(tree)
    leaves = page_leaves.read(tree)
    lines = [line for line in _article(tree) if not _POINTER.match(line)]
    if sum(map(len, lines)) < _LITTLE:
        lines = [line for leaf in leaves if _is_prose(leaf) for line in leaf.lines]
    if not lines:
        raise Fault("no_article_in_page")
    headline = _headline(leaves, facts.titles, lines)
    between = _between(leaves, lines, headline)
    blocks: list[Block] = [("headline", headline)] if headline else []
    blocks += between[""]
    for line in lines:
        if key(line) != key(headline):
            blocks += [(None, line), *between.pop(key(line), ())]
    return Contents(tuple(blocks), facts.publisher, facts.published_on)


def _tree(text: str) -> html.HtmlElement:
    """The page without what is never shown; the ends of lines inside an element are `BREAK`."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    whole = text.replace(BREAK, "").encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(whole, parser=parser)
    except etree.LxmlError as error:  # markup alone, without a document in it
        raise Fault("no_article_in_page") from error
    for hidden in tree.xpath("//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]"):
        if hidden.getparent() is not None:
            hidden.drop_tree()
    for end in list(tree.iter("br")):
        end.tail = BREAK + (end.tail or "")
        end.drop_tag()
    return tree


def _article(tree: html.HtmlElement) -> Iterator[str]:
    """The lines of the article as trafilatura finds it, which looks at nothing beyond the page given."""
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    if not isinstance(found, Document):  # None: nothing that reads like an article
        return
    text = ""
    for event, element in etree.iterwalk(found.body, events=("start", "end")):
        if event == "start":
            text += (BREAK if element.tag in _BLOCKS else " " if element.tag == "cell" else "") + (element.text or "")
        else:
            text += (BREAK if element.tag in _BLOCKS else "") + (element.tail or "")
    yield from lines_of(text)


def _headline(leaves: Sequence[Leaf], titles: Sequence[str], lines: Sequence[str]) -> str:
    """The `h1` that the page's title repeats, else the one nearest before the article, else the title; "" = none."""
    heads = [leaf.text for leaf in leaves if leaf.tag == "h1" and leaf.text]
    repeated = [head for head in heads if any(key(head) in key(title) for title in titles)]
    if repeated:
        return max(repeated, key=len)
    kept = {key(line) for line in lines}
    first = next((at for at, leaf in enumerate(leaves) if leaf.tag != "h1" and key(leaf.text) in kept), 0)
    before = [leaf.text for leaf in leaves[:first] if leaf.tag == "h1" and leaf.text]
    return next(iter([*reversed(before), *titles[:1]]), "")


def _between(leaves: Sequence[Leaf], lines: Sequence[str], headline: str) -> dict[str, list[Block]]:
    """What belongs to the article and trafilatura leaves out, by the key of the line before it ("" = the headline):
    captions, the line with the day of publication, subheadings, and short paragraphs among the others."""
    ends, whole = {key(line) for line in lines} - {key(headline)}, "\n".join(map(key, lines))
    kept = [_is_kept(key(leaf.text), ends, whole) for leaf in leaves]
    told: dict[str, list[Block]] = defaultdict(list)
    if True not in kept:
        return told
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    start = next((at for at in range(first, -1, -1) if leaves[at].text == headline), first)
    parents = {leaf.parent for leaf, is_kept in zip(leaves, kept, strict=True) if is_kept and leaf.tag in _PROSE}
    behind = ""
    for at, leaf in enumerate(leaves):
        if kept[at]:
            behind = next((key(line) for line in reversed(leaf.lines) if key(line) in ends), behind)
        elif leaf.text != headline and not leaf.aside and not _POINTER.match(leaf.text):
            inside = leaf.parent in parents
            if leaf.tag == "figcaption" and (inside or start <= at <= last):
                told[behind].append(("caption", leaf.text))
            elif start <= at < first and len(leaf.text) <= _DATE_LINE and _DATE.search(leaf.text):
                told[behind].append(("published", leaf.text))
            elif (leaf.tag in _HEADINGS and start <= at and any(kept[at + 1 : at + 2])) or (
                leaf.tag in _PROSE and inside and start <= at
            ):
                told[behind] += [(None, line) for line in leaf.lines]
    return told


def _is_kept(leaf: str, ends: set[str], whole: str) -> bool:
    """Whether a leaf's key is a line of the article or a stretch of one: what is short stands in many lines."""
    return leaf in ends or (len(leaf) >= _STRETCH and leaf in whole)


def _is_prose(leaf: Leaf) -> bool:
    """Whether a leaf reads like a paragraph of an article."""
    return leaf.tag in _PROSE | {"div"} and not leaf.aside and bool(_SENTENCE.match(leaf.text))
