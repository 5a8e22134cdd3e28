"""Models and migrations say the same."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from catalogue import Catalogue, database
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


def test_every_table_of_the_design_is_there() -> None:
    assert set(Base.metadata.tables) >= {
        "upload",
        "batch",
        "snapshot",
        "column_mapping",
        "review_decision",
        "alias_approval",
        "user_grant",
        "audit_entry",
        "export_issued",
    }
