"""Whatever the text: no fault, the same answer twice, and evidence that lies in the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract import extract
from etl.extract.document import normalise, text_document
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.reading import folded

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"

_PIECES = (
    "Pemerintah Kabupaten Kudus menggelar ikrar netralitas ASN",
    "dipimpin Pj. Bupati Kudus",
    "Senin (9/10/2023)",
    "27–28 Desember 2023",
    "29 Februari 2023",
    "sebanyak 1.250 ASN",
    "puluhan ribu pegawai",
    "menandatangani pakta integritas",
    "di Pendopo Kudus",
    "akan digelar pekan depan",
    "“Kita harus netral,” katanya.",
    "Undang-Undang Nomor 5 Tahun 2014 tentang ASN",
    "tepat 100 hari menjelang Pemilu 2024",
    "HUT ke-50 Korpri",
    "Diterbitkan: Rabu, 9 Oktober 2024",
    "disaksikan Ketua KPU dan Bawaslu",
    "Kota Semarang",
    "\n",
    "\n\n",
    ". ",
    ", ",
    "; ",
    "(",
    "\u200b\u00ad",
    "ikrar",
)
texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), max_size=25).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_evidence_lies_in_the_text_and_twice_gives_the_same(text: str) -> None:
    document = text_document(text)
    found = extract(document, known_campaigns(DATA), known_regulations(DATA))
    assert found == extract(document, known_campaigns(DATA), known_regulations(DATA))
    spans = [span for event in found.events for each in event.evidence.values() for span in each]
    spans += [span for conflict in found.conflicts for span in conflict.evidence]
    assert all(0 <= low < high <= len(document.text) for low, high in spans)
    for event in found.events:
        assert event.activity
        for people in (event.participants, event.signers):
            assert people is None or people.low is None or people.high is None or people.low <= people.high
        assert event.date is None or event.date.low <= event.date.high


@given(st.text())
def test_normalising_twice_changes_nothing_and_parts_cover_their_lines(text: str) -> None:
    document = text_document(text)
    assert normalise(normalise(text)) == normalise(text)
    assert len(folded(document.text)) == len(document.text)
    ends = [0, *(end for part in document.parts for end in part.span)]
    assert ends == sorted(ends)
