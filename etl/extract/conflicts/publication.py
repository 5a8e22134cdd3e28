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
    phrase = ceremony.phrase_with(DateConflict.PUBLICATION)
    if phrase is None:
        return
    lines = tuple(part.span for part in text.reading.document.parts if part.kind == "published")
    values = {"published": text.reading.document.published_on, "words": text.reading.quote(phrase)}
    yield Conflict(kind="publication", fields=("date",), message=MESSAGE, evidence=(phrase, *lines), values=values)
