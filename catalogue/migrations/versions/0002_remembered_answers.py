"""Answers are remembered by question, not by column heading: a heading alone does not say which table it stood in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("column_mapping")  # nothing ever wrote to it
    op.create_table(
        "remembered_answer",
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "layout", "question_id", name="pk_remembered_answer"),
    )
