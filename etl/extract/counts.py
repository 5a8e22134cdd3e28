"""How many took part and how many signed, told apart from totals, guests, rooms and people who are no ASN. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from etl.clean.counts import read_count
from etl.extract.activity import PERFORMED, SIGN
from etl.extract.reading import Found, Reading, Sentence
from etl.extract.values import People, Span
from warehouse.vocabulary import Qualifier


class CountRole(StrEnum):
    """What a number of people counts."""

    PARTICIPANTS = "participants"
    SIGNERS = "signers"
    PART = "part"
    """One of several numbers that make up another (on site, online, PNS, PPPK, by office)."""
    NEITHER = "neither"
    """A total, people invited or still to follow, a room's size, people who are no ASN."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people at `span`. `strength` orders counts of one role: the higher is meant."""

    span: Span
    people: People
    role: CountRole
    sentence: int
    strength: int
    noun: str


_WORDS = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|belas|puluh|ratus|ribu|juta"
)
_LEAD = (
    r"(?:(?:kurang lebih|lebih kurang|lebih dari|sekitar|sekira(?:nya)?|kira-kira|hampir|nyaris|setidak(?:nya"
    r"|-tidaknya)|sedikitnya"
    r"|sekurang-kurangnya|sekurangnya|paling sedikit|paling banyak|minimal|maksimal|(?:tidak|tak) kurang dari|±"
    r"|\+/-|ada|sebanyak|sejumlah|total"
    r"|tercatat)\s?)*"
)
_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?(?:\s?(?:ribu|rb|juta)\b)?(?:\s?-?an\b)?"
    rf"|(?:belasan|puluhan|ratusan|ribuan|seribuan|seratusan)(?: ribu| juta)?|(?:{_WORDS})(?: (?:{_WORDS}))*"
)
_STAFF = (
    r"asn\b|pns\b|pppk\b|p3k\b|cpns\b|pegawai|aparatur(?: sipil negara)?|pejabat|abdi negara|karyawan"
    r"|kepala (?:perangkat daerah|opd|skpd|dinas"
    r"|badan|organisasi perangkat daerah|bagian|satuan kerja|sekolah|puskesmas|bidang)|camat|lurah|guru|personel"
    r"|staf\b|pimpinan (?:opd|skpd|perangkat)"
    r"|perwakilan (?:asn|pegawai|opd)|gubernur|bupati|asisten|staf ahli|eselon|administrator|pengawas|pelaksana"
)
_COUNT = re.compile(
    rf"(?<![\w/.,-])(?<!salah )(?P<lead>{_LEAD})(?P<number>{_NUMBER})(?![\w/%]|[.,]\d)(?: (?:orang"
    rf"|org))?(?: (?P<noun>{_STAFF}|orang|peserta|perwakilan))"
    r"|(?<![\w/.,-])(?<!salah )(?P<lead2>"
    + _LEAD
    + r")(?P<number2>"
    + _NUMBER
    + r")(?![\w/%]|[.,]\d) (?P<noun2>orang|org|peserta)\b"
)
_ALL = re.compile(
    rf"\b(?:seluruh|semua|segenap|seluruhnya|semuanya)\b(?: (?P<noun>(?:jajaran |para )?(?:{_STAFF}|peserta)\w*))?"
)
_REPRESENTED = re.compile(
    r"\b(?:mewakili (?:\S+ ){0,2}(?:asn|pns|pegawai)|(?:(?:sejumlah|para) )?perwakilan (?:asn|pegawai|pns)"
    r"|diwakili \w+)\b"
)

_NO_STAFF = re.compile(
    r"^\W*(?:orang |pegawai |tenaga |kepala |perangkat )?(?:desa|kades|kampung|honorer|kontrak|thl|ppnpn|petani"
    r"|warga|anak|pemerintah non|non-?asn|tni|polri"
    r"|pemilih|penonton|pedagang|pelajar|siswa|mahasiswa|jurnalis|wartawan)"
)
_HONORARY_BEHIND = re.compile(r"(?: lainnya)? (?:tenaga )?(?:honorer|kontrak)\b")
_SPREAD = re.compile(r"[^.,;]{0,30}\b(?:tersebar|seluruhnya|diharapkan)\b")
_TOO = re.compile(r"(?: \w+){0,2} (?:turut|juga|ikut) ")
_PLAIN = 4
"""Strength of a number; `perwakilan` and `seluruh` without one are weaker."""

