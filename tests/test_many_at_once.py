"""The load test at its smallest: readers and a class behind HAProxy, one server killed, both restarted in turn."""

import argparse

import pytest

from bench.load import faults_of, measured
from tests.haproxy import MISSING, find_haproxy
from tests.loops import apart

SOUND = {
    "session_faults": 0,
    "other_view": 0,
    "answers_lost": 0,
    "answers_too_many": 0,
    "others_hurt": 0,
    "rolling_loads_failed": 0,
    "answers_acknowledged": 200,
    "phones": 200,
    "own_back_s_max": 9.9,
    "memory_flat": True,
    "memory_growth_after_all_came_mb": [0],
}


@pytest.mark.slow
def test_a_killed_server_and_a_rolling_restart_hurt_nobody_else(monkeypatch):
    """No answer lost, nobody else's session broken, the killed server's own back on the same view, no page that did not load.

    Without HAProxy this fails, it is not skipped.
    """
    if find_haproxy() is None:
        pytest.fail(MISSING, pytrace=False)
    for name in ("DATABASE_URL", "DRAIN_SECONDS"):
        monkeypatch.setenv(name, "")  # put back at the end
    options = argparse.Namespace(sessions=8, phones=8, replicas=2, seconds=12.0)
    found = apart(measured, options)
    assert faults_of(found) == []
    assert found["own_sessions"] and found["rolling_page_loads"] and found["reruns"], found
    assert found["memory_rss_mb_peak"] >= found["memory_rss_mb_start"] > 50 and found["thread_count_max"] > 1


@pytest.mark.parametrize(
    "name, value",
    [
        *((name, 1) for name in SOUND if SOUND[name] == 0),
        *(("answers_acknowledged", 199), ("own_back_s_max", 10.1), ("memory_flat", False)),
    ],
)
def test_each_fault_is_told(name, value):
    """A run that shows one of them fails, and says which."""
    assert faults_of(SOUND) == []
    (told,) = faults_of(SOUND | {name: value})
    assert str(value) in told or name == "memory_flat"
