"""Files and functions stay small enough to be read at one go. Whatever is longer stands here with its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.test_rooms import ROOMS, ROOT, sources

LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FUNCTION = 350, 40, 12  # lines
FILES = {
    "data/evidence.py": "declarations of seven tables that name one another, and their loaders",
}
FUNCTIONS = {
    "data/survey.py::estimate_prevalence": "27 of its lines tell what may be asked, and what each column of the answer is"
}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file, methods and inner ones too, with its lines from `def` to its end."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}::{node.name}", node.end_lineno - node.lineno + 1


def python_files() -> list[Path]:
    """Every Python file of ours."""
    return sources(*ROOMS, "dashboard.py", "menu.py", "serve.py")


def test_no_file_is_longer_than_350_lines():
    """A file is one thing: what no longer fits is two."""
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    long = {name: lines for name, lines in long.items() if lines > LONGEST_FILE}
    assert set(long) == set(FILES), f"too long, or an exception that is none: {long}"


def test_no_function_is_longer_than_40_lines():
    """What a function does fits on a screen."""
    long = {name: lines for path in python_files() for name, lines in functions(path) if lines > LONGEST_FUNCTION}
    assert set(long) == set(FUNCTIONS), f"too long, or an exception that is none: {long}"


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "pages"])  # pages are read from top to bottom
def test_half_of_the_functions_of_a_room_are_shorter_than_12_lines(room):
    """The rule of most functions is to be short."""
    lengths = [lines for path in sources(room) for _, lines in functions(path)]
    assert median(lengths) < MEDIAN_FUNCTION
