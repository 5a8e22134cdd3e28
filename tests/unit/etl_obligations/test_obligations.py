"""A duty that a person enters: what is kept of it, what is refused and why, and that it can be undone."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from etl.build import build
from etl.obligations import KIND, DutyEntry, Letter, enter, rows_of
from i18n import BadInput, Conflict, IkrarError, NotFound
from warehouse.frames import Frames
from warehouse.store import Store
from warehouse.vocabulary import Duty, DutyScope, DutyStatus

NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
LETTER = Letter("Sekda Kabupaten Aceh Tengah", "800/12/2024", dt.date(2024, 8, 1))
ENTRY = DutyEntry(
    campaign_id="pilkada-2024",
    region_code="11.04",
    scope=DutyScope.EVERY_OPD,
    what=Duty.PAKTA,
    status=DutyStatus.WAJIB,
    letter=LETTER,
    due_date=dt.date(2024, 9, 24),
)


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Store:
    return Store(Path(shutil.copytree(built_store, tmp_path / "store")))


def put(store: Store, entry: DutyEntry, *, beside: bool = False) -> str:
    """Saves the duty; its batch."""
    return enter(store, entry, by="Analis", now=NOW, beside=beside).snapshot.batch.batch_id


def test_a_duty_is_one_batch_with_its_letter_and_can_be_undone(store: Store) -> None:
    before = store.frames()
    batch = put(store, ENTRY)
    after = store.frames()
    [duty] = after.obligation.filter(after.obligation["batch_id"] == batch).to_dicts()
    [source] = after.source.filter(after.source["batch_id"] == batch).to_dicts()
    assert duty["set_by"] == "Sekda Kabupaten Aceh Tengah (800/12/2024)"
    assert (duty["due_date"], duty["opd_id"], duty["reason"]) == (dt.date(2024, 9, 24), None, None)
    assert duty["source_id"] == source["source_id"]
    assert (source["kind"], source["grade"], source["title"]) == ("letter", "C", "800/12/2024")
    assert (source["published_on"], source["sha256"]) == (LETTER.dated, None)
    assert store.latest().batch.kind == KIND
    store.undo(batch, by="Analis", now=NOW)
    assert store.frames().obligation.equals(before.obligation)
    assert store.frames().source.equals(before.source)


def test_a_second_duty_of_a_letter_has_the_same_source(store: Store) -> None:
    put(store, ENTRY)
    put(store, replace(ENTRY, what=Duty.IKRAR))
    frames = store.frames()
    mine = frames.obligation.filter(frames.obligation["region_code"] == "11.04")
    assert mine["source_id"].n_unique() == 1
    assert mine["obligation_id"].n_unique() == 2


def test_a_correction_keeps_the_id_and_the_source_of_the_same_letter(store: Store) -> None:
    was = store.frames().obligation.filter(store.frames().obligation["obligation_id"] == "banten-pakta-2023")
    [old] = was.to_dicts()
    entry = DutyEntry(
        old["campaign_id"],
        old["region_code"],
        DutyScope(old["scope"]),
        Duty(old["what"]),
        DutyStatus.WAJIB,
        Letter.of(old["set_by"]),
        due_date=dt.date(2023, 11, 3),
        due_stated=old["due_stated"],
        corrects="banten-pakta-2023",
    )
    put(store, entry)
    [new] = (
        store.frames().obligation.filter(store.frames().obligation["obligation_id"] == "banten-pakta-2023").to_dicts()
    )
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {"due_date", "batch_id"}
    assert not enter(store, entry, by="Analis", now=NOW).is_new


def test_another_build_keeps_what_was_corrected(store: Store) -> None:
    [old] = (
        store.frames()
        .obligation.filter(store.frames().obligation["obligation_id"] == "bengkalis-pakta-2015")
        .to_dicts()
    )
    entry = DutyEntry(
        old["campaign_id"],
        old["region_code"],
        DutyScope.REGION,
        Duty.PAKTA,
        DutyStatus.WAJIB,
        Letter.of(old["set_by"]),
        corrects="bengkalis-pakta-2015",
    )
    put(store, entry)
    build(store.path, data=Path(__file__).parents[3] / "data", now=NOW)
    frames = store.frames()
    assert (
        frames.obligation.filter(frames.obligation["obligation_id"] == "bengkalis-pakta-2015")["scope"].item()
        == "region"
    )


@pytest.mark.parametrize(
    ("fault", "changes"),
    [
        (NotFound, {"campaign_id": ""}),
        (NotFound, {"region_code": ""}),
        (NotFound, {"region_code": "91.00"}),
        (NotFound, {"scope": DutyScope.OPD, "opd_id": None}),
        (NotFound, {"scope": DutyScope.OPD, "opd_id": "62/dinas-kesehatan"}),
        (NotFound, {"corrects": "tidak-ada"}),
        (BadInput, {"letter": Letter("  ", "800/1")}),
        (BadInput, {"status": DutyStatus.TIDAK_WAJIB, "reason": " "}),
        (BadInput, {"due_date": dt.date(2042, 9, 24)}),
        (BadInput, {"due_date": dt.date(2021, 9, 24)}),
        (BadInput, {"letter": Letter("Sekda 19800101 200501 1 001")}),
        (BadInput, {"status": DutyStatus.TIDAK_WAJIB, "reason": "pindah: 198001012005011001"}),
    ],
)
def test_what_cannot_be_on_record_is_refused(
    bundled_frames: Frames, fault: type[IkrarError], changes: dict[str, object]
) -> None:
    rows_of(ENTRY, bundled_frames, now=NOW)
    with pytest.raises(fault) as caught:
        rows_of(replace(ENTRY, **changes), bundled_frames, now=NOW)
    assert type(caught.value) is fault


def test_a_duty_of_the_same_kind_is_told_and_may_stand_beside(store: Store) -> None:
    put(store, ENTRY)
    again = replace(ENTRY, due_date=dt.date(2024, 10, 1), letter=Letter("Gubernur Aceh", "1"))
    with pytest.raises(Conflict, match="Sekda Kabupaten Aceh Tengah"):
        put(store, again)
    put(store, replace(ENTRY, scope=DutyScope.OPD, opd_id=store.frames().opd.filter(region_code="11.04")["opd_id"][0]))
    put(store, again, beside=True)
    frames = store.frames()
    mine = frames.obligation.filter(region_code="11.04", scope="every_opd")
    assert mine.height == 2


def test_an_exemption_keeps_its_reason_and_no_deadline(bundled_frames: Frames) -> None:
    entry = replace(ENTRY, status=DutyStatus.TIDAK_WAJIB, reason="  belum  punya pegawai ", due_stated="pekan ini")
    duty, _ = rows_of(entry, bundled_frames, now=NOW)
    assert (duty["reason"], duty["due_date"], duty["due_stated"]) == ("belum punya pegawai", None, None)


@pytest.mark.parametrize(
    ("set_by", "office", "number"),
    [
        ("Sekda Banten (SE 800/3109-BKD/2023)", "Sekda Banten", "SE 800/3109-BKD/2023"),
        ("Pjs Bupati Minahasa Utara", "Pjs Bupati Minahasa Utara", ""),
        ("Sekda (Plh) Banten", "Sekda (Plh) Banten", ""),
    ],
)
def test_who_set_it_can_be_read_back(set_by: str, office: str, number: str) -> None:
    letter = Letter.of(set_by)
    assert (letter.office, letter.number) == (office, number)
    assert letter.words == set_by
