"""An anniversary with a number that its day does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.values import Conflict
from i18n import N_

MESSAGE = N_("“{words}”: in {year} it is number {number}.")

_FOUNDED = {"korpri": 1971, "ri": 1945, "republik indonesia": 1945, "kemerdekaan": 1945}
"""Korpri by Keppres 82/1971 on 29 November 1971; the Republic on 17 August 1945."""

_WHOSE = "|".join(sorted(_FOUNDED, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"\b(?:(?:hut|hari ulang tahun|hari|dirgahayu)\s+)?(?:ke-?\s?(?P<before>\d{{2,3}})\s+(?P<whose>{_WHOSE})\b"
    rf"|(?P<name>{_WHOSE})\s+ke-?\s?(?P<after>\d{{2,3}})\b)"
)


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """One a wrong number; `alternative` is the right one in the year of the ceremony."""
    if ceremony.dated is None:
        return
    year = ceremony.dated.date.low.year
    for number in ceremony.segment.sentences:
        for match in text.reading.find(_ORDINAL, text.reading.sentences[number]):
            right = year - _FOUNDED[match["whose"] or match["name"]]
            if int(match["before"] or match["after"]) != right:
                values = {"words": text.reading.quote(match.span()), "year": year, "number": right}
                yield Conflict(
                    kind="ordinal",
                    fields=(),
                    message=MESSAGE,
                    evidence=(match.span(),),
                    values=values,
                    alternative=str(right),
                )
                return
