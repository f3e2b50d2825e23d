"""Tests that need the raw NHANES files carry `@pytest.mark.raw`; without the files they skip, saying what they need.

Where `REQUIRE_RAW=1` (continuous integration) they fail instead, so that they cannot be left out unseen.
"""

import os

import pytest

NEEDS = "needs the raw NHANES files: set NHANES_DIR to their folder, or run `python -m pipeline fetch` and set it"


def pytest_runtest_setup(item):
    # A hook and not a fixture, so that it comes before module fixtures that read the files.
    if item.get_closest_marker("raw") is None or os.environ.get("NHANES_DIR"):
        return
    if os.environ.get("REQUIRE_RAW") == "1":
        pytest.fail(NEEDS)
    pytest.skip(NEEDS)
