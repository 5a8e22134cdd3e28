"""Cek angka: which file a code is of, whether its figures still hold, and exactly which are others now, and why."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefings.briefing import Request, SectionName
from briefings.finding import Query
from etl.issuing import Issued, Origin, issue
from etl.issuing.lookup import find
from etl.issuing.standing import Standing, standing
from i18n import text
from indicators import DEFINITIONS, Scope
from indicators.history.behind import Behind
from indicators.history.changes import changed_figures
from indicators.registry import INDICATORS
from tests.lent.recap import ELECTION, NOW, REGION, load, made_of
from warehouse.frames import Frames
from warehouse.steps import steps
from warehouse.store import Store
from warehouse.vocabulary import Audience

HtmlOf = Callable[[AppTest], str]


def stands(store: Path, made: Issued, audience: Audience = Audience.DALAM) -> Standing:
    known = Store(store)
    found, sides = find(known, made.code), (known.frames(made.snapshot), known.frames())
    way = steps(known, made.snapshot, sides[1].snapshot.number)
    return standing(found.queries, found.newest.versions, sides, lambda: Behind.of(*sides, way), audience)


def test_a_file_holds_until_its_figures_change_and_again_when_that_is_undone(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf
) -> None:
    made = made_of(store)

    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert "Tabel (CSV), Jawa Tengah, Pemilu 2024, data per" in drawn
    assert f"Masih berlaku: {35 * 4} angka sama dengan data terbaru." in drawn
    assert "Angka yang berubah" not in drawn

    batch = load(store, 120, 100)
    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert f"</a> dari {35 * 4} angka telah berubah menurut data terbaru." in drawn
    rows = re.findall(r'<th scope="row">(.*?)</th>.*?</tr>', drawn.split("Angka yang berubah")[1].split("Tentang")[0])
    assert all("Kabupaten Purbalingga · 33.03" in row for row in rows)
    assert len(rows) == len(stands(store, made).changed)
    assert "rekap &lt;b&gt;OPD&lt;/b&gt;.xlsx, budi, " in drawn
    assert f"/riwayat?batch={batch}" in drawn

    Store(store).undo(batch, by="siti", now=NOW)
    assert f"Masih berlaku: {35 * 4} angka" in html_of(draw_page("cek", store, kode=made.code))


def test_exactly_the_figures_of_the_file_that_differ_are_listed(store: Path) -> None:
    made, nation = made_of(store), made_of(store, None)
    elsewhere, other_election = made_of(store, "34"), made_of(store, campaign="pilkada-2020")
    load(store, 120, 100)
    known = Store(store)
    differing = changed_figures(known.frames(1), known.frames(2), steps(known, 1, 2), Audience.DALAM)
    of_file = {"documented_events", "pledged_rate", "signed_rate", "reporting_rate"}
    expected = {
        (one.indicator, one.code, tuple(blame.because for blame in one.blame))
        for one in differing
        if one.level == "kabupaten" and one.campaign == ELECTION and one.indicator in of_file
    }
    for file in (made, nation):
        found = stands(store, file)
        assert {
            (one.asked.indicator, one.asked.code, tuple(blame.because for blame in one.blame)) for one in found.changed
        } == expected
        assert expected
        assert all(blame.step.snapshot.batch.by == "budi" for one in found.changed for blame in one.blame)
    assert stands(store, elsewhere).holds
    assert stands(store, elsewhere).total == 5 * 4
    changed = {one.asked.indicator for one in stands(store, other_election).changed}
    assert changed <= {"signed_rate", "pledged_rate", "reporting_rate"}  # a target is one for every election


def test_every_question_of_a_deck_is_asked_again(store: Path) -> None:
    request = Request("33", ELECTION, audience=Audience.DALAM)
    deck = issue(Origin(Store(store), text("id"), NOW, "siti"), request, "zip")
    before = stands(store, deck)
    assert before.holds
    assert not before.regrounded
    load(store, 120, 100)
    after = stands(store, deck)
    levels = {(one.asked.level, one.asked.code) for one in after.changed}
    assert {("provinsi", "33"), ("kabupaten", "33.03")} <= levels
    assert all(one.blame for one in after.changed)
    assert "pemda" not in {one.asked.level for one in after.changed}


def test_days_that_pass_change_no_file(bundled_frames: Frames) -> None:
    later = replace(
        bundled_frames,
        snapshot=replace(
            bundled_frames.snapshot, number=2, taken_at=bundled_frames.snapshot.taken_at + dt.timedelta(9)
        ),
    )
    asked = [Query("freshness_days", Scope("33.03", campaign=ELECTION))]
    found = standing(
        asked, {"freshness_days": 1}, (bundled_frames, later), lambda: pytest.fail("nothing differs"), Audience.DALAM
    )
    assert found.holds
    assert found.total == 1


def test_a_definition_that_is_another_one_now_is_said(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_of(store)
    later = {name: one for name, one in DEFINITIONS.items() if name != "pledged_rate"}
    later["signed_rate"] = replace(later["signed_rate"], version=9)
    monkeypatch.setattr("etl.issuing.standing.DEFINITIONS", later)
    monkeypatch.setattr("etl.issuing.standing.INDICATORS", {name: INDICATORS[name] for name in later})
    found = stands(store, made)
    assert not found.holds
    assert {(one.indicator, one.now) for one in found.redefined} == {("signed_rate", 9), ("pledged_rate", None)}
    assert found.total == 35 * 3
    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert "Masih berlaku:" not in drawn
    versions = f"dahulu versi {DEFINITIONS['signed_rate'].version}, sekarang versi 9"
    assert f"Definisi “Persentase penanda tangan” telah berubah sejak itu ({versions})" in drawn
    assert "Indikator “pledged_rate” tidak ada lagi" in drawn


@pytest.mark.parametrize("typed", ["IKR-0000-1111", "ikr 0000 iiii"])
def test_an_unknown_code_is_no_verdict(
    typed: str, built_store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf
) -> None:
    drawn = html_of(draw_page("cek", built_store, kode=typed))
    assert "Kode IKR-0000-1111 tidak tercatat di sini." in drawn
    assert "Itu tidak berarti angka pada berkas salah." in drawn


def test_what_is_no_code_is_shown_as_typed(
    built_store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf
) -> None:
    drawn = html_of(draw_page("cek", built_store, kode="<img src=x>*a*"))
    assert "“&lt;img src=x&gt;*a*” bukan kode berkas Ikrar." in drawn


def test_a_typed_code_goes_into_the_link(store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf) -> None:
    made = made_of(store)
    app = draw_page("cek", store)
    assert "Belum ada kode yang ditulis." in html_of(app)
    app.text_input[0].set_value(made.code.lower().replace("-", " "))
    app.button[0].click().run()
    assert app.query_params["kode"] in ([made.code], made.code)
    assert "Masih berlaku: " in html_of(app)


def test_a_code_of_the_example_is_found_from_the_real_data_and_says_so(
    store: Path, example_store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf
) -> None:
    example = shutil.copytree(example_store, store.with_name(f"{store.name}-contoh"))
    made = issue(
        Origin(Store(example), text("id"), NOW, "siti"),
        Request("33", audience=Audience.DALAM, sections=(SectionName.PETA,)),
        "csv",
    )
    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert "Masih berlaku: " in drawn
    assert "DATA CONTOH" in drawn
    assert re.search(r'href="/wilayah\?[^"]*data=contoh[^"]*per=1', drawn)


def test_the_public_sees_of_an_inside_file_what_the_public_may_see(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_of(store, REGION)
    load(store, 4, 3)
    inside = html_of(draw_page("cek", store, kode=made.code))
    assert "siti" in inside
    assert "Berkas yang pernah dibuat" in inside
    seen = {one.asked.indicator: one.now for one in stands(store, made).changed}
    assert seen["signed_rate"]["numerator_low"] == 3

    monkeypatch.setenv("IKRAR_ADDRESS", "0.0.0.0")  # noqa: S104 (nothing listens)
    outside = html_of(draw_page("cek", store, kode=made.code))
    assert "Berkas ini dibuat untuk kalangan dalam." in outside
    assert "siti" not in outside
    assert "Berkas yang pernah dibuat" not in outside
    for one in stands(store, made, Audience.PUBLIK).changed:
        assert one.asked.scope.audience is Audience.PUBLIK
        assert one.asked.indicator == "reporting_rate" or one.now["numerator_low"] is None
    assert "3 dari 4" not in outside


def test_a_file_for_the_public_is_compared_as_the_public_saw_it(store: Path) -> None:
    made = made_of(store, REGION, Audience.PUBLIK)
    load(store, 4, 3)
    assert {one.asked.scope.audience for one in stands(store, made).changed} <= {Audience.PUBLIK}
    inside, outside = ([(one.asked, one.now) for one in stands(store, made, who).changed] for who in Audience)
    assert inside == outside


def test_a_changed_record_is_said_not_shown(store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf) -> None:
    made = made_of(store)
    with sqlite3.connect(store / "catalogue.sqlite") as catalogue:
        catalogue.execute("UPDATE export_issued SET about = 'another'")
    drawn = html_of(draw_page("cek", store, kode=made.code))
    assert f"Catatan berkas {made.code} telah diubah setelah ditulis." in drawn
    assert "Masih berlaku:" not in drawn


def test_an_older_state_is_compared_with_where_the_link_names_it(
    store: Path, draw_page: Callable[..., AppTest], html_of: HtmlOf
) -> None:
    made = made_of(store)
    load(store, 120, 100)
    drawn = html_of(draw_page("cek", store, kode=made.code, per="1"))
    assert f"Masih berlaku: {35 * 4} angka sama dengan snapshot 1." in drawn
