"""Rebuild every committed survey table, in order."""

import time
from pathlib import Path

from pipeline.steps import associations, benchmarks, cells, funnel, intake, multiverse

STEPS = {
    "cells": cells.run,
    "funnel": funnel.run,
    "associations": associations.run,
    "multiverse": multiverse.run,
    "benchmarks": benchmarks.run,
    "intake": intake.run,
}


def build_results(folder: Path) -> None:
    """Run every step into `folder`, telling how long each took."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, run in STEPS.items():
        start = time.perf_counter()
        run(folder)
        print(f"{name}: {time.perf_counter() - start:.1f} s")
