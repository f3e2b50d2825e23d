"""Who is let in: requests that name this server by a name of its own, and pages of its own.

A page of another site can have its own name point to this computer (DNS rebinding) and then reads as its own whatever answers
there. So a request must name a host that is ours: `HOSTS`, the host of `PUBLIC_URL`, and this computer's own names.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
ANY = "*"
REFUSED = (
    "This server does not go by the name in this address. Whoever runs it lists its names in HOSTS, or sets PUBLIC_URL."
)


def host_of(netloc: str) -> str:
    """The name in "name:port" or "[::1]:port", in small letters; "" where it is more than that."""
    try:
        return "" if set(netloc) & set("@/?#\\") else (urlsplit(f"//{netloc}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def own_names() -> frozenset[str]:
    """The names given by `HOSTS` (commas between) and `PUBLIC_URL`."""
    return _named(os.environ.get("HOSTS", ""), os.environ.get("PUBLIC_URL", ""))


@lru_cache(maxsize=8)
def _named(hosts: str, public: str) -> frozenset[str]:
    listed = {ANY if one.strip() == ANY else host_of(one.strip()) for one in hosts.split(",")}
    return frozenset({*listed, urlsplit(public).hostname or ""} - {""})


@lru_cache(maxsize=1)
def computer_names() -> frozenset[str]:
    """What this computer is called in its own network."""
    name = socket.gethostname().lower()
    return frozenset({name, name.split(".")[0], f"{name.split('.')[0]}.local"})


def is_ours(host: str, address: str) -> bool:
    """Whether a name or number is one of this server's, which listens at `address`.

    A number cannot be made to point elsewhere. Where the server listens to a whole network, in a room or a container, any
    number will do and the computer's own names; on this computer alone, its local names.
    """
    names = own_names()
    if host in LOCAL or host in names or ANY in names:
        return True
    if host == address:
        return True
    if "HOSTS" in os.environ or (address in LOCAL):
        return False
    return _is_number(host) or host in computer_names()


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_let_in(headers: Mapping[str, str], address: str, *, socket: bool = False) -> bool:
    """Whether a request names this server, which listens at `address`, and a page that opens a socket is its own.

    A request without a host is no browser's: HTTP/1.0, as the checks of proxies are.
    """
    said = headers.get("host")
    if said is not None and not is_ours(host_of(said), address):
        return False
    origin = headers.get("origin")
    if not socket or origin is None:
        return True
    page = urlsplit(origin)
    return page.netloc == said or (page.hostname or "") in own_names() or ANY in own_names()
