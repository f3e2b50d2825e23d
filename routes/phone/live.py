"""The addresses of the phones. Every fault is told in words, as a page to a form and as JSON to the script."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from classroom import codes, faults, limits, store
from classroom.faults import RETRIED, ClassFault
from classroom.hub import Seen, hub
from classroom.rows import LIFE_SECONDS, Sent
from classroom.tally import export_csv
from data.outside import visible
from routes.phone.fields import in_words, read
from routes.phone.page import STATUS, Own, clocks, door, fragment, notice, whole

COOKIE = "seat"
LARGEST_BODY, MOST_FIELDS = 1_000, 40  # bytes; the longest curve has five
RETRY_MS = 1_500
Handler = Callable[[Request, str], Awaitable[Response]]


def routes(base: str) -> list[Route]:
    """`/c`, `/c/<code>` and what its page asks for, below the path that the dashboard has on its host."""

    def at(path: str, handler: Handler, method: str = "GET") -> Route:
        async def endpoint(request: Request) -> Response:
            return await _told(request, handler, f"{base}/c")

        return Route(f"{base}/c{path}", endpoint, methods=[method])

    return [
        at("", _door),
        at("/{code}", _page),
        at("/{code}/events", _events),
        at("/{code}/state", _poll),
        at("/{code}/answers.csv", _answers),
        at("/{code}/answer", _answer, "POST"),
        at("/{code}/time", _more_time, "POST"),
    ]


async def _told(request: Request, handler: Handler, door_: str) -> Response:
    try:
        return await handler(request, door_)
    except ClassFault as fault:
        if _for_script(request):
            return _json(fault)
        if fault.kind == "unknown":
            return door(door_, fault.words, request.path_params.get("code", ""), fault.status)
        again = fault.kind in RETRIED
        return notice(
            fault.words, str(request.url.path) if again and request.method == "GET" else door_, fault.status, again
        )


def _for_script(request: Request) -> bool:
    return "json" in request.headers.get("accept", "") or request.url.path.endswith(("/events", "/state"))


def _json(fault: ClassFault) -> Response:
    headers = STATUS | ({"retry-after": "2"} if fault.kind in RETRIED else {})
    return JSONResponse({"kind": fault.kind, "words": fault.words}, fault.status, headers)


# Reading ---------------------------------------------------------------------------------------------------------------


async def _door(request: Request, home: str) -> Response:
    typed = request.query_params.get("code", "")
    if not typed:
        return door(home)
    if code := codes.read_code(typed):
        return RedirectResponse(f"{home}/{code}", 303, STATUS)
    raise faults.unknown(typed)


async def _page(request: Request, home: str) -> Response:
    code = _code(request)
    if code != request.path_params["code"]:  # so that each class has one address, and its cookie one path
        return RedirectResponse(f"{home}/{code}", 303, STATUS)
    token = request.cookies.get(COOKIE, "")
    new = not codes.TOKEN.fullmatch(token)
    limit, name = (limits.JOINS_OF_CLASS, code) if new else (limits.LOOKS_OF_ONE, token)
    if not limit.allows(name):
        raise faults.too_fast()
    seen = await hub().seen(code)
    page = whole(seen, code, f"{home}/{code}", await _own(seen, codes.participant(code, token)))
    if new:
        _give_token(request, page, f"{home}/{code}")
    return page


def _give_token(request: Request, page: Response, path: str) -> None:
    """Lax and not Strict: whoever comes back by a link from a chat is still the same, and is not counted twice."""
    secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
    page.set_cookie(
        COOKIE, codes.new_token(), max_age=LIFE_SECONDS, path=path, secure=secure, httponly=True, samesite="lax"
    )


async def _own(seen: Seen, participant: str, *, told: str = "", typed: object = None) -> Own:
    """What is the pupil's own; without a database nothing is known of it, and the page comes all the same."""
    try:
        mine = await hub().look(store.mine, seen.state.code, participant)
    except ClassFault:
        return Own(told=told or faults.away().words, typed=typed)
    if mine.full and not seen.state.ended:
        raise faults.full()
    stored, before = (mine.answers.get((seen.state.step, seen.state.round - back)) for back in (0, 1))
    if typed is None and stored is None and before:  # a second answer begins from the first
        typed = before.value
    return Own(stored, typed, mine.more_time, told)


async def _events(request: Request, _: str) -> Response:
    """Server-sent events: the page's <main> each time it changes, and a beat now and then."""
    code, participant = await _seated(request)
    await hub().seen(code)
    home = str(request.url.path).removesuffix("/events")

    async def told() -> AsyncIterator[bytes]:
        yield f"retry: {RETRY_MS}\n\n".encode()
        async for seen in hub().follow(code, participant):
            yield (
                b"event: beat\ndata: 1\n\n" if seen is None else f"data: {json.dumps(payload(seen, home))}\n\n".encode()
            )

    headers = STATUS | {"x-accel-buffering": "no"}
    return StreamingResponse(told(), headers=headers, media_type="text/event-stream")


async def _poll(request: Request, _: str) -> Response:
    """The same for a phone whose network lets no events through; nothing where it has the newest."""
    code, participant = await _seated(request)
    seen = await hub().seen(code, participant)
    if request.query_params.get("have") == str(seen.state.version) and not seen.state.ended:
        return Response(status_code=204, headers=STATUS)
    return JSONResponse(payload(seen, str(request.url.path).removesuffix("/state")), headers=STATUS)


