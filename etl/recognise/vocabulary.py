"""The words of headings, as patterns for text in lower case that both Python and Polars read."""

from __future__ import annotations

from etl.recognise.layout import Field


def _any(*words: str) -> str:
    return "|".join(words)


_OPD = _any(
    r"opd|skpd|satker|perangkat daerah|(?:unit|satuan) (?:kerja|organisasi)(?: perangkat daerah)?|unit|instansi",
    r"organisasi(?: perangkat daerah)?|lembaga|dinas(?: ?/ ?(?:badan|instansi).*)?|badan|kantor|kecamatan|distrik",
    r"kapanewon|kemantren|kelurahan|puskesmas|sekolah|agency|work unit|department|office",
)
_REGION = _any(
    r"(?:kabupaten|kab\.?|kota)(?: ?(?:/|dan|&)? ?(?:kota|kab\.?|kabupaten))?|provinsi|prov\.?|daerah|wilayah|pemda",
    r"pemerintah(?: daerah| kabupaten| kota| provinsi|an)*|region|regency|district|city|province",
)
_UNUSED = _any(
    r"satuan|penerbit|judul|file|sumber(?: ?data)?|source|publisher",
    # When a form was sent is no day that its figures hold for.
    r"timestamp|(?:cap|stempel) waktu|waktu (?:kirim|input|pengisian|lapor)",
)
_NUMBER = r"(?:no|nomor)\.?(?: ?urut)?|urut|#|huruf|nr|number"
_NIP = r"nip(?: ?[/(].*| baru| lama| pegawai)?|nik|nomor induk pegawai|nip\.?/nik|nama(?: pegawai)? ?[/&,] ?nip\.?"
_CODE = r"kode(?: ?(?:wilayah|daerah|kab\w*|kota|prov\w*|bps|kemendagri|region|pemda).*)?|(?:region |bps )?code"
_METHOD = _any(
    r"(?:metode|cara|jenis|bentuk)(?: (?:penanda)?tangan\w*| tanda tangan| ttd)",
    r"basah ?/ ?elektronik|metode|method",
)
_TYPE = _any(
    r"(?:status|jenis|kategori)(?: (?:ke)?pegawai(?:an)?| asn| pns)",
    r"status|kedudukan(?: pegawai)?|employee type",
)
_TIER = r"(?:jenjang|jenis|kelompok|level|tingkat)? ?jabatan|eselon(?:ering)?|esselon|jenjang|tier|rank"
_DATE = _any(
    r"(?:hari|hr)?[ ,/&]*(?:dan )?(?:per )?(?:tanggal|tgl)\.?(?: (?:pelaksanaan|kegiatan|acara|apel|ikrar|ttd|data"
    r"|penanda ?tangan\w*|tanda tangan|pakta(?: integritas)?))*",
    r"waktu(?: pelaksanaan)?|periode|keadaan|posisi|bulan|tahun|as of|date|(?:hari )?pelaksanaan",
)

NAMES: tuple[tuple[Field, str], ...] = (
    (Field.UNUSED, _UNUSED),
    (Field.NUMBER, _NUMBER),
    (Field.NIP, _NIP),
    (Field.REGION_CODE, _CODE),
    (Field.METHOD, _METHOD),
    (Field.EMPLOYEE_TYPE, _TYPE),
    (Field.TIER, _TIER),
    (Field.DATE, _DATE),
    (Field.VENUE, r"tempat(?: (?:pelaksanaan|kegiatan))?|lokasi|venue|place"),
    (Field.ACTIVITY, r"(?:nama |jenis |uraian )?kegiatan|activity"),
    (Field.OCCASION, r"(?:dalam )?rangka|momen\w*|acara|rangkaian(?: acara)?|occasion"),
    (Field.MODE, r"mod[ae]|bentuk(?: kegiatan| pelaksanaan)?|luring ?/ ?daring|daring ?/ ?luring|mode"),
    (Field.LED_BY, r"(?:di)?pimpin(?:an)?(?: oleh)?|pemimpin(?: \w+)?|pembina(?: apel)?|led by"),
    (Field.SOURCE_URL, r"tautan(?: \w+)?|link(?: \w+)?|url|sumber berita|landing page|alamat (?:web|situs)"),
    (Field.NOTE, r"ket\.?|keterangan|catatan|penjelasan|remarks?|notes?|alasan|kendala|teks"),
    (Field.OPD, rf"(?:nama )?(?:{_OPD})"),
    (Field.REGION, rf"(?:nama )?(?:{_REGION})"),
)
"""Headings of columns of names and words: the whole heading is one of these. The first that fits holds."""

