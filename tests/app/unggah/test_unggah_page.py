"""The five steps as drawn: nothing is saved before the last, a roster is never kept, text stays as typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec
from streamlit.testing.v1 import AppTest

from etl.ingest.drafts import Drafts
from etl.ingest.values import Outcome, Preview, Request, Verdict
from etl.recognise.layout import FileKind
from etl.sources.tabular import Question
from i18n import BadInput, NotFound
from pages import stores
from pages.unggah import controls, desk
from warehouse.shelf import Shelf

MakePreview = Callable[..., Preview]
DrawPage = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]
DATA = b"OPD;Tanda tangan\nDinas 5;48\n"
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def at_this_pc(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `ikrar serve` does on loopback, with nothing on the shelves."""
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    monkeypatch.setenv("IKRAR_USER", "Analis Uji")
    monkeypatch.setattr(desk, "_PREVIEWS", Shelf(places=6))
    monkeypatch.setattr(desk, "_OUTCOMES", Shelf(places=6))


@pytest.fixture
def flow(monkeypatch: pytest.MonkeyPatch, make_preview: MakePreview) -> SimpleNamespace:
    """The flow behind the page: gives `preview`, keeps the requests it got and what it was told to save."""
    seen = SimpleNamespace(preview=make_preview("new refused"), requests=[], saved=[])

    def preview(_store: object, _data: bytes, request: Request, *, now: dt.datetime, progress: Any) -> Preview:
        seen.requests.append(request)
        progress("Reading the file", 0.4)
        if isinstance(seen.preview, Exception):
            raise seen.preview
        found: Preview = seen.preview
        return found

    def save(_store: object, found: Preview, *, now: dt.datetime, all_or_nothing: bool) -> Outcome:
        seen.saved.append(all_or_nothing)
        return Outcome(found, "ingest-2", 2)

    monkeypatch.setattr(desk, "preview", preview)
    monkeypatch.setattr(desk, "save", save)
    return seen


def kept(store: Path, kind: FileKind = FileKind.SIGNATURES, **answers: str) -> str:
    request = Request("rekap*<b>.xlsx", "orang lain", sender="BKPSDM", answers=answers)
    found = SimpleNamespace(request=request, kind=kind, lists_people=False)
    return Drafts(store).keep(DATA, found, now=NOW)


def link(app: AppTest, key: str) -> str | None:
    value = app.query_params.get(key)
    return value[-1] if isinstance(value, list) else value


def test_nobody_sends_from_elsewhere(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, monkeypatch: pytest.MonkeyPatch, flow: SimpleNamespace
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "0.0.0.0")  # noqa: S104  # an address to refuse, not to bind
    app = draw_page("unggah", store, unggahan=kept(store), langkah="pratinjau")
    assert "hanya dapat dikirim dari komputer tempat Ikrar berjalan" in html_of(app)
    assert not app.button
    assert not flow.requests


def test_a_file_is_looked_at_and_waits(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, flow: SimpleNamespace
) -> None:
    app = draw_page("unggah", store, wilayah="13.75")
    app.file_uploader[0].set_value(("rekap.csv", DATA, "text/csv")).run()
    app.button(key="upload-read").click().run()
    assert "1 baris disisihkan" in html_of(app)
    (request,) = {(one.name, one.by, one.region) for one in flow.requests}
    assert request == ("rekap.csv", "Analis Uji", "13.75")
    (draft,) = Drafts(store).all()
    assert (link(app, "unggahan"), link(app, "langkah")) == (draft.draft_id, "dipahami")
    assert not app.file_uploader


def test_a_file_that_cannot_be_read_keeps_nothing(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, flow: SimpleNamespace
) -> None:
    flow.preview = BadInput("The file is damaged or incomplete.", where="<b>rekap.csv")
    app = draw_page("unggah", store)
    app.file_uploader[0].set_value(("rekap.csv", DATA, "text/csv")).run()
    app.button(key="upload-read").click().run()
    assert "&lt;b&gt;rekap.csv" in html_of(app)
    assert app.button(key="upload-read").disabled
    assert not Drafts(store).all()


@pytest.mark.parametrize("step", ["dipahami", "pertanyaan", "pratinjau"])
def test_text_stays_as_typed(
    draw_page: DrawPage,
    html_of: HtmlOf,
    store: Path,
    flow: SimpleNamespace,
    make_preview: MakePreview,
    ask: Callable[..., Question],
    step: str,
) -> None:
    questions = (ask("opd_name", "![x](http://evil.example/x.png)"), ask("number_format", "thousands", "decimal"))
    flow.preview = make_preview("new refused held", questions=questions)
    app = draw_page("unggah", store, unggahan=kept(store), langkah=step)
    html = html_of(app)
    assert not [tag for tag in ("<script", "<i>tangan", "“-3” <b>", "*x* <b>", "rekap*<b>") if tag in html]
    drawn = {"dipahami": "Tanda &lt;i&gt;tangan", "pertanyaan": "“*x* &lt;b&gt;”", "pratinjau": "“-3” &lt;b&gt;"}
    assert drawn[step] in html
    labels = [box.label for box in (*app.selectbox, *app.radio, *app.button, *app.text_input)]
    assert not [label for label in labels if "*" in label or "<" in label or "[" in label]


