"""The tab that puts groups side by side: choose, show, caption."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import say, show, viewport
from components.controls import choose
from components.line import line
from exhibits.survey.compare import COMPARE
from exhibits.survey.compared import CompareChoices

WIDTH = {
    "wide": 210,
    "narrow": 190,
    "projector": 300,
}  # px, of a list of groups; what is set in the drawer would press it together
ONE_FACTOR = (
    "Groups that differ in one thing differ in others too, such as age: a difference between pictures is no effect of it. An interval "
    "of one group that meets that of another is no proof that they are the same."
)


def compare() -> None:
    """Up to four groups, one picture each."""
    wide = WIDTH[viewport.size()]
    with line("compare") as asked:
        chosen: dict[str, Any] = {}
        with st.container(width=wide):
            chosen["first"] = choose(CompareChoices, "first")
        with asked.rest(), st.container(width=wide + 60):
            chosen["second"] = choose(CompareChoices, "second")
        with asked.drawer():
            for name in ("third", "fourth", "outcome", "measure", "adjustment", "zoom"):
                chosen[name] = choose(CompareChoices, name)
    show.exhibit(COMPARE, CompareChoices(**chosen))
    say.caption(ONE_FACTOR)
