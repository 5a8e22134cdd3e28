"""Cek angka of a file that holds lists: which of its rows are others now, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from briefings.briefing import Briefing, Request, SectionName
from etl.issuing import Issued, Origin, Seen, issue, issue_table
from i18n import text
from indicators import DEFINITIONS
from indicators.suppression import shown_to
from pages.cek.lists import TABLES
from pages.context import Context, Filters
from tests.lent.recap import ELECTION, NOW, load
from warehouse import contract
from warehouse.store import Store
from warehouse.vocabulary import Audience

HtmlOf = Callable[[AppTest], str]


def list_of(store: Path, page: str = "sumber", name: str = "sumber", **params: str) -> Issued:
    """A list of a page as its menu hands it out."""
    known = Store(store)
    frames = shown_to(known.frames(), Audience.DALAM)
    context = Context(frames, Filters(), text("id"), params, audience=Audience.DALAM)
    path = context.permalink(page, **params)
    (table,) = (one for one in TABLES[page](context) if one.name == name)
    return issue_table(Origin(known, text("id"), NOW, "siti"), table, "csv", Seen(path, Audience.DALAM))


def rows_of(drawn: str) -> list[str]:
    """The rows that the page lists as others now, in plain words."""
    found = re.findall(r"<tr>(.*?)</tr>", drawn.split("Baris yang berubah")[1].partition("</table>")[0])
    return [re.sub(r"<[^>]+>", " ", row) for row in found[1:]]


def test_a_list_holds_until_its_rows_change_and_again_when_that_is_undone(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_STORE", str(store))
    before = list_of(store)
    sources = Store(store).frames().source.height
    assert f"Masih berlaku: {sources} baris sama dengan data terbaru." in html_of(
        draw_page("cek", store, kode=before.code)
    )

    batch = load(store, 120, 100)
    drawn = html_of(draw_page("cek", store, kode=before.code))
    assert f"1 baris</a> daftar telah berubah menurut data terbaru: 1 baru dan {sources} sama." in drawn
    (row,) = rows_of(drawn)
    assert "Rekap · BKPSDM" in row
    assert "baris baru" in row
    assert "rekap &lt;b&gt;OPD&lt;/b&gt;.xlsx, budi, " in row
    assert f"/riwayat?batch={batch}" in drawn

    after = list_of(store)
    Store(store).undo(batch, by="siti", now=NOW)
    assert f"Masih berlaku: {sources} baris" in html_of(draw_page("cek", store, kode=before.code))
    drawn = html_of(draw_page("cek", store, kode=after.code))
    assert f"1 baris</a> daftar telah berubah menurut data terbaru: 1 hilang dan {sources} sama." in drawn
    assert "dibatalkan: rekap" in rows_of(drawn)[0]


def test_a_briefing_is_compared_with_what_its_tables_say_beside_the_figures(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf, briefings_made: Mapping[str, tuple[Briefing, Any]]
) -> None:
    for briefing, _ in briefings_made.values():
        names = [table.name for section in briefing.sections for table in section.tables]
        assert len(set(names)) == len(names)
        assert not {*names} & {"wilayah", "ditolak"}

    request = Request("33", ELECTION, audience=Audience.DALAM)
    made = issue(Origin(Store(store), text("id"), NOW, "siti"), request, "docx")
    drawn = html_of(draw_page("cek", store, kode=made.code))
    (rows,) = re.findall(r"Masih berlaku: \d+ angka dan (\d+) baris sama dengan data terbaru\.", drawn)
    load(store, 120, 100)
    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert "angka telah berubah menurut data terbaru." in drawn
    assert f"Isi tabel selain angka masih berlaku: {rows} baris." in drawn


def test_a_part_of_a_briefing_is_compared_too(store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf) -> None:
    request = Request("33", ELECTION, audience=Audience.DALAM, sections=(SectionName.LINIMASA,))
    made = issue(Origin(Store(store), text("id"), NOW, "siti"), request, "csv")
    rows = len(made.content.decode("utf-8-sig").splitlines()) - 1
    assert f"Masih berlaku: {rows} baris sama dengan data terbaru." in html_of(draw_page("cek", store, kode=made.code))


def test_a_row_that_changed_shows_what_it_said_and_says(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_STORE", str(store))
    known = Store(store)
    made = list_of(store, "linimasa", "acara")
    event = known.frames().claim.filter(pl.col("subject_kind") == "event")
    (source_id,) = event["source_id"].head(1)
    (source,) = known.frames().source.filter(pl.col("source_id") == source_id).drop("batch_id").to_dicts()
    later = {**source, "grade": "A" if source["grade"] != "A" else "B"}
    by = {"kind": "ingest", "name": "arsip.xlsx", "by": "budi", "content_sha256": "1" * 64}
    known.load({"source": contract.frame("source", [later])}, now=NOW, **by)
    drawn = html_of(draw_page("cek", store, kode=made.code))
    rows = rows_of(drawn)
    assert rows
    for row in rows:
        assert f"Bukti:  {source['grade']}" in row
        assert f"Bukti:  {later['grade']}" in row
        assert "arsip.xlsx, budi, " in row


def test_a_list_of_definitions_says_which_is_another_one_now(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_STORE", str(store))
    made = list_of(store, "sumber", "definisi")
    later = {**DEFINITIONS, "signed_rate": replace(DEFINITIONS["signed_rate"], version=9)}
    monkeypatch.setattr("etl.issuing.standing.DEFINITIONS", later)
    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert "Definisi “Persentase penanda tangan” telah berubah sejak itu" in drawn
    assert "Masih berlaku:" not in drawn
