"""How long the survey's answers take: `python -m bench.survey`, and with `--pipeline` the rebuild from raw files.

Prints times, judges nothing: the aims are under 20 ms for any prevalence, under 5 minutes for the pipeline on 2 cores.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from data import survey
from data.associations import load_curve, load_odds_ratios
from data.survey_intake import load_intake

QUESTIONS = 200
SEED = 1


def random_question(choose: random.Random) -> dict:
    """Any outcome, any group of any block, standardized or not."""
    outcome = choose.choice(list(survey.outcomes().index))
    block = choose.choice(survey.blocks(outcome))
    keys = [*choose.sample(["sex", "age"], choose.randint(0, 2)), *choose.sample(block, choose.randint(0, 3))]
    where = {key: choose.choice(survey.groups(outcome)[key]) for key in keys}
    return {
        "outcome": outcome,
        "by": choose.choice(survey.BY),
        "where": where,
        "standardize": choose.choice(survey.STANDARDIZE),
    }


def milliseconds(call: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def report(what: str, times: list[float]) -> None:
    """Median, 95th percentile and slowest."""
    slowest = sorted(times)
    p95 = slowest[int(0.95 * (len(slowest) - 1))]
    print(f"{what:<44} median {statistics.median(times):6.1f} ms   p95 {p95:6.1f} ms   max {slowest[-1]:6.1f} ms")


def main() -> None:
    """Print the table of times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", action="store_true", help="also rebuild all tables from the raw files")
    options = parser.parse_args()

    for outcome in survey.outcomes().index:
        spent = milliseconds(partial(survey.estimate_prevalence, outcome))
        print(f"first call, tables read: {outcome:<23} {spent:6.1f} ms")
    choose = random.Random(SEED)
    questions = [random_question(choose) for _ in range(QUESTIONS)]
    # A first round reads the blocks the questions need; the second is what a running app sees.
    report("prevalence, any group, block not yet read", [ask(question) for question in questions])
    report("prevalence, any group", [ask(question) for question in questions])
    report("odds ratios", [milliseconds(lambda: load_odds_ratios("neuropathy")) for _ in range(20)])
    report("curve", [milliseconds(lambda: load_curve("neuropathy")) for _ in range(20)])
    report("intake", [milliseconds(load_intake) for _ in range(20)])
    if options.pipeline:
        from pipeline.results import build_results

        with tempfile.TemporaryDirectory() as folder:
            print(f"whole pipeline {milliseconds(lambda: build_results(Path(folder))) / 1000:.0f} s")


def ask(question: dict) -> float:
    """Time of one prevalence."""
    return milliseconds(lambda: survey.estimate_prevalence(**question))


if __name__ == "__main__":
    main()