def test_answers_go_with_the_draft(
    draw_page: DrawPage, store: Path, flow: SimpleNamespace, make_preview: MakePreview, ask: Callable[..., Question]
) -> None:
    flow.preview = make_preview("held", questions=(ask("number_format", "thousands", "decimal"),))
    upload = kept(store)
    app = draw_page("unggah", store, unggahan=upload, langkah="pertanyaan")
    app.radio[0].set_value("decimal")
    app.button(key="questions-send").click().run()
    assert Drafts(store).one(upload).request.answers == {"number_format:1": "decimal"}
    assert flow.requests[-1].answers == {"number_format:1": "decimal"}
    assert flow.requests[-1].by == "Analis Uji"


def test_a_wrong_answer_can_be_taken_back(draw_page: DrawPage, store: Path, flow: SimpleNamespace) -> None:
    upload = kept(store, region="no such region")
    flow.preview = BadInput("“{answer}” is no answer to the question “{question}”.", answer="x", question="region")
    app = draw_page("unggah", store, unggahan=upload, langkah="pratinjau")
    app.button(key="way-answers").click().run()
    assert Drafts(store).one(upload).request.answers == {}


@pytest.mark.parametrize(
    ("verdicts", "button", "whole", "left"),
    [
        ("new held refused", "save-good", False, True),
        ("new conflict", "save-good", False, True),
        ("new refused", "save-good", False, False),
        ("new same", "save-good", False, False),
        ("new", "save-all", True, False),
    ],
)
def test_saving_lets_go_of_what_is_done(
    draw_page: DrawPage,
    html_of: HtmlOf,
    store: Path,
    flow: SimpleNamespace,
    make_preview: MakePreview,
    verdicts: str,
    button: str,
    whole: bool,
    left: bool,
) -> None:
    flow.preview = make_preview(verdicts)
    app = draw_page("unggah", store, unggahan=kept(store), langkah="pratinjau", putusan="new", cari="dinas")
    app.button(key=button).click().run()
    assert flow.saved == [whole]
    assert (link(app, "langkah"), link(app, "batch"), link(app, "putusan")) == ("tersimpan", "ingest-2", None)
    assert "/riwayat?batch=ingest-2" in html_of(app)
    assert bool(Drafts(store).all()) is left


def test_all_or_nothing_is_not_offered_while_rows_are_not_good(
    draw_page: DrawPage, store: Path, flow: SimpleNamespace
) -> None:
    app = draw_page("unggah", store, unggahan=kept(store), langkah="pratinjau")
    assert flow.preview.count(Verdict.REFUSED)
    assert app.button(key="save-all").disabled


def test_a_roster_is_never_kept(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, flow: SimpleNamespace, make_preview: MakePreview
) -> None:
    flow.preview = make_preview("new refused", FileKind.ROSTER)
    before = {path: path.stat().st_mtime_ns for path in store.rglob("*")}
    app = draw_page("unggah", store)
    app.file_uploader[0].set_value(("nominatif.csv", b"199001012015011001;Nama Uji", "text/csv")).run()
    app.button(key="upload-read").click().run()
    assert "tidak disimpan: selesaikan di jendela ini" in html_of(app)
    assert (link(app, "unggahan") or "").startswith("nominatif-")
    assert {path: path.stat().st_mtime_ns for path in store.rglob("*")} == before
    assert "REKAP" not in html_of(app)


def test_what_was_chosen_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    held = MemoryUploadedFileManager("/_stcore/upload_file")
    record = UploadedFileRec("file-1", "nominatif.csv", "text/csv", b"Nama Uji")
    held.add_file("mine", record)
    context = SimpleNamespace(session_id="mine", uploaded_file_mgr=held)
    monkeypatch.setattr(controls, "get_script_run_ctx", lambda: context)
    monkeypatch.setattr(controls.st, "session_state", {})
    assert controls.taken(UploadedFile(record, FileURLs())) == b"Nama Uji"
    assert held.get_files("mine", ["file-1"]) == []


def test_a_rosters_preview_is_its_sessions_alone(
    store: Path, monkeypatch: pytest.MonkeyPatch, flow: SimpleNamespace, make_preview: MakePreview
) -> None:
    monkeypatch.setenv("IKRAR_STORE", str(store))
    stores.clear()
    flow.preview = make_preview("new", FileKind.ROSTER)
    monkeypatch.setattr(desk, "get_script_run_ctx", lambda: SimpleNamespace(session_id="mine"))
    upload_id = desk.receive(DATA, Request("nominatif.csv", "siti"), lambda *_: None)
    assert desk.look(upload_id, "siti", lambda *_: None).preview is flow.preview
    monkeypatch.setattr(desk, "get_script_run_ctx", lambda: SimpleNamespace(session_id="another"))
    with pytest.raises(NotFound):
        desk.look(upload_id, "siti", lambda *_: None)


@pytest.mark.parametrize("upload", ["nominatif-x", "0" * 32, "../../etc/passwd"])
def test_an_upload_that_is_gone_says_so(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, flow: SimpleNamespace, upload: str
) -> None:
    app = draw_page("unggah", store, unggahan=upload, langkah="pratinjau")
    assert "Kirim lagi berkasnya." in html_of(app)
    app.button(key="way-leave").click().run()
    assert app.file_uploader
    assert not flow.requests
