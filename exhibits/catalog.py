"""Every exhibit there is, found by reading the folders of this room; nothing is registered by hand."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from urllib.parse import urlencode

import exhibits
from data.base import DataError
from exhibits.base import Exhibit
from exhibits.choices import ChoiceError, Choices


@cache
def subjects() -> dict[str, dict[str, Exhibit]]:
    """Every exhibit by its subject and its key. Raises DataError where two have one key."""
    found: dict[str, Exhibit] = {}
    sorted_in: dict[str, dict[str, Exhibit]] = {}
    for module in pkgutil.walk_packages(exhibits.__path__, "exhibits."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if not isinstance(value, Exhibit):
                continue
            if found.setdefault(value.key, value) is not value:
                raise DataError(f"{module.name}: a second exhibit is named '{value.key}'. Give it another key.")
            sorted_in.setdefault(module.name.split(".")[1], {})[value.key] = value
    return sorted_in


@cache
def catalog() -> dict[str, Exhibit]:
    """Every exhibit by its key, subject by subject."""
    return {key: one for found in subjects().values() for key, one in found.items()}


def exhibit(key: str) -> Exhibit:
    """The exhibit of this key. Raises ChoiceError naming all keys where there is none."""
    if key not in catalog():
        raise ChoiceError("exhibit", key, catalog())
    return catalog()[key]


def link(shown: Exhibit, choices: Choices) -> str:
    """The address that shows it, without a host: "/foods?per=100+g"."""
    query = urlencode(shown.address(choices), doseq=True)
    return f"/{shown.page}" + (f"?{query}" if query else "")
