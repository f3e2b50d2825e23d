"""Lessons as records: what is read, and how a fault is told."""

from data.lessons import FOLDER, read_lesson


def test_our_lessons_are_read():
    assert read_lesson(FOLDER / "is-the-curve-a-u.yml")
