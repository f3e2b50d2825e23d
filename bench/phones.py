"""Phones for `bench.classroom`: HTTP/1.1 over sockets of their own, doing what routes/phone/phone.js does."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

ANSWER_WAITS_SECONDS = 8.0  # then it is sent again
HEALTH = "/_stcore/health"
MARKS = {"open": 'id="ask"', "shown": "What the class answered"}
"""What a phone sees in each phase."""


@dataclass
class Phone:
    """One phone of a class at a server's port; what it saw and when, by the steady clock, seconds."""

    port: int
    code: str
    number: int
    cookie: str = ""
    saw: dict[str, float] = field(default_factory=dict)
    acknowledged: dict[int, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    sent: int = 0
    connected_at: float = 0.0
    stored_at: float = 0.0
    connected: bool = False
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def asks(self, method: str, path: str, body: str = "", accept: str = "*/*") -> tuple[int, str]:
        """One request on a connection of its own; status and body. Raises OSError where there is no answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._head(method, path, body, accept))
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            if found := re.search(r"^set-cookie: (seat=[^;]+)", head, re.I | re.M):
                self.cookie = found[1]
            content = (await reader.read()).decode()
            return int(head.split(" ", 2)[1]), content
        except asyncio.IncompleteReadError as fault:
            raise ConnectionError("the server has gone") from fault
        finally:
            writer.close()

    def _head(self, method: str, path: str, body: str, accept: str) -> bytes:
        host = f"127.0.0.1:{self.port}"
        target = path if path == HEALTH else f"/c/{self.code}{path}"
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", f"Accept: {accept}"]
        lines += [f"Cookie: {self.cookie}"] if self.cookie else []
        if accept != "text/event-stream":
            lines += ["Connection: close"]
        if method == "POST":
            kind = "application/x-www-form-urlencoded"
            lines += [f"Origin: http://{host}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", body]).encode()

    async def opens_the_page(self) -> None:
        """For its cookie."""
        status, _ = await self.asks("GET", "")
        assert status == 200, f"the page answered {status}"

    async def follows(self) -> None:
        """Events until it is cancelled; again after one to three seconds where they break off."""
        while True:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self._events()
            self.connected = False
            await asyncio.sleep(1 + 2 * random.random())

    async def _events(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._head("GET", "/events", "", "text/event-stream"))
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head.split(b"\r\n", 1)[0]:
                return
            while line := await reader.readline():
                if line.startswith(b"data: {"):
                    self._sees(json.loads(line[6:]))
        finally:
            writer.close()

    def _sees(self, told: dict) -> None:
        at = time.perf_counter()
        self.heard.set()  # the server is there: what waits to be sent again is sent now
        if not self.connected:
            self.connected, self.connected_at = True, at
        for phase, mark in MARKS.items():
            if mark in told["html"]:
                self.saw.setdefault(phase, at)

    async def asks_for_nothing(self, after: float) -> None:
        """The smallest answer that the server has, at a moment of its own: what this machine needs for any."""
        await asyncio.sleep(after)
        start = time.perf_counter()
        await self.asks("GET", HEALTH)
        self.took.append(time.perf_counter() - start)

    async def answers(self, step: str, round_: int, value: float, after: float) -> None:
        """Presses Send after a while, and again until it is told that the answer is stored."""
        await asyncio.sleep(after)
        body = urlencode({"step": step, "round": round_, "turn": 1, "value": value})
        start, tries = time.perf_counter(), 0
        while True:
            self.sent += 1
            try:
                async with asyncio.timeout(ANSWER_WAITS_SECONDS):
                    status, _ = await self.asks("POST", "/answer", body, "application/json")
                if status == 200:
                    break
            except (OSError, TimeoutError):
                pass
            tries += 1
            self.heard.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.heard.wait(), min(10.0, 0.5 * 2**tries) * (0.5 + random.random()))
        self.stored_at = time.perf_counter()
        self.took.append(self.stored_at - start)
        self.acknowledged[round_] = value
