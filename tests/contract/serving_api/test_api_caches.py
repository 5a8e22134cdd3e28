"""What caches may keep of the API's answers, for how long, and what is not sent again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from indicators import DEFINITIONS
from pages.serving.api import app

Ask = Callable[..., httpx.Response]


def test_what_is_known_is_not_sent_again(ask: Ask) -> None:
    first = ask("coverage?level=provinsi")
    again = ask("coverage?level=provinsi", if_none_match=f'"other", {first.headers["etag"]}')
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert not first.headers["etag"].startswith("W/")
    asked = [
        ("coverage?level=provinsi", {}),
        ("coverage?level=provinsi&limit=5", {}),
        ("coverage?level=provinsi&bahasa=en", {}),
        ("coverage?level=provinsi&data=contoh", {}),
        ("coverage.csv?level=provinsi", {}),
        ("coverage?level=provinsi", {"accept_encoding": "identity"}),
        ("regions", {}),
    ]
    assert len({ask(path, **headers).headers["etag"] for path, headers in asked}) == len(asked)


def test_a_new_definition_is_another_answer_of_the_same_snapshot(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "coverage?level=provinsi&as-of=1"
    before = ask(path)
    monkeypatch.setitem(DEFINITIONS, "documented_events", replace(DEFINITIONS["documented_events"], version=9))
    monkeypatch.setattr(app, "edition", app.edition.__wrapped__)  # a new Ikrar is a new process: it has kept nothing
    after = ask(path, if_none_match=before.headers["etag"])
    assert after.status_code == 200
    assert after.headers["ikrar-indicator"] == "documented_events; version=9"
    assert after.json()["meta"]["snapshot"] == before.json()["meta"]["snapshot"]


@pytest.mark.parametrize(("address", "shared"), [("127.0.0.1", "private"), ("192.0.2.7", "public"), ("", "public")])
def test_caches_are_told_how_long(ask: Ask, address: str, shared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", address)
    assert ask("coverage").headers["cache-control"] == f"{shared}, no-cache"
    assert ask("coverage?as-of=2024-01-01").headers["cache-control"] == f"{shared}, no-cache"
    kept = ask("coverage?as-of=1")
    assert kept.headers["cache-control"] == f"{shared}, max-age=3600"
    assert kept.json()["meta"]["audience"] == ("dalam" if shared == "private" else "publik")
