"""What the words of a heading say that a column holds. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.dates import Campaign, DateReading, read_date
from etl.recognise.layout import Field
from etl.recognise.words import employee_types_in, tiers_in
from warehouse.vocabulary import DatePrecision, EmployeeType, Tier

_OPD = (
    r"opd|skpd|satker|perangkat daerah|(?:unit|satuan) (?:kerja|organisasi)(?: perangkat daerah)?|unit|instansi"
    r"|organisasi(?: perangkat daerah)?|lembaga|dinas(?: ?/ ?(?:badan|instansi).*)?|badan|kantor|kecamatan|distrik"
    r"|kapanewon|kemantren|kelurahan|puskesmas|sekolah|agency|work unit|department|office"
)
_REGION = (
    r"(?:kabupaten|kab\.?|kota)(?: ?(?:/|dan|&) ?(?:kota|kab\.?|kabupaten))?|provinsi|prov\.?|daerah|wilayah|pemda"
    r"|pemerintah(?: daerah| kabupaten| kota| provinsi|an)*|region|regency|district|city|province|kabupaten kota"
)
NAMES: tuple[tuple[Field, str], ...] = (
    (Field.UNUSED, r"(?:putusan|keterangan) ikrar|satuan|penerbit|judul|file|sumber(?: ?data)?|source|publisher"),
    (Field.NUMBER, r"(?:no|nomor)\.?(?: ?urut)?|urut|#|huruf|nr|number"),
    (Field.NIP, r"nip(?: ?[/(].*| baru| lama| pegawai)?|nik|nomor induk pegawai|nip\.?/nik"),
    (Field.REGION_CODE, r"kode(?: ?(?:wilayah|daerah|kab\w*|kota|prov\w*|bps|kemendagri|region|pemda).*)?|(?:region |bps )?code"),
    (Field.METHOD, r"(?:metode|cara|jenis|bentuk)(?: (?:penanda)?tangan\w*| tanda tangan| ttd)|basah ?/ ?elektronik|metode|method"),
    (Field.EMPLOYEE_TYPE, r"(?:status|jenis|kategori)(?: (?:ke)?pegawai(?:an)?| asn| pns)|status|kedudukan(?: pegawai)?|employee type"),
    (Field.TIER, r"(?:jenjang|jenis|kelompok|level|tingkat)? ?jabatan|es[e]lon(?:ering)?|jenjang|tier|rank"),
    (Field.DATE, r"(?:hari|hr)?[ ,/&]*(?:dan )?(?:per )?(?:tanggal|tgl)\.?(?: (?:pelaksanaan|kegiatan|ikrar|ttd|penanda ?tangan\w*|tanda tangan|data))?"
     r"|waktu(?: pelaksanaan)?|periode|keadaan|posisi|bulan|tahun|as of|date|(?:hari )?pelaksanaan"),
    (Field.VENUE, r"tempat(?: (?:pelaksanaan|kegiatan))?|lokasi|venue|place"),
    (Field.ACTIVITY, r"(?:nama |jenis |uraian )?kegiatan|activity"),
    (Field.OCCASION, r"(?:dalam )?rangka|momen\w*|acara|rangkaian(?: acara)?|occasion"),
    (Field.MODE, r"mod[ae]|bentuk(?: kegiatan| pelaksanaan)?|luring ?/ ?daring|daring ?/ ?luring|mode"),
    (Field.LED_BY, r"(?:di)?pimpin(?:an)?(?: oleh)?|pemimpin(?: \w+)?|pembina(?: apel)?|led by"),
    (Field.SOURCE_URL, r"tautan(?: \w+)?|link(?: \w+)?|url|sumber berita|landing page|alamat (?:web|situs)"),
    (Field.NOTE, r"ket\.?|keterangan|catatan|penjelasan|remarks?|notes?|alasan|kendala|teks"),
    (Field.OPD, rf"(?:nama )?(?:{_OPD})"),
    (Field.REGION, rf"(?:nama )?(?:{_REGION})"),
)  # fmt: skip
"""Headings of columns of names and words: the whole heading is one of these. The first that fits holds."""

NAMELIKE = r"(?:nama|name|uraian|rincian|kategori|kelompok|jenis|potongan|baris|komponen ?data)(?: .*)?"
"""A heading that says no more than that names or kinds stand below."""

_SPLIT_GROUP = (
    r"gol(?:ongan)?\.?(?: ruang)?|pangkat.*|pendidikan.*|jenis kelamin|kelamin|jk|gender|usia|umur|agama|masa kerja"
)
_PART = (
    r"l|p|lk|pr|l/p|laki[\s-]*laki|perempuan|pria|wanita|male|female|(?:gol(?:ongan)?\.? ?)(?:i{1,3}|iv|[1-4])(?:[ ./]?[a-e])?"
    r"|(?:i{1,3}|iv)[ ./]?[a-e]|tk|sd|sltp|smp|slta|sma|smk|sma ?/ ?smk|d[ -]?(?:i{1,3}v?|iv|[1-4])|diploma.*|s[ -]?[123]"
    r"|sarjana.*|pasca ?sarjana|magister|doktor|guru|nakes|tenaga (?:kesehatan|pendidik\w*|teknis|guru)|teknis"
    r"|kesehatan|pendidik|(?:pns|asn|pppk) (?:pusat|daerah)|islam|kristen|katolik|hindu|buddha|konghucu"
)
_SUM = r"(?:jumlah|jml|total|jlh|banyaknya|sum)(?: (?:total|semua|seluruh(?:nya)?|keseluruhan|teks|total teks))?|l ?\+ ?p(?: .*)?|n"
_SIGNED = (
    r"(?:penanda|menanda|ditanda|bertanda|tanda)[ -]?tangan\w*|tertanda|ttd|teken|diteken|pakta(?: integritas)?|fakta integritas"
    r"|sign(?:ed|ature|atures|ers?)"
)
_PLEDGED = r"(?:ber|meng|di)?ikrar(?:kan)?|(?:pem|mem)baca\w*|dibacakan|hadir|kehadiran|peserta|mengikuti|ikut|deklarasi|pledged?|participants?"
_REST = r"belum|sisa|tidak (?:ikut|hadir|ikrar|menandatangani)|kekurangan|selisih|kurang|not yet|remaining"
_PERCENT = r"%|persen\w*|prosentase|percent\w*|rate|rasio"
_UNSURE = r"capaian|realisasi|sudah|progres\w*|terlaksana|selesai|hasil|terkumpul|angka|nilai|value|masuk|done|achieved|partisipasi"
_PEOPLE = (
    r"target|wajib|sasaran|pegawai|personil|personel|jumlah orang|orang|sdm|headcount|employees|staff|formasi|bezetting"
    r"|kuota|jiwa"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says. `field` null = nothing; `sums`: a plain "Jumlah"; `unsure`: a measure, but which one is not
    said; `named`: the heading only says that names or kinds stand below. Of a PERCENT, `of` is the measure it names."""

    field: Field | None = None
    employee_type: EmployeeType | None = None
    tier: Tier | None = None
    as_of: DateReading | None = None
    of: Field | None = None
    sums: bool = False
    unsure: bool = False
    named: bool = False


