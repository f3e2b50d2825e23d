"""A connection that begins a request and does not end it is closed; one that is at work is not."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine

import pytest
import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from websockets.asyncio.client import connect

from routes.slow import HEAD_SECONDS, shed_half_requests
from tests.browser.server import HOST, free_port
from tests.loops import apart

SECONDS = 1.5
WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
HALF = b"GET / HTTP/1.1\r\nHost: x\r\nX-"


class Shedding(AutoHTTPProtocol):
    """The server's own protocol, with little patience."""

    head_seconds = SECONDS


async def application(scope, receive, send) -> None:
    """Answers after longer than a head may take; keeps sockets open."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        while (await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "text": "heard"})
        return
    await asyncio.sleep(SECONDS * 2 if scope["path"] == "/" else 0)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@contextlib.asynccontextmanager
async def served() -> AsyncIterator[int]:
    """A server of its own; its port."""
    shed_half_requests()
    port = free_port()
    config = uvicorn.Config(
        application, HOST, port, http=Shedding, ws="websockets-sansio", lifespan="off", log_level="error"
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.02)
    yield port
    server.should_exit = True
    await task


async def is_closed(reader: asyncio.StreamReader, within: float) -> bool:
    """Whether the server ends the connection without a word."""
    try:
        return await asyncio.wait_for(reader.read(), within) == b""
    except TimeoutError:
        return False


async def half(port: int, *parts: bytes) -> bool:
    """Sends parts one after the other, slowly, and never the end."""
    reader, writer = await asyncio.open_connection(HOST, port)
    with contextlib.closing(writer):
        try:
            for part in parts:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(SECONDS / 4)
            return await is_closed(reader, SECONDS * 3)
        except ConnectionError:  # closed while there was more to come
            return True


async def half_requests(port: int) -> None:
    """None at all, half a head, and one that drips in."""
    assert (
        await asyncio.gather(half(port), half(port, HALF), half(port, *(HALF[at : at + 4] for at in range(8))))
        == [True] * 3
    )


async def half_a_second_one(port: int) -> None:
    """After an answer, on the same connection; whole ones may take longer than a head may."""
    await asyncio.gather(half_after(port, WHOLE), half_after(port, WHOLE.replace(b"GET /", b"GET /quick")))


async def half_after(port: int, whole: bytes) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    with contextlib.closing(writer):
        for _ in range(2):
            writer.write(whole)
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200") and await reader.readexactly(2) == b"ok"
        writer.write(HALF)
        assert await is_closed(reader, SECONDS * 3)


async def whole_ones(port: int) -> None:
    """A socket that says nothing for a while is left open."""
    async with connect(f"ws://{HOST}:{port}/", proxy=None) as socket:
        await asyncio.sleep(SECONDS * 2)
        await socket.send("still here")
        assert await socket.recv() == "heard"


@pytest.mark.parametrize("check", [half_requests, half_a_second_one, whole_ones], ids=lambda one: one.__name__)
def test_only_half_requests_are_shed(check: Callable[[int], Coroutine]):
    """By time, from the first byte on."""

    async def run() -> None:
        async with served() as port:
            await check(port)

    apart(asyncio.run, run())


def test_the_server_sheds_them():
    """Streamlit chooses the protocol before our server is read, so the class itself is changed."""
    import serve  # noqa: F401

    assert AutoHTTPProtocol.head_seconds == HEAD_SECONDS
