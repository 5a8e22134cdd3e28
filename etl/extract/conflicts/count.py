"""Numbers of people that do not fit together: parts and total, named and signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.clean.numerals import number_of
from etl.extract.ceremony import Annotated, Ceremony
from etl.extract.count_roles import CountRole
from etl.extract.counts import Count
from etl.extract.reading import Sentence
from etl.extract.values import Conflict, Span
from i18n import N_
from warehouse.vocabulary import Qualifier

_TAIL = 20
"""Characters behind a number that show what it counts."""

SUM = N_("The parts add up to {sum}, the text gives {total}.")
SIGNED = N_("{named} are named, but {missing} had not signed.")

_PART = re.compile(
    r"(?<![\w.,/])(?P<n>\d{1,3}(?:\.\d{3})*)(?![\d%.,]*\d| ?%) (?!persen|tahun|hari|jam|menit|poin|butir|wi[bt]"
    r"|november|desember)(?=[a-z])"
)
_LIST = re.compile(
    r"\b(?:rincian\w*|terdiri (?:dari|atas)|meliputi|merinci|yakni|yaitu|dari jumlah (?:itu|tersebut))\b"
)
_MISSING = re.compile(
    r"(?P<n>\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|(?:dua|tiga) puluh)"
    r"(?: (?:orang|pejabat|asn|pegawai|kepala \w+|di antaranya)){0,2} (?:yang )?belum (?:menandatangani|meneken"
    r"|tanda|ikut|membubuhkan)"
)


def conflicts(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    """Parts that do not give their total; people named as signers of whom some have not signed."""
    yield from _sums(text, ceremony)
    yield from _missing(text, ceremony)


def _sums(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    for field in ("participants", "signers"):
        people = getattr(ceremony.event, field)
        if people is None or people.qualifier is not Qualifier.EXACT:
            continue
        span = ceremony.event.evidence[field][0]
        home = next(
            n
            for n in ceremony.segment.sentences
            if text.reading.sentences[n].start <= span[0] < text.reading.sentences[n].end
        )
        for number in range(home, home + 4):
            if number not in ceremony.segment.sentences:
                continue
            parts = _parts(text, text.reading.sentences[number], span)
            total = sum(value for value, _ in parts)
            if len(parts) > 1 and total != people.low:
                values = {"sum": total, "total": people.stated}
                yield Conflict(
                    kind="count",
                    fields=(field,),
                    message=SUM,
                    evidence=(span, (parts[0][1][0], parts[-1][1][1])),
                    values=values,
                )
                return


def _parts(text: Annotated, sentence: Sentence, total: Span) -> list[tuple[int, Span]]:
    """The numbers of a list that stands behind `rinciannya`, `terdiri atas`, `dari jumlah itu`."""
    opens = next(
        (
            found
            for found in text.reading.find(_LIST, sentence)
            if found.start() >= total[1] or total[0] < sentence.start
        ),
        None,
    )
    if opens is None:
        return []
    return [
        (int(match["n"].replace(".", "")), (match.start(), min(match.end() + _TAIL, sentence.end)))
        for match in _PART.finditer(text.reading.fold, opens.end(), sentence.end)
    ]


def _missing(text: Annotated, ceremony: Ceremony) -> Iterator[Conflict]:
    named = _named(ceremony.counts)
    for number in ceremony.segment.sentences:
        sentence = text.reading.sentences[number]
        for match in text.reading.find(_MISSING, sentence):
            missing = int(match["n"]) if match["n"].isdigit() else number_of(match["n"])
            if named is None or not missing or named.people.low is None:
                continue
            signed = named.people.low - missing
            values = {"named": named.people.stated, "missing": missing}
            if signed > 0:
                yield Conflict(
                    kind="count",
                    fields=("signers",),
                    message=SIGNED,
                    evidence=(named.span, match.span()),
                    values=values,
                    alternative=str(signed),
                )
                return


def _named(counts: Sequence[Count]) -> Count | None:
    """The largest exact number of people who are said to have signed, headlines included."""
    signed = [each for each in counts if each.role is CountRole.SIGNERS and each.people.qualifier is Qualifier.EXACT]
    return max(signed, key=lambda each: (each.people.low or 0, -each.span[0]), default=None)
