"""The sentence of a map, and of one region on it, for what real data seldom has."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.answer import Answer
from briefings.finding import Query
from briefings.maps.finding import finding
from briefings.maps.of_one import of_one
from i18n import Language, text
from indicators import Scope
from warehouse.vocabulary import State


def answer(indicator: str, rows: dict[str, tuple[State, float | None, float | None]], language: Language) -> Answer:
    scope = Scope("33", None if list(rows) == ["33"] else "kabupaten")
    full: dict[str | None, dict[str, Any]] = {
        code: {"code": code, "state": state, "low": low, "high": high, "grade": None}
        for code, (state, low, high) in rows.items()
    }
    return Answer(Query(indicator, scope), full, text(language))


SOME = {
    "33.01": (State.NILAI, 2.0, 2.0),
    "33.02": (State.NILAI, 0.0, 1.0),
    "33.03": (State.BELUM_LAPOR, None, None),
    "33.04": (State.BELUM_ADA_BUKTI, None, None),
}


def test_a_ceremony_whose_day_is_not_certain_is_told_apart() -> None:
    found = finding(answer("documented_events", SOME, "id"), None, "Jawa Tengah", "kabupaten")
    assert found.words == (
        "1 dari 4 kabupaten/kota di Jawa Tengah memiliki bukti ikrar; 1 memiliki acara yang harinya belum pasti, "
        "1 belum melapor, dan 1 belum ada bukti."
    )
    parts = [number.low for name, number in found.numbers.items() if name != "total"]
    assert sum(part or 0 for part in parts) == len(SOME)


@pytest.mark.parametrize(
    ("code", "indonesian", "english"),
    [
        (
            "33.01",
            "Kabupaten X satu-satunya dari 4 kabupaten/kota di Jawa Tengah yang memiliki bukti ikrar.",
            "Kabupaten X is the only one of the 4 regencies and cities in Jawa Tengah with evidence.",
        ),
        (
            "33.03",
            "Kabupaten X: belum lapor; 1 dari 4 kabupaten/kota di Jawa Tengah memiliki bukti ikrar.",
            "Kabupaten X: not yet reported; 1 of 4 regencies and cities in Jawa Tengah has documented evidence.",
        ),
    ],
)
def test_one_region_among_those_of_its_province(code: str, indonesian: str, english: str) -> None:
    for language, said in (("id", indonesian), ("en", english)):
        shown = answer("documented_events", SOME, "id" if language == "id" else "en")
        assert of_one(shown, code, "Kabupaten X", "Jawa Tengah").words == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1.031, 1.031, "Di Jawa Tengah, 103,1 persen ASN yang wajib sudah menandatangani pakta integritas, melebihi"),
        (0.9, 1.1, "Di Jawa Tengah, antara 90 dan 110 persen ASN yang wajib sudah menandatangani pakta integritas; 1"),
        (None, None, "1 dari 4 kabupaten/kota memiliki angka ini (Persentase penanda tangan); 1 belum melapor"),
    ],
)
def test_more_than_everyone_is_said_and_doubted(low: float | None, high: float | None, said: str) -> None:
    rows = {**SOME, "33.01": (State.NILAI, low, high), "33.02": (State.DITAHAN, None, None)}
    shown = answer("signed_rate", rows, "id")
    whole = answer("signed_rate", {"33": (State.NILAI, low, high)}, "id")
    found = finding(shown, whole, "Jawa Tengah", "kabupaten")
    assert found.words.startswith(said)
    assert found.words.endswith("; 1 belum melapor, 1 ditahan, dan 1 belum ada bukti.")
