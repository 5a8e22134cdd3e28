"""What contradicts itself in a document: one file a kind, each from a ceremony to its conflicts. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.conflicts import count, legal_citation, ordinal, publication, relative_date, scope, source, weekday
from etl.extract.values import Conflict

_KINDS: tuple[Callable[[Annotated, Ceremony], Iterator[Conflict]], ...] = (
    weekday.conflicts,
    relative_date.conflicts,
    publication.conflicts,
    ordinal.conflicts,
    scope.conflicts,
    count.conflicts,
    legal_citation.conflicts,
    source.conflicts,
)


def conflicts_of(text: Annotated, ceremonies: Sequence[Ceremony]) -> list[Conflict]:
    """Every conflict of every ceremony, once each."""
    found: list[Conflict] = []
    for ceremony in ceremonies:
        for kind in _KINDS:
            found += [each for each in kind(text, ceremony) if each not in found]
    return found
