"""Classes, seats, answers, presence."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first tables."""
    _classes()
    _answers()


def _classes() -> None:
    op.create_table(
        "classes",
        sa.Column("code", sa.String(6), primary_key=True),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("words", sa.String(64), nullable=False),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("phase", sa.String(8), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("opened_at", sa.Double, nullable=False),
        sa.Column("moved_at", sa.Double, nullable=False),
        sa.Column("seconds", sa.Double),
        sa.Column("ended_at", sa.Double),
    )
    op.create_table(
        "seats",
        sa.Column("code", sa.String(6), primary_key=True),
        sa.Column("participant", sa.String(32), primary_key=True),
        sa.Column("joined_at", sa.Double, nullable=False),
        sa.Column("more_time", sa.Boolean, nullable=False),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("code", sa.String(6), primary_key=True),
        sa.Column("participant", sa.String(32), primary_key=True),
        sa.Column("step", sa.String(80), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
    )
    op.create_table(
        "presence",
        sa.Column("code", sa.String(6), primary_key=True),
        sa.Column("process", sa.String(32), primary_key=True),
        sa.Column("phones", sa.Integer, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
    )
    op.create_index("answers_of_a_step", "answers", ["code", "step", "round"])


def downgrade() -> None:
    """Back to nothing."""
    for name in ("presence", "answers", "seats", "classes"):
        op.drop_table(name)
