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
    dated = ceremony.dated
    if (
        dated is None
        or dated.day is None
        or dated.reading is None
        or dated.reading.conflict is not DateConflict.WEEKDAY
    ):
        return
    others = dated.date.alternatives
    settled = others[0].date.isoformat() if others else None
    values = {"words": text.reading.quote(dated.day.span)}
    yield Conflict(
        kind="weekday",
        fields=("date",),
        message=MESSAGE,
        evidence=(dated.day.span,),
        values=values,
        alternative=settled,
    )
