"""Review as drawn: what an article proposes, decisions on fields, what is saved, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from etl.extract.values import Document, Extraction
from etl.review import Choice, Reviews
from etl.sources.articles.messages import MESSAGES
from pages.tinjau import desk, draw_by_hand
from warehouse.store import Store
from warehouse.vocabulary import ClaimStatus

DrawPage = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]
ARTICLES = Path(__file__).parents[2] / "golden" / "articles"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20 + b"IEND\xaeB`\x82"


@pytest.fixture(autouse=True)
def at_this_pc(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `ikrar serve` does on loopback, with nothing on the shelves."""
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    monkeypatch.setenv("IKRAR_USER", "Analis Uji")
    for shelf in (desk._EXTRACTIONS, desk._PROPOSALS):
        shelf.clear()


def golden(name: str) -> str:
    (path,) = ARTICLES.glob(f"{name}-*.txt")
    return path.read_text(encoding="utf-8")


def begun(draw_page: DrawPage, store: Path, name: str) -> AppTest:
    """The page after an article was pasted and read."""
    app = draw_page("tinjau", store)
    app.text_area(key="review-text").set_value(golden(name))
    return app.button(key="review-read").click().run()


def linked(app: AppTest, key: str) -> str:
    """What the link says; "" where it does not."""
    found = app.query_params.get(key, "")
    return found if isinstance(found, str) else found[0]


