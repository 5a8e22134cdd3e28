"""The audit chain: whatever is done to it, the first entry that does not hold is named."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from catalogue import Catalogue, audit

ENTRIES = 5


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.sqlite"
    catalogue = Catalogue.in_file(path)
    catalogue.migrate()
    for number in range(1, ENTRIES + 1):
        with catalogue.writing() as session:
            at = dt.datetime(2026, 1, number, 12, 0, 0, number, tzinfo=dt.UTC)
            audit.append(session, at=at, by="analis", action="ingest", details={"nomor": number, "é": None})
    return path


def _check(path: Path) -> audit.Chain:
    with Catalogue.in_file(path).reading() as session:
        return audit.verify(session)


def test_a_whole_chain_holds(path: Path) -> None:
    chain = _check(path)
    assert (chain.entries, chain.broken) == (ENTRIES, None)
    assert chain.head != audit.START


def test_the_head_covers_every_entry(path: Path) -> None:
    before = _check(path).head
    with Catalogue.in_file(path).writing() as session:
        audit.append(session, at=dt.datetime(2026, 2, 1, tzinfo=dt.UTC), by="analis", action="undo", details={})
    assert _check(path).head != before


@pytest.mark.parametrize(
    ("damage", "first"),
    [
        ("UPDATE audit_entry SET details = replace(details, '3', '4') WHERE number = 3", 3),
        ("UPDATE audit_entry SET by = 'x' WHERE number = 1", 1),
        ("UPDATE audit_entry SET action = 'x' WHERE number = 5", 5),
        ("UPDATE audit_entry SET at = '2026-01-02 12:00:00.000003' WHERE number = 2", 2),
        ("UPDATE audit_entry SET hash = previous_hash WHERE number = 4", 4),
        ("DELETE FROM audit_entry WHERE number = 1", 1),
        ("DELETE FROM audit_entry WHERE number = 3", 3),
        ("DELETE FROM audit_entry WHERE number >= 4", 4),
        ("DELETE FROM audit_entry", 1),
        ("DELETE FROM audit_head", 6),
        (
            """UPDATE audit_entry SET number = -2 WHERE number = 2;
            UPDATE audit_entry SET number = 2 WHERE number = 3;
            UPDATE audit_entry SET number = 3 WHERE number = -2""",
            2,
        ),
        ("INSERT INTO audit_entry SELECT 6, at, by, action, details, hash, hash FROM audit_entry WHERE number = 5", 6),
        ("UPDATE audit_head SET entries = 4, hash = (SELECT hash FROM audit_entry WHERE number = 4)", 5),
    ],
)
def test_damage_is_named_at_its_first_entry(path: Path, damage: str, first: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(damage)
    broken = _check(path).broken
    assert broken is not None
    assert broken.entry == first
