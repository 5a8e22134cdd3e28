"""What people answered and approved: kept, replaced, and each act on record."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from catalogue import Catalogue, audit, memory

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=1)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Catalogue.in_file(tmp_path / "catalogue.sqlite")
    made.migrate()
    return made


def _remember(catalogue: Catalogue, sender: str, layout: str, given: dict[str, memory.Answer], **how: object) -> int:
    with catalogue.writing() as session:
        return memory.remember(
            session,
            sender=sender,
            layout=layout,
            given=given,
            **{"by": "analis", "at": AT, **how},  # type: ignore[arg-type]  # arguments by name
        )


def _log(catalogue: Catalogue) -> list[tuple[str, str, dict[str, object]]]:
    with catalogue.reading() as session:
        assert audit.verify(session).broken is None
        return [(entry.action, entry.by, json.loads(entry.details)) for entry in audit.entries(session)]


def test_answers_come_back_by_layout_and_only_to_their_sender(catalogue: Catalogue) -> None:
    _remember(catalogue, "BKPSDM", "lay1", {"q1": "signed", "q2": ("opd", "people", "unused")})
    _remember(catalogue, "BKPSDM", "lay2", {"q1": "pledged"})
    _remember(catalogue, "Kesbangpol", "lay1", {"q1": "people"})
    with catalogue.reading() as session:
        assert memory.remembered(session, "BKPSDM") == {
            "lay1": {"q1": "signed", "q2": ("opd", "people", "unused")},
            "lay2": {"q1": "pledged"},
        }
        assert memory.remembered(session, "nobody") == {}
        assert memory.remembered(session, "Kesbangpol") == {"lay1": {"q1": "people"}}


def test_a_newer_answer_replaces_and_the_same_one_says_nothing(catalogue: Catalogue) -> None:
    assert _remember(catalogue, "BKPSDM", "lay1", {"q1": "signed", "q2": ("opd",)}) == 2
    assert _remember(catalogue, "BKPSDM", "lay1", {"q1": "signed", "q2": ("opd",)}, by="lain", at=LATER) == 0
    assert _remember(catalogue, "BKPSDM", "lay1", {"q1": "pledged", "q2": ("opd",)}, by="lain", at=LATER) == 1
    with catalogue.reading() as session:
        assert memory.remembered(session, "BKPSDM") == {"lay1": {"q1": "pledged", "q2": ("opd",)}}
    assert [(action, by, details["answers"]) for action, by, details in _log(catalogue)] == [
        ("answer", "analis", {"q1": "signed", "q2": ["opd"]}),
        ("answer", "lain", {"q1": "pledged"}),
    ]


def test_an_approved_name_holds_in_its_region(catalogue: Catalogue) -> None:
    name = {"kind": "opd", "key": "dinkes", "within": "33.03"}
    with catalogue.writing() as session:
        assert memory.approve_name(session, **name, code="33.03/dinas-kesehatan", by="analis", at=AT)
        assert not memory.approve_name(session, **name, code="33.03/dinas-kesehatan", by="lain", at=LATER)
        assert memory.approve_name(session, kind="region", key="pbg", within="", code="33.03", by="analis", at=AT)
    with catalogue.reading() as session:
        assert memory.approved_names(session) == {
            ("opd", "dinkes", "33.03"): "33.03/dinas-kesehatan",
            ("region", "pbg", ""): "33.03",
        }
    assert [(action, by) for action, by, _ in _log(catalogue)] == [("approve_name", "analis")] * 2


def test_another_code_for_a_name_leaves_the_one_before_on_record(catalogue: Catalogue) -> None:
    name = {"kind": "opd", "key": "dinkes", "within": "33.03"}
    with catalogue.writing() as session:
        memory.approve_name(session, **name, code="33.03/a", by="analis", at=AT)
        memory.approve_name(session, **name, code="33.03/b", by="lain", at=LATER)
        assert memory.approved_names(session) == {("opd", "dinkes", "33.03"): "33.03/b"}
    assert [details["before"] for _, _, details in _log(catalogue)] == [None, "33.03/a"]


def test_what_is_not_committed_is_not_remembered(catalogue: Catalogue) -> None:
    with pytest.raises(KeyboardInterrupt), catalogue.writing() as session:  # noqa: PT012 (the error is the test's own)
        memory.remember(session, sender="BKPSDM", layout="lay1", given={"q1": "a"}, by="analis", at=AT)
        raise KeyboardInterrupt
    with catalogue.reading() as session:
        assert memory.remembered(session, "BKPSDM") == {}
    assert _log(catalogue) == []
