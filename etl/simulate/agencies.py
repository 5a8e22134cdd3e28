"""The agencies of an ordinary regional government: their names, how many people work there, and as what.

Names are canonical names of the unit register. Sizes are typical people of a kabupaten of 6 500 and of a provincial
government of 14 000 civil servants: education takes half or more, most agencies have 15 to 60 people.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from geo.units import opd_kind, opd_slug


class Agency(NamedTuple):
    """One agency. `names`: what regions call it, one of them each. 0 people = this level has no such agency.

    `share` of the regions that have it; `pppk` share of its people; `fungsional` share of the posts that lead nobody.
    """

    names: tuple[str, ...]
    in_kabupaten: int
    in_provinsi: int
    share: float = 1.0
    pppk: float = 0.12
    fungsional: float = 0.35


AGENCIES = (
    Agency(("Sekretariat Daerah",), 140, 420),
    Agency(("Sekretariat DPRD",), 36, 110),
    Agency(("Inspektorat Daerah",), 45, 110, fungsional=0.7),
    Agency(
        ("Badan Perencanaan Pembangunan Daerah", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah"), 42, 120
    ),
    Agency(("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",), 46, 0),
    Agency(("Badan Kepegawaian Daerah",), 0, 120),
    Agency(("Badan Pengembangan Sumber Daya Manusia",), 0, 110, fungsional=0.5),
    Agency(("Badan Pengelolaan Keuangan dan Aset Daerah", "Badan Keuangan dan Aset Daerah"), 60, 150),
    Agency(("Badan Pendapatan Daerah",), 55, 420, share=0.85),
    Agency(("Badan Kesatuan Bangsa dan Politik",), 20, 50),
    Agency(("Badan Penanggulangan Bencana Daerah",), 34, 70),
    Agency(("Badan Riset dan Inovasi Daerah",), 0, 60, share=0.5),
    Agency(("Dinas Pendidikan dan Kebudayaan", "Dinas Pendidikan"), 3700, 8800, pppk=0.3, fungsional=0.94),
    Agency(("Dinas Kesehatan",), 900, 420, pppk=0.24, fungsional=0.85),
    Agency(("RSUD Contoh",), 420, 1300, pppk=0.24, fungsional=0.88),
    Agency(("Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Pekerjaan Umum dan Tata Ruang"), 90, 350),
    Agency(("Dinas Perumahan dan Kawasan Permukiman",), 40, 90),
    Agency(("Satuan Polisi Pamong Praja",), 70, 110),
    Agency(("Dinas Pemadam Kebakaran dan Penyelamatan",), 45, 0, share=0.35),
    Agency(("Dinas Sosial",), 36, 190),
    Agency(("Dinas Tenaga Kerja", "Dinas Tenaga Kerja dan Transmigrasi"), 36, 180),
    Agency(("Dinas Pemberdayaan Perempuan dan Perlindungan Anak",), 26, 70, share=0.7),
    Agency(("Dinas Pengendalian Penduduk dan Keluarga Berencana",), 55, 0, fungsional=0.7),
    Agency(("Dinas Ketahanan Pangan",), 30, 80, share=0.8),
    Agency(("Dinas Lingkungan Hidup",), 58, 110),
    Agency(("Dinas Kependudukan dan Pencatatan Sipil",), 42, 55),
    Agency(("Dinas Pemberdayaan Masyarakat dan Desa",), 34, 80),
    Agency(("Dinas Perhubungan",), 55, 140),
    Agency(("Dinas Komunikasi dan Informatika", "Dinas Komunikasi, Informatika dan Statistik"), 34, 95),
    Agency(("Dinas Koperasi dan Usaha Kecil Menengah", "Dinas Koperasi dan Usaha Mikro"), 33, 90),
    Agency(("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",), 36, 85),
    Agency(("Dinas Pemuda dan Olahraga",), 30, 90),
    Agency(("Dinas Perpustakaan dan Kearsipan", "Dinas Arsip dan Perpustakaan"), 30, 85),
    Agency(("Dinas Perikanan",), 40, 180),
    Agency(("Dinas Pariwisata", "Dinas Pariwisata dan Ekonomi Kreatif"), 34, 85),
    Agency(("Dinas Pertanian",), 115, 240, fungsional=0.6),
    Agency(("Dinas Peternakan dan Kesehatan Hewan",), 42, 110, share=0.6, fungsional=0.5),
    Agency(("Dinas Perindustrian dan Perdagangan", "Dinas Perdagangan dan Perindustrian"), 56, 150),
)

SUBDISTRICT = Agency(("Kecamatan Contoh",), 26, 0, pppk=0.08, fungsional=0.05)
"""A kecamatan; a region has 10 to 30, numbered."""
SUBDISTRICTS = range(10, 31)


def posts() -> pl.DataFrame:
    """A row a name that an agency may have: `agency` (place in the list), `variant`, `name`, `slug`, `kind`, sizes."""
    rows = [
        {"agency": place, "variant": variant, "name": name, "slug": opd_slug(name), "kind": opd_kind(name)}
        | agency._asdict()
        for place, agency in enumerate(AGENCIES)
        for variant, name in enumerate(agency.names)
    ]
    return pl.DataFrame(rows).drop("names")
