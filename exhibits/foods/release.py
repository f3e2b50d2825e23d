"""The whole USDA release, where the reader has made its table: is it there, is it sound, and which foods need it."""

from __future__ import annotations

from collections.abc import Iterable

from data.base import DataError
from data.foods import food_frame, whole_release

KEYS_BEGIN = "sr-"  # of the foods that only the release has


def release_version() -> int:
    """Changes when the reader makes the whole release anew; 0 where it was not made or is broken."""
    file = whole_release().file
    return file.stat().st_mtime_ns if file.exists() and not release_fault() else 0


def release_fault() -> str:
    """What is wrong with the table that the reader made; empty where nothing is, or where it was not made."""
    try:
        if whole_release().file.exists():
            food_frame(whole=True)
    except DataError as problem:
        return str(problem)
    return ""


def version_for(keys: Iterable[str]) -> int:
    """The version of the release where one of these foods is from it, else 0: our own list."""
    return release_version() if any(key.startswith(KEYS_BEGIN) for key in keys) else 0
