"""Where and how: venue, on site or online, and the ranks that took part. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.activity import SIGN
from etl.extract.reading import Found, Reading, Sentence
from etl.extract.values import Span
from warehouse.vocabulary import Mode

_CAP = r"[A-Z0-9][\w.'’-]*"
_ROOMS = (
    "halaman|lapangan|aula|gedung|graha|pendopo|pendapa|ruang(?:an)?|balai(?:rung)?|balaikota|alun-alun|hotel|terminal"
    "|pantai|stadion|convention hall|plaza|taman|rumah (?:dinas|wakil|jabatan|adat)|pelataran|selasar|serambi|siring"
    "|tepian|koridor|teras|beranda|lobi|auditorium|wisma|masjid|islamic center|griya|museum|tribun|kantor"
    "|pusat pemerintahan|bangsal|sasana|lantai|teater|kampus|markas|dermaga|mal\\b|joglo|gelanggang|guest house"
    "|ballroom|gelora|mess|asrama|bale|baruga|wantilan|anjong|anjungan|rujab|pusdiklat|monumen|tugu|pasar"
)
"""Kinds of places that hold people, the ones of a single island among them (wantilan, baruga, anjong)."""
_NOUN = rf"(?:(?i:{_ROOMS})|GOR|SMAN?|SMKN?|SMPN?|Grand \w+|MG Setos)"
_FUNCTION = (
    "dan|serta|atau|yang|untuk|dengan|dari|pada|di|ke|oleh|itu|ini|tersebut|saat|ketika|sebelum|setelah|sesudah|usai"
    "|seusai|sehabis|sejak|hingga|sampai|secara|sebagai|sekaligus|sementara|sedangkan|namun|tetapi|karena|guna|agar"
    "|bagi|juga|turut|ikut|telah|sudah|akan|tidak|belum|tanpa|bukan|melainkan|lalu|kemudian|kemarin|tadi|hari|pagi"
    "|siang|sore|malam|pukul|jam|jelang|selama|sekitar|seluruh|semua|para|asn|pns|pppk|pegawai|peserta|puluhan|ratusan"
    "|ribuan|penuh|masing-masing|kami|kita|mereka|tempat|hadir|mulai|menjadi|lain|ikrar|(?:ker|ruang|kantor)\\w*nya"
)
_VERB = r"(?:me[mnl]|be[rk]|ter(?!min|bu|pa)|di(?!na|str|kl|gi))[a-z]{3,}"
_PLAIN = rf"(?!(?:{_FUNCTION})\b)(?!{_VERB}\b)[a-z]+"
"""A small word within a place's name: any but a verb or a word of grammar."""
_WEEKDAYS = "Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu|Ahad"
_VENUE = re.compile(
    rf"(?<!\w){_NOUN}(?: (?:{_CAP}|{_PLAIN}\b|dan(?= [A-Z])))*"
    rf"(?:, (?!{_WEEKDAYS})(?:Jalan |Jl\. ?)?[A-Z][\w]+(?: [A-Z]\w+)?(?=[,.]))?"
)
_BEFORE = re.compile(
    r"\b(?:di|bertempat di|ke|pada|dari|memadati|memilih|tempat di|berlokasi di|dipusatkan di|menuju)\s*$"
)
_NOT_VENUE = re.compile(
    r"\b(?:kembali ke|ke|dari|(?:tidak|bukan)(?: lagi)? di|dipajang di|ditempel di|disimpan di|dari|bertugas di"
    r"|berada di|pegawai|sekitar)\s*$"
)
_SUBJECT = re.compile(
    r"^[^.;]{0,50}?(?:,|\b)(?: [^.;]{0,60})?\b(?:dipenuhi|menjadi saksi|menjadi tempat|penuh|dipadati"
    r"|dijadikan)\b"
)
_CEREMONY = re.compile(
    r"\b(?:ikrar\w*|pakta|deklarasi\w*|apel|upacara|kegiatan|acara|penandatanganan|pembacaan|berlangsung|digelar"
    r"|bertempat|dipusatkan|komitmen)\b"
)

