"""How many took part and how many signed, told apart from totals, guests, rooms and people who are no ASN. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.clean.counts import read_count
from etl.extract.count_roles import CountRole, role_of_number, role_of_people
from etl.extract.reading import Found, Reading, Sentence
from etl.extract.values import People, Span
from warehouse.vocabulary import Qualifier


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
_FIGURE = r"\d{1,3}(?:\.?\d{3})*"
_RANGE = rf"(?:antara )?{_FIGURE}(?: ?- ?| hingga | sampai(?: dengan)? ){_FIGURE}|antara {_FIGURE} dan {_FIGURE}"
_STAFF = (
    r"asn\b|pns\b|pppk\b|p3k\b|cpns\b|pegawai|aparatur(?: sipil negara)?|pejabat|abdi negara|karyawan"
    r"|kepala (?:perangkat daerah|opd|skpd|dinas"
    r"|badan|organisasi perangkat daerah|bagian|satuan kerja|sekolah|puskesmas|bidang)|camat|lurah|panewu|guru|personel"
    r"|staf\b|pimpinan (?:opd|skpd|perangkat)"
    r"|perwakilan (?:asn|pegawai|opd)|gubernur|bupati|asisten|staf ahli|eselon|administrator|pengawas|pelaksana"
)
_COUNT = re.compile(
    rf"(?<![\w/.,-])(?<!salah ){_LEAD}(?P<number>{_RANGE}|{_NUMBER})(?![\w/%]|[.,]\d)(?: \([a-z ]+\))?(?: lebih)?"
    rf"(?: (?P<noun>{_STAFF}|peserta|perwakilan|lainnya)| (?:orang|org)\b(?: (?P<noun2>{_STAFF}))?)"
)
_SHARE = re.compile(
    rf"(?<![\w/.,-])(?:sebanyak )?(?P<number>{_NUMBER})(?: orang)? dari (?:total "
    rf"|sekitar )?{_NUMBER}(?: orang)? (?:{_STAFF})"
)
_ALL = re.compile(
    rf"\b(?:seluruh|semua|segenap|seluruhnya|semuanya)\b(?: (?P<noun>(?:jajaran |para )?(?:{_STAFF}|peserta)\w*))?"
)
_REPRESENTED = re.compile(
    r"\b(?:mewakili (?:\S+ ){0,2}(?:asn|pns|pegawai)|(?:(?:sejumlah|para) )?perwakilan (?:asn|pegawai|pns)"
    r"|diwakili \w+)\b"
)
_NO_STAFF = re.compile(
    r"^\W*(?:orang |pegawai |tenaga |kepala |perangkat |personel |anggota |petugas )?"
    r"(?:gabungan|linmas|satlinmas|desa|kades|kampung|honorer|kontrak|thl|ppnpn|petani"
    r"|warga|anak|pemerintah non|non-?asn|tni|polri"
    r"|pemilih|penonton|pedagang|pelajar|siswa|mahasiswa|jurnalis|wartawan)"
)
_HONORARY = re.compile(r"\b(?:honorer|tenaga kontrak|thl|ppnpn|non-?asn)\b[^.,;]*$")
_HONORARY_BEHIND = re.compile(r"(?: lainnya)? (?:tenaga )?(?:honorer|kontrak)\b")
_PLAIN = 4
"""Strength of a number; `perwakilan` and `seluruh` without one are weaker."""
_YEAR = re.compile(r"\b(?:pemilu|pilkada|tahun|serentak|pemilihan|umum|ulang|pilpres|pileg|pilgub|serentak)\s*$")
_CLOSES = re.compile(r"\b(?:seluruhnya|total(?:nya)?|keseluruhan\w*|berjumlah|jumlahnya)\b")
_ACHIEVED = re.compile(r"\b(?:baru|sudah|telah|hingga|sehingga)\s*$")
_READ_BY = re.compile(
    r"\b(?:(?:dibaca\w*|diucapkan)(?: oleh)?(?: seorang)?|seorang|pembacaan(?: \w+){1,4} oleh(?: seorang)?)\s*$"
)
_JOINED = re.compile(r"(?: (?:secara )?(?:luring|daring|langsung))?(?:,| dan| serta|, dan|, serta) ")


def counts_in(reading: Reading, numbers: Sequence[int]) -> list[Count]:
    """Every count of people in these sentences with its role, in the order of the text."""
    rows = [list(_counts(reading, number, reading.sentences[number])) for number in numbers]
    return sorted((_as_sum(reading, row, count) for row in rows for count in row), key=lambda count: count.span)


def _as_sum(reading: Reading, beside: Sequence[Count], count: Count) -> Count:
    """A total that closes a row of its parts counts what they do: `410 ASN, hari kedua 390 ASN, seluruhnya 800 ASN`.

    `beside`: the counts of its sentence.
    """
    start = max(reading.sentences[count.sentence].start, count.span[0] - 30)
    if not _CLOSES.search(reading.fold, start, count.span[1]):
        return count
    parts = [other for other in beside if other.span[1] <= count.span[0]]
    roles = [other.role for other in parts if other.role in {CountRole.PARTICIPANTS, CountRole.SIGNERS}]
    if len(parts) < 2 or not roles or sum(other.people.low or 0 for other in parts) != count.people.low:
        return count
    return replace(count, role=roles[0], strength=count.strength + 3)


def chosen(reading: Reading, counts: Sequence[Count], role: CountRole) -> Found[People] | None:
    """The count of a role: in the body before headlines, the writer's before speech, a number before `seluruh`."""

    def rank(count: Count) -> tuple[bool, bool, int]:
        sentence = reading.sentences[count.sentence]
        return sentence.kind == "paragraph", not reading.is_spoken(count.span[0]), count.strength

    fitting = [count for count in counts if count.role is role]
    best = max(fitting, key=rank, default=None)
    return _summed(reading, fitting, best) if best else None


