"""A countdown that leads to another day than the printed one."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.values import Conflict
from i18n import N_

MESSAGE = N_("“{anchor}” leads to {day}, but the text prints “{words}”.")


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """One for the ceremony's day; `alternative` is the day counted to."""
    dated = ceremony.dated
    if dated is None or dated.day is None or not dated.anchors:
        return
    first = dated.anchors[0]
    values = {
        "anchor": text.reading.quote(first.span),
        "day": first.day,
        "words": text.reading.quote(dated.day.span),
    }
    spans = (*(anchor.span for anchor in dated.anchors if anchor.day == first.day), dated.day.span)
    yield Conflict(
        kind="relative_date",
        fields=("date",),
        message=MESSAGE,
        evidence=spans,
        values=values,
        alternative=first.day.isoformat(),
    )
