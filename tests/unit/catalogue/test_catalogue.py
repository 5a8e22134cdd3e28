"""The catalogue as a place: made on demand, all or nothing, faults in words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from catalogue import Catalogue, models
from i18n import Damaged, IkrarError


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue.in_file(tmp_path / "catalogue.sqlite")


def _die(*_args: object, **_kwargs: object) -> None:
    raise KeyboardInterrupt


def test_asking_makes_no_catalogue(catalogue: Catalogue, tmp_path: Path) -> None:
    assert not catalogue.exists()
    assert list(tmp_path.iterdir()) == []


def test_migrating_twice_changes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.migrate()
    assert catalogue.exists()
    assert catalogue.is_current()
    before = (tmp_path / "catalogue.sqlite").read_bytes()
    catalogue.migrate()
    assert (tmp_path / "catalogue.sqlite").read_bytes() == before


def test_a_migration_that_dies_leaves_nothing(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    create_index = "alembic.operations.Operations.create_index"
    with monkeypatch.context() as patched:
        patched.setattr(create_index, _die)
        with pytest.raises(KeyboardInterrupt):
            catalogue.migrate()
    assert not catalogue.exists()
    catalogue.migrate()
    assert catalogue.is_current()


def test_an_error_leaves_nothing_written(catalogue: Catalogue) -> None:
    catalogue.migrate()
    with pytest.raises(KeyboardInterrupt), catalogue.writing() as session:  # noqa: PT012 (the error is the test's own)
        session.add(models.AuditHead(id=2, entries=0, hash=""))
        session.flush()
        _die()
    with catalogue.reading() as session:
        assert session.get(models.AuditHead, 2) is None


def test_a_file_that_is_no_database_is_damaged(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(Damaged, match="catalogue is damaged"):
        catalogue.exists()


def test_a_locked_catalogue_is_told_in_words(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.migrate()
    impatient = Catalogue(f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}", busy_seconds=0)
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(IkrarError, match="catalogue cannot be read or written"), impatient.writing():
            pass
