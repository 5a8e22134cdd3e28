"""A ceremony typed in by a person, and the photo or letter that proves it."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from etl.review import Attachments, ByHand, Evidence, Typed, enter
from etl.review.attachments import MOST_BYTES
from i18n import BadInput, Damaged, NotFound
from warehouse.store import Store

NOW = dt.datetime(2024, 10, 1, 8, tzinfo=dt.UTC)
PNG = b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0....\xff\xd9"
PDF = b"%PDF-1.7\n....\n%%EOF\n"
FIELDS = {
    "activity": Typed("ikrar; pakta"),
    "organiser_region_code": Typed("33.07"),
    "campaign_id": Typed("pilkada-2024"),
    "date": Typed("2024-09-20", "20 September 2024"),
    "participants": Typed("60"),
    "signers": Typed(None, "seluruh kepala OPD", "all"),
}


@pytest.mark.parametrize(
    ("evidence", "kind", "grade"), [(Evidence.LETTER, "letter", "C"), (Evidence.PHOTO, "report", "D")]
)
def test_it_comes_in_as_claims_of_its_evidence(store: Store, evidence: Evidence, kind: str, grade: str) -> None:
    loaded = enter(store, FIELDS, ByHand(PDF, evidence, "Setda Wonosobo", "Berita acara"), by="staf", now=NOW)
    frames = store.frames()
    (event,) = frames.event.filter(event_id="wonosobo-2024-09-20").iter_rows(named=True)
    assert (event["level"], event["organiser_kind"], event["date_status"]) == ("kabupaten", "pemda", "stated")
    assert (event["participants_low"], event["participants_qualifier"], event["signers_low"]) == (60, "exact", None)
    (source,) = frames.source.filter(sha256=hashlib.sha256(PDF).hexdigest()).iter_rows(named=True)
    assert (source["kind"], source["grade"], source["publisher"]) == (kind, grade, "Setda Wonosobo")
    claims = frames.claim.filter(source_id=source["source_id"])
    assert claims["status"].unique().to_list() == ["accepted"]
    assert claims["decided_by"].unique().to_list() == ["staf"]
    assert loaded.snapshot.batch.kind == "review"
    store.undo(loaded.snapshot.batch.batch_id, by="staf", now=NOW)
    assert store.frames().event.filter(event_id="wonosobo-2024-09-20").is_empty()


def test_a_known_ceremony_gets_claims_and_keeps_its_values(store: Store) -> None:
    enter(store, FIELDS, ByHand(PDF, Evidence.LETTER, "Setda Wonosobo"), by="staf", now=NOW)
    before = store.frames().event.filter(event_id="wonosobo-2024-09-20")
    enter(store, FIELDS | {"participants": Typed("75")}, ByHand(PNG, Evidence.PHOTO, "Warga"), by="staf", now=NOW)
    frames = store.frames()
    assert frames.event.filter(event_id="wonosobo-2024-09-20").drop("batch_id").equals(before.drop("batch_id"))
    said = frames.claim.filter(subject_id="wonosobo-2024-09-20", field="participants")
    assert said.select("value", "status").rows() == [("60", "accepted"), ("75", "open")]


@pytest.mark.parametrize(
    "change",
    [
        {"date": Typed("kemarin")},
        {"date": Typed(None)},
        {"participants": Typed("enam puluh")},
        {"signers": Typed(None)},
        {"nama": Typed("x")},
        {"activity": Typed("rapat")},
        {"organiser_region_code": None},
        {"activity": None},
    ],
)
def test_what_is_no_ceremony_is_refused_and_nothing_is_kept(store: Store, change: dict[str, Typed | None]) -> None:
    before = store.latest().number
    fields = {name: one for name, one in {**FIELDS, **change}.items() if one is not None}
    with pytest.raises(BadInput):
        enter(store, fields, ByHand(PDF, Evidence.LETTER, "Setda"), by="staf", now=NOW)
    assert store.latest().number == before
    assert not (store.path / "attachments").exists()


@pytest.mark.parametrize(("data", "media_type"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf")])
def test_attachments_are_kept_by_their_digest(store: Store, data: bytes, media_type: str) -> None:
    attachments = Attachments(store.path)
    kept = attachments.keep(data)
    assert attachments.keep(data) == kept
    assert attachments.open(kept.sha256) == (data, kept)
    assert (kept.sha256, kept.media_type, kept.bytes) == (hashlib.sha256(data).hexdigest(), media_type, len(data))
    assert len(list((store.path / "attachments").iterdir())) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"<html>%PDF-1.7 %%EOF",
        b"GIF89a....;",
        b"PK\x03\x04",
        PNG[:-4],
        JPEG[:-2],
        PDF.replace(b"%%EOF", b""),
        PNG[:8] + b"." * MOST_BYTES + PNG[8:],
    ],
    ids=["empty", "svg", "html", "gif", "zip", "cut png", "cut jpeg", "cut pdf", "too large"],
)
def test_what_is_no_picture_or_letter_is_refused(store: Store, data: bytes) -> None:
    with pytest.raises(BadInput):
        Attachments(store.path).keep(data)
    assert not (store.path / "attachments").exists()


def test_a_changed_attachment_is_not_handed_out(store: Store) -> None:
    attachments = Attachments(store.path)
    kept = attachments.keep(PNG)
    (path,) = (store.path / "attachments").iterdir()
    path.write_bytes(PNG.replace(b"....", b"...."[::-1] + b"!"))
    with pytest.raises(Damaged):
        attachments.open(kept.sha256)


@pytest.mark.parametrize("name", ["", "..", "../catalogue.sqlite", "0" * 64])
def test_no_digest_leads_elsewhere(store: Store, name: str) -> None:
    with pytest.raises(NotFound):
        Attachments(store.path).open(name)
