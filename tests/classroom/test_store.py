"""Classes and answers in the database: who may do what, what is counted, and what is told where something is wrong."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert

from classroom import codes, database, faults, limits, store
from classroom.faults import ClassFault
from classroom.rows import LIFE_SECONDS, REMEMBERED_SECONDS, Sent
from classroom.sweeping import sweeping
from classroom.tables import ANSWERS, METADATA
from classroom.tally import export_csv, export_key, shown_tally, tally
from tests.classroom.lesson import GOOD, LESSON, asked, fault_of, opened_at
from tests.loops import apart


def test_the_form_of_the_database_is_the_declared_one(opened):
    """What the migrations made is what the tables say."""
    with database.engine().connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_two_processes_may_begin_at_once(file):
    """Each makes the database where there is none; both come up, and it is made once."""
    program = "from classroom import store; store.sweep(); print('ready')"
    running = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [one.communicate(timeout=60)[0].strip() for one in running] == ["ready"] * 3


def test_a_code_has_no_sign_that_looks_like_another():
    """Typed with small letters and blanks it is the same; what can be no code is none."""
    assert not set("01258ILOSUVZ") & set(codes.ALPHABET)
    code = codes.new_code()
    assert codes.read_code(f" {code[:3].lower()} {code[3:]}") == code
    assert [codes.read_code(text) for text in ("", "CDFGH", "CDFGHJK", "CDFGHO", "C" * 9000)] == [""] * 5


@pytest.mark.parametrize("step", GOOD)
def test_an_answer_comes_back_as_it_was_given(opened, step):
    """Of each kind, to the one who gave it and in the tally."""
    asked(opened, step)
    assert store.answer(opened.code, "p1", step, 1, GOOD[step]).value == GOOD[step]
    assert store.mine(opened.code, "p1").answers[step, 1].value == GOOD[step]
    found = tally(opened.code, step)
    assert (found.n, found.values) == (1, (GOOD[step],))


@pytest.mark.parametrize(
    ("step", "value", "told"),
    [
        ("more", "bread", "Choose one of these: Spinach, White <rice>, Neither."),
        ("more", ["spinach"], "Choose one of these"),
        ("share", "61", "61 is out of range. Allowed: a number from 0 to 60%."),
        ("share", "abc", "“abc” is not a number"),
        ("share", "nan", "is not a number"),
        ("share", None, "is not a number"),
        ("sort", ["a", "a", "b"], "Each of these has one place: Almonds, Beans, Cheese."),
        ("sort", "abc", "Each of these has one place"),
        ("sort", [["a"], ["b"], ["c"]], "Each of these has one place"),
        ("curve", [1, 2, 3], "The curve has 5 points; 3 came."),
        ("curve", [1, 2, 3, 4, 41], "Highest: a number from 0 to 40%"),
    ],
)
def test_an_answer_out_of_range_says_what_is_allowed(opened, step, value, told):
    """And is not stored."""
    asked(opened, step)
    fault = fault_of(store.answer, opened.code, "p1", step, 1, value)
    assert fault.kind == "range" and told in fault.words
    assert tally(opened.code, step).n == 0


def test_a_number_may_be_written_as_people_write_it(opened):
    """With a comma too."""
    asked(opened, "share")
    assert store.answer(opened.code, "p1", "share", 1, "12,5").value == 12.5


def test_one_answer_each_whatever_comes_twice(opened):
    """The same again, another one, and a late copy of an older one."""
    asked(opened)
    for value, turn in (("rice", 1), ("rice", 1), ("spinach", 2)):
        assert store.answer(opened.code, "p1", "more", 1, value, turn=turn).value == value
    late = store.answer(opened.code, "p1", "more", 1, "rice", turn=1)
    assert (late.value, late.turn) == ("spinach", 2)
    assert tally(opened.code, "more").counts == {"spinach": 1, "rice": 0, "none": 0}


def test_rounds_stand_beside_each_other(opened):
    """The second leaves the first as it was."""
    asked(opened)
    store.answer(opened.code, "p1", "more", 1, "rice")
    asked(opened, round_=2)
    store.answer(opened.code, "p1", "more", 2, "spinach")
    assert tally(opened.code, "more", 1).counts["rice"] == tally(opened.code, "more", 2).counts["spinach"] == 1
    assert fault_of(store.answer, opened.code, "p1", "more", 1, "none").kind == "closed"


@pytest.mark.parametrize("phase", ["waiting", "closed", "shown"])
def test_what_is_not_open_takes_no_answer(opened, phase):
    """And says so."""
    store.go(opened.code, opened.host_secret, "more", 1, phase)
    assert fault_of(store.answer, opened.code, "p1", "more", 1, "rice").kind == "closed"


def test_a_batch_tells_each_what_became_of_it(opened):
    """One transaction: a good one, one out of range, one of no class, and the good one again."""
    asked(opened)
    good = Sent(opened.code, "p1", "more", 1, "rice", 1)
    bad, lost = Sent(opened.code, "p2", "more", 1, "bread"), Sent("CCCCCC", "p3", "more", 1, "rice")
    done = store.answers([good, bad, lost, good])
    assert [one.kind if isinstance(one, ClassFault) else one.value for one in done] == [
        "rice",
        "range",
        "unknown",
        "rice",
    ]
    assert tally(opened.code, "more").n == 1


def test_the_class_is_led_by_the_secret_or_the_recovery_words_alone(opened):
    """The code is no right; the words are forgiven capitals and commas; guessing them is made slow."""
    other = store.open_class(LESSON)
    for wrong in ("", opened.code, other.host_secret, other.recovery_words):
        limits.TRIES_OF_CODE.left.clear()
        assert fault_of(store.host, opened.code, wrong).kind == "host"
        assert fault_of(store.go, opened.code, wrong, "more", 1, "open").kind == "host"
        assert fault_of(export_csv, opened.code, wrong).kind == "host"
    kinds = [fault_of(store.host, opened.code, "guess guess guess guess").kind for _ in range(12)]
    assert kinds[-1] == "fast" and "fast" not in kinds[:5]
    assert store.host(opened.code, opened.host_secret).code == opened.code


def test_recovery_words_give_another_browser_the_right(opened):
    """And take it from the one that was lost, with its link to the answers."""
    lost = export_key(opened.code, opened.host_secret)
    assert export_csv(opened.code, lost)
    fresh = store.new_secret(opened.code, opened.recovery_words.upper().replace(" ", ", "))
    assert store.go(opened.code, fresh, "more", 1, "open").phase == "open"
    assert fault_of(export_csv, opened.code, lost).kind == "host"
    assert fault_of(store.go, opened.code, opened.host_secret, "more").kind == "host"


def test_no_secret_stands_in_the_database(opened, file):
    """Neither secret, words nor a phone's token as they were given."""
    asked(opened)
    token = codes.new_token()
    store.answer(opened.code, codes.participant(opened.code, token), "more", 1, "rice")
    database.forget()
    content = b"".join(one.read_bytes() for one in file.parent.iterdir())
    for said in (opened.host_secret, opened.recovery_words, token):
        assert said.encode() not in content