@lru_cache(maxsize=64)
def for_all(seen: Seen, home: str) -> str:
    """<main> without anything that is one pupil's own: made once for a look, however many phones there are."""
    return fragment(seen, home)


def payload(seen: Seen, home: str) -> dict[str, object]:
    """What is the same for every phone of a class."""
    told = {"version": seen.state.version, "ended": seen.state.ended, "html": for_all(seen, home)}
    return told | clocks(seen)


async def _seated(request: Request) -> tuple[str, str]:
    """Code and participant of a phone that follows; it takes its seat here. Without a database it may follow all the same."""
    code, participant = _code(request), _participant(request)
    if not limits.LOOKS_OF_ONE.allows(participant):
        raise faults.too_fast()
    if participant not in hub().known(code):
        try:
            await hub().look(store.join, code, participant)
            hub().known(code).add(participant)
        except ClassFault as fault:
            if fault.kind not in ("away", "ended"):
                raise
    return code, participant


async def _answers(request: Request, _: str) -> Response:
    """The answers as a file, for whoever leads the class: by the key in the address, which its panel gives."""
    code = _code(request)
    await hub().seen(code)
    held = await hub().look(export_csv, code, request.query_params.get("key", ""))
    name = {"content-disposition": f'attachment; filename="class_{code}.csv"'}
    return Response(held, headers=STATUS | name, media_type="text/csv; charset=utf-8")


# Sending ---------------------------------------------------------------------------------------------------------------


async def _answer(request: Request, home: str) -> Response:
    code, participant, form = await _sent_by_phone(request)
    step, round_, turn = form.get("step", [""])[0], form.get("round", [""])[0], form.get("turn", ["0"])[0]
    seen = await hub().seen(code)
    question = seen.plan.question(step)
    if question is None or not round_.isdecimal() or not turn.isdecimal() or len(round_ + turn) > 8:
        raise faults.no_step(step)
    value = read(question, [visible(one) for one in form.get("value", [])])
    try:
        stored = await hub().answer(Sent(code, participant, step, int(round_), value, int(turn)))
    except ClassFault as fault:
        if _for_script(request):
            raise
        present = (step, int(round_)) == (seen.state.step, seen.state.round)
        own = await _own(seen, participant, told=fault.words, typed=value if present and value else None)
        return whole(seen, code, f"{home}/{code}", own, fault.status)
    if _for_script(request):
        words = f"Stored: {in_words(question, stored.value)}"
        return JSONResponse({"kind": "stored", "words": words, "turn": stored.turn}, headers=STATUS)
    return RedirectResponse(f"{home}/{code}", 303, STATUS)


async def _more_time(request: Request, home: str) -> Response:
    code, participant, _ = await _sent_by_phone(request)
    await hub().look(lambda: store.join(code, participant, more_time=True))
    if _for_script(request):
        return JSONResponse({"kind": "time", "words": "You have ten times as long."}, headers=STATUS)
    return RedirectResponse(f"{home}/{code}", 303, STATUS)


async def _sent_by_phone(request: Request) -> tuple[str, str, Mapping[str, list[str]]]:
    """Code, participant and fields of what a page of ours sent. Raises ClassFault for anything else."""
    code = _code(request)
    if not own_page(request):
        raise ClassFault("host", "This was not sent by the page of your class. Open that page and send it there.")
    participant = _participant(request)
    if not limits.ANSWERS_OF_ONE.allows(participant) or not limits.ANSWERS_OF_CLASS.allows(code):
        raise faults.too_fast()
    body = await _body(request)
    try:
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise too_large() from None
    return code, participant, form


def too_large() -> ClassFault:
    """More than any question needs."""
    return ClassFault(
        "large", f"That is too much: an answer has at most {LARGEST_BODY} bytes and {MOST_FIELDS} fields."
    )


async def _body(request: Request) -> bytes:
    found = b""
    try:
        async with asyncio.timeout(10):
            async for part in request.stream():
                found += part
                if len(found) > LARGEST_BODY:
                    raise too_large()
    except (ClientDisconnect, TimeoutError):
        raise faults.away() from None
    return found


def own_page(request: Request) -> bool:
    """Whether a page of this server sent it: by Origin; from a browser that names none, by what else it says."""
    hosts = {request.headers.get("host", ""), urlsplit(os.environ.get("PUBLIC_URL", "")).netloc} - {""}
    origin = request.headers.get("origin")
    if origin is None and request.headers.get("sec-fetch-site") == "same-origin":
        return True
    return urlsplit(origin if origin is not None else request.headers.get("referer", "")).netloc in hosts


def _code(request: Request) -> str:
    typed = request.path_params["code"]
    code = codes.read_code(typed)
    if not code:
        raise faults.unknown(typed)
    return code


def _participant(request: Request) -> str:
    """By the cookie. Without one each answer would be a new pupil's, so none is taken."""
    token = request.cookies.get(COOKIE, "")
    if not codes.TOKEN.fullmatch(token):
        raise ClassFault(
            "cookie", "Your browser keeps no cookie for this page. Open it again, and allow its cookie if asked."
        )
    return codes.participant(_code(request), token)
