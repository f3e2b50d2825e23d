"""One way to answer: kept by address and data version, told in words where something is wrong, made off the event loop."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import math
import os
import re
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from http import HTTPStatus
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data import log
from data.base import DataError
from data.files import DESCRIPTOR
from data.lessons import load_lessons
from data.outside import visible
from data.releases import VERSION
from data.survey import SurveyQueryError
from exhibits.choices import ChoiceError

MOST_KEPT_BYTES = 64_000_000
LONGEST_QUERY = 8_000  # characters
LARGEST_BODY = 1_000  # bytes: nothing here reads one
SECONDS_FRESH = 3600
SMALLEST_ZIPPED = 1_000  # bytes
ZIPPED_MEDIA = re.compile(r"^text/|json|xml")
HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?")

READING = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link, X-Data-Version",
    "x-data-version": VERSION,
}


@dataclass(frozen=True)
class Answer:
    """What is sent: bytes, their kind, and headers of their own."""

    content: bytes
    media: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """Weak, because the same answer is sent zipped and not."""
        return f'W/"{VERSION}-{hashlib.sha256(self.content).hexdigest()[:16]}"'


class Asked(NamedTuple):
    """What an answer may rest on: the parts of the path, the parameters in their order, and where the dashboard stands."""

    path: Mapping[str, str]
    query: tuple[tuple[str, str], ...]
    home: str  # "https://example.org/magnesium", without a slash at its end
    accept: str = ""

    def values(self) -> dict[str, list[str]]:
        """The parameters by name."""
        found: dict[str, list[str]] = {}
        for name, value in self.query:
            found.setdefault(name, []).append(value)
        return found


Maker = Callable[[Asked], "Answer | Awaitable[Answer]"]


PROBLEM_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} · Magnesium in Balance</title>'
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>'
    '<body style="font: 17px sans-serif; margin: 3rem"><h1>{title}</h1><p>{detail}</p>{offers}</body></html>'
)


class Problem(Exception):
    """What is wrong with a request, as RFC 9457 tells it; `more` are further members, such as `parameter` and `allowed`."""

    def __init__(self, status: int, detail: str, **more: Any):
        super().__init__(visible(detail))
        self.status, self.detail, self.more = status, visible(detail), more

    def page(self) -> Response:
        """The same words for a reader whose browser came by a link."""
        allowed = self.more.get("near") or self.more.get("allowed") or ()
        offers = f"<p>There is: {escape(', '.join(map(str, allowed)))}.</p>" if allowed else ""
        text = PROBLEM_PAGE.format(
            title=escape(HTTPStatus(self.status).phrase), detail=escape(str(self)), offers=offers
        )
        return Response(text, self.status, {"cache-control": "no-store"}, "text/html; charset=utf-8")

    def response(self) -> Response:
        """application/problem+json; never kept by anybody."""
        told = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        headers = READING | {"cache-control": "no-store"}
        headers |= {"allow": "GET, HEAD, OPTIONS"} if self.status == HTTPStatus.METHOD_NOT_ALLOWED else {}
        return Response(json_bytes(told | self.more), self.status, headers, "application/problem+json")


class Kept:
    """Finished answers, the latest used last, within a bound of bytes; forgotten when the data change."""

    def __init__(self, most_bytes: int = MOST_KEPT_BYTES):
        self.most_bytes, self.bytes = most_bytes, 0
        self.answers: OrderedDict[tuple, Answer] = OrderedDict()
        self.state: tuple[int, ...] = ()

    def get(self, key: tuple) -> Answer | None:
        """The answer kept under this key, where there is one of the data as they are."""
        self._forget_other_data()
        if found := self.answers.get(key):
            self.answers.move_to_end(key)
        return found

    def put(self, key: tuple, answer: Answer) -> None:
        """Keep an answer, and let go of those used longest ago."""
        self._forget_other_data()
        self.bytes += len(answer.content) - len(self.answers.get(key, NOTHING).content)
        self.answers[key] = answer
        self.answers.move_to_end(key)
        while self.bytes > self.most_bytes and self.answers:
            self.bytes -= len(self.answers.popitem(last=False)[1].content)

    def _forget_other_data(self) -> None:
        state = data_state()
        if state != self.state:
            self.answers.clear()
            self.bytes, self.state = 0, state


NOTHING = Answer(b"", "")
KEPT = Kept()
AT_WORK = ThreadPoolExecutor(1, "routes")  # one at a time: readers' clicks share the processors with it


def data_state() -> tuple[int, ...]:
    """Changes with every rewriting of the data package, and when lessons are read again."""
    try:
        state = DESCRIPTOR.stat()
    except OSError:
        return ()
    return state.st_mtime_ns, state.st_size, id(load_lessons())


def get(path: str, make: Maker, base: str = "") -> Route:
    """The route of an address whose answer `make` makes; a coroutine stays on the event loop, a function leaves it."""

    async def endpoint(request: Request) -> Response:
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers=READING | {"allow": "GET, HEAD, OPTIONS"})
            check_request(request)
            asked = Asked(
                request.path_params, tuple(request.query_params.multi_items()), home(request, base), accepted(request)
            )
            return sent(request, await answered(path, make, asked))
        except Problem as problem:
            by_link = "text/html" in request.headers.get("accept", "")
            return problem.page() if by_link else problem.response()

    return Route(base + path, endpoint, methods=["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])


def check_request(request: Request) -> None:
    """Raise Problem for what nothing here takes: another method, a body, a query without end."""
    if request.method not in ("GET", "HEAD"):
        raise Problem(405, f"{request.method} is not possible here: this interface is read with GET.")
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST_BODY:
        raise Problem(413, "A request here has no body; put what you ask for into the address.")
    if len(request.url.query) > LONGEST_QUERY:
        raise Problem(414, f"The address is too long: more than {LONGEST_QUERY} characters after the question mark.")


async def answered(path: str, make: Maker, asked: Asked) -> Answer:
    """The answer kept, or made now. Raises Problem in words for whatever keeps it from being made."""
    key = (path, tuple(sorted(asked.path.items())), asked.query, asked.home, asked.accept)
    if found := KEPT.get(key):
        return found
    try:
        if asyncio.iscoroutinefunction(make):
            answer = await make(asked)
        else:
            answer = await asyncio.get_running_loop().run_in_executor(AT_WORK, make, asked)
    except ChoiceError as wrong:
        raise Problem(400, str(wrong), parameter=wrong.choice, allowed=list(wrong.allowed)) from None
    except SurveyQueryError as wrong:
        raise Problem(400, str(wrong), parameter=wrong.parameter, allowed=list(wrong.allowed)) from None
    except DataError as fault:
        raise Problem(503, f"A data file of this dashboard is at fault: {fault}") from None
    except OSError as fault:  # a workbook is put together in a file
        log.tell(f"{path} not made: {fault.strerror or type(fault).__name__}")
        raise Problem(503, "The server's disk takes nothing just now. Try again later, or take another form.") from None
    except Problem:
        raise
    except Exception as fault:
        log.tell("".join(traceback.format_exception(fault)))
        raise Problem(500, "This could not be made, by a fault of ours. The server's log has the details.") from None
    KEPT.put(key, answer)
    return answer


def sent(request: Request, answer: Answer) -> Response:
    """The answer with its headers: 304 where the asker has it, zipped where that helps."""
    headers = {
        "etag": answer.etag,
        "cache-control": f"public, max-age={SECONDS_FRESH}",
        "vary": "Accept, Accept-Encoding",
    }
    headers |= READING | dict(answer.headers)
    if answer.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    content = answer.content
    zips = "gzip" in request.headers.get("accept-encoding", "") and ZIPPED_MEDIA.search(answer.media)
    if zips and len(content) >= SMALLEST_ZIPPED:
        content = zipped(content)
        headers["content-encoding"] = "gzip"
    return Response(content, headers=headers, media_type=answer.media)


@lru_cache(maxsize=256)
def zipped(content: bytes) -> bytes:
    """The same bytes each time, so that they are the same for everybody who keeps them."""
    return gzip.compress(content, 6, mtime=0)


def accepted(request: Request) -> str:
    """The kinds asked for by header, where the address names none; "" for any."""
    said = request.headers.get("accept", "")
    return "" if "*/*" in said or "text/html" in said else said


def home(request: Request, base: str) -> str:
    """Where readers find the dashboard: PUBLIC_URL of the environment, or the host that was asked and its path there."""
    if given := os.environ.get("PUBLIC_URL", "").rstrip("/"):
        return given
    host = request.headers.get("host", "")
    if not HOST.fullmatch(host):
        raise Problem(400, "The Host header names no host.", parameter="Host", allowed=["a host name, with its port"])
    scheme = "https" if request.headers.get("x-forwarded-proto", request.url.scheme) == "https" else "http"
    return f"{scheme}://{host}{base}"


def json_bytes(content: Any, *, indent: int | None = 1) -> bytes:
    """JSON for people too; no number is null."""
    return json.dumps(plain(content), ensure_ascii=False, indent=indent, allow_nan=False).encode()


def plain(value: Any) -> Any:
    """The value as JSON has it: numpy's numbers as Python's, and null for what is missing."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return None if str(value) in ("<NA>", "NaT") else str(value)
