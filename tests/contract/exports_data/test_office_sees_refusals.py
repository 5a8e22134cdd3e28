"""Who is handed the list of refused rows with a workbook: the office, and never the public."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from briefings.briefing import Request, SectionName
from etl.issuing import Origin, issue
from i18n import text
from warehouse import contract
from warehouse.frames import Frames
from warehouse.store import Store
from warehouse.vocabulary import Audience


@pytest.mark.parametrize(("audience", "listed"), [(Audience.DALAM, True), (Audience.PUBLIK, False)])
def test_the_office_is_told_which_rows_were_refused(
    built_store: Path,
    bundled_frames: Frames,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    audience: Audience,
    listed: bool,
) -> None:
    batch = bundled_frames.event_region["batch_id"][0]
    said = {"refused_id": "x", "row": 7, "rule": "future_day", "message": "=Tanggal di masa depan"}
    refused = contract.frame("refused", [said]).with_columns(batch_id=pl.lit(batch))
    store = Store.with_own_catalogue(Path(shutil.copytree(built_store, tmp_path / "store")))
    monkeypatch.setattr(Store, "table", lambda *_: refused)
    origin = Origin(store, text("id"), dt.datetime(2026, 11, 22, tzinfo=dt.UTC), "test", held=bundled_frames)
    made = issue(origin, Request("33", audience=audience, sections=(SectionName.RINGKASAN,)), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made.content))
    assert ("Ditolak" in book.sheetnames) is listed
    if listed:
        row = [cell.value for cell in book["Ditolak"][6]]
        assert row == [batch, None, 7, None, "future_day", "=Tanggal di masa depan"]
