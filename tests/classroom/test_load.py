"""The measurement of a class at a small size: servers killed in the middle of a vote, phones that come back."""

import argparse

import pytest

from bench.classroom import measured
from tests.loops import apart

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("replicas", [1, 2])
def test_a_server_killed_in_the_middle_of_a_vote_loses_no_acknowledged_answer(replicas, monkeypatch):
    """SIGKILL and a new start; every answer is stored once in the end, and 95% of the phones are back within ten seconds."""
    for name in ("DATABASE_URL", "CLASSROOM_DB"):
        monkeypatch.setenv(name, "")  # put back at the end
    options = argparse.Namespace(phones=20, seconds=2, burst=False, kill=True, alone=True, replicas=replicas)
    found = apart(measured, options)
    assert (found["answers_acknowledged"], found["answers_lost"], found["answers_too_many"]) == (20, 0, 0)
    assert found["answers_sent"] > 20, "nothing was on its way when the server was killed"
    assert found["back_s"] < 10
