"""An article cut into pieces by the words that prove a field. Pure; every piece is the text as typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.extract.values import Document, PartKind, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text. `fields` are those that it proves, `opens` those whose quote begins here; `is_disputed`: a
    contradiction rests on it."""

    text: str
    fields: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article: what it is (null = the page's furniture), and its pieces, which join to the line."""

    kind: PartKind | None
    pieces: tuple[Piece, ...]


def lines(document: Document, evidence: Mapping[str, Sequence[Span]], disputed: Iterable[Span] = ()) -> list[Line]:
    """The article's lines with the evidence of each field marked in them. Spans outside the text mark nothing."""
    against, found, start = tuple(disputed), [], 0
    for text in document.text.split("\n"):
        end = start + len(text)
        kinds = [part.kind for part in document.parts if part.span[0] < end and start < part.span[1]]
        kind = next((kind for kind in kinds if kind != "dateline"), kinds[0] if kinds else None)
        found.append(Line(kind, tuple(_pieces(document.text, (start, end), evidence, against))))
        start = end + 1
    return found


def _pieces(text: str, line: Span, evidence: Mapping[str, Sequence[Span]], disputed: Sequence[Span]) -> Iterable[Piece]:
    """The line cut wherever a quote begins or ends."""
    low, high = line
    inside = {name: [span for span in spans if _meet(span, line)] for name, spans in evidence.items()}
    against = [span for span in disputed if _meet(span, line)]
    edges = {edge for spans in (*inside.values(), against) for span in spans for edge in span if low < edge < high}
    cuts = [low, *sorted(edges), high]
    for piece in pairwise(cuts):
        fields = tuple(name for name, spans in inside.items() if any(_meet(span, piece) for span in spans))
        opens = tuple(
            name for name in fields if any(max(span[0], low) == piece[0] for span in inside[name] if _meet(span, piece))
        )
        yield Piece(text[slice(*piece)], fields, opens, any(_meet(span, piece) for span in against))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
