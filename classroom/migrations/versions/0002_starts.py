"""When the computer of an SQLite was started, so that nobody who sets its clock ends a class."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """One row."""
    op.create_table(
        "starts",
        sa.Column("start", sa.String(36), primary_key=True),
        sa.Column("at", sa.Double, nullable=False),
    )


def downgrade() -> None:
    """Back to the computer's clock."""
    op.drop_table("starts")