_ONLINE = re.compile(
    r"\b(?:(?:secara|cara|lewat|melalui|dan|maupun|sambungan|siaran|ikut) )?(?:daring|virtual\w*|online"
    r"|zoom(?: meeting)?|konferensi video|video conference|vidcon)(?: penuh)?\b"
)
_ONLINE_ACT = re.compile(
    r"\b(?:ikrar|apel|hadir|mengikuti\w*|diikuti|bergabung|peserta|menyimak|serentak|secara|deklarasi|kegiatan"
    r"|acara|pegawai|lainnya|kampanye virtual)\b"
)
_ONSITE = re.compile(
    r"\b(?:hadir (?:\w+ )?(?:langsung|luring|di (?:pendopo|aula|tempat|lokasi|halaman|lapangan|gedung))"
    r"|(?:secara )?(?:luring|tatap muka|offline|langsung di)|pejabat luring|hadir luring)\b"
)
_DIRECT = re.compile(r"\bsecara langsung\b")
_BESIDE = 80
"""Characters between `secara langsung` and the online part that it stands against."""

_HYBRID = re.compile(r"\b(?:hybrid|hibrida|hibrid)\b")
_ONLY = re.compile(
    r"\b(?:daring penuh|sepenuhnya (?:daring|virtual)|secara virtual|tidak ada peserta yang dikumpulkan)\b"
)

_LISTS = re.compile(
    r"\b(?:\d+|seluruh|semua|para|mengumpulkan|diikuti|disusul|terdiri (?:dari|atas)|baru|sebanyak|oleh"
    r"|dihadiri)\b[^.;:]{0,80}$"
)
_FIRST = re.compile(r"[^.;:]{0,60}\bpertama\b[^.;:]{0,60}\b(?:disusul|diikuti|kemudian|lalu)\b")
"""Behind the rank that signed first, before those that followed."""
_NUMBER = re.compile(r"\b\d+ $")
_SIGNS = re.compile(rf"\b{SIGN}\b")
_STILL_TO_COME = re.compile(r"\b(?:akan|diminta|menyusul|dijadwalkan|harus)\b")
_TIERS = re.compile(
    r"\b(?:kepala (?:dinas|badan|organisasi perangkat daerah|perangkat daerah|opd|skpd)(?:nya)?"
    r"|pejabat eselon [iv]+(?:, [iv]+)*(?:,? dan [iv]+)?|eselon [iv]+(?:, [iv]+)*(?:,? dan [iv]+)?"
    r"|pejabat (?:administrator|pengawas|pimpinan tinggi pratama|fungsional|struktural)|administrator|pengawas"
    r"|pelaksana|sekretaris(?! daerah| dprd| dewan)|kepala bidang|kepala bagian|camat|lurah"
    r"|staf(?: ahli)?|asisten)\b"
)


def venue_of(reading: Reading, numbers: Sequence[int], acting: set[int]) -> Found[str] | None:
    """The place at which it was held: beside the activity, where the ceremony is spoken of, else next to it."""
    body = [number for number in numbers if reading.sentences[number].kind == "paragraph"]
    beside = {near for number in acting for near in (number - 1, number + 1)}
    passes = (
        [number for number in body if number in acting],
        [number for number in body if _CEREMONY.search(reading.words(reading.sentences[number]))],
        [number for number in body if number in beside],
    )
    spans = [
        span
        for group in passes
        for number in group
        for span in _venues(reading, reading.sentences[number])
        if not reading.is_spoken(span[0])
    ]
    # `pendopo` alone gives way to a place that is named.
    named = next((span for span in spans if " " in reading.quote(span)), spans[0] if spans else None)
    return Found(reading.quote(named), (named,)) if named else None


