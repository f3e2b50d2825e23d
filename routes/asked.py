"""What an address of an exhibit asks for: the exhibit, its choices, and how to show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import urlencode

from exhibits.base import MODES, Exhibit, Look, Size
from exhibits.catalog import catalog
from exhibits.choices import ChoiceError, Choices
from routes.answers import Asked, Problem

KINDS = ("screen", "slide", "print", "chart", "phone")
"""As the page has it, for a projector (16:9, large letters), for paper (white, fine); the plot without words round it, also
narrow, for an embed."""
SIZE: dict[str, Size] = {"slide": "projector", "phone": "narrow"}


class View(NamedTuple):
    """An exhibit with the choices it is shown by."""

    exhibit: Exhibit
    choices: Choices

    @property
    def query(self) -> str:
        """The choices as an address says them, without tab: "who=Women&ages=60+to+74"."""
        return urlencode(self.choices.address(), doseq=True)

    @property
    def page(self) -> str:
        """The address that shows it in the dashboard, below its home: "foods?tab=See&per=100+g"."""
        query = urlencode(self.exhibit.address(self.choices), doseq=True)
        return self.exhibit.page + (f"?{query}" if query else "")


class Drawn(NamedTuple):
    """For what a picture is: a kind of KINDS, and the look that the exhibit is composed in."""

    kind: str
    look: Look


def exhibit_of(key: str) -> Exhibit:
    """The exhibit of this key. Raises Problem 404 with keys that are written much like it."""
    if key not in catalog():
        raise Problem(404, f"There is no exhibit '{key}'.", parameter="key", near=near(key, list(catalog())))
    return catalog()[key]


def near(said: str, known: Sequence[str]) -> list[str]:
    """Names that are written much like one that is not there."""
    return get_close_matches(said, known, 5, 0.5)


def view_of(key: str, values: Mapping[str, list[str]], *, leave: Sequence[str] = ()) -> View:
    """The exhibit with the choices an address has; names in `leave`, and those that lead to it on its page, are passed over.

    Without any choice it is shown as it is shown first. Raises Problem 404, ChoiceError for a choice it does not have.
    """
    exhibit = exhibit_of(key)
    passed = {*leave, "tab", *exhibit.within}
    given = {name: said for name, said in values.items() if name not in passed}
    return View(exhibit, exhibit.choices.read(given) if given else exhibit.shown_first)


def one_of(values: Mapping[str, list[str]], name: str, allowed: Sequence[str]) -> str:
    """The value of a parameter, the first allowed one where it is not given. Raises ChoiceError for any other."""
    said = values.get(name, [allowed[0]])[-1]
    if said not in allowed:
        raise ChoiceError(name, said, allowed)
    return said


def whole_number(values: Mapping[str, list[str]], name: str, *, low: int, high: int, default: int) -> int:
    """The whole number a parameter gives. Raises ChoiceError where it is none, or out of bounds."""
    said = values.get(name, [str(default)])[-1]
    if not (said.isascii() and said.isdigit() and len(said) <= 9 and low <= int(said) <= high):
        raise ChoiceError(name, said, [f"a whole number from {low} to {high}"])
    return int(said)


def drawn(asked: Asked) -> Drawn:
    """How a picture is asked for: `as` one of KINDS, in `mode` light or dark."""
    values = asked.values()
    kind, mode = one_of(values, "as", KINDS), one_of(values, "mode", MODES)
    if kind == "print":
        return Drawn(kind, Look("light", "wide"))
    return Drawn(kind, Look("dark" if mode == "dark" else "light", SIZE.get(kind, "wide")))
