"""The line of controls at a picture: the first ones in sight, the rarer ones in a drawer, and in words what is set there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import say, viewport
from exhibits.markdown import plain


class Held(NamedTuple):
    """A control that a closed drawer hides: its key, what it starts from, and in words what is set, if anything is."""

    key: str
    default: Any
    words: str


_hidden: ContextVar[list[Held] | None] = ContextVar("_hidden", default=None)


def tell(key: str, label: str, *, default: Any, said: str | None) -> None:
    """Each control tells what it is set to (`said`; None where it is as it was), in case that it lies in a drawer."""
    held = _hidden.get()
    if held is not None:
        held.append(Held(key, default, "" if said is None else f"{label}: {said}" if said else label))


class Line:
    """One line of controls. Its drawer is made when it is first used, so that it stands where the page opens it."""

    def __init__(self, key: str, body: DeltaGenerator) -> None:
        self.key, self.body = key, body
        self.held: list[Held] = []
        self._drawer: DeltaGenerator | None = None

    @contextmanager
    def drawer(self) -> Iterator[None]:
        """The rarer controls; may be entered several times."""
        if self._drawer is None:
            label = "Choose" if viewport.size() == "narrow" else "More choices"
            self._drawer = self.body.popover(label, key=f"drawer-{self.key}", icon=":material/tune:")
        token = _hidden.set(self.held)
        try:
            with self._drawer:
                yield
        finally:
            _hidden.reset(token)

    def rest(self) -> AbstractContextManager[None]:
        """The controls for which only a wide screen has room: there in sight, on a phone in the drawer."""
        return self.drawer() if viewport.size() == "narrow" else nullcontext()

    def tell_what_is_set(self) -> None:
        """How many controls of the drawer are set and to what, with a button that takes them all back."""
        if said := [held.words for held in self.held if held.words]:
            say.markdown(f":small[**{len(said)} set** · {plain(' · '.join(said))}]", width="content")
            st.button("Clear all", key=f"clear-{self.key}", on_click=_clear, args=(self.held,), type="tertiary")


@contextmanager
def line(key: str) -> Iterator[Line]:
    """The controls of a picture in one line: `with line("survey") as controls: …; with controls.drawer(): …`."""
    made = Line(key, st.container(key=f"controls-{key}", horizontal=True, gap="medium", vertical_alignment="center"))
    with made.body:
        yield made
        made.tell_what_is_set()


def _clear(held: list[Held]) -> None:
    """Put every control of a drawer back to what it starts from; the address follows."""
    st.session_state.update({one.key: one.default for one in held if one.words})
