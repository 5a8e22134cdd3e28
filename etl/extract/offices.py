"""Offices in their short form, as they stand in the text; never names of people. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.reading import Reading
from etl.extract.regions import RegionMention
from etl.extract.values import Span

_ACTING = (
    r"(?:penjabat sementara|penjabat|pelaksana tugas|pelaksana harian|pjs\.?|pj\.?|plt\.?|plh\.?)"
    r"(?: \((?:pj|pjs|plt|plh)\.?\))?"
)
_CAP = r"(?-i:[A-Z][\w/&'’-]*)"
_PHRASE = rf"{_CAP}(?:(?:,? (?:dan|serta|&) |, |[ ]){_CAP})*"
_BODY = (
    r"(?:komisi independen pemilihan|panwaslih|kpud?|bawaslu|panwaslu\w*|kasn|kip|panwas"
    r"|korpri|dprd|dprk|dpr|forkopimda|pengadilan \w+|pkk)"
)
_HEADED = (
    r"(?:kepala|kabid|kabag|kadis|kaban|kasat\w*|kabiro|direktur(?: utama)?|sekretaris(?! daerah)|kasubbag"
    r"|kakan\w*|kakanwil"
    r"|inspektur(?! upacara)|ketua|wakil ketua|anggota|sekjen|komisioner|deputi|dirjen|staf ahli|asisten|rektor"
    r"|ombudsman)"
)
OFFICE = (
    rf"(?:(?:{_ACTING} )?(?:wakil )?(?:gubernur|bupati|wali ?kota|walikota)"
    rf"|(?:{_ACTING} )?(?:sekretaris daerah|sekda(?:kab|ko|prov)?|sekko)(?: \((?:sekda|sekdakab|sekdako)\))?"
    r"|wapres|wakil presiden|presiden"
    rf"|(?:{_ACTING} )?(?:menteri (?:dalam negeri|agama|pan-?rb"
    r"|pendayagunaan aparatur negara(?: dan reformasi birokrasi)?)|mendagri|menpan-?rb|wamendagri)"
    r"|asisten (?:administrasi umum|administrasi|pemerintahan(?: dan kesra| dan kesejahteraan rakyat)?"
    r"|perekonomian(?: dan pembangunan)?|[iv]+\b|\d\b|sekda\w*)?"
    rf"|(?:{_ACTING} )?(?:wakil )?(?:ketua|anggota|komisioner|perwakilan|pimpinan|jajaran|unsur|sekretaris"
    r"|sekjen)(?:(?:,|/|/ ?anggota| dan anggota| serta anggota))? (?:badan pengawas pemilihan umum"
    rf"|badan pengawas pemilu|komisi pemilihan umum|{_BODY}|ombudsman)(?: \((?:kpu|bawaslu)\))?(?: ri\b)?"
    rf"|(?:{_ACTING} )?kepala (?:kantor wilayah|kantor kementerian agama|kantor|distrik|puskesmas|sekolah|kampung"
    r"|desa|pelaksana)(?= |[.,;)]|$)(?: kemenkumham| kemenag| kementerian agama)?"
    rf"|(?:{_ACTING} )?(?:camat|lurah|mantri pamong praja|panewu|kades|dandim|kapolres\w*|kapolsek|danramil"
    r"|kajari|kajati|danrem|danlanal|danlanud|pangdam|(?:wa)?kapolda|wakapolres\w*"
    r"|kakanwil(?: \w+)?|kakankemenag|kepala daerah)"
    rf"|(?:{_ACTING} )?{_HEADED} (?:bidang |bagian |biro |kantor )?{_PHRASE}"
    rf"|(?:{_ACTING} )?(?:kepala (?:dinas|badan|kantor|sekolah|puskesmas|perangkat daerah|opd|bagian|biro)"
    r"|direktur|inspektur|sekretaris(?: dprd)?|sekwan)"
    r"|asisten\b|(?:seorang )?perwakilan (?:asn|pegawai|pppk)|forkopimda|kpud?\b|bawaslu(?: ri)?\b"
    r"|panwaslu\b|panwascam\b|panwaslih\b"
    r"|kasn\b|bkn\b|kemendagri|kemenpan-?rb|dprd|ombudsman(?: ri)?|tni|polri)"
)
_OFFICE = re.compile(OFFICE, re.IGNORECASE)

_SHORT: tuple[tuple[str, str], ...] = (
    (r"^(?:penjabat sementara|pjs)\.?(?: \(pjs\.?\))? ", "Pjs "),
    (r"^(?:penjabat|pj)\.?(?: \(pj\.?\))? ", "Pj "),
    (r"^(?:pelaksana tugas|plt)\.?(?: \(plt\.?\))? ", "Plt "),
    (r"^(?:pelaksana harian|plh)\.?(?: \(plh\.?\))? ", "Plh "),
    (r"\b(?:sekretaris daerah|sekdakab|sekdako|sekdaprov|sekda)\b(?: \(sekda\w*\))?", "Sekda"),
    (r"\bwalikota\b", "Wali Kota"),
    (r"^menteri dalam negeri$", "Mendagri"),
    (r"^(?:seorang )?perwakilan asn$", "Perwakilan ASN"),
)
_BODIES = re.compile(
    r"^(?:(?:wakil |para )?(?:ketua|anggota|komisioner|perwakilan|pimpinan|jajaran|unsur)[\s,/]*(?:dan "
    r"|serta )?(?:anggota )?)?"
    r"(?P<body>komisi independen pemilihan|panwaslih|badan pengawas pemilihan umum|badan pengawas pemilu"
    r"|komisi pemilihan umum|kpud?|bawaslu"
    r"|panwaslu\w*|kasn|bkn|kip|dprd|forkopimda|ombudsman)"
    r"(?: \((?:kpu|bawaslu)\))?(?P<ri> ri)?$"
)
_NAMES = {
    "badan pengawas pemilihan umum": "Bawaslu",
    "badan pengawas pemilu": "Bawaslu",
    "komisi pemilihan umum": "KPU",
    "kpud": "KPU",
    "bawaslu": "Bawaslu",
    "forkopimda": "Forkopimda",
    "panwaslu": "Panwaslu",
    "panwaslih": "Panwaslih",
    "komisi independen pemilihan": "KIP",
    "ombudsman": "Ombudsman",
}
_SMALL = {"dan", "serta"}
_UPPER = re.compile(
    r"^(?:kpu|asn|dprd|rsud|bkpsdm\w*|bkd|bkpp|ptsp|dpmptsp|pkk|kasn|bkn|kip|ri|tni|smk|sma|smp|sd|ii?i?|iv"
    r"|[a-z]?bpkad|lan)$"
)


def office_at(reading: Reading, place: int, end: int, regions: Sequence[RegionMention]) -> tuple[str, Span] | None:
    """The office that begins right at `place`, in short form, and where it stands."""
    found = _OFFICE.match(reading.document.text, place, end)
    return None if found is None else _named(reading, found.span(), regions)


def offices_in(reading: Reading, start: int, end: int, regions: Sequence[RegionMention]) -> list[tuple[str, Span]]:
    """Every office between two places, in order."""
    return [
        named
        for found in _OFFICE.finditer(reading.document.text, start, end)
        if start == found.start() or not reading.fold[found.start() - 1].isalnum()
        if (named := _named(reading, found.span(), regions)) is not None
    ]


def _named(reading: Reading, span: Span, regions: Sequence[RegionMention]) -> tuple[str, Span] | None:
    """The office without the region behind it, shortened."""
    start, end = span
    for region in regions:
        if start < region.name[0] < end:
            end = min(end, region.span[0] if region.span[0] > start else region.name[0])
    text = reading.fold[start:end].strip(" ,")
    text = re.sub(
        r"(?: (?:provinsi|kabupaten|kab\.?|(?<!wali )kota|prov\.?|dan|serta|pemerintah"
        r"|daerah(?<!sekretaris daerah)(?<!kepala daerah)(?<!kepegawaian daerah)))+$",
        "",
        text,
    ).strip(" ,")
    if not text:
        return None
    return short(text), (start, start + len(text))


def short(office: str) -> str:
    """An office in lower case → its short form: `Sekda`, `Pj Bupati`, `KPU` for its chair or members."""
    text = re.sub(r"\s+", " ", office).strip()
    body = _BODIES.match(text)
    if body:
        name = _NAMES.get(body["body"], body["body"].upper())
        return f"{name} RI" if body["ri"] else name
    for pattern, form in _SHORT:
        text = re.sub(pattern, form, text)
    return " ".join(_cased(word) for word in text.split(" "))


def _cased(word: str) -> str:
    if word in _SMALL:
        return word
    return word.upper() if _UPPER.match(word) else word[:1].upper() + word[1:]
