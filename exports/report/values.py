"""What a report is made of. All words are in the reader's language and plain text: never markup, never a formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.picture import Picture
from i18n import Language

Kind = Literal["text", "number", "state"]
"""How a cell stands: words at the left, figures at the right, and the name of a state where there is no figure."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell as it is printed. Nothing to say is ""."""

    words: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the first section: labelled facts, and the code that leads back.

    `square_says` is what a QR code beside them says, null = none can be looked up; `square_alt` its text alternative.
    """

    title: str
    subject: tuple[str, str]
    facts: tuple[tuple[str, str], ...]
    code: tuple[str, str]
    square_says: str | None
    square_alt: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture at its size in cm. The caption is a label with its number (`Gambar 1`) and words, `alt` the finding."""

    picture: Picture
    width: float
    height: float
    label: str
    number: int
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is printed, cut to what a report has room for; `notes` say where there are more rows.

    `name` is the table's. There are `total` rows, of which the briefing has `held`. `shares` are the columns' parts of
    the width, 1 in all.
    """

    name: str
    label: str
    number: int
    caption: str
    headings: tuple[Entry, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[Entry, ...], ...]
    held: int
    total: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section: the finding, further sentences as running text, picture, tables, notes, numbers of its sources.

    `more` and `cited` are "" where there is nothing.
    """

    heading: str
    finding: str
    more: str
    shown: Shown | None
    grids: tuple[Grid, ...]
    notes: tuple[str, ...]
    cited: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source in the numbered list: what it is, how good as evidence, and its address, null = a file without one.

    `opens`: the address is one that a reader's program may open.
    """

    words: str
    url: str | None
    opens: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The whole. `band` stands on every page, null = real data. `page_words` go before, between and after x and y.

    `footer` is the code and the data's day. `description` is the first finding, for what lists files.
    """

    language: Language
    description: str
    head: Head
    band: str | None
    parts: tuple[Part, ...]
    sources_heading: str
    sources: tuple[Source, ...]
    sources_rest: str
    closing_heading: str
    closing: tuple[str, ...]
    footer: str
    page_words: tuple[str, str, str]
