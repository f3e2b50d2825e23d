"""The committed tables are what the raw files give, byte for byte."""

import pytest

from pipeline.commands import RESULTS
from pipeline.results import steps
from pipeline.steps.shuffles import SHUFFLES

EIGHT_MEGABYTES = 8_000_000


SHUFFLED = "shuffles.csv"  # 500 shuffles take minutes; test_shuffles.py holds a few of them to svy and to every engine


@pytest.mark.raw
def test_a_rebuild_gives_the_same_files_and_bytes(tmp_path):
    """Change the pipeline, and `make results` renews the tables on purpose. All steps but the shuffles."""
    for name, run in steps(SHUFFLES, every_analysis=False, scheduler="").items():
        if name != "shuffles":
            run(tmp_path)
    rebuilt = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    committed = {file.name: file.read_bytes() for file in RESULTS.iterdir()}
    assert set(rebuilt) | {SHUFFLED} == set(committed)
    assert [name for name in rebuilt if rebuilt[name] != committed[name]] == []


def test_the_survey_tables_stay_small():
    """They are loaded by a web page."""
    assert sum(file.stat().st_size for file in RESULTS.iterdir()) < EIGHT_MEGABYTES
