"""The way back: a code as people type it, a question as it is kept, the address that a QR code opens."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.finding import Query
from briefings.stamp import code_in, code_of
from etl.issuing import PUBLIC_ADDRESS, public_address
from etl.issuing.address import code_address
from etl.issuing.paths import file_name
from etl.issuing.questions import kept, read
from i18n import BadInput
from indicators.registry import DEFINITIONS
from indicators.scope import LEVELS, Scope
from warehouse.vocabulary import Audience, Grade, Tier

TAKEN = dt.datetime(2024, 9, 25, 7, 5, tzinfo=dt.UTC)
SCOPES = st.builds(
    Scope,
    region=st.none() | st.sampled_from(["33", "33.03"]),
    level=st.none() | st.sampled_from(LEVELS),
    campaign=st.none() | st.sampled_from(["pemilu-2024", "semua"]),
    as_of=st.none() | st.dates(),
    organiser_kind=st.none() | st.just("semua"),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    grade=st.none() | st.sampled_from(list(Grade)),
    employee_type=st.none() | st.just("PPPK"),
    tier=st.none() | st.sampled_from(list(Tier)),
    audience=st.sampled_from(list(Audience)),
)
QUERIES = st.builds(Query, st.sampled_from(list(DEFINITIONS)), SCOPES)


@pytest.mark.parametrize(
    "typed",
    [
        "IKR-4F01-Q2XM",
        "ikr-4f01-q2xm",
        "IKR4F01Q2XM",
        "4F01Q2XM",
        " 4fo1 q2xm ",
        "IKR–4F0L–Q2XM",
        "lkr-4foi-q2xm",
        "https://ikrar.example.go.id/cek?kode=IKR-4F01-Q2XM",
    ],
)
def test_a_code_is_found_however_it_is_typed(typed: str) -> None:
    assert code_in(typed) == "IKR-4F01-Q2XM"


@pytest.mark.parametrize(
    "typed", ["", "IKR", "IKR-4F01-Q2X", "IKR-4F01-Q2XMM", "IKR-4F01-Q2XU", "XKR-4F01-Q2XM", "é" * 8, "<4F01Q2XM>"]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert code_in(typed) is None


@given(QUERIES, st.text(max_size=20))
def test_a_code_reads_as_itself(query: Query, about: str) -> None:
    code = code_of(TAKEN, "12", [query], about)
    assert code_in(code) == code


@given(QUERIES)
def test_a_question_comes_back_as_it_was_kept(query: Query) -> None:
    assert read(json.loads(json.dumps(kept(query)))) == query


@given(st.lists(QUERIES, max_size=4), st.lists(QUERIES, max_size=4))
def test_other_questions_have_another_code(some: list[Query], others: list[Query]) -> None:
    codes = code_of(TAKEN, "12", some, "a"), code_of(TAKEN, "12", others, "a")
    assert (codes[0] == codes[1]) == (set(some) == set(others))


@pytest.mark.parametrize(
    "values", [{}, {"indicator": None}, {"indicator": "x", "as_of": "soon"}, {"indicator": "x", "weather": "fine"}]
)
def test_what_was_never_kept_is_refused(values: dict[str, str]) -> None:
    with pytest.raises((TypeError, ValueError)):
        read(values)


@pytest.mark.parametrize(
    ("given_address", "found"),
    [
        ("", None),
        ("  ", None),
        ("https://ikrar.example.go.id", "https://ikrar.example.go.id"),
        ("https://ikrar.example.go.id/", "https://ikrar.example.go.id"),
        ("http://10.0.0.5:8501", "http://10.0.0.5:8501"),
        ("https://example.go.id/ikrar/", "https://example.go.id/ikrar"),
    ],
)
def test_the_address_that_others_open(given_address: str, found: str | None) -> None:
    assert public_address({PUBLIC_ADDRESS: given_address}) == found
    code = "IKR-4F01-Q2XM"
    assert code_address(found, code) == (found and f"{found}/cek?kode={code}")


@pytest.mark.parametrize(
    "address",
    [
        "ikrar.example.go.id",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://example.go.id/?a=b",
        "https://example.go.id/#x",
        "https://user:secret@example.go.id",
        "https://example.go.id:0",
        "https://example.go.id:port",
        "https://exa mple.go.id",
        "https://example.go.id/<b>",
        "https://[::1",
    ],
)
def test_no_other_address_is_put_into_a_qr_code(address: str) -> None:
    with pytest.raises(BadInput):
        public_address({PUBLIC_ADDRESS: address})


@given(st.text(max_size=200), st.sampled_from(["12", "12@2024-09-25"]))
def test_every_system_takes_the_name_of_a_file(title: str, per: str) -> None:
    name = file_name(title, per, "pptx")
    assert name.endswith(("-12.pptx", "-12-2024-09-25.pptx"))
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(name) < 100
