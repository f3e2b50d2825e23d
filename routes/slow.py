"""Connections that begin a request and do not end it are closed; uvicorn by itself keeps them for good.

Only the head of a request is timed: an answer, a body or a WebSocket may take as long as it does.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD_SECONDS = 10.0


def shed_half_requests() -> None:
    """From now on, a connection has so many seconds (`head_seconds`) from its first byte to the end of a request's head.

    One that sends nothing at all has them from its beginning.
    """
    protocol: Any = AutoHTTPProtocol
    if hasattr(protocol, "head_seconds"):
        return
    protocol.head_seconds = HEAD_SECONDS
    made, received = protocol.connection_made, protocol.data_received

    def watch(self: Any) -> None:
        if self.timer is not None and self.timed is self.cycle:
            return  # more of the same head, which gets no more time
        if self.timer is not None:
            self.timer.cancel()
        self.timed = self.cycle
        self.timer = self.loop.call_later(self.head_seconds, _close_if_half, self)

    @wraps(made)
    def connection_made(self: Any, transport: Any) -> None:
        self.timer = self.timed = None
        made(self, transport)
        watch(self)

    @wraps(received)
    def data_received(self: Any, data: bytes) -> None:
        if self.cycle is None or self.cycle.response_complete:
            watch(self)
        received(self, data)

    protocol.connection_made, protocol.data_received = connection_made, data_received


def _close_if_half(connection: Any) -> None:
    """`timed` is the request that was last when time began to run; another one has come meanwhile, or the head is not whole."""
    connection.timer = None
    transport = connection.transport
    is_another = transport.get_protocol() is not connection  # a WebSocket by now
    if connection.cycle is connection.timed and not is_another and not transport.is_closing():
        transport.close()
