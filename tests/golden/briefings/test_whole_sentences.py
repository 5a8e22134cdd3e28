"""Whole sentences, as an official reads them: of a region whose figures are worked out by hand, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import geo
from briefings.briefing import Request, SectionName
from briefings.build import brief
from i18n import Language, text
from warehouse.store import Store

# 98..102 of 120 people signed (81.66… to exactly 85 percent), 110 pledged (91.66…); no ceremony; one OPD, obliged
ASKED = (SectionName.RINGKASAN, SectionName.PETA, SectionName.BELUM_MELAPOR, SectionName.METODE)
SAID = {
    "id": [
        (
            "Di Kabupaten Purbalingga, antara 81 dan 85 persen ASN yang wajib sudah menandatangani pakta integritas; "
            "belum ada acara ikrar yang terdokumentasi."
        ),
        "91,7 persen ASN yang wajib sudah mengucapkan ikrar.",
        "Satu-satunya unit yang tercatat sudah melapor.",
        "Yang belum menandatangani: antara 18 dan 22 orang.",
        "Bukti terbaik: rekap resmi (mutu B); seluruhnya 1 sumber independen.",
        (
            "Di Kabupaten Purbalingga, antara 81 dan 85 persen ASN yang wajib sudah menandatangani pakta integritas; "
            "1 dari 1 kabupaten/kota di Jawa Tengah terdokumentasi."
        ),
        "Kabupaten Purbalingga wajib melapor, dan sudah ada laporan yang masuk.",
        "Satu-satunya unit yang tercatat di Kabupaten Purbalingga sudah melapor.",
        "Angka Kabupaten Purbalingga didasarkan pada 1 sumber independen, yang terbaik bermutu B.",
    ],
    "en": [
        (
            "In Kabupaten Purbalingga, between 81 and 85 percent of the civil servants obliged have signed the "
            "integrity pact; no ceremony is documented."
        ),
        "91.7 percent of the civil servants obliged have taken the pledge.",
        "The only unit on record has reported.",
        "Still to sign: between 18 and 22 people.",
        "Best evidence: official recap (grade B); 1 independent voice in all.",
        (
            "In Kabupaten Purbalingga, between 81 and 85 percent of the civil servants obliged have signed the "
            "integrity pact; 1 of 1 regencies and cities in Jawa Tengah is documented."
        ),
        "Kabupaten Purbalingga has to report, and something has come in.",
        "The only unit on record in Kabupaten Purbalingga has reported.",
        "The figures of Kabupaten Purbalingga rest on 1 independent voice, the best of grade B.",
    ],
}


@pytest.mark.parametrize("language", SAID)
def test_what_is_said_of_a_region(lone_opd_store: Path, language: Language) -> None:
    frames = Store(lone_opd_store).frames()
    briefing = brief(frames, Request("33.03", sections=ASKED), text(language), geo.layers()[0])
    said = [found.words for section in briefing.sections for found in (section.finding, *section.more)]
    assert said == SAID[language]
