"""Who follows the links meets every row once, from wherever they begin."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from pages.serving.api import paging
from pages.serving.api.accept import Form
from pages.serving.api.parameters import RegionsQuestion


def asked(address: str) -> RegionsQuestion:
    """The question that an address asks."""
    return RegionsQuestion.model_validate(
        {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    )


@given(st.integers(0, 60), st.integers(1, 20), st.integers(0, 80))
def test_links_lead_over_every_row_once(total: int, limit: int, offset: int) -> None:
    rows = range(total)
    question = RegionsQuestion(limit=limit, offset=offset)
    links = paging.links("/r", question, paging.stretch(question, Form.JSON), total, "7")
    seen: list[int] = []
    address: str | None = links["first"]
    while address:
        now = asked(address)
        assert now.as_of == "7"
        part = paging.stretch(now, Form.JSON)
        seen += rows[part]
        last, address = address, paging.links("/r", now, part, total, "7").get("next")
    assert seen == list(rows)
    assert last == links["last"]
    assert ("prev" in links) == (offset > 0)
    assert ("next" in links) == (offset + limit < total)
