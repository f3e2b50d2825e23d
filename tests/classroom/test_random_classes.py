"""Random orders of open, answer, close, show, reset and restart, against a model of a few lines.

No acknowledged answer is lost, none is counted twice, nothing is shown early.
"""

import os
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from classroom import database, store
from classroom.faults import ClassFault
from classroom.tally import shown_tally, tally
from tests.classroom.lesson import CHOICE, LESSON

STEPS = ("more", "share")
VALUES = {"more": tuple(CHOICE.options), "share": (0.0, 12.5, 60.0)}
WRONG = {"more": "bread", "share": 61}
phones = st.sampled_from(("p1", "p2", "p3"))
steps = st.sampled_from(STEPS)
rounds = st.sampled_from((1, 2))
phases = st.sampled_from(("waiting", "open", "closed", "shown"))


class AnyClass(RuleBasedStateMachine):
    """The class in the database, and beside it what it must hold."""

    @initialize()
    def begin(self) -> None:
        """A new database and a class."""
        self.folder = tempfile.TemporaryDirectory()
        os.environ["CLASSROOM_DB"] = str(Path(self.folder.name) / "classroom.db")
        os.environ.pop("DATABASE_URL", None)
        database.forget()
        self.opened = store.open_class(LESSON)
        self.model: dict[tuple, tuple] = {}  # phone, step, round → value, turn
        self.at = ("", 1, "waiting")
        self.ended = False

    @rule(step=steps, round_=rounds, phase=phases)
    def goes(self, step, round_, phase) -> None:
        """The teacher moves."""
        try:
            store.go(self.opened.code, self.opened.host_secret, step, round_, phase)
            assert not self.ended
            self.at = (step, round_, phase)
        except ClassFault as fault:
            assert self.ended and fault.kind == "ended"

    @rule(phone=phones, step=steps, round_=rounds, which=st.integers(0, 2), turn=st.integers(0, 3), twice=st.booleans())
    def answers(self, phone, step, round_, which, turn, twice) -> None:
        """A phone sends, perhaps twice; what is acknowledged is in the model."""
        value = VALUES[step][which]
        for _ in range(1 + twice):
            try:
                kept = store.answer(self.opened.code, phone, step, round_, value, turn=turn)
                again = self.model.get((phone, step, round_)) == (value, turn)
                assert not self.ended and (again or self.at == (step, round_, "open"))
                before = self.model.get((phone, step, round_), (value, -1))
                self.model[phone, step, round_] = (value, turn) if turn >= before[1] else before
                assert (kept.value, kept.turn) == self.model[phone, step, round_]
            except ClassFault as fault:
                assert fault.kind == ("ended" if self.ended else "closed")
                assert self.ended or self.at != (step, round_, "open")

    @rule(phone=phones, step=steps)
    def answers_nonsense(self, phone, step) -> None:
        """A phone sends what is out of range."""
        try:
            store.answer(self.opened.code, phone, step, 1, WRONG[step])
            raise AssertionError("it was taken")
        except ClassFault as fault:
            assert fault.kind in ("range", "closed", "ended")

    @rule(seconds=st.sampled_from((60, 300)))
    def gives_time(self, seconds) -> None:
        """The teacher gives the open question a time, which changes nothing that is stored."""
        try:
            left = store.add_time(self.opened.code, self.opened.host_secret, seconds).left()
            assert self.at[2] == "open" and not self.ended and left is not None and left > seconds - 1
        except ClassFault as fault:
            assert fault.kind == ("ended" if self.ended else "closed") and (self.ended or self.at[2] != "open")

    @rule(step=steps, round_=rounds)
    def resets(self, step, round_) -> None:
        """The teacher empties a round."""
        if self.ended:
            return
        gone = [key for key in self.model if key[1:] == (step, round_)]
        assert store.reset(self.opened.code, self.opened.host_secret, step, round_) == len(gone)
        for key in gone:
            del self.model[key]

    @rule()
    def restarts(self) -> None:
        """Another process comes up on the same file."""
        database.forget()

    @rule(really=st.integers(0, 5))
    def ends(self, really) -> None:
        """Now and then the teacher ends the class."""
        if really == 0:
            store.end_class(self.opened.code, self.opened.host_secret)
            self.ended = True

    @invariant()
    def holds(self) -> None:
        """Every tally is the model's, and the phones see one in the phase "shown" alone."""
        for step in STEPS:
            for round_ in (1, 2):
                expected = [value for key, (value, _) in self.model.items() if key[1:] == (step, round_)]
                assert Counter(tally(self.opened.code, step, round_).values) == Counter(expected)
        assert store.counts(self.opened.code).stored == len(self.model)
        seen = shown_tally(self.opened.code)[1]
        assert (seen is not None) == (self.at[2] == "shown" and not self.ended)

    def teardown(self) -> None:
        """Nothing stays."""
        database.forget()
        os.environ.pop("CLASSROOM_DB", None)
        self.folder.cleanup()


TestAnyClass = AnyClass.TestCase
TestAnyClass.settings = settings(stateful_step_count=25, deadline=None)
