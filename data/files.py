"""The bytes of the data files, held against what the data package declares of them.

`datapackage.json` has the size and the SHA-256 of every table. A file that is read and used must be the one that was
described: a table cut short, or with a figure changed, still reads well and would quietly change what a page says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA_FOLDER = Path(__file__).parent
DESCRIPTOR = DATA_FOLDER / "datapackage.json"
RENEW = "If the change was meant, run `python -m data.package`; if not, restore the file with git."

_held = True


class DataError(ValueError):
    """A committed file cannot be used as it is; the message says which, and what to do."""


def read_bytes(file: Path) -> bytes:
    """What a file holds. Raises DataError where it cannot be read; the message has its name, and no path."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise DataError(f"{file.name}: is missing from {file.parent.name}/. Restore it with git.") from None
    except OSError as problem:
        raise DataError(f"{file.name}: cannot be read ({problem.strerror}).") from None


def check_bytes(file: Path, content: bytes) -> None:
    """Raise DataError where a file of the data package holds other bytes than the package declares.

    To be called when nothing else is wrong in the file: what is wrong in a record says more than a sum over all.
    """
    if not _held or not file.is_relative_to(DATA_FOLDER):
        return
    declared = declarations().get(file.relative_to(DATA_FOLDER).as_posix())
    if declared and declared != fingerprint(content):
        sizes = f"{len(content):,} bytes where {declared['bytes']:,} are declared"
        if len(content) == declared["bytes"]:
            sizes = f"{len(content):,} bytes as declared, but not the same ones"
        raise DataError(f"{file.name}: is not the file that {DESCRIPTOR.name} describes: it has {sizes}. {RENEW}")


def fingerprint(content: bytes) -> dict[str, Any]:
    """Size and SHA-256, as a resource of a Frictionless Data Package names them."""
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def declarations() -> dict[str, dict[str, Any]]:
    """Size and SHA-256 of every table and every lesson, by its path below data/."""
    described = read_descriptor()
    resources = [*described["resources"], *described.get("lessons", [])]
    return {one["path"]: {"bytes": one.get("bytes", 0), "hash": one.get("hash", "")} for one in resources}


def read_descriptor() -> dict[str, Any]:
    """The committed descriptor, read again once it was rewritten. Raises DataError where it is missing or broken."""
    try:
        state = DESCRIPTOR.stat()
    except OSError:
        return _parsed(DESCRIPTOR, ())
    return _parsed(DESCRIPTOR, (state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=1)
def _parsed(file: Path, state: tuple[int, ...]) -> dict[str, Any]:
    content = read_bytes(file)
    try:
        descriptor = json.loads(content)
        if all(isinstance(one["path"], str) and isinstance(one["name"], str) for one in descriptor["resources"]):
            return descriptor
        problem = "a resource has no path or no name"
    except (ValueError, TypeError, LookupError) as fault:
        problem = f"{type(fault).__name__}: {fault}"
    made = "Restore it with git; `python -m data.package` would make it anew from the files as they are"
    raise DataError(f"{file.name}: is no data package ({problem}). {made}.")


@contextmanager
def unheld() -> Iterator[None]:
    """Files may be read that no package describes yet: while a new one is made."""
    global _held
    _held = False
    try:
        yield
    finally:
        _held = True
