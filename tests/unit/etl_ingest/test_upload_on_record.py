"""A saved file is on record with its batch, a trial or a file that brings nothing is not."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from pathlib import Path

import pytest

from catalogue import uploads
from catalogue.uploads import Filed
from etl.ingest import Request, ingest
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
FILE = b"Keadaan per 30 September 2024\nOPD;PNS;PPPK\nDinas Kesehatan;12;3\nDinas Perhubungan;7;0\n"


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Store:
    return Store(Path(shutil.copytree(built_store, tmp_path / "store")))


def _on_record(store: Store) -> list[Filed]:
    with store.catalogue.reading() as session:
        return uploads.uploads(session)


def test_what_was_saved_leads_to_the_file(store: Store) -> None:
    request = Request("pegawai.csv", "analis", region="33.03", sender="BKPSDM", accept_mapping=True)
    assert ingest(store, FILE, request, now=NOW, dry_run=True).batch is None
    assert _on_record(store) == []
    batch = ingest(store, FILE, request, now=NOW).batch
    assert batch is not None
    (found,) = _on_record(store)
    assert (found.batch_id, found.name, found.sender, found.received_at) == (batch, "pegawai.csv", "BKPSDM", NOW)
    assert (found.sha256, found.bytes) == (hashlib.sha256(FILE).hexdigest(), len(FILE))
    assert store.verify().damaged == ()
    assert ingest(store, FILE, request, now=NOW).batch is None
    assert _on_record(store) == [found]