def test_a_second_presenter_is_told_that_the_class_has_moved(opened):
    """With the version each window shows; the first one to move moves."""
    shown = store.state(opened.code).version
    asked(opened, seen=shown)
    fault = fault_of(store.go, opened.code, opened.host_secret, "share", 1, "open", seen=shown)
    assert fault.kind == "moved" and "to step “more”, round 1" in fault.words
    assert store.state(opened.code).step == "more"


@pytest.mark.parametrize(
    ("step", "round_", "phase"),
    [("zebra", 1, "open"), ("talk", 1, "open"), ("more", 0, "open"), ("", 1, "open"), ("more", 1, "x")],
)
def test_a_class_goes_nowhere_that_its_lesson_has_not(opened, step, round_, phase):
    """Steps that ask nothing cannot be open."""
    assert fault_of(store.go, opened.code, opened.host_secret, step, round_, phase).kind == "step"


def test_nothing_of_the_tally_comes_out_before_it_is_shown(opened):
    """In no phase but "shown", and not any more when the next round begins."""
    asked(opened)
    store.answer(opened.code, "p1", "more", 1, "rice")
    for phase in ("waiting", "open", "closed"):
        store.go(opened.code, opened.host_secret, "more", 1, phase)
        assert shown_tally(opened.code)[1] is None
    store.go(opened.code, opened.host_secret, "more", 1, "shown")
    assert shown_tally(opened.code)[1].counts["rice"] == 1
    asked(opened, round_=2)
    assert shown_tally(opened.code)[1] is None


def test_a_full_class_says_so_and_those_seated_go_on(opened, monkeypatch):
    """The last seat is given once, also in one batch."""
    monkeypatch.setattr(faults, "MOST_PHONES", 2)
    asked(opened)
    store.join(opened.code, "p1")
    done = store.answers([Sent(opened.code, f"p{n}", "more", 1, "rice") for n in (2, 3, 1)])
    assert [getattr(one, "kind", "stored") for one in done] == ["stored", "full", "stored"]
    assert fault_of(store.join, opened.code, "p4").kind == "full"


