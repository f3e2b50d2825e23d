"""The dashboard, served fast: `streamlit run serve.py` (what `make run` does).

Same pages as `streamlit run dashboard.py`. Before the first visitor comes, everything slow is done once: imports,
reading the data, and telling the garbage collector that none of it will ever be garbage.
"""

import gc
import importlib
import inspect
import pkgutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from types import ModuleType
from typing import get_args

import plotly.io
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

import data.base
from data.results_tables import Outcome

IMPORTED_LATE = ("PIL.Image", "streamlit.emojis", "streamlit.material_icon_names")
"""For the first logo, chart, heading with a sign, and icon."""


@asynccontextmanager
async def ready(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Get everything ready before the first visitor; a fault in the data is told and does not stop the server."""
    warm_imports()
    for problem in data_problems():
        print(f"\nDATA PROBLEM  {problem}\n", file=sys.stderr, flush=True)
    PagesManager.uses_pages_directory = False  # or the first visitor's link is taken for a file in pages/
    gc.collect()
    gc.freeze()
    yield {}


def warm_imports() -> None:
    """Import what would otherwise wait for the first visitor: our components, and what Streamlit and plotly import late."""
    import components

    list(modules(components))
    for name in IMPORTED_LATE:
        importlib.import_module(name)
    plotly.io.to_json({"data": [], "layout": {}}, validate=False)  # finds its JSON writer


def modules(room: ModuleType) -> Iterator[ModuleType]:
    """Every module of a room, imported."""
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        yield importlib.import_module(found.name)


def loaders() -> Iterator[Callable[[], object]]:
    """Every `load_…` function of data/, each of which keeps what it read; one that needs an outcome, for each outcome."""
    for module in modules(data):
        for name, function in vars(module).items():
            if name.startswith("load_") and getattr(function, "__module__", "") == module.__name__:
                if not required_arguments(function):
                    yield function
                elif required_arguments(function) == ["outcome"]:
                    yield from (partial(function, outcome) for outcome in get_args(Outcome))


def required_arguments(function: Callable) -> list[str]:
    """The arguments a function cannot be called without."""
    return [name for name, given in inspect.signature(function).parameters.items() if given.default is given.empty]


def data_problems() -> list[str]:
    """Read every table once; what is wrong with any of them, each fault told once."""
    problems = []
    for load in loaders():
        try:
            load()
        except data.base.DataError as problem:
            problems.append(str(problem))
        except Exception as problem:  # the other pages still work, so the server must come up
            name = inspect.unwrap(getattr(load, "func", load)).__qualname__
            problems.append(f"{name} failed: {type(problem).__name__}: {problem}")
    return list(dict.fromkeys(problems))


app = st.App("dashboard.py", lifespan=ready)
