"""A duty entered at the page: what is asked, told when it is doubled, corrected, and refused from elsewhere."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from warehouse.store import Store

DrawPage = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]


@pytest.fixture
def store(built_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of this test's own, at this PC."""
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    monkeypatch.setenv("IKRAR_USER", "Analis Uji")
    return Path(shutil.copytree(built_store, tmp_path / "store"))


def field(app: AppTest, kind: str, name: str) -> Any:
    return next(one for one in app.get(kind) if one.key and one.key.startswith(f"duty-{name}-"))


def test_a_duty_is_entered_told_when_doubled_and_corrected(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    app = draw_page("kewajiban", store, langkah="catat", wilayah="11.04")
    app.button(key="duty-save").click().run()
    assert "Belum disebut siapa yang menetapkan kewajiban ini." in html_of(app)
    field(app, "selectbox", "election").set_value("pilkada-2024")
    field(app, "date_input", "due").set_value(dt.date(2024, 10, 31))
    field(app, "text_input", "office").set_value("Sekda Aceh Tengah")
    app.button(key="duty-save").click().run()
    html = html_of(app)
    assert "Kewajiban tercatat sebagai muatan obligation-2." in html
    assert "langkah=batalkan" in html
    assert "50 belum" in re.sub("<[^>]+>", "", html)

    app = draw_page("kewajiban", store, langkah="catat", wilayah="11.04", kampanye="pilkada-2024")
    field(app, "selectbox", "election").set_value("pilkada-2024")
    field(app, "text_input", "office").set_value("Gubernur Aceh")
    app.button(key="duty-save").click().run()
    assert "sudah tercatat, ditetapkan oleh Sekda Aceh Tengah" in html_of(app)
    assert Store(store).latest().number == 2

    saved = Store(store).frames().obligation.filter(region_code="11.04")["obligation_id"].item()
    app = draw_page("kewajiban", store, langkah="catat", kewajiban=saved)
    field(app, "selectbox", "status").set_value("tidak_wajib").run()
    field(app, "text_input", "reason").set_value("ditunda")
    app.button(key="duty-save").click().run()
    assert "muatan obligation-3" in html_of(app)
    [row] = Store(store).frames().obligation.filter(region_code="11.04").to_dicts()
    assert (row["obligation_id"], row["status"], row["reason"], row["due_date"]) == (
        saved,
        "tidak_wajib",
        "ditunda",
        None,
    )


def test_nobody_enters_from_elsewhere_nor_into_the_example(
    draw_page: DrawPage, html_of: HtmlOf, built_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "0.0.0.0")  # noqa: S104  # the address is the test
    app = draw_page("kewajiban", built_store, langkah="catat")
    assert not app.get("text_input")
    assert "langkah=catat" not in html_of(draw_page("kewajiban", built_store))
