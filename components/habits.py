"""What a reader chooses once for the whole visit: the unit of blood levels, whose targets count. Every page follows it.

The choice stands in the address of each page that offers it, so that a link restores it; between pages it is kept for the
visit, also over pages that do not offer it, and `habits.js` takes it along in links that start a visit of their own, as it does
the level of words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components import history, levels, notices
from data.intakes import TARGETS_OF
from exhibits.choices import Choices
from exhibits.find.pages import PAGES
from exhibits.units import UNITS

UNITS_AND_TARGETS: dict[str, Mapping[Any, str]] = {"unit": UNITS, "targets": TARGETS_OF}
KEPT = tuple(UNITS_AND_TARGETS)
"""The names in the address of what is kept; a control of such a name is kept wherever it is drawn."""

CARRYING = f"""<script>(() => {{
const PAGES = {json.dumps(list(PAGES))};
{Path(__file__).with_suffix(".js").read_text(encoding="utf-8")}}})()</script>"""
"""Lets links to our pages carry what is kept. Streamlit's own menu and page links stay in the visit and need it not."""


def recall(key: str) -> None:
    """Before a control is drawn: give it what was chosen on another page, where the address does not say otherwise."""
    known = key in st.session_state or key in st.query_params or history.went()
    if key in KEPT and not known and (kept := _kept(key)) is not None:
        st.session_state[key] = kept


def keep(key: str, chosen: str) -> None:
    """After it is drawn: keep what is chosen for the other pages."""
    if key in KEPT:
        st.session_state[f"_kept_{key}"] = chosen


def now(of: type[Choices], name: str) -> Any:
    """What is in force, for what stands above the control or on a page without one."""
    key, control = of.address_name(name), of.control(name)
    offered = control.offered()
    said = notices.check_parameter(key, offered.values())[-1:]
    asked = [value for value, label in offered.items() if label in said]
    for value in (st.session_state.get(key), *asked, None if history.went() else _kept(key)):
        if value in offered:
            keep(key, value)
            return value
    return of.model_fields[name].default


def _kept(key: str) -> str | None:
    return st.session_state.get(f"_kept_{key}")


def carried() -> dict[str, str]:
    """What links to our pages take along (parameter → value): unit, targets, and the level of words, each where it was chosen."""
    kept = {key: UNITS_AND_TARGETS[key][value] for key in KEPT if (value := _kept(key)) in UNITS_AND_TARGETS[key]}
    return kept | levels.query()
