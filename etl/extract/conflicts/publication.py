"""A ceremony told as past, on a day after the text came out."""

from __future__ import annotations

from collections.abc import Iterator

from etl.clean.date_reading import DateConflict
from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.values import Conflict
from i18n import N_

MESSAGE = N_("Published on {published}, before the ceremony it tells of (“{words}”).")


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """One for the ceremony's day."""
    dated = ceremony.dated
    if (
        dated is None
        or dated.day is None
        or dated.reading is None
        or dated.reading.conflict is not DateConflict.PUBLICATION
    ):
        return
    lines = tuple(part.span for part in text.reading.document.parts if part.kind == "published")
    values = {"published": text.reading.document.published_on, "words": text.reading.quote(dated.day.span)}
    yield Conflict(
        kind="publication", fields=("date",), message=MESSAGE, evidence=(dated.day.span, *lines), values=values
    )
