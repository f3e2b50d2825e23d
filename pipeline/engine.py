"""Run one function on many tasks at once: on the cores of this machine (joblib), or on a Dask cluster named by address.

Results come back in the order of the tasks, and each task is computed by itself, so the engine changes no byte of them.
What the tasks need travels with the function: a cluster's workers need neither the raw files nor a common disk.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from joblib import Parallel, delayed
from threadpoolctl import threadpool_limits

Task = TypeVar("Task")
Result = TypeVar("Result")


class EngineError(ValueError):
    """A cluster that cannot be used; the message names its address and what to do."""


def run_tasks(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, label: str, scheduler: str = "", workers: int = -1
) -> list[Result]:
    """`work` of every task, in order, with progress on standard error.

    `scheduler` is the address of a Dask scheduler ("tcp://host:8786"); without one, `workers` processes here (-1: a core
    each). Raises EngineError where the scheduler cannot be reached.
    """
    results = _on_cluster(work, tasks, scheduler) if scheduler else _here(work, tasks, workers)
    return list(_with_progress(results, len(tasks), label))


def _alone(work: Callable[[Task], Result], task: Task) -> Result:
    """One task on one core: the sums of several threads are added in another order each time."""
    with threadpool_limits(1):
        return work(task)


def _here(work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> Iterator[Result]:
    parallel = Parallel(n_jobs=workers, return_as="generator")
    yield from parallel(delayed(_alone)(work, task) for task in tasks)


def _on_cluster(work: Callable[[Task], Result], tasks: Sequence[Task], scheduler: str) -> Iterator[Result]:
    try:
        from distributed import Client
    except ImportError as missing:
        raise EngineError(
            f"scheduler '{scheduler}': needs Dask; run `python -m pip install -r requirements-cluster.txt`"
        ) from missing
    try:
        client = Client(scheduler, timeout="20s")
    except (OSError, TimeoutError, ValueError) as problem:
        raise EngineError(
            f"scheduler '{scheduler}': cannot be reached ({problem}); expected the address that `dask scheduler` prints, "
            "such as tcp://127.0.0.1:8786"
        ) from problem
    with client:
        shared: Any = client.scatter(work, broadcast=True, hash=False)  # once to each worker, not with every task
        for future in client.map(lambda task, work: _alone(work, task), tasks, work=shared, pure=False):
            yield future.result()


def _with_progress(results: Iterable[Result], total: int, label: str) -> Iterator[Result]:
    start = time.monotonic()
    for done, result in enumerate(results, start=1):
        left = (time.monotonic() - start) / done * (total - done)
        end = "\n" if done == total else ""
        print(f"\r\033[K{label}: {done} of {total}, {left:.0f} s left", end=end, file=sys.stderr, flush=True)
        yield result
