"""Tests that need the raw NHANES files carry `@pytest.mark.raw`; without the files they skip, saying what they need.

Where `REQUIRE_RAW=1` (continuous integration) they fail instead, so that they cannot be left out unseen.
"""

import os
import shutil
import subprocess

import pytest

NEEDS = "needs the raw NHANES files: set NHANES_DIR to their folder, or run `python -m pipeline fetch` and set it"


def has_r_survey() -> bool:
    """Whether R is here with the package that the scripts load; it takes part in no other test."""
    if shutil.which("Rscript") is None:
        return False
    asked = ["Rscript", "-e", "library(survey)"]
    return subprocess.run(asked, capture_output=True).returncode == 0


# The committed output is what the tests compare with, and `make test` installs no R: where R is, it is asked again.
collect_ignore = [] if has_r_survey() else ["test_r.py"]


def pytest_runtest_setup(item):
    # A hook and not a fixture, so that it comes before module fixtures that read the files.
    if item.get_closest_marker("raw") is None or os.environ.get("NHANES_DIR"):
        return
    if os.environ.get("REQUIRE_RAW") == "1":
        pytest.fail(NEEDS)
    pytest.skip(NEEDS)
