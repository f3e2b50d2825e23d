"""A page that comes back after its server was lost: the first thing it asks for is run whole.

Streamlit's page keeps what it shows and connects again, perhaps to another process, which knows nothing of it. What its reader does
next asks for one part of the page (a fragment) to be run, which is not known there, and nothing would happen, for good.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg


def whole_first(receive: Receive) -> Receive:
    """What a socket of Streamlit's page says, with its first run as one of the whole page."""
    begun = False

    async def heard() -> Message:
        nonlocal begun
        message = await receive()
        if not begun and (said := message.get("bytes")):
            begun, changed = whole(said)
            if changed is not None:
                return {**message, "bytes": changed}
        return message

    return heard


def whole(said: bytes) -> tuple[bool, bytes | None]:
    """Whether this asks for a run, and the same for the whole page where it was for a part of it."""
    try:
        asked = BackMsg.FromString(said)
    except DecodeError:  # Streamlit closes the connection
        return False, None
    if asked.WhichOneof("type") != "rerun_script":
        return False, None
    if not asked.rerun_script.fragment_id:
        return True, None
    asked.rerun_script.ClearField("fragment_id")
    asked.rerun_script.ClearField("is_auto_rerun")
    return True, asked.SerializeToString()
