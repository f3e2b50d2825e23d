"""What so many readers need is computed from what one process takes."""

from bench.capacity import Measured, need

ONE = Measured(action_ms=30, load_ms=60, process_mb=512, session_kb=512, actions=100, sessions=10)


def test_cores_processes_and_memory_follow_from_one_process():
    """By hand: 1,000 readers act 100 times a second, 3 cores, and load 3.33 pages a second, 0.2; 3.2 / 0.6 is 5.33."""
    told = need(1_000, ONE, every=10)
    assert (told.actions_s, told.cores, told.processes) == (100.0, 3.2, 6)
    assert told.memory_gb == round(6 * 0.5 + 1_000 / 2048, 1)


def test_ten_times_the_readers_need_ten_times_the_work():
    """And half of it where they act half as often, loads aside; nobody needs one process all the same."""
    assert need(10_000, ONE, every=10).cores == 10 * need(1_000, ONE, every=10).cores
    assert need(1_000, ONE, every=20).cores == 1.7
    assert need(1, ONE, every=10).processes == 1
