"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from classroom import database, limits, store
from classroom.store import Opened
from tests.classroom.lesson import LESSON


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An SQLite file that is not there yet."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("CLASSROOM_DB", str(tmp_path / "classroom.db"))
    database.forget()
    for limit in vars(
        limits
    ).values():  # codes looked up count for the whole process: another test may have used them up
        if isinstance(limit, limits.Limit):
            limit.left.clear()
    yield tmp_path / "classroom.db"
    database.forget()


@pytest.fixture
def opened(file: Path) -> Opened:
    """A class with the lesson of these tests."""
    return store.open_class(LESSON)
