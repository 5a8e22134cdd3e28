"""Models and migrations say the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from catalogue import Catalogue, audit, database, history, memory
from catalogue.history import Batch, Snapshot
from catalogue.models import Base


def test_the_migrations_make_what_the_models_describe(tmp_path: Path) -> None:
    catalogue = Catalogue.in_file(tmp_path / "catalogue.sqlite")
    catalogue.migrate()
    with catalogue.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_head_that_opening_looks_for_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == database.HEAD


def test_a_store_of_the_first_form_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    catalogue = Catalogue.in_file(tmp_path / "catalogue.sqlite")
    at = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    snapshot = Snapshot(1, at, Batch("bundled-1", "bundled", "data", "system", at, "a" * 64), {})
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    with catalogue.writing() as session:
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "0001")
        history.commit(session, snapshot, [])
    assert not catalogue.is_current()

    catalogue.migrate()

    assert catalogue.is_current()
    with catalogue.reading() as session:
        assert history.snapshots(session) == (snapshot,)
        assert audit.verify(session).broken is None
        assert history.unsealed(session) == []
        assert memory.remembered(session, "BKPSDM") == {}


def test_every_table_of_the_design_is_there() -> None:
    assert set(Base.metadata.tables) >= {
        "upload",
        "batch",
        "snapshot",
        "remembered_answer",
        "review_decision",
        "alias_approval",
        "user_grant",
        "audit_entry",
        "export_issued",
    }
