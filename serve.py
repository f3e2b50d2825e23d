"""The dashboard, served fast and closed to strangers: `streamlit run serve.py` (what `make run` does).

Same pages as `streamlit run dashboard.py`. Before the first visitor comes, everything slow is done once: imports,
reading and checking the data, and telling the garbage collector that none of it will ever be garbage. Every answer
carries headers that forbid the browser to ask any other host.
"""

import base64
import gc
import gzip
import hashlib
import importlib
import inspect
import pkgutil
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import get_args

import plotly.io
import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util, net_util
from streamlit.runtime.pages_manager import PagesManager

import classroom.database
import classroom.hub
import data.base
import data.package
import exhibits.lessons.prepared
import routes.exhibits
from classroom.sweeping import sweeping
from components.first_run import whole_first
from components.habits import CARRYING
from components.history import STEPS
from components.paper import PAPER, PRINTED
from components.style import UNTIL_STYLED
from components.take_away import ARRIVING, LISTENING
from components.terms import marking
from components.theme import read_once
from components.unseen import UNSEEN
from data import log
from data.fields import Outcome
from exhibits.find.pages import PAGES, SEARCH
from exhibits.term_uses import uses
from mcp_server import http
from routes import ahead, ready, slow, strangers
from routes.site import routes as addresses

net_util.get_external_ip = lambda: None
# Streamlit would ask checkip.amazonaws.com for this computer's address at the start, and again, while everybody waits,
# whenever a page of another site tries to connect.

slow.shed_half_requests()
read_once()

OURS = STEPS + ARRIVING + LISTENING + UNSEEN + CARRYING + marking() + PRINTED
"""The scripts that Streamlit's page begins with."""

ICON = Path(__file__).parent / "static" / "icon.png"
LATER_S = 20  # after the start, when the first visitors have come
IMPORTED_LATE = ("PIL.Image", "streamlit.emojis", "streamlit.material_icon_names")
"""For the first logo, chart, heading with a sign, and icon."""


@asynccontextmanager
async def prepared(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Get everything ready before the first visitor; a fault in the data is told and does not stop the server."""
    classroom.database.address()  # a setting that is wrong is told at the start, and not to the first class
    warm_imports()
    for problem in data_problems():
        log.tell(f"\nDATA PROBLEM  {problem}\n")
    PagesManager.uses_pages_directory = False  # or the first visitor's link is taken for a file in pages/
    gc.collect()
    gc.freeze()
    async with http.running(), ahead.drawing(), sweeping():
        with ready.draining(classroom.hub.close), uses_found_later():
            yield {}
    await classroom.hub.stop()
    await routes.exhibits.drawer().stop()


@contextmanager
def uses_found_later() -> Iterator[None]:
    """Where the glossary's words are used takes seconds to find: that is done a while after the start, before somebody asks."""
    timer = threading.Timer(LATER_S, uses)
    timer.daemon = True
    timer.start()
    yield
    timer.cancel()


def warm_imports() -> None:
    """Import what would otherwise wait for the first visitor: our components, and what Streamlit and plotly import late."""
    import components

    list(modules(components))
    for name in IMPORTED_LATE:
        importlib.import_module(name)
    plotly.io.to_json({"data": [], "layout": {}}, validate=False)  # finds its JSON writer


def modules(room: ModuleType) -> Iterator[ModuleType]:
    """Every module of a room, imported."""
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        yield importlib.import_module(found.name)


def loaders() -> Iterator[Callable[[], object]]:
    """Every `load_…` function of data/ and exhibits/, each of which keeps what it read or built.

    One that needs an outcome comes once for each; one that needs anything else does not come.
    """
    for module in (*modules(data), *modules(exhibits)):
        for name, function in vars(module).items():
            if name.startswith("load_") and getattr(function, "__module__", "") == module.__name__:
                if not required_arguments(function):
                    yield function
                elif required_arguments(function) == ["outcome"]:
                    yield from (partial(function, outcome) for outcome in get_args(Outcome))


def required_arguments(function: Callable) -> list[str]:
    """The arguments a function cannot be called without."""
    return [name for name, given in inspect.signature(function).parameters.items() if given.default is given.empty]


def data_problems() -> list[str]:
    """Read every table once; what is wrong with any of them, each fault told once."""
    problems = []
    for load in loaders():
        try:
            load()
        except data.base.DataError as problem:
            problems.append(str(problem))
        except Exception as problem:  # the other pages still work, so the server must come up
            name = inspect.unwrap(getattr(load, "func", load)).__qualname__
            problems.append(f"{name} failed: {type(problem).__name__}: {problem}")
    return list(dict.fromkeys([*problems, *exhibits.lessons.prepared.load_ready().faults, *file_problems()]))


def file_problems() -> list[str]:
    """What is wrong with the data files as files, also of those that no loader reads."""
    try:
        return list(data.package.check_files())
    except data.base.DataError as problem:
        return [str(problem)]


def content_security_policy() -> str:
    """What the browser may load: our own server's files only. docs/decisions.md says which part needs what."""
    shell = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    inline = [
        hashlib.sha256(script.encode()).digest() for script in re.findall(r"<script>(.*?)</script>", shell + OURS, re.S)
    ]
    scripts = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in inline)
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' blob: {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


