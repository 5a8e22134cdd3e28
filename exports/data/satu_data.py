"""`metadata-satu-data.json`: each indicator as Satu Data Indonesia asks for it (Perpres 39/2019).

A data standard there has five parts: konsep, definisi, klasifikasi, ukuran, satuan. The keys are the decree's own
words, so that they stay Indonesian in every language.
"""

from __future__ import annotations

from typing import Any

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports.data.descriptor import sources_of
from geo import register
from i18n import N_, Text
from indicators import DEFINITIONS
from indicators.definition import Definition
from indicators.words import STATES
from warehouse.vocabulary import Audience

_ACCESS = {Audience.PUBLIK: N_("open to everybody"), Audience.DALAM: N_("for the office only")}
_CONCEPT = N_(
    "{label}: neutrality of civil servants (ASN) in elections, as pledges and integrity pacts on record show it."
)


def satu_data(briefing: Briefing, stamp: Stamp, t: Text) -> dict[str, Any]:
    """The metadata as plain values for JSON, of the indicators that the stamp names."""
    asked = briefing.request
    return {
        "standar": "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia",
        "judul": briefing.title,
        "kode_ikrar": stamp.code,
        "alamat": stamp.address,
        "data_contoh": stamp.is_simulated,
        "cakupan_wilayah": {"kode_kemendagri": asked.region, "nama": briefing.place},
        "pemilihan": briefing.campaign,
        "keadaan_per": stamp.as_of.isoformat(),
        "snapshot": stamp.snapshot,
        "dibuat_pada": stamp.made_at.isoformat(),
        "akses": t(_ACCESS[asked.audience]),
        "bahasa": t.language,
        "kode_referensi": {"wilayah": register.edition()},
        "indikator": [_indicator(DEFINITIONS[name], version, t) for name, version in sorted(stamp.versions.items())],
        "sumber": [
            {
                "judul": source.title,
                "penerbit": source.publisher,
                "tingkat_bukti": source.grade,
                "alamat": source.url,
                "terbit_pada": source.published_on and source.published_on.isoformat(),
            }
            for source in sources_of(briefing)
        ],
    }


def _indicator(definition: Definition, version: int, t: Text) -> dict[str, Any]:
    return {
        "kode": definition.name,
        "versi": version,
        "nama": t(definition.label),
        "standar_data": {
            "konsep": t(_CONCEPT, label=t(definition.label)),
            "definisi": t(definition.definition),
            "klasifikasi": [
                {"kode": str(state), "nama": t(STATES[state]), "penjelasan": t(meaning)}
                for state, meaning in definition.states.items()
            ],
            "ukuran": t("proportion, 0 to 1, as lower and upper bound")
            if definition.is_fraction
            else t("number, as lower and upper bound"),
            "satuan": t(definition.unit),
        },
        "pembilang": definition.numerator and t(definition.numerator),
        "penyebut": definition.denominator and t(definition.denominator),
        "nilai_kosong": t(definition.null),
        "rujukan": t(definition.source),
    }
