"""Files as messy as regions send them, made from a known truth: nothing lost, nothing counted twice, all undone."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.ingest import preview, save
from etl.ingest.values import Preview, Request, Verdict
from etl.recognise.layout import FileKind
from tests.property.etl_ingest.messy_files import CAMPAIGN, DAY, REGION, Key, Made, files
from warehouse.digests import frames_digest
from warehouse.frames import Frames
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("read_in_this_process")
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def asked(made: Made, **answers: str) -> Request:
    return Request(
        name="rekap",
        by="analis",
        kind=made.kind,
        region=REGION,
        campaign=CAMPAIGN,
        accept_mapping=True,
        answers=answers,
    )


def brought(store: Store, got: Preview) -> dict[Key, int | None]:
    """The figures that the preview would load, by OPD; all exact or not given."""
    names = {**dict(store.table("opd").select("opd_id", "name").iter_rows()), **got.proposed_opd}
    return figures_of(got.tables, names, got.kind)


def held(store: Store, kinds: set[FileKind]) -> dict[Key, int | None]:
    """The figures that the store holds of the region."""
    frames = store.frames()
    names = dict(frames.opd.select("opd_id", "name").iter_rows())
    own = {name: getattr(frames, name).filter(pl.col("region_code") == REGION) for name in ("headcount", "signature")}
    return {key: value for kind in kinds for key, value in figures_of(own, names, kind).items()}


def figures_of(tables: Mapping[str, pl.DataFrame], names: Mapping[str, str], kind: FileKind) -> dict[Key, int | None]:
    found: dict[Key, int | None] = {}
    for table, fields in {"headcount": ("people",), "signature": ("pledged", "signed")}.items():
        for row in tables[table].iter_rows(named=True) if table in tables else ():
            assert (row["as_of"], row["tier"], row["region_code"]) == (DAY, "semua", REGION)
            if (row["employee_type"] == "ASN") is not (kind is FileKind.SIGNATURES):
                continue
            for field in fields:
                assert row[f"{field}_low"] == row[f"{field}_high"]
                what = field if kind is FileKind.SIGNATURES else row["employee_type"]
                found[table, names[row["opd_id"]], what] = row[f"{field}_low"]
    return found


@pytest.fixture(scope="module")
def store(built_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of this module's own: each example leaves it as it found it, which is one of the things tried."""
    return Store(shutil.copytree(built_store, tmp_path_factory.mktemp("messy") / "store"))


def reaches_the_truth(store: Store, made: Made, separator: str, encoding: str) -> None:
    got = preview(store, made.text(separator, encoding), asked(made), now=NOW)
    assert {one: got.count(one) for one in Verdict if got.count(one)} == dict(made.verdicts)
    assert got.rows_in == sum(made.verdicts.values())
    assert brought(store, got) == made.figures


def changes_nothing_again(store: Store, made: Made, order: list[int]) -> None:
    """Saved, then sent again in every other form: no new snapshot; undone: as before."""
    before = store.latest().number
    first = save(store, preview(store, made.text(",", "utf-8"), asked(made), now=NOW), now=NOW)
    assert first.batch is not None
    assert first.snapshot == before + 1
    again = {
        "same": (made.text(",", "utf-8"), {}),
        "utf-16": (made.text("\t", "utf-16"), {}),
        "cp1252": (made.text(";", "cp1252"), {"encoding": "cp1252"}),
        "shuffled": (made.shuffled(order).text("|", "utf-8-sig"), {}),
        "xlsx": (made.shuffled(order[::-1]).xlsx(), {}),
    }
    for form, (data, answers) in again.items():
        got = preview(store, data, asked(made, **answers), now=NOW)
        assert (got.count(Verdict.NEW), got.count(Verdict.CHANGED)) == (0, 0), form
        outcome = save(store, got, now=NOW)
        assert (outcome.batch, outcome.snapshot) == (None, first.snapshot), form
    store.undo(first.batch, by="analis", now=NOW)
    assert digest(store.frames()) == digest(store.frames(before))


def is_undone_step_by_step(store: Store, files: list[Made]) -> None:
    """Each file replaces what the one before said; undone in turn, each earlier state is back exactly."""
    states, batches, truth = [digest(store.frames())], [], {}
    for made in files:
        got = preview(store, made.text(",", "utf-8"), asked(made), now=NOW)
        batch = save(store, got, now=NOW).batch
        truth |= made.figures
        assert held(store, {made.kind for made in files}) == truth
        if batch is not None:
            batches.append(batch)
            states.append(digest(store.frames()))
    for batch, state in zip(reversed(batches), reversed(states[:-1]), strict=True):
        store.undo(batch, by="analis", now=NOW)
        assert digest(store.frames()) == state


def digest(frames: Frames) -> str:
    return frames_digest({table: getattr(frames, table) for table in Frames.tables()})


quick = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
long = settings(quick, max_examples=int(os.environ.get("IKRAR_SOAK_EXAMPLES", "300")))
forms = {"separator": st.sampled_from(",;\t|"), "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])}


@quick
@given(made=files(), **forms)
def test_every_row_gets_the_verdict_it_deserves(store: Store, made: Made, separator: str, encoding: str) -> None:
    reaches_the_truth(store, made, separator, encoding)


@settings(quick, max_examples=2)
@given(made=files(), data=st.data())
def test_sent_again_in_any_form_changes_nothing(store: Store, made: Made, data: st.DataObject) -> None:
    changes_nothing_again(store, made, data.draw(st.permutations(range(sum(made.verdicts.values())))))


@settings(quick, max_examples=2)
@given(made=st.lists(files(), min_size=2, max_size=3))
def test_what_later_files_changed_comes_back(store: Store, made: list[Made]) -> None:
    is_undone_step_by_step(store, made)


@pytest.mark.soak
@long
@given(made=files(), **forms)
def test_many_files_get_the_verdicts_they_deserve(store: Store, made: Made, separator: str, encoding: str) -> None:
    reaches_the_truth(store, made, separator, encoding)


@pytest.mark.soak
@settings(long, max_examples=long.max_examples // 6)
@given(made=files(), data=st.data())
def test_many_files_sent_again_change_nothing(store: Store, made: Made, data: st.DataObject) -> None:
    changes_nothing_again(store, made, data.draw(st.permutations(range(sum(made.verdicts.values())))))


@pytest.mark.soak
@settings(long, max_examples=long.max_examples // 6)
@given(made=st.lists(files(), min_size=2, max_size=4))
def test_what_many_files_changed_comes_back(store: Store, made: list[Made]) -> None:
    is_undone_step_by_step(store, made)
