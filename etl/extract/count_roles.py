"""What a number of people counts, by the words around it: who took part, who signed, or neither. Pure."""

from __future__ import annotations

import re
from enum import StrEnum

from etl.extract.activity import PERFORMED, SIGN
from etl.extract.reading import Reading, Sentence
from etl.extract.values import Span


class CountRole(StrEnum):
    """What a number of people counts."""

    PARTICIPANTS = "participants"
    SIGNERS = "signers"
    PART = "part"
    """One of several numbers that make up another (on site, online, PNS, PPPK, by office)."""
    NEITHER = "neither"
    """A total, people invited or still to follow, a room's size, people who are no ASN."""


_SPREAD = re.compile(r"[^.,;]{0,30}\b(?:tersebar|seluruhnya|diharapkan)\b")
_TOO = re.compile(r"(?: \w+){0,2} (?:turut|juga|ikut) ")
_EMPTY = re.compile(r"(?:dilaksanakan|melaksanakan|dilakukan|melakukan|digelar|menggelar)")
"""Verbs that say only that something was done."""
_SIGNING = re.compile(rf"\b{SIGN}\b|\bpakta oleh\b|\bmengumpulkan pakta")
_TAKING_PART = re.compile(
    r"\b(?:ikrar oleh|mengikuti(?:nya)?|diikuti|ikuti|dihadiri|menghadiri(?:nya)?|hadir|hadiri"
    r"|mengucap\w*|diucap\w*|pengucapan"
    r"|membaca\w*"
    r"|dibaca\w*|memadati|memenuhi (?:halaman|lapangan|pendop\w+|aula|ruang\w*|gedung|tribun|alun-alun)"
    r"|berikrar|peserta"
    r"|datang|mendeklarasi\w*|menyatakan|berkumpul|melaksanakan|dilaksanakan|menggelar|digelar|mengambil ikrar"
    r"|melakukan|dilakukan|mengikrarkan"
    r"|bersama|melibatkan|ikut|bergabung|berjanji|berbaris|mengumpulkan|mengirim)\b"
)
_IN_ONE_BREATH = re.compile(
    rf"\b{SIGN}(?: [\w,-]+){{0,4}}? (?:dan|serta|sekaligus) (?:berikrar|mengucap\w*|membaca\w*|pembacaan)"
    rf"|\b(?:berikrar|(?:mengucap\w*|membaca\w*)(?: \w+){{1,4}}) (?:dan|serta|sekaligus) {SIGN}"
)
_PASSIVE = re.compile(
    r"^(?:di|penandatangan|peserta|pengucapan|bersama|melibatkan|mengumpulkan|mengambil|mengirim|yang)"
)
_TOTAL = re.compile(
    r"\b(?:jumlah (?:seluruh |total |keseluruhan )?(?:asn|pns|pegawai|aparatur)(?! yang (?:hadir|menandatangani"
    r"|mengikuti|ikut))|total (?:asn|pegawai|pns)"
    r"|memiliki|mempunyai|seluruhnya|tersebar|jumlah itu tidak"
    r"|dari total|diharapkan|tidak termasuk|data setempat)\b"
)
_ROOM = re.compile(
    r"\b(?:masing-masing|kapasitas|berkapasitas|daya tampung|ruangan|diundang|mengundang|undangan)\b[^.,;]{0,40}$"
)
_MISSING = re.compile(
    r"^(?: (?!yang)\w+){0,3} belum\b|^(?: lainnya)?(?: (?:yang|di antaranya|masih))* (?:belum|absen|berhalangan"
    r"|menyusul|akan|direncanakan"
    r"|dijadwalkan|diminta|wajib|harus"
    r"|tidak (?:hadir|ikut|mengikuti|dapat|diikutsertakan|menandatangani|termasuk))\b"
)
_OF = re.compile(
    r"\b(?:sisanya|selebihnya|dari(?: jumlah| total)?|termasuk(?: dalam)?|di antaranya|yakni|yaitu"
    r"|terdiri (?:dari|atas)"
    r"|rinciannya)\s*[:,]?\s*$"
)
_PARTS = re.compile(r"\b(?:terdiri (?:dari|atas)|rinciannya|rincian|meliputi|merinci)\b")
_OF_THESE = re.compile(r"\bdari jumlah (?:itu|tersebut)\b")
_BREAKS = re.compile(
    r"\b(?:sedangkan|(?<!penjabat )sementara|adapun|namun|tetapi|begitu pula)\b|[:]|,? (?:kemudian|lalu|dan kemudian) "
)


