"""One field at a time, from a sentence or two."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from etl.extract import extract
from etl.extract.document import text_document
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Extraction, ProposedEvent

DATA = Path(__file__).parents[3] / "data"
HEAD = "Pemerintah Kabupaten Kudus menggelar ikrar netralitas ASN untuk Pemilu 2024, Senin (9/10/2023). "


def found_in(text: str) -> Extraction:
    return extract(text_document(text), known_campaigns(DATA), known_regulations(DATA))


def event_in(text: str) -> ProposedEvent:
    (event,) = found_in(text).events
    return event


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ASN Kudus mengucapkan ikrar netralitas.", ["ikrar"]),
        ("Pejabat Kudus meneken pakta integritas netralitas ASN.", ["pakta"]),
        ("Pejabat Kudus menandatangani fakta integritas netralitas ASN.", ["pakta"]),
        ("Pemkab Kudus menggelar deklarasi netralitas ASN.", ["deklarasi"]),
        ("Pejabat Kudus menandatangani komitmen bersama netralitas ASN.", ["komitmen"]),
        ("Pemkab Kudus akan menggelar ikrar netralitas ASN.", []),
        ("Bupati memerintahkan setiap OPD menggelar ikrar netralitas ASN.", []),
        ("ASN itu pernah menandatangani pakta integritas netralitas.", []),
        ("Ikrar netralitas ASN akan digelar Senin depan.", []),
        ("Pegawai Kudus menandatangani pakta integritas antikorupsi.", []),
        ("Pasangan calon mengucapkan ikrar pilkada damai, ASN diminta netral.", []),
        ("Anggota KPPS Kudus menandatangani pakta integritas dan diminta netral.", []),
        ("DPRD Kudus mendesak ASN menandatangani pakta integritas netralitas.", []),
        ("Ikrar netralitas ASN Pemkab Kudus tidak pernah digelar.", []),
        ("Foto lama ikrar netralitas ASN Kudus menyebar, Rabu (9/10/2024).", []),
        ("Pelantikan pejabat Kudus dirangkai penandatanganan pakta integritas netralitas.", ["pakta"]),
        ("ASN diminta netral. “Tahun lalu kita sudah mengucapkan ikrar netralitas,” katanya.", []),
    ],
)
def test_activity(text: str, kinds: list[str]) -> None:
    assert [kind for event in found_in(text).events for kind in event.activity] == kinds


@pytest.mark.parametrize(
    ("text", "code", "level", "unit"),
    [
        ("Pemkot Bima menggelar ikrar netralitas ASN.", "52.72", "kota", None),
        ("ASN Bima mengucapkan ikrar netralitas dipimpin Bupati Bima.", "52.06", "kabupaten", None),
        ("ASN di Bima mengucapkan ikrar netralitas.", None, None, None),
        ("Pegawai Dinas Kesehatan Kabupaten Kudus membaca ikrar netralitas.", "33.19", "opd", "Dinas Kesehatan"),
        ("Kankemenag Kabupaten Kudus membacakan ikrar netralitas ASN.", "33.19", "vertikal", "Kankemenag"),
        (
            "Kecamatan Jekulo, Kabupaten Kudus, menggelar ikrar netralitas ASN.",
            "33.19",
            "kecamatan",
            "Kecamatan Jekulo",
        ),
        ("Pejabat seluruh Indonesia menandatangani pakta integritas netralitas ASN.", None, "nasional", None),
    ],
)
def test_organiser(text: str, code: str | None, level: str | None, unit: str | None) -> None:
    event = event_in(text)
    assert (next(iter(event.region_codes), None), event.level) == (code, level)
    assert (event.opd or "").startswith(unit or "")
    assert (event.opd is None) == (unit is None)


@pytest.mark.parametrize(
    ("text", "low", "high", "status"),
    [
        ("ASN Kudus mengucapkan ikrar netralitas, Senin, 6 Nopember 2023.", "2023-11-06", "2023-11-06", "stated"),
        ("ASN Kudus mengucapkan ikrar netralitas pada awal Oktober 2020.", "2020-10-01", "2020-10-10", "stated"),
        ("ASN Kudus mengucapkan ikrar netralitas Pemilu 2024, Rabu (29/11).", "2023-11-29", "2023-11-29", "inferred"),
        ("ASN Kudus mengucapkan ikrar netralitas, Rabu (29/11).", None, None, None),
        (
            "ASN Kudus mengucapkan ikrar netralitas Pilkada 2024 pada H-7 kampanye.",
            "2024-09-18",
            "2024-09-18",
            "inferred",
        ),
        ("ASN Kudus mengucapkan ikrar netralitas, Senin (27/8/2024).", "2024-08-27", "2024-08-27", "disputed"),
        ("Surat Nomor 800/1/BKD tanggal 2 Agustus 2023. ASN Kudus mengucapkan ikrar netralitas.", None, None, None),
        ("ASN Kudus mengucapkan ikrar netralitas usai HUT ke-52 Korpri.", "2023-11-29", "2023-11-29", "inferred"),
    ],
)
def test_date(text: str, low: str | None, high: str | None, status: str | None) -> None:
    date = event_in(text).date
    assert (date and date.low, date and date.high, date and date.status) == (
        low and dt.date.fromisoformat(low),
        high and dt.date.fromisoformat(high),
        status,
    )


@pytest.mark.parametrize(
    ("more", "participants", "signers"),
    [
        ("Ikrar diikuti 320 ASN.", (320, 320), None),
        ("Sebanyak 46 kepala OPD menandatangani pakta integritas.", None, (46, 46)),
        ("Pakta integritas ditandatangani 52 kepala OPD dan 20 camat.", None, (72, 72)),
        ("Apel diikuti 250 ASN secara luring dan 1.750 pegawai secara daring.", (2000, 2000), None),
        ("Apel diikuti 62 (enam puluh dua) orang pegawai.", (62, 62), None),
        ("Jumlah ASN di Kudus 9.000 orang.", None, None),
        ("Ikrar diikuti seluruh ASN.", (None, None), None),
        ("Mereka yang hadir mewakili 4.890 ASN.", (1, None), None),
        ("Sebanyak 462 kepala desa menandatangani pakta integritas.", None, None),
        ("Ruangan diisi masing-masing maksimal 40 orang.", None, None),
        ("Sebanyak 61 ASN dari 84 pegawai menandatangani pakta integritas.", None, (61, 61)),
        ("Sebanyak 75 dari 90 ASN menandatangani pakta integritas. Sisanya 15 orang menyusul.", None, (75, 75)),
        ("Apel dihadiri 40.000 lebih ASN.", (40_001, None), None),
        ("Apel diikuti 200 ASN secara langsung dan ribuan lainnya lewat zoom.", (1_200, 10_199), None),
        ("ASN yang menandatangani pakta 27 orang, terdiri dari 20 PNS dan 7 PPPK.", None, (27, 27)),
    ],
)
def test_counts(more: str, participants: Any, signers: Any) -> None:
    event = event_in(HEAD + more)
    bounds = [people and (people.low, people.high) for people in (event.participants, event.signers)]
    assert bounds == [participants, signers]


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ("Ikrar dipimpin Penjabat Sementara Wali Kota Bima.", "led_by", "Pjs Wali Kota"),
        ("Sekretaris Daerah Kudus memimpin apel.", "led_by", "Sekda"),
        ("Apel dipimpin Kepala Dinas Kesehatan Kabupaten Kudus.", "led_by", "Kepala Dinas Kesehatan"),
        ("Naskah ikrar dibacakan Kepala BKPSDM Kudus.", "read_by", "Kepala BKPSDM"),
        ("Ikrar disaksikan Bupati, Ketua KPU, serta Ketua Bawaslu.", "witnesses", ("Bupati", "KPU", "Bawaslu")),
        ("Apel dipimpin Bupati Kudus. Pembacaan ikrar dipimpin Kepala BKPSDM.", "led_by", "Kepala BKPSDM"),
        ("Dilakukan pembacaan naskah oleh perwakilan ASN.", "read_by", "Perwakilan ASN"),
        ("Ketua Bawaslu Kudus menjadi saksi.", "witnesses", ("Bawaslu",)),
        ("Acara berlangsung di Pendopo Kudus.", "venue", "Pendopo Kudus"),
        ("Pegawai lain mengikutinya secara daring melalui Zoom.", "mode", "daring"),
        ("Ikrar memuat empat butir, yakni menolak politik uang dan bijak bermedia sosial.", "points", (3, 4)),
        ("Ikrar memuat empat butir, yakni menolak politik uang.", "points_stated", 4),
        ("Bupati mengutip PP No. 94 Tahun 2021 dan UU 20/2023.", "legal_basis", ("PP 94/2021", "UU 20/2023")),
        ("Bupati mengutip SKB lima lembaga tanggal 22 September 2022.", "legal_basis", ("SKB 22-09-2022",)),
        ("Ini tindak lanjut Surat Edaran Bupati Nomor 800/2217/BKD.", "instruction_number", "800/2217/BKD"),
        ("Seusai apel pegawai bekerja seperti biasa.", "campaign", "pemilu-2024"),
    ],
)
def test_other_fields(more: str, field: str, value: Any) -> None:
    event = event_in(HEAD + more)
    assert getattr(event, field) == value
    assert event.evidence[field]


@pytest.mark.parametrize(
    ("more", "kind", "alternative"),
    [
        ("Kegiatan ini tepat 100 hari menjelang Pemilu 2024.", "relative_date", "2023-11-06"),
        ("“Besok tanggal 28 November kampanye dimulai,” kata bupati.", "relative_date", "2023-11-27"),
        ("Bupati mengutip PP 53/2010 tentang Disiplin PNS.", "legal_citation", "PP 94/2021"),
        ("Bupati mengutip UU Nomor 10 Tahun 2023 tentang ASN.", "legal_citation", "UU 20/2023"),
        ("Acara itu menyambut HUT ke-50 Korpri.", "ordinal", "52"),
        ("Ikrar diikuti 180 ASN. Rinciannya, 2 asisten, 36 kepala dinas, dan 98 guru.", "count", None),
        ("Sebanyak 64 pejabat menandatangani pakta integritas, tujuh orang belum menandatangani.", "count", "57"),
    ],
)
def test_conflicts(more: str, kind: str, alternative: str | None) -> None:
    (conflict,) = found_in(HEAD + more).conflicts
    assert (conflict.kind, conflict.alternative) == (kind, alternative)
    assert conflict.evidence


@pytest.mark.parametrize(
    "more",
    [
        "Bupati mengutip UU Nomor 5 Tahun 2014 tentang ASN.",
        "Kampanye dimulai 28 November 2023 dan pemungutan suara 14 Februari 2024.",
        "Ikrar diikuti 41 ASN, terdiri atas 34 PNS dan 7 PPPK.",
        "Acara itu menyambut HUT ke-52 Korpri.",
        "Ia mengutip SKB Mendagri dan lembaga lain, Nomor 2 Tahun 2022, Nomor 800-5474 Tahun 2022.",
    ],
)
def test_no_false_alarm(more: str) -> None:
    assert found_in(HEAD + more).conflicts == ()


PUT_OFF = """Ikrar netralitas ASN Pemkab Subang dijadwalkan Senin (2/10/2023).
Akhirnya ikrar digelar Rabu (4/10/2023)."""
WITHIN = """Pemprov Jambi menggelar ikrar netralitas ASN pada 27 s/d 29 November 2023.
Gubernur Jambi memimpin ikrar pertama, Senin (27/11/2023)."""
SAME_DAY = """Pemkab Sigi menggelar ikrar netralitas ASN, Senin (7/10/2024).
Pemerintah Kota Palu juga menggelar ikrar netralitas ASN, Senin (7/10/2024)."""
DAY_BEFORE_ACT = """Pemkot Magelang menggelar sosialisasi netralitas ASN, Kamis (31/10/2024). Sekda hadir.
Di akhir acara, peserta menandatangani pakta integritas."""
LONG_AGO = """Pemprov Kalteng menggelar upacara Korpri, Jumat (29/11/2024).
Ikrar netralitas yang diucapkan dua bulan lalu masih diingat ASN."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PUT_OFF, [("32.13", "2023-10-04")]),
        (WITHIN, [("15", "2023-11-27")]),
        (SAME_DAY, [("72.10", "2024-10-07"), ("72.71", "2024-10-07")]),
        (DAY_BEFORE_ACT, [("33.71", "2024-10-31")]),
        (LONG_AGO, []),
    ],
)
def test_which_ceremonies(text: str, expected: list[tuple[str, str]]) -> None:
    events = found_in(text).events
    assert [(event.region_codes[0], str(event.date and event.date.low)) for event in events] == expected


def test_events_of_several_regions_and_days() -> None:
    text = (
        f"{HEAD}\n\nRabu (11/10/2023), giliran Pemerintah Kabupaten Jepara. Sekda Jepara memimpin ikrar.\n\n"
        "Kamis (12/10/2023), Dinas Perdagangan menata 312 lapak. Penataan diikuti 90 pedagang."
    )
    assert [(event.region_codes, str(event.date and event.date.low)) for event in found_in(text).events] == [
        (("33.19",), "2023-10-09"),
        (("33.20",), "2023-10-11"),
    ]
