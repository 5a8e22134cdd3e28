"""History: batches as they came in, the difference in words, and an undo that is asked for twice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefings.stamp import Stamp
from catalogue.history import Batch, Snapshot
from exports.data import csv
from i18n import text
from indicators import Scope, query
from indicators.figure_words import figure_or_state
from indicators.history.changes import changed_figures
from pages.context import Context
from pages.riwayat.difference import SHOWN, table_changes
from pages.riwayat.model import build, standing_undos
from pages.riwayat.rows import Names, changes
from pages.riwayat.tables import changed
from warehouse import contract
from warehouse.difference import difference
from warehouse.frames import Frames
from warehouse.steps import steps
from warehouse.store import Store
from warehouse.vocabulary import Audience

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
UNIT = "33.03/dinas-kesehatan"
STAMP = Stamp("IKR-0000-0000", "2", 2, NOW, NOW.date(), is_simulated=False, versions={}, made_at=NOW)


def count(people: int, unit: str = UNIT) -> dict[str, Any]:
    bounds = {"people_low": people, "people_high": people, "people_stated": str(people), "people_qualifier": "exact"}
    place = {"unit_id": unit, "opd_id": unit, "region_code": "33.03", "source_id": "rekap"}
    day = {"as_of": dt.date(2024, 10, 31), "as_of_precision": "day"}
    return {**place, **day, **bounds, "employee_type": "PNS", "tier": "semua"}


def load(store: Path, people: int, kind: str = "headcount", name: str = "rekap.xlsx", signed: int | None = None) -> str:
    opd = {"opd_id": UNIT, "region_code": "33.03", "name": "Dinas Kesehatan", "kind": "dinas"}
    source = {"source_id": "rekap", "kind": "workbook", "publisher": "BKPSDM", "title": name, "grade": "B"}
    rows = {"opd": opd, "source": {**source, "is_simulated": False}, "headcount": count(people)}
    if signed is not None:
        counted = {"signed_low": signed, "signed_high": signed, "signed_qualifier": "exact"}
        rows["signature"] = count(people) | counted | {"campaign_id": "pemilu-2024"}
        rows["signature"] = {name: rows["signature"].get(name) for name in contract.columns("signature")}
        del rows["signature"]["batch_id"]
    tables = {table: contract.frame(table, [row]) for table, row in rows.items()}
    done = Store(store).load(tables, kind=kind, name=name, by="siti", content_sha256="0" * 64, now=NOW)
    return done.snapshot.batch.batch_id


@pytest.fixture(autouse=True)
def at_this_pc(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `ikrar serve` does on loopback."""
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")


def snapshot(number: int, kind: str = "headcount", undoes: str | None = None) -> Snapshot:
    return Snapshot(number, NOW, Batch(f"{kind}-{number}", kind, "nama", "siti", NOW, "0" * 64, undoes), {})


@pytest.mark.parametrize(
    ("undoes", "standing"),
    [
        ([], {}),
        (["headcount-1"], {"headcount-1": "undo-2"}),
        (["headcount-1", "undo-2"], {"undo-2": "undo-3"}),
        (["headcount-1", "undo-2", "undo-3"], {"undo-3": "undo-4", "headcount-1": "undo-2"}),
        (["headcount-1", "undo-2", "headcount-1"], {"undo-2": "undo-3", "headcount-1": "undo-4"}),
    ],
)
def test_an_undo_that_was_undone_undoes_nothing(undoes: list[str], standing: dict[str, str]) -> None:
    taken_back = [snapshot(number, "undo", undone) for number, undone in enumerate(undoes, 2)]
    assert standing_undos([snapshot(1), *taken_back]) == standing


