"""The page itself: what stands on a phone in each phase of a class, for all alike, and round it what is one pupil's own."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse

from classroom.hub import Seen
from classroom.questions import PlannedStep, Question
from classroom.rows import Stored
from data.outside import visible
from routes.phone.fields import fields, in_words
from routes.phone.shown import shown

FOLDER = Path(__file__).parent
REFRESH_SECONDS = 15  # without a script, while there is nothing to fill in
ROUNDS = ("", "", ", second answer", ", third answer")
NO_NAMES = "No name, no account. All answers are deleted a day after the class began."
STATUS = {
    "cache-control": "no-store",
    # "no-referrer", which other pages have, would make the browser hide where a form comes from, and that is checked.
    "referrer-policy": "same-origin",
}


@dataclass(frozen=True)
class Own:
    """What is one pupil's own: the answer stored to the present question, what was typed and refused, more time or not."""

    stored: Stored | None = None
    typed: Any = None
    more_time: bool = False
    told: str = ""


NOBODY = Own()


def fragment(seen: Seen, home: str, own: Own = NOBODY) -> str:
    """What stands in <main>; without `own` the same for everybody. Holds a tally in the phase "shown" alone."""
    state = seen.state
    step = seen.plan.step(state.step)
    if state.ended:
        return f"{_title('This class has ended.')}<p>Thank you. You can close this page.</p>"
    if step is None:
        return f"{_title('You are in. Wait for your teacher.')}<p>The first question will come up here.</p>"
    if step.question is None or state.phase == "waiting":
        return _meanwhile(step)
    parts = [_where(seen, step), _title(step.words, seen.plan.language)]
    if state.phase == "open" and seen.left(own.more_time or own is NOBODY) != 0:  # a script knows whose time is up
        parts += [_form(seen, step.question, home, own)]
    elif state.phase == "open":
        parts += [
            _mine(step.question, own, "No answer of yours was stored."),
            "<p>The time is up.</p>",
            _clock(seen, home, own),
        ]
    else:
        parts += [_mine(step.question, own, "No answer of yours was stored.")]
        parts += (
            [shown(seen.tally)]
            if state.phase == "shown" and seen.tally
            else ["<p>This question is closed. Look at the screen.</p>"]
        )
    return "".join(parts)


def _title(words: str, language: str = "en") -> str:
    return f'<h1 tabindex="-1" lang="{escape(language)}">{escape(words)}</h1>'


def _meanwhile(step: PlannedStep) -> str:
    if step.kind == "discuss":
        mine = '<p class="mine" hidden></p>'  # the answer to talk about, which the phone has kept
        return f"{_title('Talk with your neighbor.')}<p>{escape(step.words)}</p>{mine}"
    if step.question:
        return f"{_title('A question is coming.')}<p>It opens when your teacher says so.</p>"
    return f"{_title('Look at the screen.')}<p>The next question will come up here.</p>"


def _where(seen: Seen, step: PlannedStep) -> str:
    asked = seen.plan.asked
    again = ROUNDS[seen.state.round] if seen.state.round < len(ROUNDS) else f", answer {seen.state.round}"
    return f'<p class="where">Question {asked.index(step) + 1} of {len(asked)}{again}</p>'


def _form(seen: Seen, question: Question, home: str, own: Own) -> str:
    state = seen.state
    turn = own.stored.turn + 1 if own.stored else 1
    given = own.typed if own.typed is not None else own.stored.value if own.stored else None
    hidden = {"step": state.step, "round": state.round, "turn": turn}
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(str(value))}">' for name, value in hidden.items()
    )
    send = "Send again" if own.stored else "Send"
    return (
        f'<form method="post" action="{home}/answer" id="ask">{kept}{fields(question, given)}<button>{send}</button></form>'
        f"{_mine(question, own)}{_clock(seen, home, own)}"
    )


def _mine(question: Question, own: Own, otherwise: str = "") -> str:
    if own.stored is None:
        return '<p class="mine" hidden></p>' if not otherwise or own is NOBODY else f'<p class="mine">{otherwise}</p>'
    return f'<p class="mine">Stored: {escape(in_words(question, own.stored.value))}</p>'