def plain(heading: str) -> str:
    """A heading for comparison: lower case, underscores as spaces, no unit in brackets, no marks at its ends."""
    text = re.sub(r"[\s_]+", " ", heading.lower())
    text = re.sub(r"\s?\((?!%)[^()]*\)$", "", text) or text
    return text.strip(" .:*")


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})")


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


_NAMES = tuple((field, _whole(words)) for field, words in NAMES)
_NAMELIKE_RE, _PART_RE, _GROUP_RE, _SUM_RE = (_whole(words) for words in (NAMELIKE, _PART, _SPLIT_GROUP, _SUM))
_SIGNED_RE, _PLEDGED_RE, _REST_RE, _UNSURE_RE, _PEOPLE_RE = (
    _word(words) for words in (_SIGNED, _PLEDGED, _REST, _UNSURE, _PEOPLE)
)
_PERCENT_RE = re.compile(rf"%|(?<!\w)(?:{_PERCENT.removeprefix('%|')})(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def read_heading(parts: Sequence[str], campaigns: Sequence[Campaign] = ()) -> Meaning:
    """The meaning of a heading's words, outer group first."""
    words = [plain(part) for part in parts if part]
    if not words:
        return Meaning()
    leaf, whole = words[-1], " / ".join(words)
    named = next((field for field, pattern in _NAMES if pattern.fullmatch(leaf)), None)
    if named:
        return Meaning(named)
    types = employee_types_in(leaf) or employee_types_in(whole)
    tiers = tiers_in(leaf) or tiers_in(whole)
    said = Meaning(
        employee_type=types[0] if len(types) == 1 else EmployeeType.ASN if types else None,
        tier=tiers[0] if len(tiers) == 1 else None,
        as_of=_date_in(whole, campaigns),
    )
    return _measured(said, words, leaf, whole)


def _measured(said: Meaning, words: list[str], leaf: str, whole: str) -> Meaning:
    """What is counted in a column whose type, tier and day are known."""

    def but(field: Field | None, **more: object) -> Meaning:
        values = {"employee_type": said.employee_type, "tier": said.tier, "as_of": said.as_of, **more}
        return Meaning(field, **values)  # type: ignore[arg-type]  # the names are those of Meaning

    measures = _measures(leaf) or _measures(whole)
    one = measures[0] if len(measures) == 1 else None
    sums = _SUM_RE.fullmatch(leaf) is not None
    in_split = any(_GROUP_RE.fullmatch(group) for group in words[:-1])
    for holds, meaning in (
        (_PERCENT_RE.search(whole), lambda: but(Field.PERCENT, of=one)),
        (_REST_RE.search(leaf), lambda: but(Field.REST)),
        (_PART_RE.fullmatch(leaf) or (in_split and not sums), lambda: but(Field.PART)),
        (in_split, lambda: but(Field.TOTAL, sums=True)),
        (_UNSURE_RE.search(leaf) and not one, lambda: but(None, unsure=True)),
        (one, lambda: but(one, sums=sums)),
        (measures or _UNSURE_RE.search(whole), lambda: but(None, unsure=True)),
        (sums, lambda: but(Field.PEOPLE, sums=True)),
        (
            _PEOPLE_RE.search(whole) or said.employee_type or said.tier,
            lambda: but(
                Field.PEOPLE, sums=said.employee_type is None and said.tier is None and leaf.startswith("jumlah")
            ),
        ),
        (_NAMELIKE_RE.fullmatch(leaf), lambda: Meaning(named=True)),
        (said.as_of, lambda: but(Field.PEOPLE)),
    ):
        if holds:
            return meaning()
    return but(None)


def _measures(text: str) -> list[Field]:
    found = ((Field.SIGNED, _SIGNED_RE), (Field.PLEDGED, _PLEDGED_RE))
    return [field for field, pattern in found if pattern.search(text)]


def _date_in(whole: str, campaigns: Sequence[Campaign]) -> DateReading | None:
    """The day, month or year that a heading names; of nothing without digits."""
    if not re.search(r"\d", whole):
        return None
    reading = read_date(re.sub(r"\b(?:smt|sem)\.? ?(?=[12i])", "semester ", whole), campaigns=campaigns)
    fine = reading.precision is not None and reading.fault is None
    return reading if fine and (_YEAR.search(whole) or reading.precision is not DatePrecision.YEAR) else None


_RUST_WORDS = "|".join(
    [*(words for _, words in NAMES), NAMELIKE.removesuffix("(?: .*)?"), _PART, _SUM, _SPLIT_GROUP, _UNSURE, _PERCENT]
)
_RUST_MEASURES = "|".join(
    [_SIGNED, _PLEDGED, _REST, _PEOPLE, "asn", "pns", "pppk", "p3k", "non[ -]?asn", "honorer", _PERCENT]
)
ANY = rf"^(?:(?:{_RUST_WORDS}).{{0,12}}|(?:\S+ ){{0,4}}(?:{_RUST_MEASURES})(?: \S+){{0,5}}|(?:19|20)\d\d)$"
"""A cell that may be a heading, in the syntax of Polars; for text in lower case without underscores."""

STRONG = rf"^(?:{'|'.join(words for _, words in NAMES)}|nama(?: .{{0,30}})?)$"
"""A cell that hardly is anything but a heading: those of columns of names, numbers, days and words."""