_SIGNING = re.compile(rf"\b{SIGN}\b|\bpakta oleh\b|\bmengumpulkan pakta")
_TAKING_PART = re.compile(
    r"\b(?:ikrar oleh|mengikuti|diikuti|ikuti|dihadiri|menghadiri|hadir|hadiri|mengucap\w*|diucap\w*|pengucapan"
    r"|membaca\w*"
    r"|dibaca\w*|memadati|berikrar|peserta"
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
    r"\b(?:jumlah (?:seluruh |total |keseluruhan )?(?:asn|pns|pegawai|aparatur)|total (?:asn|pegawai|pns)"
    r"|memiliki|mempunyai|seluruhnya|tersebar|jumlah itu tidak"
    r"|dari total|diharapkan|tidak termasuk|data setempat)\b"
)
_ROOM = re.compile(
    r"\b(?:masing-masing|kapasitas|berkapasitas|daya tampung|ruangan|diundang|mengundang|undangan)\b[^.,;]{0,40}$"
)
_YEAR = re.compile(r"\b(?:pemilu|pilkada|tahun|serentak|pemilihan|umum|ulang|pilpres|pileg|pilgub|serentak)\s*$")
_MISSING = re.compile(
    r"^(?: lainnya)?(?: (?:yang|di antaranya|masih))* (?:belum|absen|berhalangan|menyusul|akan|direncanakan"
    r"|dijadwalkan|diminta|wajib|harus"
    r"|tidak (?:hadir|ikut|mengikuti|dapat|diikutsertakan|menandatangani|termasuk))\b"
)
_OF = re.compile(
    r"\b(?:dari(?: jumlah| total)?|termasuk(?: dalam)?|di antaranya|yakni|yaitu|terdiri (?:dari|atas)"
    r"|rinciannya)\s*[:,]?\s*$"
)
_PARTS = re.compile(r"\b(?:terdiri (?:dari|atas)|rinciannya|rincian|dari jumlah (?:itu|tersebut)|meliputi|merinci)\b")
_ACHIEVED = re.compile(r"\b(?:baru|sudah|telah|hingga|sehingga)\s*$")


def counts_in(reading: Reading, numbers: Sequence[int]) -> list[Count]:
    """Every count of people in these sentences with its role, in the order of the text."""
    found = [count for number in numbers for count in _counts(reading, number, reading.sentences[number])]
    return sorted(found, key=lambda count: count.span)


def chosen(reading: Reading, counts: Sequence[Count], role: CountRole) -> Found[People] | None:
    """The count of a role: in the body before headlines, the writer's before speech, a number before `seluruh`."""

    def rank(count: Count) -> tuple[bool, bool, int]:
        sentence = reading.sentences[count.sentence]
        return sentence.kind == "paragraph", not reading.is_spoken(count.span[0]), count.strength

    fitting = [count for count in counts if count.role is role]
    best = max(fitting, key=rank, default=None)
    return Found(best.people, (best.span,)) if best else None


def _counts(reading: Reading, number: int, sentence: Sentence) -> Iterator[Count]:
    if sentence.kind in {"published", "dateline"}:
        return
    taken: list[Span] = []
    for match in reading.find(_COUNT, sentence):
        count = _numbered(reading, number, sentence, match)
        if count is not None:
            taken.append(count.span)
            yield count
    for match in reading.find(_REPRESENTED, sentence):
        if not any(low <= match.end() and match.start() < high for low, high in taken):
            yield from _represented(reading, number, sentence, match)
    for match in reading.find(_ALL, sentence):
        if not any(low <= match.end() and match.start() < high for low, high in taken):
            yield from _everyone(reading, number, sentence, match)


def _numbered(reading: Reading, number: int, sentence: Sentence, match: re.Match[str]) -> Count | None:
    phrase = match[0].strip()
    read = read_count(re.sub(r"^(?:ada|tercatat|total) ", "", phrase))
    if read is None or _YEAR.search(reading.fold[sentence.start : match.start()]):
        return None
    span = (match.end() - len(match[0].lstrip()), match.end())
    noun = match["noun"] or match["noun2"] or ""
    before = reading.fold[sentence.start : match.start()]
    after = reading.fold[match.start("noun") if match["noun"] else match.end() : sentence.end]
    behind = reading.fold[match.end() : sentence.end]
    people = People(read.low, read.high, reading.quote(span), read.qualifier)
    if re.search(r"\bmewakili\s+(?:\w+\s+)?$", before):
        people = People(1, None, reading.quote(span), Qualifier.REPRESENTED)
        return Count(span, people, CountRole.PARTICIPANTS, number, _PLAIN, noun)
    is_staff = not (_NO_STAFF.match(after) or _HONORARY_BEHIND.match(behind))
    role = _number_role(reading, sentence, span) if is_staff else CountRole.NEITHER
    strength = _PLAIN + bool(_ACHIEVED.search(before)) + (noun != "orang") - 2 * (read.qualifier is Qualifier.WORD)
    return Count(span, people, role, number, strength, noun)