def role_of_number(reading: Reading, sentence: Sentence, span: Span) -> CountRole:
    """What a number counts, by the words right around it, else by the verb that governs it."""
    before, behind = reading.fold[sentence.start : span[0]], reading.fold[span[1] : sentence.end]
    role = role_of_people(reading, sentence, span)
    if _PARTS.search(before) or (_OF_THESE.search(before) and role is not CountRole.SIGNERS):
        return CountRole.PART
    if _TOO.match(behind) and _SIGNING.search(behind):
        return CountRole.PART
    aside = _OF.search(before) or _ROOM.search(before) or _MISSING.match(behind)
    if aside or _TOTAL.search(before) or _SPREAD.match(behind):
        return CountRole.NEITHER
    return role or CountRole.PART


def role_of_people(reading: Reading, sentence: Sentence, span: Span) -> CountRole | None:
    """By the verb that governs the people: an active one behind them, a passive one before them."""
    low, high = _clause(reading, sentence, span)
    best: tuple[int, CountRole, bool] | None = None
    for pattern, role in ((_SIGNING, CountRole.SIGNERS), (_TAKING_PART, CountRole.PARTICIPANTS)):
        for verb in pattern.finditer(reading.fold, low, high):
            if verb.start() >= span[0] and verb.end() <= span[1]:
                continue
            is_before = verb.end() <= span[0]
            gap = span[0] - verb.end() if is_before else verb.start() - span[1]
            passive = bool(_PASSIVE.match(verb[0]))
            gap += 0 if passive == is_before else 70
            if best is None or gap < best[0]:
                best = gap, role, _EMPTY.match(verb[0]) is not None
    if re.search(r"\bdiwakili(?: oleh)?\s*$", reading.fold[sentence.start : span[0]]):
        signed = _SIGNING.search(reading.fold, sentence.start, sentence.end)
        return CountRole.SIGNERS if signed else CountRole.PARTICIPANTS
    if best and best[1] is CountRole.PARTICIPANTS and best[2] and _is_signing(reading, (low, high)):
        return CountRole.SIGNERS
    if best is None:
        return _without_verb(reading, sentence, (low, high))
    if best[1] is CountRole.SIGNERS and _IN_ONE_BREATH.search(reading.fold, low, high):
        return CountRole.PARTICIPANTS
    return best[1]


def _is_signing(reading: Reading, clause: Span) -> bool:
    """True where a clause is about signing alone: `penandatanganan dilakukan oleh lima perwakilan`."""
    words = reading.fold[slice(*clause)]
    return bool(_SIGNING.search(words)) and not re.search(r"\b(?:ikrar|pembacaan|pengucapan|apel|deklarasi)\b", words)


def _without_verb(reading: Reading, sentence: Sentence, clause: Span) -> CountRole | None:
    """Without verbs: people on site and online, or in a headline of a pledge, took part; those of a pact signed it."""
    if re.search(r"\b(?:luring|daring)\b", reading.fold[slice(*clause)]):
        return CountRole.PARTICIPANTS
    if sentence.kind == "headline" and re.search(r"\b(?:ber)?ikrar", reading.words(sentence)):
        return CountRole.PARTICIPANTS
    is_pact = re.search(r"\b[pf]akta integritas\b", reading.words(sentence)) and not PERFORMED.search(
        reading.words(sentence)
    )
    return CountRole.SIGNERS if is_pact else None


def _clause(reading: Reading, sentence: Sentence, span: Span) -> Span:
    """The clause around a span."""
    low, high = sentence.start, sentence.end
    for found in reading.find(_BREAKS, sentence):
        if found.end() <= span[0]:
            low = found.end()
        elif found.start() >= span[1] and found[0].strip(" ,") not in {"kemudian", "lalu"}:
            high = min(high, found.start())
    return low, high
