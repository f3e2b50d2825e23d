"""What was shown in each released version: the figures of every exhibit as it is shown first, kept to compare with.

`data/releases/<version>.json` is written once, by `python -m exhibits release`, when a version is released.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from data.base import DataError
from data.files import DATA_FOLDER, read_bytes

FOLDER = DATA_FOLDER / "releases"
RELEASES = {"1.2.0": "2026-11-26", "1.1.0": "2026-11-26", "1.0.0": "2026-11-22"}
"""The day on which the data of each version were released, the newest first."""

VERSION = next(iter(RELEASES))
RELEASED = RELEASES[VERSION]


def kept_versions() -> list[str]:
    """The versions whose figures were kept, the newest first."""
    return [version for version in RELEASES if (FOLDER / f"{version}.json").exists()]


@cache
def load_release(version: str = VERSION) -> dict[str, list[dict[str, Any]]]:
    """The rows of each exhibit in that version, by its key; empty where they were not kept. Raises DataError for a broken file."""
    if version not in kept_versions():
        return {}
    file = FOLDER / f"{version}.json"
    try:
        return json.loads(read_bytes(file))
    except ValueError as problem:
        raise DataError(f"{file.name}: is no JSON ({problem}). Restore it with git.") from problem


def order(version: str) -> list[int]:
    """The version to be compared with others: "1.10.0" is after "1.9.0". Anything else than three numbers is before all."""
    return [int(part) for part in version.split(".")] if re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}", version) else []