def test_a_long_history_is_shown_in_parts(bundled_frames: Frames, context_of: Callable[..., Context]) -> None:
    snapshots = [snapshot(number) for number in range(1, 121)]
    view = build(context_of(bundled_frames), snapshots)
    assert [view.rows[0].number, view.rows[-1].number, view.total] == [120, 71, 120]
    assert view.older_href == "/riwayat?sebelum=71"
    last = build(context_of(bundled_frames, sebelum="21"), snapshots)
    assert [row.number for row in last.rows] == list(range(20, 0, -1))
    assert last.older_href is None


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ({"people_low": (8100, 8050), "people_high": (8100, 8150)}, [("Jumlah pegawai", "8.100", "8.050–8.150")]),
        ({"signed_low": (None, 0), "signed_high": (None, 0)}, [("Tanda tangan", "–", "0")]),
        ({"signed_low": (252, 252), "signed_high": (252, None)}, [("Tanda tangan", "252", "sedikitnya 252")]),
        ({"signed_low": (3, 3), "signed_high": (3, 3), "signed_stated": ("3", "3 orang")}, []),
        ({"tier": ("semua", "pimpinan")}, [("jenjang", "semua jenjang", "pimpinan tinggi")]),
    ],
)
def test_a_change_in_words(
    pairs: dict[str, Any], said: list[tuple[str, str, str]], context_of: Callable[..., Context]
) -> None:
    assert list(changes(pairs, Names({}), context_of(Frames.of()).t)) == said


def test_a_large_difference_is_bounded_and_says_so(context_of: Callable[..., Context]) -> None:
    rows = [count(1, f"33.03/unit-{number:04}") for number in range(SHOWN + 1)]
    new = contract.frame("headcount", rows).with_columns(batch_id=None)
    found = difference(new.clear(), new, contract.key("headcount"))
    (shown,) = table_changes({"headcount": found}, Names({}), context_of(Frames.of()).t, Audience.DALAM)
    assert (shown.total, len(shown.rows)) == (SHOWN + 1, SHOWN)
    (public,) = table_changes({"headcount": found}, Names({}), context_of(Frames.of()).t)
    assert (public.total, public.rows, public.is_withheld) == (SHOWN + 1, (), True)


def test_a_batch_with_its_difference(draw_page: Callable[..., AppTest], html_of: Callable, store: Path) -> None:
    load(store, 100)
    second = load(store, 120, name="<b>rekap</b>.xlsx")
    html = html_of(draw_page("riwayat", store, batch=second))
    assert "2 berkas dimuat" in html
    assert "0 dibatalkan" in html
    assert "Dinas Kesehatan · PNS · semua jenjang · 31 Oktober 2024" in html
    assert '<td data-heading="Sebelum">100</td><td data-heading="Sesudah">120</td>' in html
    assert "<b>rekap" not in html


def test_the_figures_that_a_batch_changed_lead_to_what_they_were(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path
) -> None:
    _, second = load(store, 100, signed=60), load(store, 120, signed=60)
    html = html_of(draw_page("riwayat", store, batch=second))
    assert "Angka yang berubah" in html
    assert "target berubah" in html
    assert f'href="/riwayat?batch={second}"' in html
    number = Store(store).latest().number
    figures = re.findall(r'<a href="([^"]*)"[^>]* data-indicator="(\w+)" data-code="([^"]*)"([^>]*)>([^<]*)</a>', html)
    told = [one for one in figures if "data-as-of" in one[3]]
    assert {"33.03", UNIT} <= {code for _, _, code, _, _ in told}
    for href, indicator, code, rest, words in told:
        attributes = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', rest))
        assert f"per={attributes['as-of']}" in href
        assert int(attributes["as-of"]) in {number - 1, number}
        scope = Scope(level=attributes["level"], campaign=attributes["campaign"], audience=Audience.DALAM)
        rows = query(indicator, Store(store).frames(int(attributes["as-of"])), scope).to_dicts()
        (row,) = [row for row in rows if (row["code"] or "nasional") == code]
        assert words == figure_or_state(indicator, row, text("id"))


def test_the_figures_that_differ_can_be_taken_as_data(store: Path) -> None:
    load(store, 100, signed=60)
    old, shown = Store(store).latest().number, Store(store)
    second = load(store, 120, signed=60)
    new = shown.latest().number
    found = changed_figures(shown.frames(old), shown.frames(new), steps(shown, old, new), Audience.DALAM)
    table = changed(found, old, new, text("id"))
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    assert len(rows) == len(found)
    (rate,) = [row for row in rows if (row["indicator"], row["code"]) == ("signed_rate", UNIT)]
    assert (rate["before_low"], rate["after_low"], rate["batches"]) == (0.6, 0.5, second)
    assert b"signed_rate" in csv(table, STAMP, text("id"))


