"""R's printed output is what the R script prints."""

import io
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from tests.referee import MISSING, find_referee

R = Path(__file__).parent.parent / "r"


@pytest.mark.raw
@pytest.mark.parametrize("script", ["reference", "nutrients"])
def test_the_referees_output_is_what_the_script_prints(script):
    """After a change: `Rscript tests/r/reference.R > tests/r/reference.csv`, and so for nutrients."""
    if (program := find_referee()) is None:
        pytest.fail(MISSING)
    run = subprocess.run([program, R / f"{script}.R"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-500:]
    printed, committed = pd.read_csv(io.StringIO(run.stdout)), pd.read_csv(R / f"{script}.csv")
    pd.testing.assert_frame_equal(printed, committed, rtol=1e-6)
