"""The same tools at `/mcp` of the dashboard's own server, where MCP_HTTP=1 is set."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import BaseRoute


def wanted() -> bool:
    """Whether it is switched on."""
    return os.environ.get("MCP_HTTP") == "1"


@cache
def shared() -> MCPServer:
    """The one server of the process."""
    from mcp_server.tools import server

    return server()


def routes(base: str = "") -> list[BaseRoute]:
    """The route below the path that the dashboard has on its host, or none."""
    if not wanted():
        return []
    # Whatever host it is asked by: it only reads, for everybody, and knows no cookie that a foreign page could use.
    anybody = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    app = shared().streamable_http_app(
        streamable_http_path=f"{base}/mcp", stateless_http=True, json_response=True, transport_security=anybody
    )
    return list(app.routes)


@asynccontextmanager
async def running() -> AsyncIterator[None]:
    """While the dashboard runs, so do its sessions."""
    if not wanted():
        yield
        return
    async with shared().session_manager.run():
        yield