@pytest.mark.parametrize(
    ("compared", "said"),
    [
        (("1", "3"), "Dari snapshot 1 ke snapshot 3."),
        (("3", "1"), "ditarik kembali"),
        (("2", "9"), "Tidak ada muatan atau snapshot itu."),
        (("2", "2"), "Tidak ada muatan atau snapshot itu."),
        (("2", "x"), "Tidak ada muatan atau snapshot itu."),
    ],
)
def test_any_two_snapshots_are_compared(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path, compared: tuple[str, str], said: str
) -> None:
    load(store, 100, signed=60)
    load(store, 120, signed=60)
    html = html_of(draw_page("riwayat", store, dari_snapshot=compared[0], ke_snapshot=compared[1]))
    assert said in html
    assert ("Angka yang berubah" in html) == (said[:5] in {"Dari ", "ditar"})


def test_an_older_state_has_only_the_history_of_its_time(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path
) -> None:
    batch = load(store, 100)
    Store(store).undo(batch, by="siti", now=NOW)
    app = draw_page("riwayat", store, per="2", batch=batch)
    html = html_of(app)
    assert "1 berkas dimuat" in html
    assert "0 dibatalkan" in html
    assert "undo-3" not in html
    assert not app.button
    assert "hanya dapat dibatalkan selama keadaan terbaru ditampilkan" in html


def test_undo_asks_first_and_names_who(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_USER", "Analis Uji")
    batch = load(store, 100)
    app = draw_page("riwayat", store, batch=batch)
    app.button(key="undo-ask").click().run()
    assert "1 baris dihapus" in html_of(app)
    assert "Analis Uji" in html_of(app)
    assert Store(store).latest().batch.batch_id == batch
    app.button(key="undo-do").click().run()
    undone = Store(store).latest().batch
    assert (undone.undoes, undone.by) == (batch, "Analis Uji")
    assert "1 dibatalkan" in html_of(app)
    assert Store(store).table("headcount").filter(unit_id=UNIT).is_empty()


def test_nobody_undoes_from_elsewhere(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "192.168.1.5")
    app = draw_page("riwayat", store, batch=load(store, 100), langkah="batalkan")
    assert "hanya dapat dibatalkan di komputer tempat Ikrar berjalan" in html_of(app)
    assert not app.button
    assert "Baris-barisnya hanya ditampilkan di komputer tempat Ikrar berjalan" in html_of(app)
    assert "Jumlah pegawai 100" not in html_of(app)


def test_keeping_changes_nothing(draw_page: Callable[..., AppTest], store: Path) -> None:
    batch = load(store, 100)
    app = draw_page("riwayat", store, batch=batch, langkah="batalkan")
    app.button(key="undo-keep").click().run()
    assert [button.key for button in app.button] == ["undo-ask"]
    assert Store(store).latest().batch.batch_id == batch


def test_rows_changed_later_are_listed_and_nothing_is_done(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path
) -> None:
    first, second = load(store, 100), load(store, 120)
    app = draw_page("riwayat", store, batch=first, langkah="batalkan")
    app.button(key="undo-do").click().run()
    html = html_of(app)
    assert "1 dari 1 baris yang menghalangi" in html
    assert f"batch={second}" in html
    assert "Diubah oleh" in html
    assert Store(store).latest().batch.batch_id == second


def test_rows_that_name_what_would_go_are_called_that(
    draw_page: Callable[..., AppTest], html_of: Callable, store: Path
) -> None:
    first = load(store, 100)
    child = {"opd_id": f"{UNIT}-upt", "region_code": "33.03", "name": "UPT", "kind": "dinas", "parent_opd_id": UNIT}
    tables = {"opd": contract.frame("opd", [child])}
    Store(store).load(tables, kind="opd", name="upt", by="siti", content_sha256="1" * 64, now=NOW)
    app = draw_page("riwayat", store, batch=first, langkah="batalkan")
    app.button(key="undo-do").click().run()
    html = html_of(app)
    assert "Baris yang merujuknya" in html
    assert "Dibawa oleh" in html
    assert "Diubah oleh" not in html


@pytest.mark.parametrize("batch", ["bundled-1", "tidak-ada"])
def test_there_is_no_button_where_nothing_can_be_undone(
    draw_page: Callable[..., AppTest], html_of: Callable, built_store: Path, batch: str
) -> None:
    app = draw_page("riwayat", built_store, batch=batch)
    assert html_of(app)
    assert not app.button
