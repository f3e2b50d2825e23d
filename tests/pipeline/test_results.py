"""The committed tables are what the raw files give, byte for byte."""

from pathlib import Path

import pytest

from pipeline.commands import RESULTS
from pipeline.results import build_results

SIX_MEGABYTES = 6_000_000


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    build_results(folder)
    return folder


@pytest.mark.raw
def test_a_rebuild_gives_the_same_files(rebuilt):
    """No file more, none fewer."""
    assert {file.name for file in rebuilt.iterdir()} == {file.name for file in RESULTS.iterdir()}


@pytest.mark.raw
def test_a_rebuild_gives_the_same_bytes(rebuilt):
    """Change the pipeline, and `make results` renews the tables on purpose."""
    differing = [file.name for file in rebuilt.iterdir() if file.read_bytes() != (RESULTS / file.name).read_bytes()]
    assert differing == []


def test_the_survey_tables_stay_small():
    """They are loaded by a web page."""
    assert sum(file.stat().st_size for file in RESULTS.iterdir()) < SIX_MEGABYTES
