"""Lists of ceremonies beside what the store knows of them."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from etl.ingest import Outcome, Preview, Request, Verdict, ingest
from etl.recognise.layout import FileKind
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

NOW = dt.datetime(2024, 12, 1, 8, 0, tzinfo=dt.UTC)
HEAD = "Daftar Pelaksanaan Ikrar Netralitas ASN\nKabupaten/Kota;Tanggal;Tempat;Peserta;Penandatangan\n"
BLORA = "Kab. Blora;30 September 2024;Halaman Setda;450;60\n"
DEMAK = "Kab. Demak;7-9 Oktober 2024;Pendopo;300;-\n"
REQUEST = Request(
    name="ikrar.csv", by="analis", kind=FileKind.EVENTS, region="33", campaign="pilkada-2024", sender="Kesbangpol"
)


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Store:
    folder = tmp_path / "store"
    shutil.copytree(built_store, folder)
    return Store(folder)


def send(store: Store, rows: str, **changes: object) -> Outcome:
    request = replace(REQUEST, **changes)  # type: ignore[arg-type]  # fields of Request by name
    return ingest(store, (HEAD + rows).encode(), request, now=NOW)


def counts(preview: Preview) -> dict[str, int]:
    return {verdict.value: preview.count(verdict) for verdict in Verdict if preview.count(verdict)}


def event(store: Store, event_id: str) -> dict[str, object]:
    return store.frames().event.filter(pl.col("event_id") == event_id).row(0, named=True)


def test_a_ceremony_is_saved_once_with_its_claims(store: Store) -> None:
    outcome = send(store, BLORA + DEMAK + BLORA)
    assert counts(outcome.preview) == {"new": 2, "same": 1}
    frames = store.frames()
    blora = event(store, "blora-2024-09-30")
    assert (blora["participants_low"], blora["signers_low"], blora["activity"]) == (450, 60, ["ikrar"])
    assert frames.event_region.filter(pl.col("event_id") == "blora-2024-09-30").select(
        "region_code", "role"
    ).rows() == [("33.16", "organiser")]
    said = frames.claim.filter(pl.col("subject_id") == "demak-2024-10-07", pl.col("field") == "date")
    assert said.select("value", "stated").rows() == [("2024-10-07..2024-10-09", "7-9 Oktober 2024")]
    assert counts(send(store, DEMAK + BLORA).preview) == {"same": 2}
    assert store.verify().damaged == ()


def test_the_same_sender_corrects_and_another_is_asked(store: Store) -> None:
    send(store, BLORA)
    assert counts(send(store, BLORA.replace(";60", ";75")).preview) == {"changed": 1}
    assert event(store, "blora-2024-09-30")["signers_low"] == 75
    claims = store.frames().claim.filter(subject_id="blora-2024-09-30", field="signers").sort("claim_id")
    assert claims.select("value", "status").rows() == [("60", "rejected"), ("75", "accepted")]
    other = send(store, BLORA, sender="Bawaslu")
    assert counts(other.preview) == {"conflict": 1}
    (question,) = other.preview.questions
    assert counts(send(store, BLORA, sender="Bawaslu", answers={question.id: "keep"}).preview) == {"refused": 1}
    assert counts(send(store, BLORA, sender="Bawaslu", answers={question.id: "replace"}).preview) == {"changed": 1}
    assert event(store, "blora-2024-09-30")["signers_low"] == 60


def test_a_later_list_fills_what_was_not_said(store: Store) -> None:
    send(store, BLORA.replace("450;60", ";60"))
    assert counts(send(store, BLORA, sender="Bawaslu").preview) == {"changed": 1}
    assert event(store, "blora-2024-09-30")["participants_low"] == 450


def test_two_venues_are_two_ceremonies_and_two_figures_a_conflict(store: Store) -> None:
    outcome = send(store, BLORA + BLORA.replace("Halaman Setda;450", "GOR;200") + DEMAK + DEMAK.replace("300", "310"))
    assert counts(outcome.preview) == {"new": 2, "conflict": 2}
    assert set(outcome.preview.tables["event"]["event_id"]) == {
        "blora-2024-09-30-halaman-setda",
        "blora-2024-09-30-gor",
    }


def test_an_undone_list_leaves_nothing_behind(store: Store) -> None:
    before = store.frames()
    outcome = send(store, BLORA + DEMAK)
    assert outcome.batch is not None
    store.undo(outcome.batch, by="analis", now=NOW)
    after = store.frames()
    assert after.event.equals(before.event)
    assert after.claim.equals(before.claim)
