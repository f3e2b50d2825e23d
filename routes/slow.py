"""Connections that begin a request and do not end it are closed; uvicorn by itself keeps them for good.

Only the head of a request is timed: an answer, a body or a WebSocket may take as long as it does.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD_SECONDS = 10.0


def shed_half_requests(protocol: Any = AutoHTTPProtocol, seconds: float = HEAD_SECONDS) -> None:
    """From now on, a connection of this protocol has so many seconds from its first byte to the end of a request's head.

    One that sends nothing at all has them from its beginning.
    """
    if getattr(protocol, "sheds", False):
        return
    made, received = protocol.connection_made, protocol.data_received

    def watch(self: Any) -> None:
        if self.timer is None:
            self.timer = self.loop.call_later(seconds, _close_if_half, self, self.cycle)

    @wraps(made)
    def connection_made(self: Any, transport: Any) -> None:
        self.timer = None
        made(self, transport)
        watch(self)

    @wraps(received)
    def data_received(self: Any, data: bytes) -> None:
        if self.cycle is None or self.cycle.response_complete:
            watch(self)
        received(self, data)

    protocol.connection_made, protocol.data_received, protocol.sheds = connection_made, data_received, True


def _close_if_half(connection: Any, before: Any) -> None:
    """`before` is the request that was last when time began to run; another one has come meanwhile, or the head is not whole."""
    connection.timer = None
    transport = connection.transport
    is_another = transport.get_protocol() is not connection  # a WebSocket by now
    if connection.cycle is before and not is_another and not transport.is_closing():
        transport.close()
