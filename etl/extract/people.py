"""Who led, who read, who witnessed: offices, never names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.offices import office_at, offices_in
from etl.extract.reading import Found, Reading, Sentence
from etl.extract.regions import RegionMention
from etl.extract.values import Span

_WHAT = (
    r"(?:apel|ikrar|upacara|acara|kegiatan|deklarasi|pengucapan|pembacaan|penandatanganan|pernyataan|prosesi|jalannya)"
)
_LED = re.compile(r"\b(?:dipimpin|dipandu)(?: (?:langsung|sendiri|secara langsung))*(?: oleh)? (?=\w)")
_LEADS = re.compile(
    r"\b(?:memimpin(?: langsung| jalannya)*(?: \w+){0,2}|pimpin(?: \w+)?|mengambil (?:sumpah |)ikrar"
    r"|bertindak (?:sebagai|selaku) (?:pemimpin|pembina|inspektur)|"
    r"menjadi (?:pemimpin|pembina|inspektur)|memandu)\b"
)
_PLEDGE = r"\b(?:ikrar|deklarasi|pakta|komitmen|pernyataan)\b"
_NOT_LED = re.compile(
    r"\bmemimpin(?: langsung)? (?:rapat|dinas|badan|lembaga|sidang|kabupaten|kota|instansi|senam|doa)\b"
)
_READ_BY = re.compile(
    r"\b(?:ikrar(?: \w+){0,3}|naskah(?:nya)?(?: \w+){0,2}|deklarasi(?: \w+){0,2}|teks(?: \w+){0,2}"
    r"|pernyataan(?: \w+){0,2})"
    r" (?:itu |tersebut |ini )?(?:dibacakan|dibaca|diucapkan|dilafalkan)(?: langsung)?(?: oleh)? (?=\w)"
    r"|\bpembacaan (?:naskah|ikrar|teks|deklarasi)(?: (?!di)\w+){0,3}(?: dilakukan)? oleh (?=\w)"
    r"|\bpembaca (?:naskah )?(?:ikrar|deklarasi)(?: adalah|,|:)? (?=\w)|^\W*dibacakan(?: oleh)? (?=\w)"
    r"|\b(?:dan|lalu|serta|,|adapun) (?:ikrar |naskah )?dibaca(?:kan)?(?: oleh)? (?=\w)"
)
_READS = re.compile(r"\bmembaca(?:kan)? (?:naskah |teks |bunyi )*(?:ikrar|deklarasi|pernyataan|naskah)")
_WITNESSED = re.compile(
    r"\b(?:disaksikan(?: langsung)?(?: oleh)?|(?:di|dengan) saksi(?:kan)?|(?:sebagai|selaku) saksi(?: adalah|,"
    r"|:)?|di hadapan|di depan(?= (?:ketua|bupati"
    r"|wali|gubernur|bawaslu|kpu))) "
)
_WITNESS = re.compile(r"\b(?:menjadi saksi|(?:yang |ikut |turut )*menyaksikan)\b")
_STOP = re.compile(
    r"[;:(]|\b(?:yang|untuk|di(?! hadapan)|pada|dalam|dengan|saat|ketika|sebelum|setelah|usai|mengatakan|selaku"
    r"|diikuti|dihadiri|dibacakan|ditandatangani"
    r"|dipimpin|karena|sedangkan|sementara)\b"
)
_GAP = 70


def led_by(reading: Reading, numbers: Sequence[int], regions: Sequence[RegionMention]) -> Found[str] | None:
    """The office that led the pledge, else the ceremony."""
    found = leaders(reading, numbers, regions)
    return next((each for each in found if _is_of_pledge(reading, each)), found[0] if found else None)


def leaders(reading: Reading, numbers: Sequence[int], regions: Sequence[RegionMention]) -> list[Found[str]]:
    """Every office that led something in the body, in order."""
    body = _body(reading, numbers)
    return [each for number in body for each in _leaders(reading, reading.sentences[number], regions)]


def _leaders(reading: Reading, sentence: Sentence, regions: Sequence[RegionMention]) -> Iterator[Found[str]]:
    """Every office of a sentence that leads: by a passive verb before it, by an active one behind it."""
    for match in reading.find(_LED, sentence):
        named = _office_behind(reading, match.end(), sentence, regions)
        if named and not reading.is_spoken(match.start()):
            yield Found(named[0], ((match.start(), named[1][1]),))
    for match in reading.find(_LEADS, sentence):
        if reading.is_spoken(match.start()) or _NOT_LED.match(reading.fold, match.start()):
            continue
        named = _office_before(reading, match.start(), sentence, regions)
        if named and not match[0].startswith("pimpin"):
            yield Found(named[0], ((named[1][0], match.end()),))


def _is_of_pledge(reading: Reading, leader: Found[str]) -> bool:
    """True where the words around the verb name the pledge: `ikrar dipimpin …`, `… memimpin pembacaan ikrar`."""
    low, high = leader.spans[0]
    before = re.search(rf"{_PLEDGE}[^.;,\n]*\bdip\w+", reading.fold[max(low - 35, 0) : high])
    behind = re.search(rf"\b(?:memimpin|mengambil|memandu)\b[^.;,\n]*{_PLEDGE}", reading.fold[low : high + 25])
    return bool(before or behind)


def headline_leader(reading: Reading, regions: Sequence[RegionMention]) -> Found[str] | None:
    """The office that a headline lets lead: `Bupati Mojokerto Pimpin Ikrar`."""
    for sentence in reading.sentences:
        if sentence.kind == "headline":
            for match in reading.find(
                re.compile(rf"\b(?:pimpin|memimpin|dipimpin)(?: langsung)?(?: {_WHAT})?\b"), sentence
            ):
                named = _office_before(reading, match.start(), sentence, regions)
                if match[0].startswith("dipimpin"):
                    named = _office_behind(reading, match.end() + 1, sentence, regions)
                if named:
                    return Found(named[0], ((min(named[1][0], match.start()), max(named[1][1], match.end())),))
    return None


def read_by(reading: Reading, numbers: Sequence[int], regions: Sequence[RegionMention]) -> Found[str] | None:
    """The office that read the text aloud."""
    for number in _body(reading, numbers):
        sentence = reading.sentences[number]
        for match in reading.find(_READ_BY, sentence):
            named = _office_behind(reading, match.end(), sentence, regions)
            if named and not reading.is_spoken(match.start()):
                return Found(named[0], ((match.start(), named[1][1]),))
        for match in reading.find(_READS, sentence):
            named = _office_before(reading, match.start(), sentence, regions)
            if named and not reading.is_spoken(match.start()):
                return Found(named[0], ((named[1][0], match.end()),))
    return None


def witnesses(
    reading: Reading, numbers: Sequence[int], regions: Sequence[RegionMention]
) -> Found[tuple[str, ...]] | None:
    """The offices that witnessed, in order."""
    names: list[str] = []
    spans: list[Span] = []
    for number in _body(reading, numbers):
        sentence = reading.sentences[number]
        for match in reading.find(_WITNESSED, sentence):
            if reading.is_spoken(match.start()):
                continue
            stop = _STOP.search(reading.fold, match.end(), sentence.end)
            listed = offices_in(reading, match.end(), stop.start() if stop else sentence.end, regions)
            if listed:
                _add(names, spans, listed, (match.start(), listed[-1][1][1]))
        for match in reading.find(_WITNESS, sentence):
            if reading.is_spoken(match.start()):
                continue
            before = _clause_start(reading, sentence, match.start())
            listed = offices_in(reading, before, match.start(), regions)
            near = _joined(reading, [each for each in listed if match.start() - each[1][1] < 2 * _GAP], match.start())
            if near and not re.search(r"\btenaga kontrak|honorer|warga\b", reading.fold[before : match.start()]):
                _add(names, spans, near, (near[0][1][0], match.end()))
    return Found(tuple(names), tuple(spans)) if names else None


def _joined(reading: Reading, listed: list[tuple[str, Span]], verb: int) -> list[tuple[str, Span]]:
    """The last offices before a verb that commas and conjunctions join, without another verb between them."""
    kept = [each for each in listed[-1:] if verb - each[1][1] < _GAP]
    for each in reversed(listed[:-1]) if kept else ():
        between = reading.fold[each[1][1] : kept[0][1][0]]
        if not re.search(r"\bdan\b|\bserta\b|,", between) or re.search(r"\b(?:me|di|ber)[a-z]{4,}", between):
            break
        kept.insert(0, each)
    return kept


def _add(names: list[str], spans: list[Span], listed: Sequence[tuple[str, Span]], span: Span) -> None:
    for name, _ in listed:
        if name not in names:
            names.append(name)
    spans.append(span)


def _body(reading: Reading, numbers: Sequence[int]) -> list[int]:
    return [number for number in numbers if reading.sentences[number].kind in {"paragraph", "caption"}]


def _office_behind(
    reading: Reading, place: int, sentence: Sentence, regions: Sequence[RegionMention]
) -> tuple[str, Span] | None:
    """The office right behind a verb (`dipimpin oleh Plt Bupati`)."""
    return office_at(reading, place, sentence.end, regions)


def _office_before(
    reading: Reading, place: int, sentence: Sentence, regions: Sequence[RegionMention]
) -> tuple[str, Span] | None:
    """The office that is the subject of a verb: the last one before it in its clause that no preposition governs."""
    listed = offices_in(reading, _clause_start(reading, sentence, place), place, regions)
    free = [
        each
        for each in listed
        if place - each[1][1] < _GAP
        and not re.search(
            r"\b(?:kantor|oleh|dari|kepada|mewakili|bersama|dengan|di|sambutan|arahan|tertulis)\s*$",
            reading.fold[max(sentence.start, each[1][0] - 12) : each[1][0]],
        )
    ]
    for each in reversed(free):
        before = reading.fold[max(sentence.start, each[1][0] - 10) : each[1][0]]
        if re.search(r"\b(?:selaku|sebagai) (?:\(?)$", before) and len(free) > 1:
            continue
        return each
    return None


def _clause_start(reading: Reading, sentence: Sentence, place: int) -> int:
    """Where the clause begins: behind the last `sedangkan`, `sementara`, `adapun` or comma with a conjunction."""
    cuts = [
        found.end()
        for found in re.finditer(
            r"\b(?:sedangkan|(?<!penjabat )sementara|adapun|kemudian|lalu)\b", reading.fold[sentence.start : place]
        )
    ]
    return sentence.start + (cuts[-1] if cuts else 0)
