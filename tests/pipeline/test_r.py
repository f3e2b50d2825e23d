"""R's printed output is what the R script prints."""

import io
import subprocess
from pathlib import Path

import pandas as pd
import pytest

R = Path(__file__).parent.parent / "r"


@pytest.mark.raw
def test_the_referees_output_is_what_the_script_prints():
    """After a change: `Rscript tests/r/reference.R > tests/r/reference.csv`."""
    run = subprocess.run(["Rscript", R / "reference.R"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-500:]
    printed, committed = pd.read_csv(io.StringIO(run.stdout)), pd.read_csv(R / "reference.csv")
    pd.testing.assert_frame_equal(printed, committed, rtol=1e-6)
