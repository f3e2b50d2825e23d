"""docs/faults.md names tests that are there, and every test that breaks something is named or stands in a file that is."""

import re

import pytest

from tests.site_map import ROOT

pytestmark = pytest.mark.faults
DOCUMENT = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(test_\w+)`", DOCUMENT))
MARKED = re.compile(r"pytestmark = .*pytest\.mark\.faults|@pytest\.mark\.faults\n(?:@.*\n)*def (test_\w+)")


def breaking() -> set[str]:
    """By the mark, of a file or of a test."""
    found: set[str] = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        text = file.read_text(encoding="utf-8")
        marks = list(MARKED.finditer(text))
        if any(mark[1] is None for mark in marks):
            found.update(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
        found.update(mark[1] for mark in marks if mark[1])
    return found


def test_every_test_that_is_named_is_there_and_runs_with_them():
    """A renamed one would leave a claim that nothing holds."""
    assert len(NAMED) > 20
    assert NAMED - breaking() == set()


@pytest.mark.parametrize(
    "fault",
    ["killed", "disk is full", "read-only", "damaged or missing", "PostgreSQL is away", "clock", "Two releases", "sleeps", "proxy"],
)  # fmt: skip
def test_every_fault_has_its_row(fault):
    """With something seen and a test."""
    row = next(line for line in DOCUMENT.splitlines() if line.startswith("|") and fault in line.split("|")[1])
    assert len(row.split("|")) == 6 and "`test_" in row
