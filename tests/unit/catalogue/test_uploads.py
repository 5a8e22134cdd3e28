"""What was sent is on record, with the batch that came of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from catalogue import Catalogue, history, uploads
from catalogue.history import Batch, Snapshot
from catalogue.uploads import Upload

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Catalogue.in_file(tmp_path / "catalogue.sqlite")
    made.migrate()
    return made


def test_an_upload_leads_to_its_batch_and_leaves_the_seal_whole(catalogue: Catalogue) -> None:
    batch = Batch("signatures-1", "signatures", "rekap.xlsx", "analis", AT, "a" * 64)
    with catalogue.writing() as session:
        history.commit(session, Snapshot(1, AT, batch, {}), [])
        linked = uploads.record(session, Upload("rekap.xlsx", "a" * 64, 9000, AT, "BKPSDM"), batch.batch_id)
    with catalogue.writing() as session:
        alone = uploads.record(session, Upload("rekap.xlsx", "a" * 64, 9000, AT + dt.timedelta(hours=1)))
        uploads.record(session, Upload("lain.xlsx", "b" * 64, 1, AT))
    with catalogue.reading() as session:
        found = uploads.uploads(session, "a" * 64)
        assert [(one.upload_id, one.batch_id, one.sender, one.bytes) for one in found] == [
            (alone, None, None, 9000),
            (linked, "signatures-1", "BKPSDM", 9000),
        ]
        assert len(uploads.uploads(session)) == 3
        assert history.unsealed(session) == []


def test_an_unknown_batch_keeps_nothing(catalogue: Catalogue) -> None:
    with pytest.raises(LookupError), catalogue.writing() as session:
        uploads.record(session, Upload("rekap.xlsx", "a" * 64, 9000, AT), "signatures-9")
    with catalogue.reading() as session:
        assert uploads.uploads(session) == []
