"""A day of the week that the date does not have."""

from __future__ import annotations

from collections.abc import Iterator

from etl.clean.date_reading import DateConflict
from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.values import Conflict
from i18n import N_

MESSAGE = N_("“{words}”: the day of the week does not fit the date.")


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """One for the ceremony's day; `alternative` where `kemarin` with the publication, or a countdown, settles it."""
    phrase = ceremony.phrase_with(DateConflict.WEEKDAY)
    if ceremony.dated is None or phrase is None:
        return
    others = ceremony.dated.date.alternatives
    yield Conflict(
        kind="weekday",
        fields=("date",),
        message=MESSAGE,
        evidence=(phrase,),
        values={"words": text.reading.quote(phrase)},
        alternative=others[0].date.isoformat() if others else None,
    )