def test_an_ended_class_takes_nothing_and_can_be_exported(opened):
    """Until it is a day old; then its answers are gone; after a week so is its code."""
    asked(opened)
    store.answer(opened.code, "p1", "more", 1, "rice")
    store.end_class(opened.code, opened.host_secret)
    assert store.state(opened.code).ended
    for call in (
        lambda: store.answer(opened.code, "p1", "more", 1, "none"),
        lambda: store.join(opened.code, "p9"),
        lambda: asked(opened),
    ):
        assert fault_of(call).kind == "ended"
    assert b"White <rice>,1" in export_csv(opened.code, export_key(opened.code, opened.host_secret))
    start = opened_at(opened)
    store.sweep(start + LIFE_SECONDS - 1)
    assert tally(opened.code, "more").n == 1
    store.sweep(start + LIFE_SECONDS)
    assert tally(opened.code, "more").n == 0 and store.counts(opened.code).seats == 0
    store.sweep(start + REMEMBERED_SECONDS)
    assert fault_of(store.state, opened.code).kind == "unknown"


def test_old_answers_go_while_the_server_runs_and_no_database_is_made_for_it(file, monkeypatch):
    """Without another class being opened."""

    async def running() -> None:
        async with sweeping():
            await asyncio.sleep(0.3)

    apart(asyncio.run, running())
    assert not file.exists()
    code = store.open_class(LESSON, now=time.time() - LIFE_SECONDS).code
    store.present(code, "one", 1)
    with database.writing() as connection:
        connection.execute(
            insert(ANSWERS).values(code=code, participant="p", step="more", round=1, value="1", turn=1, at=0)
        )
    apart(asyncio.run, running())
    assert store.counts(code).stored == 0


def test_a_class_forgotten_open_ends_by_itself(opened):
    """After a day nothing is taken, swept or not."""
    asked(opened)
    late = opened_at(opened) + LIFE_SECONDS
    assert store.state(opened.code, late).ended
    assert fault_of(store.answer, opened.code, "p1", "more", 1, "rice", now=late).kind == "ended"


def test_a_reset_empties_one_round_of_one_question(opened):
    """And no other."""
    asked(opened)
    store.answer(opened.code, "p1", "more", 1, "rice")
    asked(opened, "share")
    store.answer(opened.code, "p1", "share", 1, 10)
    assert store.reset(opened.code, opened.host_secret, "more", 1) == 1
    assert (tally(opened.code, "more").n, tally(opened.code, "share").n) == (0, 1)


def test_counts_tell_phones_and_answers(opened):
    """Of every process that was heard lately."""
    asked(opened)
    store.answer(opened.code, "p1", "more", 1, "rice")
    store.join(opened.code, "p2")
    for process, phones in (("one", 2), ("two", 5), ("one", 3)):
        store.present(opened.code, process, phones)
    store.present(opened.code, "gone", 100, now=opened_at(opened) - 60)
    asked(opened, "share")
    assert store.counts(opened.code) == store.Counts(connected=8, seats=2, answered=0, stored=1, more_time=0)


@pytest.fixture
def held(file) -> Iterator[sqlite3.Connection]:
    """A stranger who can keep the database for themselves."""
    connection = sqlite3.connect(file, isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.faults
def test_a_database_that_does_not_answer_is_told_and_comes_back(opened, held, monkeypatch):
    """The answer is not acknowledged meanwhile, and is stored when it is sent again."""
    asked(opened)
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.1)
    database.forget()
    held.execute("BEGIN EXCLUSIVE")
    assert fault_of(store.answer, opened.code, "p1", "more", 1, "rice").kind == "away"
    held.execute("ROLLBACK")
    assert store.answer(opened.code, "p1", "more", 1, "rice").value == "rice"


@pytest.mark.faults
def test_a_database_that_was_removed_is_made_anew(opened, file):
    """The class is gone with it, and the next can begin."""
    database.engine().dispose()
    for one in file.parent.iterdir():
        one.unlink()
    assert fault_of(store.state, opened.code).kind in ("away", "unknown")
    assert store.open_class(LESSON).code


def test_many_threads_at_once_lose_nothing(opened):
    """Forty phones by eight threads, while the question is closed in the middle: what was acknowledged is there."""
    asked(opened, "share")
    acknowledged: list[int] = []

    def sends(first: int) -> None:
        for phone in range(first, 40, 8):
            try:
                store.answer(opened.code, f"p{phone}", "share", 1, phone)
                acknowledged.append(phone)
            except ClassFault as fault:
                assert fault.kind == "closed"

    threads = [threading.Thread(target=sends, args=(first,)) for first in range(8)]
    for thread in threads:
        thread.start()
    store.go(opened.code, opened.host_secret, "share", 1, "closed")
    for thread in threads:
        thread.join()
    assert sorted(tally(opened.code, "share").values) == sorted(acknowledged)
