"""Answers that are stored in one transaction: what is known of their classes and phones is read once, and written once.

The rows of the classes are locked from the reading to the end of the transaction, so nothing that was read can have changed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from classroom import faults, rows
from classroom.rows import Sent, Stored
from classroom.tables import ANSWERS, SEATS

Key = tuple[str, str, str, int]
KEY = ("code", "participant", "step", "round")


class Batch:
    """Takes answers and seats one after the other, and writes all of them at the end."""

    def __init__(self, connection: Connection, sent: Sequence[Sent], at: float):
        self.connection, self.at = connection, at
        self.classes = rows.locked(connection, {one.code for one in sent}, at)
        people = {one.participant for one in sent}
        self.seats = self._seats(people)
        self.kept = self._kept(people, {one.step for one in sent})
        self.taken: dict[str, int] = {}
        self.new_seats: list[dict[str, object]] = []
        self.changed: dict[Key, dict[str, object]] = {}

    def _seats(self, people: set[str]) -> dict[tuple[str, str], bool]:
        """By class and participant with a seat, whether they have more time."""
        wanted = SEATS.c.code.in_(list(self.classes)) & SEATS.c.participant.in_(list(people))
        found = self.connection.execute(select(SEATS).where(wanted)).all()
        return {(row.code, row.participant): row.more_time for row in found}

    def _kept(self, people: set[str], steps: set[str]) -> dict[Key, Stored]:
        """What these participants have answered already."""
        wanted = ANSWERS.c.code.in_(list(self.classes)) & ANSWERS.c.participant.in_(list(people))
        found = self.connection.execute(select(ANSWERS).where(wanted & ANSWERS.c.step.in_(list(steps)))).all()
        return {
            (row.code, row.participant, row.step, row.round): Stored(json.loads(row.value), row.turn) for row in found
        }

    def sit(self, code: str, participant: str) -> bool:
        """A seat for whoever has none; whether they have more time. Raises ClassFault: unknown, ended, full."""
        if code not in self.classes:
            raise faults.unknown(code)
        rows.check_lives(self.classes[code][1])
        if (code, participant) not in self.seats:
            taken = self.taken.setdefault(code, rows.seats_taken(self.connection, code))
            if taken >= faults.MOST_PHONES:
                raise faults.full()
            self.taken[code] += 1
            self.seats[code, participant] = False
            self.new_seats.append({"code": code, "participant": participant, "joined_at": self.at, "more_time": False})
        return self.seats[code, participant]

    def take(self, one: Sent) -> Stored:
        """What is stored after this answer: it, or the newer one that was there. Raises ClassFault."""
        more_time = self.sit(one.code, one.participant)
        lesson, state = self.classes[one.code]
        if lesson is None:
            raise faults.away()
        question = lesson.question(one.step)
        if question is None:
            raise faults.no_step(one.step)
        value = question.checked(one.value)
        key = (one.code, one.participant, one.step, one.round)
        before = self.kept.get(key)
        if before == Stored(value, one.turn):  # sent again by a phone that did not hear that it was stored
            return before
        if not state.takes(one.step, one.round, more_time):
            raise faults.closed()
        if before is None or one.turn >= before.turn:
            self.kept[key] = Stored(value, one.turn)
            own = {"value": json.dumps(value), "turn": one.turn, "at": self.at}
            self.changed[key] = dict(zip(KEY, key, strict=True)) | own
        return self.kept[key]

    def write(self) -> None:
        """Seats and answers; one answer a key, the newest."""
        if self.new_seats:
            self.connection.execute(insert(SEATS), self.new_seats)
        if self.changed:
            made = rows.upserting(ANSWERS)
            newer = {name: made.excluded[name] for name in ("value", "turn", "at")}
            upsert = made.on_conflict_do_update(index_elements=list(KEY), set_=newer)
            self.connection.execute(upsert, list(self.changed.values()))
