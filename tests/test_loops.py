"""Tests start their event loops where one may run already, whatever the worker ran before."""

import ast
import asyncio
from pathlib import Path

import pytest

from tests.loops import apart
from tests.site_map import ROOT

FILES = sorted((ROOT / "tests").rglob("*.py"))
STARTS = {"asyncio.run", "asyncio.Runner", "anyio.run"}


def started_here(source: str) -> list[int]:
    """The lines that start a loop in the thread of the test."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if ast.unparse(call.func) in STARTS]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_test_starts_a_loop_in_its_own_thread(path: Path):
    """A browser's tests leave one running there; `asyncio.run` then refuses."""
    assert started_here(path.read_text("utf-8")) == [], "call apart(asyncio.run, ...) of tests.loops"


def test_the_rule_finds_a_loop_that_is_started():
    """And not one that is handed over."""
    assert started_here("x = 1\nasyncio.run(whole())\napart(asyncio.run, whole())") == [2]


def test_a_loop_starts_beside_one_that_runs():
    """What it returns is handed on, and what it raises."""

    async def seven() -> int:
        return 7

    async def fails() -> None:
        raise ValueError("told")

    async def beside() -> int:
        with pytest.raises(ValueError, match="told"):
            apart(asyncio.run, fails())
        return apart(asyncio.run, seven())

    assert apart(asyncio.run, beside()) == 7