def _clock(seen: Seen, home: str, own: Own) -> str:
    """What is left, as it was when the page was made: a script counts on. More time can be asked for after the end as well."""
    left = seen.left(own.more_time)
    if left is None or not seen.left(more_time=True):
        return ""
    more = "" if own.more_time else '<button class="quiet">I need more time</button>'
    return (
        f'<form method="post" action="{home}/time" id="more"><p>Time left: <span id="left">about {left:.0f} seconds</span>'
        f"<noscript> when this page came</noscript></p>{more}</form>"
    )


def clocks(seen: Seen) -> dict[str, float]:
    """The rest of the clock, plain and for whoever asked for more time; nothing without a clock."""
    left, slow = seen.left(), seen.left(more_time=True)
    return {} if left is None or slow is None else {"left": round(left, 1), "slow": round(slow, 1)}


def whole(seen: Seen, code: str, home: str, own: Own = NOBODY, status: int = 200) -> HTMLResponse:
    """The page of a class."""
    waits = seen.state.phase != "open" and not seen.state.ended
    told = f'<p class="told bad" role="alert">{escape(own.told)}</p>' if own.told else ""
    data = {"version": seen.state.version, "more": int(own.more_time)} | clocks(seen)
    at = "".join(f' data-{name}="{value}"' for name, value in data.items())
    body = (
        f"<header><p>Class <strong>{code}</strong></p></header>{told}"
        f'<main id="now"{at}>{fragment(seen, home, own)}</main>'
        f'<p id="say" role="status"></p><footer><noscript><p><a class="link" href="{home}">See if the class went on</a></p></noscript>'
        f"<p>{NO_NAMES}</p></footer>"
    )
    return page(seen.plan.title, body, refresh=waits, script=not seen.state.ended, status=status)


def door(home: str, told: str = "", typed: str = "", status: int = 200) -> HTMLResponse:
    """Where a code is typed; `told` is what is wrong with the one before."""
    wrong = f'<p class="told bad" role="alert">{escape(told)}</p>' if told else ""
    body = (
        f'<main><h1>Join your class</h1>{wrong}<form action="{home}"><label class="field">The six letters and digits on the screen'
        f'<input type="text" name="code" value="{escape(visible(typed[:12]))}" maxlength="12" required autocomplete="off" '
        f'autocapitalize="characters" spellcheck="false"></label><button>Join</button></form></main><footer><p>{NO_NAMES}</p></footer>'
    )
    return page("Join your class", body, status=status)


def notice(told: str, home: str, status: int, again: bool = False) -> HTMLResponse:
    """One sentence, and the way on; `again` where it will pass by itself."""
    way = f'<a class="link" href="{escape(home)}">{"Try again" if again else "Type another code"}</a>'
    body = f"<main><h1>{escape(told)}</h1><p>{way}</p></main>"
    return page("Your class", body, refresh=again, status=status)


@cache
def part(name: str) -> str:
    """The script or the style sheet."""
    return (FOLDER / name).read_text(encoding="utf-8").strip()


@cache
def policy() -> str:
    """Only what stands in the page itself may run and style it, and it may ask this server alone."""
    hashes = {
        name: base64.b64encode(hashlib.sha256(part(name).encode()).digest()).decode()
        for name in ("phone.js", "phone.css")
    }
    return (
        f"default-src 'none'; script-src 'sha256-{hashes['phone.js']}'; style-src 'sha256-{hashes['phone.css']}'; "
        "connect-src 'self'; form-action 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
    )


def page(title: str, body: str, *, refresh: bool = False, script: bool = False, status: int = 200) -> HTMLResponse:
    """Any page of this folder."""
    again = f'<noscript><meta http-equiv="refresh" content="{REFRESH_SECONDS}"></noscript>' if refresh else ""
    text = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} · Magnesium in Balance</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">{again}'
        f'<link rel="icon" href="data:,"><style>{part("phone.css")}</style></head><body>{body}'
        + (f"<script>{part('phone.js')}</script>" if script else "")
        + "</body></html>"
    )
    return HTMLResponse(text, status, STATUS | {"content-security-policy": policy()})
