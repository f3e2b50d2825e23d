"""`/listen/…`: the scripts that read a picture aloud and let it be heard, loaded when a reader opens "Listen and step".

Chart2Music 1.20.0 (MIT, its license beside it) is kept here as its package has it: nothing is asked of another host.
"""

from __future__ import annotations

from pathlib import Path

from routes.answers import Answer, Asked, Problem

HERE = Path(__file__).parent
SCRIPTS = {"listen.js": "listen.js", "chart2music.js": "chart2music.mjs"}


def script(asked: Asked) -> Answer:
    """One of the two scripts."""
    name = asked.path["name"]
    if name not in SCRIPTS:
        raise Problem(404, "There is no such script.", parameter="name", allowed=list(SCRIPTS))
    return Answer((HERE / SCRIPTS[name]).read_bytes(), "text/javascript; charset=utf-8")
