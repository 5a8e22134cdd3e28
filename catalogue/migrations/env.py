"""Run by Alembic: migrates over the connection it is given, inside that connection's transaction."""

from alembic import context

from catalogue.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,  # SQLite can; Alembic assumes that it cannot
    compare_type=True,
    render_as_batch=True,  # SQLite changes a column only by copying the table
)
with context.begin_transaction():
    context.run_migrations()