def _venues(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    for match in _VENUE.finditer(reading.document.text, sentence.start, sentence.end):
        before = reading.fold[max(sentence.start, match.start() - 30) : match.start()]
        span = (match.start(), match.start() + len(match[0].rstrip(" ,.-")))
        if " " not in match[0].strip() and match[0].strip().lower() not in {"aula", "pendopo"}:
            continue
        is_subject = match.start() == sentence.start and _SUBJECT.match(reading.fold[match.end() : sentence.end])
        placed = _BEFORE.search(before) and not _NOT_VENUE.search(before)
        if is_subject or placed or (match[0].startswith(("Pendopo", "Halaman")) and match.start() == sentence.start):
            yield span


def mode_of(reading: Reading, numbers: Sequence[int]) -> Found[Mode] | None:
    """On site, online or both, where the text says so."""
    online: list[Span] = []
    onsite: list[Span] = []
    direct: list[Span] = []
    only = False
    for number in numbers:
        sentence = reading.sentences[number]
        if sentence.kind in {"published", "dateline"} or reading.is_spoken(sentence.start):
            continue
        words = reading.words(sentence)
        hybrid = _HYBRID.search(words)
        if hybrid and sentence.kind != "headline":
            return Found(Mode.HIBRIDA, ((sentence.start + hybrid.start(), sentence.start + hybrid.end()),))
        only = only or bool(_ONLY.search(words))
        if sentence.kind == "headline" or not _ONLINE_ACT.search(words):
            continue
        online += [match.span() for match in reading.find(_ONLINE, sentence)]
        direct += [match.span() for match in reading.find(_DIRECT, sentence)]
        onsite += [match.span() for match in reading.find(_ONSITE, sentence)]
    if online and not onsite:
        onsite = [span for span in direct if any(abs(span[0] - other[0]) < _BESIDE for other in online)]
    if online and onsite:
        return Found(Mode.HIBRIDA, (onsite[0], online[0]))
    if online:
        return Found(Mode.DARING, (online[0],))
    return Found(Mode.LURING, (onsite[0],)) if onsite and not only else None


def tiers_of(reading: Reading, numbers: Sequence[int], acting: set[int]) -> Found[tuple[str, ...]] | None:
    """The ranks that took part or signed, where the sentence of the act or the next one lists them."""
    names: list[str] = []
    spans: list[Span] = []
    for number in numbers:
        sentence = reading.sentences[number]
        words = reading.words(sentence)
        near = {number, number - 1} & acting or _SIGNS.search(words)
        if sentence.kind != "paragraph" or not near or _STILL_TO_COME.search(words):
            continue
        for start, end in _ranks(reading, sentence):
            before = reading.fold[max(sentence.start, start - 90) : start]
            name = _short(reading.fold[start:end])
            if name not in names and (_LISTS.search(before) or _FIRST.match(reading.fold, end)):
                names.append(name)
                spans.append((start, end))
    return Found(tuple(names), tuple(spans)) if names else None


def _ranks(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """The ranks a sentence names. In a list of numbers two ranks under one number (`44 a dan b`) are one entry."""
    found = [match.span() for match in reading.find(_TIERS, sentence)]
    numbered = [bool(_NUMBER.search(reading.fold[max(sentence.start, start - 8) : start])) for start, _ in found]
    at = 0
    while at < len(found):
        start, end = found[at]
        joined = at + 1 < len(found) and reading.fold[end : found[at + 1][0]] == " dan "
        if sum(numbered) > 1 and numbered[at] and joined:
            at, end = at + 1, found[at + 1][1]
        yield start, end
        at += 1


def _short(rank: str) -> str:
    rank = rank.replace("organisasi perangkat daerah", "OPD").replace("opd", "OPD").replace("skpd", "SKPD")
    return re.sub(r"\b[iv]+\b", lambda found: found[0].upper(), rank).removeprefix("pejabat ").removesuffix("nya")
