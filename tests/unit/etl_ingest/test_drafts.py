"""A file that is left and resumed: kept whole, found by its id alone, gone in the end; a list of people never."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from etl.ingest.drafts import KEPT, Drafts
from etl.ingest.values import Preview, Request
from etl.recognise.layout import Block, Column, Field, FileKind, Given
from i18n import BadInput, Damaged, NotFound

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
REQUEST = Request(
    name="../../rekap “April”.xlsx",
    by="analis",
    kind=FileKind.SIGNATURES,
    region="33.03",
    sender="BKPSDM",
    accept_mapping=True,
    answers={"q1": "signed", "q2": ("opd", "people")},
    scope=("33",),
)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "store")


def _found(request: Request, kind: FileKind, *blocks: Block) -> Preview:
    none = pl.DataFrame()
    return Preview(
        request=request,
        sha256="a" * 64,
        kind=kind,
        region=None,
        campaign=None,
        layout="l1",
        blocks=blocks,
        set_aside=none,
        rows=none,
        figures=none,
        warnings=(),
        refusals=(),
        questions=(),
        waiting=none,
        tables={},
    )


def _table(kind: FileKind, *fields: Field) -> Block:
    columns = tuple(Column(place, field.value, field) for place, field in enumerate(fields, start=1))
    none = pl.DataFrame()
    return Block("b1", None, False, kind, columns, (1,), (2,), (), Given(), none, none)


def _keep(drafts: Drafts, request: Request = REQUEST, now: dt.datetime = NOW) -> str:
    return drafts.keep(b"bytes", _found(request, FileKind.SIGNATURES), now=now)


def test_what_was_kept_comes_back(drafts: Drafts, tmp_path: Path) -> None:
    draft_id = _keep(drafts)
    assert Drafts(tmp_path / "store").open(draft_id) == (b"bytes", REQUEST)
    (listed,) = drafts.all()
    assert (listed.draft_id, listed.request, listed.kind) == (draft_id, REQUEST, FileKind.SIGNATURES)
    assert (listed.bytes, listed.kept_at) == (5, NOW)
    assert all("rekap" not in path.name for path in tmp_path.rglob("*")), "no name of a stranger becomes a path"


def test_answers_are_added_and_replaced(drafts: Drafts) -> None:
    draft_id = _keep(drafts)
    drafts.answer(draft_id, {"q1": "pledged", "q3": "33.03"})
    data, request = drafts.open(draft_id)
    assert data == b"bytes"
    assert request == replace(REQUEST, answers={"q1": "pledged", "q2": ("opd", "people"), "q3": "33.03"})


def test_a_changed_request_keeps_the_file(drafts: Drafts) -> None:
    draft_id = _keep(drafts)
    drafts.change(draft_id, replace(REQUEST, kind=None, region="33.04", scope=None))
    assert drafts.open(draft_id) == (b"bytes", replace(REQUEST, kind=None, region="33.04", scope=None))


@pytest.mark.parametrize(
    ("recognised", "asked", "blocks"),
    [
        (FileKind.ROSTER, None, ()),
        (FileKind.HEADCOUNT, FileKind.ROSTER, ()),
        (FileKind.HEADCOUNT, None, (_table(FileKind.HEADCOUNT, Field.OPD), _table(FileKind.ROSTER, Field.OPD))),
        (FileKind.HEADCOUNT, None, (_table(FileKind.HEADCOUNT, Field.OPD, Field.NIP),)),
        (FileKind.EVENTS, None, (_table(FileKind.EVENTS, Field.NAME),)),
    ],
)
def test_a_list_of_people_leaves_nothing_on_the_disk(
    drafts: Drafts, tmp_path: Path, recognised: FileKind, asked: FileKind | None, blocks: tuple[Block, ...]
) -> None:
    with pytest.raises(BadInput, match="never kept"):
        drafts.keep(b"199001012015031901", _found(replace(REQUEST, kind=asked), recognised, *blocks), now=NOW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("draft_id", ["", ".", "..", "0" * 32, "../" + "0" * 29, "A" * 32, "aside-" + "0" * 26])
def test_what_is_no_draft_is_not_found(drafts: Drafts, draft_id: str) -> None:
    _keep(drafts)
    for ask in (drafts.open, drafts.one, drafts.discard, lambda one: drafts.answer(one, {"q": "a"})):
        with pytest.raises(NotFound):
            ask(draft_id)
    assert len(drafts.all()) == 1


def test_a_discarded_draft_is_gone_and_the_others_stay(drafts: Drafts, tmp_path: Path) -> None:
    gone, stays = _keep(drafts), _keep(drafts, now=NOW + dt.timedelta(hours=1))
    drafts.discard(gone)
    with pytest.raises(NotFound):
        drafts.open(gone)
    assert [draft.draft_id for draft in drafts.all()] == [stays]
    assert [path.name for path in (tmp_path / "store" / "drafts").iterdir()] == [stays]


def test_the_newest_comes_first_and_the_old_ones_go(drafts: Drafts) -> None:
    old, young = _keep(drafts), _keep(drafts, now=NOW + dt.timedelta(days=1))
    assert [draft.draft_id for draft in drafts.all()] == [young, old]
    third = _keep(drafts, now=NOW + KEPT + dt.timedelta(seconds=1))
    assert [draft.draft_id for draft in drafts.all()] == [third, young]


def test_what_a_dead_process_left_half_written_is_no_draft_and_goes(drafts: Drafts, tmp_path: Path) -> None:
    kept = _keep(drafts)
    half = tmp_path / "store" / "drafts" / ("aside-" + "0" * 32)
    half.mkdir()
    (half / "file").write_bytes(b"half")
    assert [draft.draft_id for draft in drafts.all()] == [kept]
    drafts.clean(NOW)
    assert half.exists(), "another process may be writing it"
    long_ago = NOW.timestamp() - dt.timedelta(days=2).total_seconds()
    os.utime(half, (long_ago, long_ago))
    drafts.clean(NOW)
    assert not half.exists()


def test_a_write_that_fails_leaves_no_draft(drafts: Drafts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(BadInput, match="No space left on device"):
            _keep(drafts)
    assert list((tmp_path / "store" / "drafts").iterdir()) == []
    assert drafts.all() == ()


def test_a_file_that_was_changed_is_not_resumed(drafts: Drafts, tmp_path: Path) -> None:
    draft_id = _keep(drafts)
    (tmp_path / "store" / "drafts" / draft_id / "file").write_bytes(b"other")
    with pytest.raises(Damaged, match="changed since"):
        drafts.open(draft_id)
