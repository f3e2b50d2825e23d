"""The tables of the database. Counts stand in none of them: they are computed from the answers."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

CLASSES = Table(
    "classes",
    METADATA,
    Column("code", String(6), primary_key=True),
    Column("plan", Text, nullable=False),  # JSON of a Plan
    Column("secret", String(64), nullable=False),
    Column("words", String(64), nullable=False),
    Column("step", String(80), nullable=False),
    Column("round", Integer, nullable=False),
    Column("phase", String(8), nullable=False),
    Column("version", Integer, nullable=False),  # one more with each move
    Column("opened_at", Double, nullable=False),  # seconds since 1970, of the database's clock
    Column("moved_at", Double, nullable=False),
    Column("seconds", Double),  # the clock of the open question, where it has one
    Column("ended_at", Double),
)
SEATS = Table(
    "seats",
    METADATA,
    Column("code", String(6), primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("joined_at", Double, nullable=False),
    Column("more_time", Boolean, nullable=False),
)
ANSWERS = Table(
    "answers",
    METADATA,
    Column("code", String(6), primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("step", String(80), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
    Column("turn", Integer, nullable=False),  # the phone's own count: a late copy of an older answer replaces none
    Column("at", Double, nullable=False),
)
PRESENCE = Table(
    "presence",
    METADATA,
    Column("code", String(6), primary_key=True),
    Column("process", String(32), primary_key=True),
    Column("phones", Integer, nullable=False),
    Column("at", Double, nullable=False),
)
STARTS = Table(
    "starts",
    METADATA,
    Column("start", String(36), primary_key=True),  # how the computer of an SQLite names the time since it was started
    Column("at", Double, nullable=False),  # when that was, by its clock at the first class since
)
Index("answers_of_a_step", ANSWERS.c.code, ANSWERS.c.step, ANSWERS.c.round)