def test_an_article_is_proposed_and_nothing_counts(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    html = html_of(begun(draw_page, store, "01"))
    assert "Kabupaten Wonosobo: 13 isian menunggu Anda, 0 sudah diterima" in html
    assert "Belum tercatat: akan menjadi acara baru." in html
    assert "Kabupaten Wonosobo" in html
    assert len(Store(store).snapshots()) == 1
    assert len(Reviews(store).all()) == 1


def test_accepted_fields_are_saved_and_no_others(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    app = begun(draw_page, store, "01")
    decided = []
    while ": 0 isian menunggu" not in html_of(app):
        decided.append(linked(app, "isian") or "campaign_id")
        app.button(key="item-reject" if decided[-1] == "led_by" else "item-accept").click().run()
    assert len(decided) == len(set(decided))
    app.button(key="review-save").click().run()
    assert "isian tersimpan sebagai muatan" in html_of(app)
    claims = Store(store).frames().claim
    saved = claims.filter(claims["batch_id"] == linked(app, "batch"))
    assert set(saved["field"]) == {*decided, "level", "organiser_kind"} - {"led_by"}
    assert set(saved["decided_by"]) == {"Analis Uji"}
    assert Reviews(store).all() == ()


@pytest.mark.parametrize(
    ("button", "statuses"),
    [
        ("item-accept", {"2024-02-19": "accepted", "2024-08-19": "rejected"}),
        ("item-way-0", {"2024-08-19": "accepted", "2024-02-19": "rejected"}),
        ("item-open", {"2024-02-19": "open", "2024-08-19": "open"}),
    ],
)
def test_a_contradiction_in_the_article_is_for_a_person(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, button: str, statuses: dict[str, str]
) -> None:
    app = begun(draw_page, store, "08")
    assert "berarti 19 Agustus 2024, tetapi teks menulis" in html_of(app)
    for field in ("campaign_id", "activity", "organiser_region_code"):
        app.query_params["isian"] = field
        app.run().button(key="item-accept").click().run()
    app.query_params["isian"] = "date"
    app.run().button(key=button).click().run()
    app.button(key="review-save").click().run()
    html = html_of(app)
    assert ("menunggu keputusan" in html) == (button == "item-open")
    claims = Store(store).frames().claim
    dates = claims.filter(claims["batch_id"] == linked(app, "batch"), claims["field"] == "date")
    assert dict(dates.select("value", "status").iter_rows()) == statuses


def test_a_correction_is_read_as_it_is_typed(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    app = begun(draw_page, store, "01")
    app.query_params["isian"] = "date"
    app.run().button(key="item-correct").click().run()
    field = app.text_input(key="typed-0-date")
    assert field.value == "17 November 2023"
    field.set_value("kapan-kapan")
    app.button(key="item-typed").click().run()
    assert "“kapan-kapan”" in html_of(app)
    app.text_input(key="typed-0-date").set_value("18 November 2023")
    app.button(key="item-typed").click().run()
    (review,) = Reviews(store).all()
    decision = review.decisions[0, "date"]
    assert (decision.choice, decision.value) == (Choice.CORRECT, "2023-11-18")
    assert "18 November 2023" in html_of(app)


def test_an_organiser_that_the_article_does_not_name_is_given_first(
    draw_page: DrawPage, html_of: HtmlOf, store: Path
) -> None:
    app = begun(draw_page, store, "35")
    assert "isilah lebih dulu" in html_of(app)
    app.selectbox(key="typed-0-organiser_region_code").set_value("35.06")
    app.button(key="item-typed").click().run()
    assert "seperti yang Anda isikan" in html_of(app)
    app.query_params["isian"] = "activity"
    app.run().button(key="item-accept").click().run()
    app.button(key="review-save").click().run()
    assert "Kabupaten Kediri" in html_of(app)
    frames = Store(store).frames()
    (event,) = frames.event.filter(frames.event["batch_id"] == linked(app, "batch")).to_dicts()
    assert (event["organiser_region_code"], event["level"], event["date_low"]) == ("35.06", "kabupaten", None)


def test_an_article_without_a_pledge_says_so_and_is_not_kept(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    html = html_of(begun(draw_page, store, "46"))
    assert "tidak ada ikrar maupun pakta integritas" in html
    assert "notice warn" not in html
    assert Reviews(store).all() == ()


def test_a_scan_leads_to_the_form(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = Extraction(Document("surat.pdf", "0" * 64, "", (), error=MESSAGES["scan"]), (), ())
    monkeypatch.setattr(desk, "receive_text", lambda text, name: scan)
    app = begun(draw_page, store, "46")
    assert "PDF ini hasil pindaian" in html_of(app)
    assert app.button(key="hand-save")


def test_markup_of_an_article_is_text(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    html = html_of(begun(draw_page, store, "51"))
    for live in ("<script", "<img", "<b>janji"):
        assert live not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_a_ceremony_by_hand_needs_its_evidence(
    draw_page: DrawPage, html_of: HtmlOf, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = SimpleNamespace(name="foto.png", getvalue=lambda: PNG, file_id="f")
    app = draw_page("tinjau", store, langkah="tangan")
    app.button(key="hand-save").click().run()
    assert "Buktinya belum ada." in html_of(app)
    monkeypatch.setattr(draw_by_hand, "uploader", lambda *_: chosen)
    app.multiselect(key="hand-activity").set_value(["ikrar"])
    app.selectbox(key="hand-organiser_region_code").set_value("33.03")
    app.text_input(key="hand-date").set_value("5 Januari 2023")
    app.text_input(key="hand-participants").set_value("minimal 40")
    app.text_input(key="hand-publisher").set_value("Pemkab Purbalingga")
    app.button(key="hand-save").click().run()
    assert "isian tersimpan sebagai muatan" in html_of(app)
    frames = Store(store).frames()
    claims = frames.claim.filter(frames.claim["batch_id"] == linked(app, "batch"))
    values = dict(claims.select("field", "value").iter_rows())
    assert values["date"] == "2023-01-05"
    assert values["participants"] == "40.."
    assert set(claims["status"]) == {ClaimStatus.ACCEPTED}


@pytest.mark.parametrize("wanted", ["0" * 32, "../../etc/passwd", "x"])
def test_an_article_that_is_gone_says_so(draw_page: DrawPage, html_of: HtmlOf, store: Path, wanted: str) -> None:
    assert "Ke artikel yang menunggu" in html_of(draw_page("tinjau", store, tinjauan=wanted))


def test_from_elsewhere_nothing_is_reviewed(
    draw_page: DrawPage, html_of: HtmlOf, built_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "0.0.0.0")  # noqa: S104  # an address to refuse, not to bind
    app = draw_page("tinjau", built_store)
    assert "hanya dapat ditinjau dari komputer tempat Ikrar berjalan" in html_of(app)
    assert not app.text_area
