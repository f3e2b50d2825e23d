"""What a page asks for first on a connection is run whole; everything else goes through as it is."""

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg

from components.first_run import whole_first
from tests.loops import apart


def run(**asked: str | bool) -> bytes:
    """A wish for a run, as the page sends it."""
    message = BackMsg()
    message.rerun_script.query_string = "q=oat"
    message.rerun_script.widget_states.SetInParent()
    for name, value in asked.items():
        setattr(message.rerun_script, name, value)
    return message.SerializeToString()


def through(*said: dict) -> list[dict]:
    """What comes out for these messages of a socket."""
    waiting = list(said)

    async def receive() -> dict:
        return waiting.pop(0)

    async def read() -> list[dict]:
        heard = whole_first(receive)
        return [await heard() for _ in said]

    return apart(asyncio.run, read())


def of(content: bytes) -> dict:
    return {"type": "websocket.receive", "bytes": content}


def test_the_first_run_is_whole_and_those_after_it_are_as_asked():
    """With the reader's choices; a run that the clock asked for counts as well."""
    part = run(fragment_id="abc", is_auto_rerun=True)
    connected = {"type": "websocket.connect"}
    assert through(connected, of(part), of(part)) == [connected, of(run()), of(part)]


def test_nothing_else_is_touched():
    """What is no run, and what is no message at all, is left to Streamlit; the run after it is still the first."""
    stop = BackMsg(stop_script=True).SerializeToString()
    part = run(fragment_id="abc")
    assert through(of(run()), of(part)) == [of(run()), of(part)]
    assert through(of(stop), of(b"\xff\xff"), of(part)) == [of(stop), of(b"\xff\xff"), of(run())]
