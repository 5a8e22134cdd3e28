"""Two places of a document that give one field differently."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.assemble import other_prints
from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.values import Conflict
from i18n import N_

MESSAGE = N_("“{other}” stands beside “{words}” for the same ceremony.")


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """One for each other day that a caption prints."""
    dated = ceremony.dated
    if dated is None or dated.day is None or not ceremony.segment.is_first:
        return
    for other in other_prints(text, ceremony.segment, dated):
        values = {"other": text.reading.quote(other.span), "words": text.reading.quote(dated.day.span)}
        yield Conflict(
            kind="source", fields=("date",), message=MESSAGE, evidence=(other.span, dated.day.span), values=values
        )
