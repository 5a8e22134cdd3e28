"""A headline that says more, or something else, than the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.people import headline_leader, leaders
from etl.extract.reading import Sentence
from etl.extract.values import Conflict
from i18n import N_

ALL = N_("The headline speaks of all (“{headline}”), the text only of some (“{words}”).")
LEADER = N_("The headline lets {headline} lead, the text {body}.")

_EVERYONE = re.compile(r"\b(?:seluruh|semua|segenap)\b(?: \w+){0,2} ?(?:asn|pns|pegawai|aparatur|pejabat)?")
_ONLY = re.compile(
    r"\bbaru (?:sebatas |hanya )?(?:para )?(?:pejabat|eselon|kepala|asn|sebagian|pimpinan|pegawai)[^.,;]{0,30}"
    r"|\bhanya (?:pejabat|eselon|kepala|perwakilan|sebagian)[^.,;]{0,30}"
)


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """A headline of all beside a text of some; a headline's leader who is not the text's."""
    if not ceremony.segment.is_first:
        return
    headlines = [each for each in text.reading.sentences if each.kind == "headline" and _is_about(text, each)]
    yield from _everyone(text, ceremony, headlines)
    leader = headline_leader(text.reading, text.regions)
    own = ceremony.event.led_by
    told = {_plain(each.value) for each in leaders(text.reading, ceremony.segment.sentences, text.regions)}
    if leader and own and _plain(leader.value) not in told:
        values = {"headline": leader.value, "body": own}
        yield Conflict(
            kind="scope",
            fields=("led_by",),
            message=LEADER,
            evidence=(*leader.spans, *ceremony.event.evidence["led_by"]),
            values=values,
        )


def _everyone(text: Annotated, ceremony: Ceremony, headlines: list[Sentence]) -> Iterator[Conflict]:
    for headline in headlines:
        everyone = next(text.reading.find(_EVERYONE, headline), None)
        if everyone is None:
            continue
        for number in ceremony.segment.sentences:
            sentence = text.reading.sentences[number]
            only = next(text.reading.find(_ONLY, sentence), None) if sentence.kind == "paragraph" else None
            if only is not None:
                field = "signers" if ceremony.event.signers else "participants"
                values = {
                    "headline": text.reading.quote((headline.start, headline.end)),
                    "words": text.reading.quote(only.span()),
                }
                yield Conflict(
                    kind="scope",
                    fields=(field,),
                    message=ALL,
                    evidence=((headline.start, headline.end), only.span()),
                    values=values,
                )
                return


def _is_about(text: Annotated, headline: Sentence) -> bool:
    return headline.end - headline.start > 10 and bool(text.acts)


def _plain(office: str) -> str:
    """An office without its acting form: a headline may leave out `Pj`."""
    return re.sub(r"^(?:pjs|pj|plt|plh)\.? ", "", office.lower())