KINDS = r"nama|name|uraian|rincian|kategori|kelompok|jenis|potongan|baris|komponen ?data"
NAMELIKE = rf"(?:{KINDS})(?: .*)?"
"""A heading that says no more than that names or kinds stand below."""

SPLIT_GROUP = _any(
    r"gol(?:ongan)?\.?(?: ruang)?|pangkat.*|pendidikan.*|jenis kelamin|kelamin|jk|gender",
    r"usia|umur|agama|masa kerja",
)
PART = _any(
    r"l|p|lk|pr|l/p|laki[\s-]*laki|perempuan|pria|wanita|male|female",
    r"(?:(?:pns|pppk|p3k) )?gol(?:ongan)?\.? ?(?:[ivx]{1,5}|\d{1,2})(?:[ ./]?[a-e])?(?: ?[-–] ?[ivx\d]{1,5})?",
    r"(?:i{1,3}|iv)[ ./]?[a-e]",
    r"tk|sd|sltp|smp|slta|sma|smk|sma ?/ ?smk|d[ -]?(?:i{1,3}v?|iv|[1-4])|diploma.*|s[ -]?[123]|sarjana.*",
    r"pasca ?sarjana|magister|doktor|guru|nakes|tenaga (?:kesehatan|pendidik\w*|teknis|guru)|teknis|kesehatan|pendidik",
    r"(?:pns|asn|pppk) (?:pusat|daerah)|islam|kristen|katolik|hindu|buddha|konghucu",
)
SUM = _any(
    r"(?:jumlah|jml|total|jlh|banyaknya|sum)(?: (?:total|semua|seluruh(?:nya)?|keseluruhan|teks|total teks))?",
    r"l ?\+ ?p(?: .*)?|n",
)
SIGNED = _any(
    r"(?:penanda|menanda|ditanda|bertanda|tanda)[ -]?tangan\w*|tertanda|ttd|teken|diteken",
    r"pakta(?: integritas)?|fakta integritas|sign(?:ed|ature|atures|ers?)",
)
PLEDGED = _any(
    r"(?:ber|meng|di)?ikrar(?:kan)?|(?:pem|mem)baca\w*|dibacakan|hadir|kehadiran|peserta|mengikuti|ikut",
    r"deklarasi|pledged?|participants?",
)
UNITS_COUNTED = r"(?:(?:jumlah|jml|total|banyaknya)\.? )?(?:opd|skpd|perangkat daerah|satker|unit kerja|instansi)\b"
"""How a heading begins that counts units that did something, and not people."""
REST = r"belum|sisa|tidak (?:ikut|hadir|ikrar|menandatangani)|kekurangan|selisih|kurang|not yet|remaining"
PERCENT = r"persen\w*|prosentase|percent\w*|rate|rasio"
UNSURE = _any(
    r"capaian|realisasi|sudah|progres\w*|terlaksana|selesai|hasil|terkumpul|angka|nilai|value|masuk|done",
    r"achieved|partisipasi",
)
OBLIGED = (
    r"(?:(?:jumlah|jml)\.? )?(?:(?:asn|pns|pppk|pegawai) )?(?:yang )?(?:target|wajib|sasaran|(?:se)?harus(?:nya)?)\b"
)
"""How a heading begins that counts who should do something, whatever it names behind."""
PEOPLE = _any(
    r"target|wajib|sasaran|pegawai|personil|personel|jumlah orang|orang|sdm|headcount|employees|staff|formasi",
    r"bezetting|kuota|jiwa",
)

_TIERS = r"eselon (?:i{1,3}|iv|v|[1-5])(?:[./ ]?[ab])?|jpt(?: \w+)?|administrator|pengawas|pelaksana|fungsional"
_WORDS = _any(*(words for _, words in NAMES), KINDS, _TIERS, PART, SUM, SPLIT_GROUP, UNSURE, PERCENT, "%")
_MEASURES = _any(SIGNED, PLEDGED, REST, PEOPLE, PERCENT, r"%|asn|pns|pppk|p3k|non[ -]?asn|honorer")

ANY = rf"^(?:(?:{_WORDS})|(?:\S+ ){{0,4}}(?:{_MEASURES})(?: \S+){{0,5}}|(?:19|20)\d\d)$"
"""A cell that may be a heading; underscores as spaces."""

STRONG = rf"^(?:{'|'.join(words for _, words in NAMES)}|nama(?: .{{0,30}})?)$"
"""A cell that hardly is anything but a heading: those of columns of names, numbers, days and words."""