def _summed(reading: Reading, counts: Sequence[Count], best: Count) -> Found[People]:
    """A count with those joined to it by `dan`: `52 kepala OPD dan 20 camat`, on site and online."""
    row = [count for count in counts if count.people.low is not None and count.sentence == best.sentence]
    if best not in row or best.people.qualifier is Qualifier.REPRESENTED:
        return Found(best.people, (best.span,))
    place = row.index(best)
    first = last = place
    while last + 1 < len(row) and _JOINED.fullmatch(reading.fold[row[last].span[1] : row[last + 1].span[0]]):
        last += 1
    while first > 0 and _JOINED.fullmatch(reading.fold[row[first - 1].span[1] : row[first].span[0]]):
        first -= 1
    together = row[first : last + 1]
    if len(together) == 1:
        return Found(best.people, (best.span,))
    span = (together[0].span[0], together[-1].span[1])
    low = sum(count.people.low or 0 for count in together)
    highs = [count.people.high for count in together]
    high = None if None in highs else sum(each or 0 for each in highs)
    qualifiers = {count.people.qualifier for count in together}
    qualifier = qualifiers.pop() if len(qualifiers) == 1 else Qualifier.AT_LEAST if high is None else Qualifier.APPROX
    return Found(People(low, high, reading.quote(span), qualifier), tuple(count.span for count in together))


def _counts(reading: Reading, number: int, sentence: Sentence) -> Iterator[Count]:
    if sentence.kind in {"published", "dateline"}:
        return
    taken: list[Span] = []
    for match in reading.find(_COUNT, sentence):
        count = _numbered(reading, number, sentence, match)
        if count is not None:
            taken.append(count.span)
            yield count
    for match in reading.find(_SHARE, sentence):
        yield from _shared(reading, number, sentence, match)
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
    noun = match["noun"] or match["noun2"] or "orang"
    before = reading.fold[sentence.start : match.start()]
    after = reading.fold[match.start("noun") if match["noun"] else match.end() : sentence.end]
    behind = reading.fold[match.end() : sentence.end]
    people = People(read.low, read.high, reading.quote(span), read.qualifier)
    if re.search(r"\bmewakili\s+(?:\w+\s+)?$", before):
        people = People(1, None, reading.quote(span), Qualifier.REPRESENTED)
        return Count(span, people, CountRole.PARTICIPANTS, number, _PLAIN, noun)
    is_honorary = _HONORARY.search(reading.fold, max(sentence.start, span[0] - 40), span[0])
    is_staff = not (is_honorary or _NO_STAFF.match(after) or _HONORARY_BEHIND.match(behind))
    role = role_of_number(reading, sentence, span) if is_staff else CountRole.NEITHER
    strength = _PLAIN + bool(_ACHIEVED.search(before)) + (noun != "orang") - 2 * (read.qualifier is Qualifier.WORD)
    return Count(span, people, role, number, strength, noun)


def _shared(reading: Reading, number: int, sentence: Sentence, match: re.Match[str]) -> Iterator[Count]:
    """`75 dari 90 ASN`: the first number, under the verb that governs both."""
    read, role = read_count(f"{match['number']} orang"), role_of_people(reading, sentence, match.span())
    if read is not None and role is not None:
        people = People(read.low, read.high, reading.quote(match.span()), read.qualifier)
        yield Count(match.span(), people, role, number, _PLAIN, "asn")


def _represented(reading: Reading, number: int, sentence: Sentence, match: re.Match[str]) -> Iterator[Count]:
    """`perwakilan ASN` without a number: at least one."""
    before = reading.fold[sentence.start : match.start()]
    if _READ_BY.search(before) or "diwakili" in match[0]:
        return
    role = role_of_people(reading, sentence, match.span())
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
    role = role_of_people(reading, sentence, match.span())
    if role is not None:
        people = People(None, None, reading.quote(match.span()), Qualifier.ALL)
        yield Count(match.span(), people, role, number, 1, noun or "")
