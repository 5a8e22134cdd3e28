"""Units that can call a ceremony: OPD, kecamatan, schools, central offices, election bodies. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.extract.reading import Reading, Sentence
from etl.extract.values import Span
from warehouse.vocabulary import EventLevel, OrganiserKind


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named at `span`. `subject`: the words make it act (not an office in it, not a place)."""

    span: Span
    kind: OrganiserKind
    level: EventLevel | None
    is_subject: bool
    sentence: int


_CAP = r"[^\W\d_a-z][\w'’-]*"
_PROPER = rf"(?!(?:Kecamatan|Kabupaten|Kota|Provinsi|Pemkab|Pemkot)\b){_CAP}"
_KEMEN = (
    r"(?:Kementerian(?: [A-Z]\w+)+?(?: dan (?:HAM|[A-Z]\w+(?: [A-Z]\w+)*?))?|Kemenag|Kemenkumham|Kemenhum\w*"
    r"|Kemen[a-zA-Z]+|"
    r"Badan Pertanahan Nasional|BPN|BPS|Badan Pusat Statistik|Imigrasi|Ditjen(?: [A-Z]\w+)+|BKKBN|BNN|BKN)"
)
_CENTRAL = (
    rf"(?:Kantor Wilayah|Kanwil|Kantor Pertanahan|Kantor Pelayanan Pajak|Kantor Imigrasi|Kantor)(?: {_KEMEN})"
    r"|Badan (?:Pusat Statistik|Pertanahan Nasional|Narkotika Nasional|Kepegawaian Negara)"
    r"(?: \((?:BPS|BPN|BNN\w?|BKN)\))?"
    r"|BPS|BNN[KP]?|Kankemenag|Kemenag|Kemenkumham|Lapas|Rutan|Bapas|Kejaksaan (?:Negeri|Tinggi)|Kejari|Kejati"
    r"|Pengadilan (?:Negeri|Agama|Tinggi)|Polres(?:ta(?:bes)?)?|Polda|Kodim|Korem|Lanud|Lanal|KPP Pratama|UIN"
    r"|IAIN|MAN \d+"
)
_ELECTION_BODY = (
    r"(?:Badan Pengawas Pemilihan Umum \(Bawaslu\)|Badan Pengawas Pemilu \(Bawaslu\)|Badan Pengawas Pemilu"
    r"|Bawaslu|Panwaslu|Komisi Pemilihan Umum \(KPU\)|Komisi Pemilihan Umum|KPU)(?: RI| Provinsi| Kabupaten| Kota)?"
)
_KECAMATAN = rf"(?:Kantor )?(?:Kecamatan|Distrik|Kemantren|Kapanewon)(?: {_PROPER}){{1,2}}"
_OPD = (
    rf"Kelurahan(?: {_PROPER}){{1,2}}|(?:UPTD? |UPT )?Puskesmas(?: {_PROPER}){{1,2}}|(?:RSUD|Rumah Sakit Umum Daerah"
    rf"|RSD)(?: d[rR]s?\.?)?(?: (?:{_CAP}|dan)){{1,5}}"
    rf"|(?:SMAN?|SMKN?|SMPN?|SDN?|MTsN)(?: Negeri)? \d+(?: {_CAP}){{0,3}}"
    rf"|(?:Dinas|Badan|Biro|Satuan Polisi)(?: (?:{_CAP}|dan|serta|bidang))+"
    rf"(?:, (?:{_CAP})(?: {_CAP})*,? dan (?:{_CAP})(?: {_CAP})*)?"
    r"|Inspektorat(?: Daerah)?|Sekretariat (?:Daerah|DPRD|Dewan)|Setda|Setwan|Satpol PP|Diskominfo|BKPSDM"
    r"|BKPSDMD|BKPP|BKD|BPSDM|Bappeda\w*|BPBD|Bapenda|BPKAD|BPKD|BKAD|Kesbangpol|Bakesbangpol|DPMPTSP"
    r"|Dis(?:hub|dik\w*|nak\w*|pora\w*|perindag\w*|budpar\w*|par\w*|kop\w*|sos\w*|tan\w*|bun|perkim\w*|pend\w*)"
    r"|Dukcapil|Disdukcapil|Dikbud|Dinkes|DLH|DPUPR|Bappelitbang\w*|Balitbang\w*"
)
_PATTERNS: tuple[tuple[OrganiserKind, EventLevel | None, str], ...] = (
    (OrganiserKind.VERTIKAL, EventLevel.VERTIKAL, _CENTRAL),
    (OrganiserKind.PENYELENGGARA, None, _ELECTION_BODY),
    (OrganiserKind.OPD, EventLevel.KECAMATAN, _KECAMATAN),
    (OrganiserKind.OPD, EventLevel.OPD, _OPD),
)
_FINDERS = [(kind, level, re.compile(rf"(?<![\w(])(?:{pattern})(?!\w)")) for kind, level, pattern in _PATTERNS]
_HEADLINE_TAIL = re.compile(
    r" (?:Ikrar|Gelar|Teken|Ucapkan|Baca|Bacakan|Tanda|Deklarasi|Netral|Berikrar|Komitmen|Janji|Laksanakan|Siap"
    r"|Tegaskan|Ikut"
    r"|Adakan|Ambil|Pimpin|Apel)\w*\b.*$"
)
_ACTS_AFTER = re.compile(
    r"(?: \([^)]*\))?[^.;,]{0,40}?(?:, [^.;,]{0,40},)? (?:telah |juga |turut |kembali )?(?:me[a-z]{4,}|berikrar"
    r"|gelar|teken)\b"
)
_KANTOR = re.compile(r"Kantor (?=Kecamatan|Distrik|Kemantren|Kapanewon|Kelurahan)")
_REGION_TAIL = re.compile(
    r"(?:,? (?:Kabupaten|Kab\.?|Kota|Provinsi|Prov\.?|Pemerintah|Pemkab|Pemkot|Pemprov)\b.*| dan| serta| di)+$"
)

