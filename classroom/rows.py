"""What the transactions of `store.py` are made of: each works within the connection it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from pydantic import ValidationError
from sqlalchemy import Connection, Row, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from classroom import codes, database, faults
from classroom.clock import WATCH
from classroom.limits import TRIES_OF_CODE
from classroom.questions import Plan, Value
from classroom.tables import ANSWERS, CLASSES, PRESENCE, SEATS

Phase = Literal["waiting", "open", "closed", "shown"]
PHASES: tuple[Phase, ...] = ("waiting", "open", "closed", "shown")
LIFE_SECONDS = 24 * 3600
REMEMBERED_SECONDS = 7 * LIFE_SECONDS  # how long a code still says "ended" instead of "unknown"
MORE_TIME = 10  # times the clock, for whoever asks
MOST_ROUNDS = 9


@dataclass(frozen=True)
class State:
    """Where a class is. `left` is the rest of the clock in seconds, None without one; `version` grows with each move."""

    code: str
    step: str
    round: int
    phase: Phase
    version: int
    opened_at: float
    seconds: float | None
    elapsed: float
    ended: bool

    def left(self, more_time: bool = False) -> float | None:
        """Seconds until the clock of the open question runs out."""
        if self.seconds is None or self.phase != "open":
            return None
        return max(0.0, self.seconds * (MORE_TIME if more_time else 1) - self.elapsed)

    def takes(self, step: str, round_: int, more_time: bool = False) -> bool:
        """Whether an answer to this step and round counts now."""
        left = self.left(more_time)
        return self.phase == "open" and (step, round_) == (self.step, self.round) and (left is None or left > 0)


@dataclass(frozen=True)
class Sent:
    """An answer on its way; `turn` is the phone's own count of its answers to this question."""

    code: str
    participant: str
    step: str
    round: int
    value: object
    turn: int = 0


@dataclass(frozen=True)
class Stored:
    """What is stored after an answer came: it, or the newer one that was there already."""

    value: Value
    turn: int


def upserting(table):  # type: ignore[no-untyped-def]  # two types with the same methods
    return (postgresql.insert if database.is_postgres() else sqlite.insert)(table)


def at_of(connection: Connection, now: float | None) -> float:
    return database.now(connection) if now is None else now


def class_row(connection: Connection, code: str, *, lock: bool = False) -> Row:
    query = select(CLASSES).where(CLASSES.c.code == code)
    row = connection.execute(query.with_for_update() if lock else query).first()
    if row is None:
        raise faults.unknown(code)
    return row


def plan_in(row: Row) -> Plan | None:
    """The lesson of a class; None where a newer release opened it and this one cannot read its questions."""
    try:
        return Plan.model_validate_json(row.plan)
    except ValidationError:
        return None


def lesson_of(row: Row) -> Plan:
    """The same; raises ClassFault("away"), so that a phone asks again until a server of that release answers."""
    if (lesson := plan_in(row)) is None:
        raise faults.away()
    return lesson


def locked(connection: Connection, wanted: set[str], at: float) -> dict[str, tuple[Plan | None, State]]:
    """Each class with its row locked, always in the same order, so that two processes never wait for one another."""
    query = select(CLASSES).where(CLASSES.c.code.in_(sorted(wanted))).order_by(CLASSES.c.code).with_for_update()
    return {row.code: (plan_in(row), state_of(row, at)) for row in connection.execute(query).all()}


def state_of(row: Row, at: float) -> State:
    over = row.ended_at is not None or at >= row.opened_at + LIFE_SECONDS
    phase = cast(Phase, row.phase)
    elapsed = max(0.0, at - row.moved_at)
    return State(row.code, row.step, row.round, phase, row.version, row.opened_at, row.seconds, elapsed, over)


def check_lives(found: State) -> None:
    if found.ended:
        raise faults.ended()


def check_host(row: Row, given: str) -> None:
    if codes.same(codes.kept_secret(given), row.secret):
        return
    if not TRIES_OF_CODE.allows(row.code):
        raise faults.too_many_tries()
    if not codes.same(codes.kept_words(given, row.code), row.words):
        raise faults.not_host()


def check_move(lesson: Plan, step: str, round_: int, phase: Phase) -> None:
    asks = lesson.question(step) is not None
    known = lesson.step(step) is not None or (step == "" and phase == "waiting")
    if not known or phase not in PHASES or not 1 <= round_ <= MOST_ROUNDS or (phase != "waiting" and not asks):
        raise faults.no_step(step)


def seats_taken(connection: Connection, code: str) -> int:
    """How many participants a class has."""
    return int(connection.execute(select(func.count()).select_from(SEATS).where(SEATS.c.code == code)).scalar_one())


def sweep_old(connection: Connection, now: float | None) -> None:
    """Delete the answers of classes that are a day old, unless the database's clock was just set."""
    at = at_of(connection, now)
    if now is None and not WATCH.trusts(at):
        return
    old = select(CLASSES.c.code).where(CLASSES.c.opened_at <= at - LIFE_SECONDS)
    for table in (ANSWERS, SEATS, PRESENCE):
        connection.execute(delete(table).where(table.c.code.in_(old)))
    connection.execute(delete(CLASSES).where(CLASSES.c.opened_at <= at - REMEMBERED_SECONDS))


def notify(connection: Connection, code: str) -> None:
    """Tell the other processes, when and only if the transaction is stored."""
    if database.is_postgres():
        connection.execute(select(func.pg_notify("classroom", code)))
