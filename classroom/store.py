"""Classes and their answers, stored. Every function is one transaction; what is wrong is raised as ClassFault.

An answer has the key class, participant, step and round, so that one sent twice is one. All who write to a class lock its
row first: an answer is accepted or refused by the phase that the class is in at that moment, whoever moves it.
`now` is seconds since 1970 and only given by tests; otherwise it is the database's clock.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from classroom import codes, faults, rows
from classroom.batch import Batch
from classroom.database import reading, writing
from classroom.faults import ClassFault
from classroom.questions import Plan
from classroom.rows import Phase, Sent, State, Stored
from classroom.tables import ANSWERS, CLASSES, PRESENCE, SEATS

FRESH_SECONDS = 15  # a process that has said nothing for so long has no phones
MOVED: list[Callable[[str], None]] = []
"""Called with the code of a class that this process moved, from whatever thread."""


@dataclass(frozen=True)
class Opened:
    """What the presenter's browser keeps (`host_secret`), and what the teacher writes down (`recovery_words`)."""

    code: str
    host_secret: str
    recovery_words: str


@dataclass(frozen=True)
class Counts:
    """Phones that follow now, seats taken, phones that answered the present question and round, answers in all."""

    connected: int
    seats: int
    answered: int
    stored: int
    more_time: int


@dataclass(frozen=True)
class Mine:
    """A participant's answers by step and round, whether they have more time, and whether there is no seat left for them."""

    answers: dict[tuple[str, int], Stored]
    more_time: bool
    full: bool


# The host ----------------------------------------------------------------------------------------------------------------


def open_class(plan: Plan, now: float | None = None) -> Opened:
    """A new class with a lesson. Old classes are swept away first."""
    secret, words = codes.new_secret(), codes.new_words()
    while True:
        code = codes.new_code()
        try:
            with writing() as connection:
                at = rows.at_of(connection, now)
                rows.sweep_old(connection, now)
                row = {"code": code, "plan": plan.model_dump_json(), "step": "", "round": 1, "phase": "waiting"}
                row |= {"secret": codes.kept_secret(secret), "words": codes.kept_words(words, code), "version": 1}
                connection.execute(insert(CLASSES).values(**row, opened_at=at, moved_at=at))
        except IntegrityError:  # one code in 85 million: taken
            continue
        return Opened(code, secret, words)


def host(code: str, secret_or_words: str, now: float | None = None) -> State:
    """The state of a class, for whoever has the right to lead it. Raises ClassFault("host")."""
    with reading() as connection:
        row = rows.class_row(connection, code)
        rows.check_host(row, secret_or_words)
        return rows.state_of(row, rows.at_of(connection, now))


def new_secret(code: str, words: str, now: float | None = None) -> str:
    """A secret for another browser, for the recovery words; the one before is worth nothing from then on."""
    secret = codes.new_secret()
    with writing() as connection:
        row = rows.class_row(connection, code, lock=True)
        rows.check_host(row, words)
        rows.check_lives(rows.state_of(row, rows.at_of(connection, now)))
        connection.execute(update(CLASSES).where(CLASSES.c.code == code).values(secret=codes.kept_secret(secret)))
    return secret


def go(
    code: str,
    secret: str,
    step: str,
    round_: int = 1,
    phase: Phase = "waiting",
    *,
    seconds: float | None = None,
    seen: int | None = None,
    now: float | None = None,
) -> State:
    """Move a class. `seconds` gives an open question a clock; `seen` is the version that the presenter's window shows.

    Raises ClassFault: "moved" where another window was quicker than `seen`, "step" for a step that cannot be in that phase.
    """
    with writing() as connection:
        row, before, at = _led(connection, code, secret, seen, now)
        rows.check_move(rows.lesson_of(row), step, round_, phase)
        moved = {"step": step, "round": round_, "phase": phase, "seconds": seconds, "moved_at": at}
        connection.execute(update(CLASSES).where(CLASSES.c.code == code).values(**moved, version=before.version + 1))
        rows.notify(connection, code)
        after = rows.state_of(rows.class_row(connection, code), at)
    _tell(code)
    return after


def _led(
    connection: Connection, code: str, secret: str, seen: int | None, now: float | None
) -> tuple[Row, State, float]:
    """The class's row, locked for who leads it, its state and the time; "moved" where another window was quicker than `seen`."""
    row = rows.class_row(connection, code, lock=True)
    rows.check_host(row, secret)
    at = rows.at_of(connection, now)
    before = rows.state_of(row, at)
    rows.check_lives(before)
    if seen is not None and seen != before.version:
        raise faults.moved(before.step, before.round)
    return row, before, at


def add_time(code: str, secret: str, seconds: float, *, seen: int | None = None, now: float | None = None) -> State:
    """Give the open question `seconds` more from now on, or a clock if it has none; answers stay as they are.

    Raises ClassFault: "moved" where another window was quicker than `seen`, "closed" where no question is open.
    """
    with writing() as connection:
        _, before, at = _led(connection, code, secret, seen, now)
        if before.phase != "open":
            raise faults.nothing_open()
        runs_out = max(before.elapsed, before.seconds or 0.0) + seconds
        given = {"seconds": runs_out, "version": before.version + 1}
        connection.execute(update(CLASSES).where(CLASSES.c.code == code).values(**given))
        rows.notify(connection, code)
        after = rows.state_of(rows.class_row(connection, code), at)
    _tell(code)
    return after


