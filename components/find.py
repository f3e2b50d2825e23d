"""The page that searches: the field, what was found, and what to try where nothing was."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from components import controls, notices, say, show
from exhibits.base import Look
from exhibits.find import index, results
from exhibits.find.entry import KINDS
from exhibits.markdown import plain

EXAMPLES = (
    "almonds",
    "kidney disease",
    "doxycycline",
    "U-shaped",
    "leg cramps",
    "RDA pregnant",
    "reflexes",
    "glycinate",
)


@notices.part
def search() -> None:
    """Search as the reader types; only this part runs again."""
    with controls.panel("search"):
        label = {name: results.FindChoices.control(name).label for name in ("q", "among")}
        sought = controls.search(label["q"], key="find_q", placeholder="a food, a medicine, a claim …", live=True)
        areas = results.FindChoices.control("among").offered()
        choices = results.FindChoices(q=sought, among=controls.one_of(label["among"], areas, key="among"))
    _tell_faults()
    if not choices.sought:
        say.markdown("For example:")
        _offer(EXAMPLES)
        say.caption(results.all_kinds(choices))
    elif none := results.empty(choices):
        show.nothing(none)
        _offer(index.near(choices.sought, choices.kinds))
        say.caption(show.safety("medicine-not-listed"))
    else:
        _show_results(choices)


def _show_results(choices: results.FindChoices) -> None:
    figure = results.figure(choices, Look())
    show.found(figure.words["title"])
    if missing := figure.words["subtitle"]:
        say.caption(f"{missing} {show.safety('medicine-not-listed')}")
        _offer(index.near(choices.sought, choices.kinds))
    show.html(figure)


def _offer(texts: Iterable[str]) -> None:
    """Texts to search for, each a button."""
    with st.container(horizontal=True, key="offered"):
        for text in texts:
            st.button(text, key=f"offer-{text}", on_click=_take, args=(text,))


def _take(text: str) -> None:
    st.session_state["find_q"] = text


def _tell_faults() -> None:
    """What cannot be searched, and why."""
    told: dict[str, list[str]] = {}
    for kind, fault in index.readable_kinds()[1].items():
        told.setdefault(fault, []).append(KINDS[kind])
    for fault, kinds in told.items():
        say.warning(
            f"Not searched, because a data file has a fault: {', '.join(kinds)}. {plain(fault)}",
            icon=":material/warning:",
        )
