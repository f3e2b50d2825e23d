"""Several processes on one port: whichever answers, pages, files, a class and its phones are the same."""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import psutil
import pytest

from bench.readers import Reader
from classroom import database, store
from classroom.tally import export_key, tally
from tests.browser.server import serving
from tests.classroom.lesson import LESSON
from tests.loops import apart
from workers import COOKIE_SECRET, asked_for, configure, workers

BOTH = 2


def test_how_many():
    """A number, or as many as cores; anything else is refused in words."""
    assert (workers("1"), workers("64")) == (1, 64)
    assert 1 <= workers("auto") <= (os.cpu_count() or 1)
    for wrong in ("0", "65", "-1", "two", "", "1.5"):
        with pytest.raises(argparse.ArgumentTypeError, match="expected a number from 1 to 64, or auto"):
            workers(wrong)
    assert asked_for(["--server.port", "8600", "--workers", "3"]) == (3, ["--server.port", "8600"])


def test_settings_are_read_as_streamlit_reads_them(monkeypatch):
    """The options given stand before the environment, and that before the file."""
    from streamlit import config

    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "8601")
    monkeypatch.setenv(COOKIE_SECRET, "one for all")
    before = dict(config.get_config_options())
    try:
        configure([])
        assert config.get_option("server.port") == 8601 and config.get_option("server.address") == "localhost"
        assert config.get_option("server.cookieSecret") == "one for all"
        configure(["--server.port", "8602", "--server.address", "0.0.0.0"])
        assert (config.get_option("server.port"), config.get_option("server.address")) == (8602, "0.0.0.0")
    finally:
        monkeypatch.undo()
        config.get_config_options(force_reparse=True)
        assert set(config.get_config_options()) == set(before)


def processes(url: str) -> list[psutil.Process]:
    """Those that serve; their parent and what draws pictures are none of them."""
    port = int(url.rsplit(":", 1)[1])
    ours = (one for one in psutil.process_iter(["cmdline"]) if "workers" in (one.info["cmdline"] or ()))
    (parent,) = (one for one in ours if str(port) in one.info["cmdline"])
    return [one for one in parent.children() if any("spawn_main" in word for word in command(one))]


def command(one: psutil.Process) -> list[str]:
    """None of a process that is gone, or was killed and waits for its parent to notice."""
    try:
        return one.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return []


@contextmanager
def alone(one: psutil.Process, url: str) -> Iterator[None]:
    """Inside, only this one answers: all others stand still."""
    others = [other for other in processes(url) if other.pid != one.pid]
    assert others
    for other in others:
        other.suspend()
    try:
        yield
    finally:
        for other in others:
            other.resume()


@pytest.fixture(scope="module")
def url(tmp_path_factory) -> Iterator[str]:
    """Two processes, both up, and their database for this process too."""
    folder = tmp_path_factory.mktemp("workers")
    before = {name: os.environ.pop(name, None) for name in ("DATABASE_URL", "CLASSROOM_DB")}
    os.environ["CLASSROOM_DB"] = str(folder / "classroom.db")
    database.forget()
    log = folder / "log.txt"
    with serving(log=log, workers=BOTH, CLASSROOM_DB=os.environ["CLASSROOM_DB"]) as address:
        until(lambda: log.read_text().count("Application startup complete") == BOTH, 120)
        yield address
    assert "Traceback" not in log.read_text()
    assert "GET /" not in log.read_text(), "what readers ask for is written down"
    for name, value in before.items():
        os.environ.pop(name, None)
        os.environ.update({name: value} if value else {})
    database.forget()


def until(holds, seconds: float) -> None:
    """Waits for it, so long at most."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.slow
def test_files_and_pages_are_the_same_from_either(url):
    """Every kind of address, byte for byte."""
    paths = ["/foods", "/download/magnesium-table-foods.csv", "/datapackage.json", "/exhibits/food-bars.csv"]
    paths += ["/api/v1/tables/foods?size=2", "/app/static/icon.png", "/brief/low-magnesium.html", "/embed/food-bars"]
    told = []
    for one in processes(url):
        with alone(one, url), httpx.Client(base_url=url, timeout=60, trust_env=False) as asking:
            answers = [asking.get(path) for path in paths]
            assert [(path, answer.status_code) for path, answer in zip(paths, answers, strict=True)] == [
                (path, 200) for path in paths
            ]
            told.append([answer.content for answer in answers])
    assert len(told) == BOTH and told[0] == told[1]


@pytest.mark.slow
def test_a_class_is_joined_at_one_answered_at_the_other_and_taken_away_from_either(url):
    """One database; an answer sent twice, to both, is one."""
    opened = store.open_class(LESSON)
    store.go(opened.code, opened.host_secret, "share", 1, "open")
    first, second = processes(url)
    with httpx.Client(
        base_url=url, timeout=60, trust_env=False, headers={"origin": url, "connection": "close"}
    ) as phone:
        form = {"step": "share", "round": "1", "turn": "1", "value": "10"}
        with alone(first, url):
            assert phone.get(f"/c/{opened.code}").status_code == 200
        for one in (second, first):
            with alone(one, url):
                assert phone.post(f"/c/{opened.code}/answer", data=form).status_code == 303
        assert tally(opened.code, "share").values == (10.0,)
        key = export_key(opened.code, opened.host_secret)
        for one in (first, second):
            with alone(one, url), httpx.Client(base_url=url, timeout=60, trust_env=False) as teacher:
                held = teacher.get(f"/c/{opened.code}/answers.csv", params={"key": key})
                assert held.status_code == 200 and ",1,1,all,1,10" in held.text
                assert teacher.get(f"/c/{opened.code}/answers.csv", params={"key": "0" * 64}).status_code == 403


@pytest.mark.slow
def test_a_reader_whose_process_dies_sees_the_same_view_from_another_one(url):
    """And in place of that process another one comes."""
    before = {one.pid for one in processes(url)}
    apart(asyncio.run, _moved_on(url))
    until(lambda: len({one.pid for one in processes(url)}) == BOTH, 60)
    assert len(before & {one.pid for one in processes(url)}) == BOTH - 1


async def _moved_on(url: str) -> None:
    reader = Reader(int(url.rsplit(":", 1)[1]), page="foods", query="q=chia&tab=Find")
    victim = processes(url)[0]
    with alone(victim, url):
        await reader.loads()
    assert any(re.search("chia", text, re.I) for text in reader.seen)
    victim.send_signal(signal.SIGKILL)
    assert reader.socket is not None
    await asyncio.wait_for(reader.socket.wait_closed(), 10)
    await reader.comes_back()
    await reader.socket.close()
    assert reader.other_views == [] and reader.back_s[0] < 10
