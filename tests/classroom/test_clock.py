"""The time that a question has: by the server's clock, ten times as long for whoever asks, and more of it at any moment."""

from classroom import store
from classroom.tally import tally
from tests.classroom.lesson import asked, fault_of, opened_at


def test_a_clock_closes_a_question_and_ten_times_as_late_for_whoever_asks(opened):
    """By the server's clock alone: what a phone's clock says does not matter."""
    asked(opened, seconds=30, now=opened_at(opened))
    start = opened_at(opened)
    store.join(opened.code, "slow", more_time=True, now=start)
    assert store.state(opened.code, start + 10).left() == 20
    store.answer(opened.code, "quick", "more", 1, "rice", now=start + 29)
    assert fault_of(store.answer, opened.code, "quick", "more", 1, "none", now=start + 31).kind == "closed"
    store.answer(opened.code, "slow", "more", 1, "none", now=start + 299)
    assert fault_of(store.answer, opened.code, "slow", "more", 1, "rice", now=start + 301).kind == "closed"
    assert store.counts(opened.code).more_time == 1


def test_time_is_added_to_a_question_and_nothing_that_is_stored_is_lost(opened):
    """From now on where the clock ran out or there was none; to the rest of it where it runs; never to a closed one."""
    start = opened_at(opened)
    code, secret = opened.code, opened.host_secret
    first = asked(opened, now=start)
    assert store.add_time(code, secret, 60, seen=first.version, now=start + 100).left() == 60
    assert store.add_time(code, secret, 60, now=start + 130).left() == 90
    store.answer(code, "quick", "more", 1, "rice", turn=1, now=start + 140)
    assert fault_of(store.answer, code, "late", "more", 1, "rice", now=start + 230).kind == "closed"
    assert store.answer(code, "quick", "more", 1, "rice", turn=1, now=start + 230).value == "rice"  # sent again
    assert store.add_time(code, secret, 30, now=start + 230).left() == 30
    store.answer(code, "late", "more", 1, "none", now=start + 250)
    assert tally(code, "more").n == 2
    assert fault_of(store.add_time, code, secret, 30, seen=first.version).kind == "moved"
    assert fault_of(store.add_time, code, "nobody", 30).kind == "host"
    store.go(code, secret, "more", 1, "closed")
    assert fault_of(store.add_time, code, secret, 30).kind == "closed"
