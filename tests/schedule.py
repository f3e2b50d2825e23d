"""Which test runs where and when, if several processes share the work: `pytest -n 2`.

Tests that share what is slow to make (raw files read, pages' figures built) stay together in one process; those in the
browser and those with a process of their own share nothing and fill up whoever is free. The longest begin first.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

try:
    from xdist.scheduler import LoadScopeScheduling
except ImportError:  # without pytest-xdist one process runs everything
    LoadScopeScheduling = object

TOGETHER = "tests/pipeline/"  # read the same raw files, several seconds each time
ALONE = ("tests/browser/", "tests/test_bad_data.py")
FIRST = (TOGETHER, "tests/test_bad_data.py", "tests/browser/test_every_page.py", "tests/browser/", "tests/pages/")


def scope_of(nodeid: str) -> str:
    """What must run in one process with this test: itself alone, its file, or its folder."""
    if nodeid.startswith(TOGETHER):
        return TOGETHER
    return nodeid if nodeid.startswith(ALONE) else nodeid.partition("::")[0]


def rank(nodeid: str) -> int:
    """The turn of a test: those that take longest have the lowest."""
    return next((turn for turn, start in enumerate(FIRST) if nodeid.startswith(start)), len(FIRST))


class LongestFirst(LoadScopeScheduling):
    """Hands out one scope after the other, in order, to whoever has next to nothing left."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)


class Schedule:
    """The plugin."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """In the order they will be handed out; within a turn as they were found."""
        items.sort(key=lambda item: rank(item.nodeid))

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Callable) -> LongestFirst:
        """In place of pytest-xdist's own, which hands out runs of neighbors and so gives one process all of the browser."""
        config.option.loadscopereorder = False
        return LongestFirst(config, log)