def _number_role(reading: Reading, sentence: Sentence, span: Span) -> CountRole:
    """What a number counts, by the words right around it, else by the verb that governs it."""
    before, behind = reading.fold[sentence.start : span[0]], reading.fold[span[1] : sentence.end]
    role = _role(reading, sentence, span)
    if _PARTS.search(before) and role is not CountRole.SIGNERS:
        return CountRole.PART
    if _TOO.match(behind) and _SIGNING.search(behind):
        return CountRole.PART
    aside = _OF.search(before) or _ROOM.search(before) or _MISSING.match(behind)
    if aside or _TOTAL.search(before) or _SPREAD.match(behind):
        return CountRole.NEITHER
    return role or CountRole.PART


def _represented(reading: Reading, number: int, sentence: Sentence, match: re.Match[str]) -> Iterator[Count]:
    """`perwakilan ASN` without a number: at least one."""
    before = reading.fold[sentence.start : match.start()]
    if (
        re.search(r"\b(?:dibaca\w*|dibacakan|seorang|diucapkan)(?: oleh)?(?: seorang)?\s*$", before)
        or "diwakili" in match[0]
    ):
        return
    role = _role(reading, sentence, match.span())
    if role is not None:
        people = People(1, None, reading.quote(match.span()), Qualifier.REPRESENTED)
        yield Count(match.span(), people, role, number, 2, "")


def _everyone(reading: Reading, number: int, sentence: Sentence, match: re.Match[str]) -> Iterator[Count]:
    noun = match["noun"]
    own = noun is not None or match[0] in {"semuanya", "seluruhnya"}
    behind = reading.fold[match.end() : sentence.end]
    before = reading.fold[max(sentence.start, match.start() - 30) : match.start()]
    if not own or re.match(
        r"[^.;]{0,60}\b(?:diminta|wajib|harus|dapat|diharapkan|akan|agar|belum|diimbau|tidak|dilarang)\b", behind
    ):
        return
    if re.search(
        r"\b(?:kepada|bagi|mengingatkan|mengimbau|meminta|agar|mengajak saya|untuk|jumlah|wajib|dari)(?: \w+)?\s*$",
        before,
    ):
        return
    role = _role(reading, sentence, match.span())
    if role is not None:
        people = People(None, None, reading.quote(match.span()), Qualifier.ALL)
        yield Count(match.span(), people, role, number, 1, noun or "")


def _role(reading: Reading, sentence: Sentence, span: Span) -> CountRole | None:
    """By the verb that governs the people: an active one behind them, a passive one before them."""
    low, high = _clause(reading, sentence, span)
    best: tuple[int, CountRole] | None = None
    for pattern, role in ((_SIGNING, CountRole.SIGNERS), (_TAKING_PART, CountRole.PARTICIPANTS)):
        for verb in pattern.finditer(reading.fold, low, high):
            if verb.start() >= span[0] and verb.end() <= span[1]:
                continue
            is_before = verb.end() <= span[0]
            gap = span[0] - verb.end() if is_before else verb.start() - span[1]
            passive = bool(_PASSIVE.match(verb[0]))
            gap += 0 if passive == is_before else 70
            if best is None or gap < best[0]:
                best = gap, role
    if re.search(r"\bdiwakili(?: oleh)?\s*$", reading.fold[sentence.start : span[0]]):
        signed = _SIGNING.search(reading.fold, sentence.start, sentence.end)
        return CountRole.SIGNERS if signed else CountRole.PARTICIPANTS
    if best is None:
        return _without_verb(reading, sentence, (low, high))
    if best[1] is CountRole.SIGNERS and _IN_ONE_BREATH.search(reading.fold, low, high):
        return CountRole.PARTICIPANTS
    return best[1]


def _without_verb(reading: Reading, sentence: Sentence, clause: Span) -> CountRole | None:
    """In a note without verbs: people on site and online took part, those of a pact signed it."""
    if re.search(r"\b(?:luring|daring)\b", reading.fold[slice(*clause)]):
        return CountRole.PARTICIPANTS
    is_pact = re.search(r"\b[pf]akta integritas\b", reading.words(sentence)) and not PERFORMED.search(
        reading.words(sentence)
    )
    return CountRole.SIGNERS if is_pact else None


_BREAKS = re.compile(
    r"\b(?:sedangkan|(?<!penjabat )sementara|adapun|namun|tetapi|begitu pula)\b|[:]|,? (?:kemudian|lalu|dan kemudian) "
)


def _clause(reading: Reading, sentence: Sentence, span: Span) -> Span:
    """The clause around a span."""
    low, high = sentence.start, sentence.end
    for found in reading.find(_BREAKS, sentence):
        if found.end() <= span[0]:
            low = found.end()
        elif found.start() >= span[1] and found[0].strip(" ,") not in {"kemudian", "lalu"}:
            high = min(high, found.start())
    return low, high
