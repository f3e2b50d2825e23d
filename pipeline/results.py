"""Rebuild every committed survey table, in order."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pipeline.steps import (
    associations,
    benchmarks,
    cells,
    counted_prevalence,
    funnel,
    held_still,
    intake,
    multiverse,
    nutrients,
    objections,
    one_day,
    shuffles,
)

Step = Callable[[Path], None]


def steps(number: int, *, every_analysis: bool, scheduler: str) -> dict[str, Step]:
    """Every step by name; those that fit models by the thousand run on a core each, or on the cluster named."""
    return {
        "cells": cells.run,
        "funnel": funnel.run,
        "associations": associations.run,
        "multiverse": partial(multiverse.run, scheduler=scheduler),
        "benchmarks": benchmarks.run,
        "intake": intake.run,
        "nutrients": partial(nutrients.run, scheduler=scheduler),
        "held still": held_still.run,
        "prevalence as counted": counted_prevalence.run,
        "objections": objections.run,
        "one day": one_day.run,
        "shuffles": partial(shuffles.run, shuffles=number, every_analysis=every_analysis, scheduler=scheduler),
    }


def build_results(
    folder: Path, number: int = shuffles.SHUFFLES, *, every_analysis: bool = False, scheduler: str = ""
) -> None:
    """Run every step into `folder`, telling how long each took; `number` of shuffles, of every analysis where asked."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, run in steps(number, every_analysis=every_analysis, scheduler=scheduler).items():
        start = time.perf_counter()
        run(folder)
        print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)
