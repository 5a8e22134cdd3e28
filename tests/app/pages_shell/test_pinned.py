"""A link that names a snapshot shows the same figures to the last digit, whatever is loaded or undone after it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from etl.build import KIND
from etl.cli.app import build as command_line
from indicators.registry import DEFINITIONS, query
from indicators.scope import LEVELS, Scope
from warehouse import contract
from warehouse.as_of import AsOf
from warehouse.store import Store

TAKEN = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
UNIT = "33.03/dinas-kesehatan"
PAGES = ("ringkasan", "peta", "linimasa", "opd", "kewajiban", "wilayah", "kontradiksi", "riwayat", "sumber")


def load(store: Store, people: int, signed: int, days: int) -> str:
    """One recap of one OPD; the batch."""
    count = {"as_of": dt.date(2024, 1, 31), "employee_type": "ASN", "tier": "semua", "source_id": "rekap"}
    place = {"unit_id": UNIT, "opd_id": UNIT, "region_code": "33.03"}
    rows: dict[str, dict[str, Any]] = {
        "opd": {"opd_id": UNIT, "region_code": "33.03", "name": "Dinas Kesehatan", "kind": "dinas"},
        "source": {
            "source_id": "rekap",
            "kind": "workbook",
            "publisher": "BKPSDM",
            "grade": "B",
            "is_simulated": False,
        },
        "headcount": {**place, **count, **bounds("people", people), "as_of_precision": "day"},
        "signature": {**place, **count, **bounds("signed", signed), "campaign_id": "pemilu-2024"},
    }
    tables = {table: contract.frame(table, [row]) for table, row in rows.items()}
    return commit(store, tables, "ingest", days)


def bounds(stem: str, value: int) -> dict[str, Any]:
    return {f"{stem}_low": value, f"{stem}_high": value, f"{stem}_stated": str(value), f"{stem}_qualifier": "exact"}


def commit(store: Store, tables: dict[str, pl.DataFrame], kind: str, days: int, *, replaces: bool = False) -> str:
    now = TAKEN + dt.timedelta(days=days)
    done = store.load(tables, kind=kind, name=kind, by="siti", content_sha256="0" * 64, now=now, replaces=replaces)
    return done.snapshot.batch.batch_id


def go_on(store: Store, batch: str) -> None:
    """All that may happen later: other counts, another build of the bundled data, the batch undone."""
    changed = load(store, 900, 10, days=2)
    store.undo(changed, by="siti", now=TAKEN + dt.timedelta(days=3))
    store.undo(batch, by="siti", now=TAKEN + dt.timedelta(days=4))
    frames = store.frames()
    tables = {table: getattr(frames, table).drop("batch_id") for table in frames.tables()}
    kept = tables["event"].head(10).with_columns(points=pl.lit([1, 2], pl.List(pl.Int64)), campaign_id=pl.lit(None))
    tables["event"] = kept.cast({"campaign_id": pl.String})
    for table, column in (("event_region", "event_id"), ("claim", "subject_id")):
        tables[table] = tables[table].filter(pl.col(column).is_in(kept["event_id"].implode()))
    commit(store, tables, KIND, days=5, replaces=True)
    load(store, 120, 60, days=6)


def figures(store: Store, per: str) -> str:
    """Every indicator at every level, as `ikrar query` computes it; one of them as it prints it."""
    asked = AsOf.read(per)
    frames = store.frames(store.at(asked).number)
    scopes = {level: Scope(level=level, campaign="semua", as_of=asked.day) for level in LEVELS}
    answers = [query(name, frames, scope).write_json() for name in DEFINITIONS for scope in scopes.values()]
    command = ["query", "freshness_days", "--level", "kabupaten", "--as-of", per, "--store", str(store.path)]
    return "\n".join([*answers, CliRunner().invoke(command_line(), command).stdout])


@pytest.mark.parametrize(("day", "pages"), [("", PAGES), ("@2024-02-13", ("wilayah",))])
def test_a_pinned_view_never_changes(
    day: str,
    pages: tuple[str, ...],
    built_store: Path,
    tmp_path: Path,
    draw_page: Callable[..., AppTest],
    html_of: Callable[[AppTest], str],
) -> None:
    store = Store(shutil.copytree(built_store, tmp_path / "store"))
    batch = load(store, 100, 60, days=1)
    per = f"{store.latest().number}{day}"

    def shown() -> list[str]:
        drawn = [html_of(draw_page(name, store.path, per=per, wilayah="33.03")) for name in pages]
        return [figures(store, per), *drawn]

    before, known = shown(), figures(store, f"{store.latest().number}")
    assert UNIT in before[0]
    go_on(store, batch)
    assert figures(store, f"{store.latest().number}") != known, "or there was nothing to withstand"
    assert shown() == before
