"""docs/security.md says what the code does: its bounds are the code's, and every file it names is there."""

import re

import pytest

from classroom import faults, hub, limits
from data import lessons
from mcp_server import tools
from routes import answers
from routes.phone import live
from tests.site_map import ROOT

DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
BOUNDS = {
    "body of an answer from a phone": f"{live.LARGEST_BODY // 1000} kB, {live.MOST_FIELDS} fields",
    "body of any other request": f"{answers.LARGEST_BODY // 1000} kB",
    "answers of one participant": f"{limits.ANSWERS_OF_ONE.most} at once, then {limits.ANSWERS_OF_ONE.per_second} a second",
    "answers of a class": f"{limits.ANSWERS_OF_CLASS.most:,} at once, then {limits.ANSWERS_OF_CLASS.per_second} a second",
    "phones of a class": f"{faults.MOST_PHONES}",
    "event streams": f"{hub.MOST_STREAMS_OF_ONE}",
    "a lesson's file": f"{lessons.MOST_BYTES // 1000} kB; {lessons.MOST_FILES} files of a folder",
    "an answer to an assistant": f"{tools.MOST_ROWS} rows",
    "kept answers": f"{answers.MOST_KEPT_BYTES // 1_000_000} MB",
}


@pytest.mark.parametrize("what", BOUNDS)
def test_a_bound_is_the_one_of_the_code(what):
    """In its row of the table."""
    row = next(line for line in DOCUMENT.splitlines() if line.startswith(f"| {what}"))
    assert row.split("|")[2].strip() == BOUNDS[what]


def test_every_file_that_is_named_is_there():
    """A test that was renamed would leave a claim that nothing holds."""
    named = re.findall(r"`((?:[\w.]+/)+[\w.]+|serve\.py)`", DOCUMENT)
    assert len(named) > 20
    assert [file for file in named if not (ROOT / file).exists()] == []