def reset(code: str, secret: str, step: str, round_: int, now: float | None = None) -> int:
    """Delete the answers to a step and round; how many there were."""
    with writing() as connection:
        row = rows.class_row(connection, code, lock=True)
        rows.check_host(row, secret)
        rows.check_lives(rows.state_of(row, rows.at_of(connection, now)))
        of_step = (ANSWERS.c.code == code) & (ANSWERS.c.step == step) & (ANSWERS.c.round == round_)
        gone = connection.execute(delete(ANSWERS).where(of_step)).rowcount
        connection.execute(update(CLASSES).where(CLASSES.c.code == code).values(version=row.version + 1))
        rows.notify(connection, code)
    _tell(code)
    return gone


def end_class(code: str, secret: str, now: float | None = None) -> None:
    """No more answers. The tally can be exported until 24 hours after the class was opened."""
    with writing() as connection:
        row = rows.class_row(connection, code, lock=True)
        rows.check_host(row, secret)
        if row.ended_at is None:
            ended = {"ended_at": rows.at_of(connection, now), "version": row.version + 1}
            connection.execute(update(CLASSES).where(CLASSES.c.code == code).values(**ended))
            rows.notify(connection, code)
    _tell(code)


def sweep(now: float | None = None) -> None:
    """Delete the answers of every class that is 24 hours old, and what is left of those a week old."""
    with writing() as connection:
        rows.sweep_old(connection, now)


# The phones --------------------------------------------------------------------------------------------------------------


def answer(
    code: str, participant: str, step: str, round_: int, value: object, *, turn: int = 0, now: float | None = None
) -> Stored:
    """Store one answer. Raises ClassFault: unknown, ended, full, step, range, closed."""
    done = answers([Sent(code, participant, step, round_, value, turn)], now)[0]
    if isinstance(done, ClassFault):
        raise done
    return done


def answers(sent: Sequence[Sent], now: float | None = None) -> list[Stored | ClassFault]:
    """Store many answers in one transaction; for each in its order what is stored, or what is wrong with it."""
    with writing() as connection:
        at = rows.at_of(connection, now)
        batch = Batch(connection, sent, at)
        results: list[Stored | ClassFault] = []
        for one in sent:
            try:
                results.append(batch.take(one))
            except ClassFault as fault:
                results.append(fault)
        batch.write()
    return results


def join(code: str, participant: str, *, more_time: bool = False, now: float | None = None) -> None:
    """Take a seat, and ask for more time where wanted. Raises ClassFault: unknown, ended, full."""
    with writing() as connection:
        batch = Batch(connection, [Sent(code, participant, "", 1, None)], rows.at_of(connection, now))
        batch.sit(code, participant)
        batch.write()
        if more_time:
            mine = (SEATS.c.code == code) & (SEATS.c.participant == participant)
            connection.execute(update(SEATS).where(mine).values(more_time=True))


def mine(code: str, participant: str) -> Mine:
    """What is one participant's own."""
    with reading() as connection:
        own = (ANSWERS.c.code == code) & (ANSWERS.c.participant == participant)
        found = connection.execute(select(ANSWERS).where(own)).all()
        seat = (SEATS.c.code == code) & (SEATS.c.participant == participant)
        more = connection.execute(select(SEATS.c.more_time).where(seat)).scalar()
        full = more is None and rows.seats_taken(connection, code) >= faults.MOST_PHONES
    return Mine({(row.step, row.round): Stored(json.loads(row.value), row.turn) for row in found}, bool(more), full)


# Looks -------------------------------------------------------------------------------------------------------------------


def state(code: str, now: float | None = None) -> State:
    """Where a class is. Raises ClassFault("unknown")."""
    with reading() as connection:
        return rows.state_of(rows.class_row(connection, code), rows.at_of(connection, now))


def plan(code: str) -> Plan:
    """The lesson of a class, as it was when it was opened."""
    with reading() as connection:
        return rows.lesson_of(rows.class_row(connection, code))


def counts(code: str, now: float | None = None) -> Counts:
    """How many phones there are and have answered; no word of what."""
    with reading() as connection:
        row, at = rows.class_row(connection, code), rows.at_of(connection, now)
        fresh = (PRESENCE.c.code == code) & (PRESENCE.c.at > at - FRESH_SECONDS)
        of_class = ANSWERS.c.code == code
        of_step = of_class & (ANSWERS.c.step == row.step) & (ANSWERS.c.round == row.round)
        seats = SEATS.c.code == code
        asked = (
            select(func.coalesce(func.sum(PRESENCE.c.phones), 0)).where(fresh),
            select(func.count()).select_from(SEATS).where(seats),
            select(func.count()).select_from(ANSWERS).where(of_step),
            select(func.count()).select_from(ANSWERS).where(of_class),
            select(func.count()).select_from(SEATS).where(seats & SEATS.c.more_time),
        )
        return Counts(*(int(connection.execute(query).scalar_one()) for query in asked))


def present(code: str, process: str, phones: int, now: float | None = None) -> None:
    """How many phones follow a class by a process of the server."""
    with writing() as connection:
        at = rows.at_of(connection, now)
        made = rows.upserting(PRESENCE).values(code=code, process=process, phones=phones, at=at)
        connection.execute(
            made.on_conflict_do_update(index_elements=["code", "process"], set_={"phones": phones, "at": at})
        )


def _tell(code: str) -> None:
    for heard in list(MOVED):
        heard(code)
