"""Readers for `bench.load`: what a browser's page says to Streamlit's server, over real HTTP and WebSockets.

A reader keeps what a browser keeps: the cookies, the page and the address. When the connection breaks off it comes back as the page
does, with nothing but those.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import time
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

HOST = "127.0.0.1"
ANSWER_SECONDS = 30.0
GIVES_UP_SECONDS = 60.0
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 0.5, 2.0  # before a page tries again


class Lost(ConnectionError):
    """The connection broke off."""


@dataclass
class Reader:
    """One reader at a proxy's port. Times are seconds of the steady clock or milliseconds where the name says so."""

    port: int
    page: str = ""
    query: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    loads_ms: list[float] = field(default_factory=list)
    reruns_ms: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    helped: list[str] = field(default_factory=list)
    back_s: list[float] = field(default_factory=list)
    other_views: list[str] = field(default_factory=list)
    seen: frozenset[str] = frozenset()
    socket: ClientConnection | None = None
    page_hash: str = ""

    @property
    def replica(self) -> str:
        """Where the proxy's cookie sends it; "" before the first page."""
        return self.cookies.get("replica", "")

    async def loads(self) -> None:
        """The page, its socket, its first run."""
        start = time.perf_counter()
        status = await self.gets(self.address)
        if status != 200:
            raise Lost(f"the page answered {status}")
        await self.gets("/_stcore/health")
        await self._connects()
        await self._runs(page_name=self.page)
        self.loads_ms.append((time.perf_counter() - start) * 1e3)

    @property
    def address(self) -> str:
        """Where it is, as the browser's address line says it."""
        return f"/{self.page}" + (f"?{self.query}" if self.query else "")

    async def gets(self, path: str) -> int:
        """The status of a page; cookies are kept. Raises Lost where nobody answers."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                reader, writer = await asyncio.open_connection(HOST, self.port)
                with contextlib.closing(writer):
                    lines = [
                        f"GET {path} HTTP/1.1",
                        f"Host: {HOST}:{self.port}",
                        "Connection: close",
                        f"Cookie: {self._cookie()}",
                    ]
                    writer.write("\r\n".join([*lines, "", ""]).encode())
                    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                    while await reader.read(65_536):
                        pass
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as fault:
            raise Lost(f"no page: {type(fault).__name__}") from fault
        self.cookies |= dict(re.findall(r"^set-cookie: ([^=]+)=([^;\r]*)", head, re.I | re.M))
        return int(head.split(" ", 2)[1])

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def _connects(self) -> None:
        token = self.cookies.get("_streamlit_xsrf", "none").strip('"')
        try:
            self.socket = await connect(
                f"ws://{HOST}:{self.port}/_stcore/stream",
                origin=f"http://{HOST}:{self.port}",  # type: ignore[arg-type]
                subprotocols=["streamlit", token],  # type: ignore[list-item]
                additional_headers={"Cookie": self._cookie()},
                max_size=None,
                proxy=None,
                ping_interval=None,
                open_timeout=ANSWER_SECONDS,
            )
        except Exception as fault:
            raise Lost(f"no socket: {type(fault).__name__}") from fault

    async def _runs(self, *, page_name: str = "", page_hash: str = "") -> float:
        """One run of the page's script; milliseconds until it is done."""
        assert self.socket is not None
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_name, run.page_script_hash = self.query, page_name, page_hash
        run.widget_states.SetInParent()
        run.context_info.timezone, run.context_info.locale = "Etc/UTC", "en-US"
        run.context_info.color_scheme = "light"
        run.context_info.url = f"http://{HOST}:{self.port}{self.address}"
        start = time.perf_counter()
        try:
            await self.socket.send(message.SerializeToString())
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._until_done()
        except TimeoutError as fault:
            raise Lost(f"no answer in {ANSWER_SECONDS:g} s") from fault
        except (ConnectionClosed, OSError) as fault:
            raise Lost("the connection broke off") from fault
        return (time.perf_counter() - start) * 1e3

    async def _until_done(self) -> None:
        assert self.socket is not None
        texts: set[str] = set()
        while True:
            told = ForwardMsg.FromString(await self.socket.recv(decode=False))
            match told.WhichOneof("type"):
                case "new_session":
                    texts = set()
                case "navigation":
                    self.page_hash = told.navigation.page_script_hash
                case "page_info_changed":
                    self.query = told.page_info_changed.query_string
                case "delta":
                    texts |= set(_texts(told))
                case "script_finished":
                    if told.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        continue
                    if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                        self.faults.append(f"the run ended as {told.script_finished}")
                    self.seen = frozenset(texts)
                    return

    async def comes_back(self) -> None:
        """After a break: the socket again, the page where it was; another view than before is counted.

        Raises Lost where nobody takes it back in GIVES_UP_SECONDS.
        """
        lost_at, before, wait = time.perf_counter(), self.seen, FIRST_WAIT_SECONDS
        while True:
            await asyncio.sleep(wait * (0.5 + random.random() / 2))
            wait = min(LONGEST_WAIT_SECONDS, wait * 2)
            try:
                if await self.gets("/_stcore/health") == 200:
                    await self._connects()
                    await self._runs(page_name=self.page)
                    break
            except Lost:
                if time.perf_counter() - lost_at > GIVES_UP_SECONDS:
                    raise
        self.back_s.append(time.perf_counter() - lost_at)
        if before and self.seen != before:
            words = sorted(before ^ self.seen, key=len)[0]
            self.other_views.append(f"{self.address}: {words[:200]}")

    async def arrives(self) -> bool:
        """Loads its page as a browser does: what the server begins and breaks off is asked for again. Whether it was broken off."""
        try:
            await self.loads()
        except Lost as fault:
            if self.socket is None:  # no page, so no script that would ask again
                raise
            self.helped.append(str(fault))
            await self.comes_back()
            return True
        return False

    async def walks(self, views: list[tuple[str, str]], until: float, think_s: float) -> None:
        """Loads a page, then another one now and then, or the same once more, until it is time."""
        try:
            self.page, self.query = random.choice(views)
            await self.arrives()
            while time.perf_counter() < until:
                waited = asyncio.create_task(asyncio.sleep(random.expovariate(1 / think_s)))
                if await self._broken(waited):
                    await self.comes_back()
                    continue
                try:
                    self.reruns_ms.append(await self._acts(views))
                except Lost as fault:
                    self.helped.append(str(fault))
                    await self.comes_back()
            if self.socket is not None:
                await self.socket.close()
        except Lost as fault:
            self.faults.append(f"{self.address}: {fault}")

    async def acts_until(self, views: list[tuple[str, str]], until: float, think_s: float) -> None:
        """On a page that is loaded, until it is time, without coming back. Raises Lost where the connection breaks off."""
        while time.perf_counter() < until:
            await asyncio.sleep(random.expovariate(1 / think_s))
            self.reruns_ms.append(await self._acts(views))

    async def _broken(self, waited: asyncio.Task[Any]) -> bool:
        """Waits; whether the connection broke off meanwhile."""
        assert self.socket is not None
        closed = asyncio.create_task(self.socket.wait_closed())
        await asyncio.wait({waited, closed}, return_when=asyncio.FIRST_COMPLETED)
        broken = closed.done()
        for task in (waited, closed):
            task.cancel()
        return broken

    async def _acts(self, views: list[tuple[str, str]]) -> float:
        if random.random() < 0.4:
            return await self._runs(page_hash=self.page_hash)
        self.page, self.query = random.choice(views)
        self.seen = frozenset()  # until it is there, there is no view to come back to
        return await self._runs(page_name=self.page)


def _texts(told: ForwardMsg) -> list[str]:
    """The words of an element, as far as they tell one view from another."""
    element = told.delta.new_element
    kind = element.WhichOneof("type")
    return [element.heading.body] if kind == "heading" else [element.markdown.body] if kind == "markdown" else []
