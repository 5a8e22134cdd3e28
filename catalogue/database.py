"""The catalogue as a place: SQLite in the store's folder, or PostgreSQL by URL; brought up to date before use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from i18n import N_, Damaged, IkrarError

HEAD = "0003"
"""The newest migration. Checked against the migrations' folder by a test, so that opening need not load Alembic."""

_MIGRATIONS = Path(__file__).parent / "migrations"

_UNUSABLE = N_("The catalogue cannot be read or written ({fault}).")
_UNUSABLE_NEXT = N_("Check the free disk space, the permissions of the store's folder and IKRAR_CATALOGUE_URL.")
_MALFORMED = N_("The catalogue is damaged ({fault}).")
_MALFORMED_NEXT = N_("Restore the store's folder from a backup.")


class Unusable(IkrarError):
    """The catalogue cannot be read or written now: no room, no permission, a lock that is not let go, no server."""


class Catalogue:
    """A catalogue by SQLAlchemy URL. Holds no open connection between two transactions on SQLite."""

    def __init__(self, url: str | URL, *, busy_seconds: float = 30) -> None:
        self.url = make_url(url)
        self.engine = _engine(self.url, busy_seconds)

    @classmethod
    def in_file(cls, path: Path) -> Catalogue:
        """The SQLite catalogue in this file, which need not exist yet."""
        return cls(URL.create("sqlite", database=str(path)))

    def exists(self) -> bool:
        """True where a catalogue has been made; asking makes none."""
        if self.url.get_backend_name() == "sqlite" and not Path(self.url.database or "").is_file():
            return False
        with self.reading() as session:
            return inspect(session.connection()).has_table("snapshot")

    def is_current(self) -> bool:
        """True where every migration has been applied."""
        with self.reading() as session:
            connection = session.connection()
            if not inspect(connection).has_table("alembic_version"):
                return False
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD

    def migrate(self) -> None:
        """Make the catalogue, or bring it to the newest form, in one transaction. The caller keeps others out."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        # Alembic reads % as an interpolation mark in option values, and a folder may have one in its name.
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        with self.writing() as session:
            config.attributes["connection"] = session.connection()
            command.upgrade(config, "head")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state and writes nothing."""
        with _plainly(), self.engine.connect() as connection, Session(connection) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept at the end, or none if an error leaves it."""
        with (
            _plainly(),
            self.engine.connect().execution_options(ikrar_writes=True) as connection,
            connection.begin(),
            Session(connection) as session,
        ):
            yield session
            session.flush()


def _engine(url: URL, busy_seconds: float) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    # No pool: an open handle would keep Windows from moving or deleting the folder.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": busy_seconds})

    @event.listens_for(engine, "connect")
    def _take_over_transactions(connection: Any, _record: Any) -> None:
        # sqlite3 itself would commit before every CREATE TABLE: a killed migration would be left half done.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock at once: a reader that turns writer later can lose the race and must not wait.
        writes = connection.get_execution_options().get("ikrar_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn a database's fault into a message for a person.

    Disk full, locked, no permission, server gone; or Damaged for a file that is no sound database any more.
    """
    try:
        yield
    except OperationalError as fault:
        raise Unusable(_UNUSABLE, next_step=_UNUSABLE_NEXT, fault=str(fault.orig)) from fault
    except DatabaseError as fault:
        if type(fault) is not DatabaseError:  # its kinds, such as a broken constraint, are our own faults
            raise
        raise Damaged(_MALFORMED, next_step=_MALFORMED_NEXT, fault=str(fault.orig)) from fault
