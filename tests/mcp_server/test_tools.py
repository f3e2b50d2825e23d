"""The tools by a real client: in memory, as a process over standard input and output, and over HTTP."""

import asyncio
import json
import sys
from collections.abc import Coroutine
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from mcp_server import http, tools
from tests.browser.server import serving
from tests.hostile import HOSTILE, UNSEEN
from tests.loops import apart
from tests.site_map import ROOT


def run(question: Coroutine[Any, Any, Any]) -> Any:
    """What is answered, in a thread of its own: in ours a browser's event loop may run, when its tests came before."""
    return apart(asyncio.run, question)


async def answered(target: Any, tool: str, /, **arguments: Any) -> dict:
    """What a tool answers to a client of `target`."""
    async with Client(target) as client:
        result = await client.call_tool(tool, arguments)
        assert not result.is_error, result
        return result.structured_content or json.loads(result.content[0].text)


def ask(tool: str, /, **arguments: Any) -> dict:
    """In memory."""
    return run(answered(tools.server(), tool, **arguments))


def test_a_question_is_answered_where_a_loop_runs_already():
    """As in a worker whose earlier tests drove a browser."""

    async def beside_a_browser() -> dict:
        return ask("food", name="xylophone")

    assert run(beside_a_browser())["empty"]


def test_six_tools_tell_what_they_are_for():
    """Names and descriptions."""

    async def listed() -> dict[str, str]:
        async with Client(tools.server()) as client:
            return {tool.name: tool.description for tool in (await client.list_tools()).tools}

    found = run(listed())
    assert set(found) == {"search", "list_exhibits", "get_exhibit", "prevalence", "food", "check_claim"}
    assert all(len(text) > 40 for text in found.values())


def test_a_prevalence_comes_with_interval_n_and_cautions():
    """And a withheld one with its reason, and no number."""
    told = ask("prevalence", outcome="neuropathy", where=["sex=female", "age=60-74", "diabetes=yes"])
    assert told["cautions"] and told["question"]["where"] == {"sex": ["female"], "age": ["60-74"], "diabetes": ["yes"]}
    hidden = [row for row in told["rows"] if not row["reliable"]]
    assert hidden and all(row["flag"] and row["prevalence"] is None for row in hidden)
    shown = ask("prevalence", outcome="neuropathy")["rows"]
    assert all(row["ci_low"] < row["prevalence"] < row["ci_high"] and row["n"] for row in shown)


def test_an_exhibit_comes_with_sources_and_cautions():
    """Its first rows, where there are many."""
    told = ask("get_exhibit", key="curve", choices={"sex": "female"})
    assert told["cautions"] and told["source"] and told["choices"]["sex"] == "female"
    many = ask("get_exhibit", key="claims")
    assert len(many["rows"]) == tools.MOST_ROWS < many["total_rows"]


def test_a_food_and_a_claim_are_found():
    """With source and verdict; nothing found is said."""
    almonds = ask("food", name="almonds raw", per="100g")
    assert almonds["rows"][0]["Food"] == "Almonds, raw" and "USDA" in almonds["source"]
    claim = ask("check_claim", words="cramps")
    assert claim["rows"] and any("Verdict" in column for column in claim["rows"][0])
    assert ask("food", name="xylophone")["empty"]


def test_a_wrong_question_is_answered_with_what_is_allowed():
    """No fault of ours."""
    assert "female" in ask("get_exhibit", key="curve", choices={"sex": "zebra"})["allowed"]
    assert "curve" in ask("get_exhibit", key="curv")["near"]
    assert "neuropathy" in ask("prevalence", outcome="gout")["allowed"]


def test_everything_is_listed_and_searched():
    """Exhibits with their choices; results with addresses."""
    assert len(ask("list_exhibits")["exhibits"]) > 60
    assert ask("search", words="doxycycline")["results"][0]["address"].startswith(tools.HOME)


@pytest.mark.slow
def test_it_runs_as_a_process():
    """As desktop assistants start it."""
    command = StdioServerParameters(command=sys.executable, args=["-m", "mcp_server"], cwd=str(ROOT))
    told = run(answered(stdio_client(command), "prevalence", outcome="neuropathy", by="none"))
    assert told["rows"][0]["n"] > 7000


@pytest.mark.slow
def test_over_http_it_is_off_until_it_is_switched_on(monkeypatch):
    """At /mcp of the dashboard's own server."""
    assert http.routes() == []
    with serving(MCP_HTTP="1") as url:
        told = run(answered(f"{url}/mcp", "food", name="almonds raw"))
        assert told["rows"]


HOSTILE_ARGUMENTS = [
    ("search", {"words": ""}),
    ("get_exhibit", {"key": ""}),
    ("get_exhibit", {"key": "food-bars", "choices": {"q": ""}}),
    ("prevalence", {"outcome": ""}),
    ("prevalence", {"outcome": "neuropathy", "where": [""]}),
    ("food", {"name": ""}),
    ("check_claim", {"words": ""}),
]
"""Each tool with an empty place for a text of a stranger."""


def filled(value: Any, text: str) -> Any:
    """The arguments with the text in every empty place."""
    if isinstance(value, dict):
        return {key: filled(one, text) for key, one in value.items()}
    return [filled(one, text) for one in value] if isinstance(value, list) else value or text


SOME = ("script", "formula", "turned around", "nothing", "template", "path", "number", "long")


@pytest.mark.parametrize("text", [*map(HOSTILE.__getitem__, SOME), "a\ud800"], ids=[*SOME, "half a character"])
def test_hostile_text_is_answered_or_refused_in_words(text):
    """No traceback, no fault of ours; also of half a character, which JSON can carry."""

    async def asked() -> list[str]:
        told = []
        async with Client(tools.server()) as client:
            for tool, arguments in HOSTILE_ARGUMENTS:
                result = await client.call_tool(tool, filled(arguments, text))
                told.append(" ".join(getattr(one, "text", "") for one in result.content))
        return told

    told = run(asked())
    assert all("Traceback" not in one and "fault of ours" not in one and "Error executing" not in one for one in told)
    assert all(told) and not set(UNSEEN) & set("".join(told))