_PLACE_BEFORE = re.compile(
    r"\b(?:di|ke|aula|halaman|lapangan|pendopo|gedung|ruang\w*|kantor|pelataran|depan|bertempat di|teras|lobi"
    r"|rapat|area)\s*$"
)
_STAFF_IN = re.compile(r"\b(?:asn|pegawai|aparatur|pns|karyawan)\)? di (?:lingkungan )?(?:kantor )?$")
_STAFF_BEFORE = re.compile(
    r"(?:\b(?:(?:jajaran|pegawai|asn|aparatur|aparatur sipil negara|\(asn\)|karyawan|karyawati|keluarga besar"
    r"|lingkungan|lingkup|giliran|dibuka"
    r"|pns|pada|internal|keluarga)\s+(?:kantor\s+|di\s+|lingkungan\s+)*)|^\W*|[.:;]\s+|\bdi lingkungan )$"
)


def units_in(reading: Reading) -> list[UnitMention]:
    """Every unit that the text names, in its order."""
    found = [unit for number, sentence in enumerate(reading.sentences) for unit in _units(reading, number, sentence)]
    return sorted(found, key=lambda unit: unit.span)


def _units(reading: Reading, number: int, sentence: Sentence) -> list[UnitMention]:
    text, found = reading.document.text, []
    taken: list[Span] = []
    for kind, level, finder in _FINDERS:
        for match in finder.finditer(text, sentence.start, sentence.end):
            start = match.start() + (len("Kantor ") if _KANTOR.match(match[0]) else 0)
            end = match.start() + len(_REGION_TAIL.sub("", _HEADLINE_TAIL.sub("", match[0])))
            if any(low < end and start < high for low, high in taken) or end - start < 3:
                continue
            taken.append((start, end))
            before = reading.fold[max(sentence.start, start - 50) : match.start()]
            acts = bool(_STAFF_BEFORE.search(before)) or start == sentence.start
            acts = acts or (before.endswith(", ") and bool(_ACTS_AFTER.match(reading.fold, end, sentence.end)))
            placed = _PLACE_BEFORE.search(before) and not _STAFF_IN.search(before)
            is_subject = (acts and not placed) or _opens(reading, sentence, match.start(), end)
            found.append(UnitMention((start, end), kind, level, is_subject, number))
    return found


def _opens(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """True for `Di Kecamatan Parakan, …` at the head of a sentence: a round of its units."""
    head = reading.fold[sentence.start : start]
    return re.fullmatch(r"(?:\w+(?: itu)?, )?di ", head) is not None and reading.fold.startswith(",", end)