HEADERS = {
    "content-security-policy": content_security_policy(),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
NO_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No page here · Magnesium in Balance</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="font: 17px sans-serif; margin: 3rem">
<h1>There is no page at this address</h1><p><a href="{home}">Go to Magnesium in Balance</a></p></body></html>"""


class Guard:
    """Adds HEADERS to every answer, and answers in words where Streamlit would send a page that stays white.

    Streamlit's page loads its scripts from beside its own address, so it starts on the first level alone. Into that page go
    the rules that keep it from jumping while it loads.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = [(name.encode(), value.encode()) for name, value in HEADERS.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and see to its answer."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        address = st.get_option("server.address") or ""
        if not strangers.is_let_in(Headers(scope=scope), address, socket=scope["type"] == "websocket"):
            await refuse(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, whole_first(receive), send)
            return
        shell: bytearray | None = None  # what came of Streamlit's page so far

        async def answer(message: Message) -> None:
            nonlocal shell
            if message["type"] == "http.response.start":
                said = [*message.get("headers", ())]
                own = {name.lower() for name, _ in said}
                message["headers"] = [*said, *(header for header in self.headers if header[0] not in own)]
                ours = b"content-security-policy" in own  # a page made by routes/, which is no page of Streamlit's
                shell = bytearray() if not ours and is_page(message) else None
            if shell is None:
                await send(message)
            elif message["type"] == "http.response.body":
                shell += message.get("body", b"")
                if not message.get("more_body"):
                    await page_for(scope["path"], bytes(shell))(scope, receive, send)

        await self.app(scope, receive, answer)


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """A request that names another host than this one, or a socket of another page."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})  # before it is accepted: 403
    else:
        await PlainTextResponse(strangers.REFUSED, 421, HEADERS)(scope, receive, send)


def page_for(path: str, shell: bytes) -> HTMLResponse:
    """Streamlit's page, packed or not, with our rules in its head; or that there is none at this address."""
    if below_the_pages(path):
        return HTMLResponse(NO_PAGE.format(home=f"{base_path()}/"), 404, HEADERS)
    text = (gzip.decompress(shell) if shell.startswith(b"\x1f\x8b") else shell).decode()
    page = text.replace("</head>", f"{UNTIL_STYLED}</head>", 1).replace("<head>", f"<head>{OURS}", 1)
    page = page.replace("</body>", f"{PAPER}</body>", 1)
    there_is = path.removeprefix(base_path()).strip("/") in (*PAGES, SEARCH)
    # Where there is none, Streamlit's own page says so.
    return HTMLResponse(page, 200 if there_is else 404, HEADERS | {"cache-control": "no-cache"})


def base_path() -> str:
    """Where the dashboard stands on its host: "" or "/magnesium" (server.baseUrlPath)."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def below_the_pages(path: str) -> bool:
    """Whether a path has more levels than the address of a page."""
    return "/" in path.removeprefix(base_path()).strip("/")


def is_page(start: Message) -> bool:
    """Whether an answer that begins so is an HTML page."""
    return start["status"] == 200 and any(
        name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"]
    )


async def icon(request: Request) -> FileResponse:
    """In the place of Streamlit's own, to which its page goes back at every start, whatever the link in its head says."""
    return FileResponse(ICON, headers={"cache-control": "public, max-age=3600"})


app = st.App(
    "dashboard.py",
    lifespan=prepared,
    middleware=[Middleware(Guard)],
    routes=[
        ready.route(base_path()),
        Route(f"{base_path()}/favicon.png", icon),
        Route(f"{base_path()}/favicon.ico", icon),  # asked for beside sheets and the phone's page, which name none
        *addresses(base_path()),
        *http.routes(base_path()),
    ],
)
