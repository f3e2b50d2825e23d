"""How each sample comes about: people left after each step."""

from pathlib import Path

import pandas as pd

from pipeline.outcomes import OUTCOMES, read_population, read_sample
from pipeline.steps.tables import write_csv

ANSWERED = {
    "neuropathy": "Feeling in both feet classified",
    "neuropathy_one_foot": "Feeling in at least one foot classified",
    "chronic_pain": "Pain and how long it lasted answered",
    "rheumatoid_arthritis": "Rheumatoid arthritis, or no arthritis, reported",
}


def funnel(outcome: str) -> pd.DataFrame:
    """Rows step, label, n from everyone sampled to the analytic sample."""
    people = read_population(outcome)
    low, high = OUTCOMES[outcome].age_range
    of_age = people["age"].notna() & people["sex"].isin(OUTCOMES[outcome].sexes)
    women = "Women aged" if OUTCOMES[outcome].sexes == ("female",) else "Aged"
    # A sample that stops at 80 has everybody from 2007 on, when the survey began to record all of 80 and over as 80.
    ages = f"{low} and over" + (f" (before 2007 to {high})" if high < 120 else "")
    steps = [
        ("sampled", f"Sampled, {OUTCOMES[outcome].design}", len(people)),
        ("of_age", f"{women} {ages}", of_age.sum()),
        ("examined", "Examined at the mobile center", (of_age & people["examined"]).sum()),
        ("classified", ANSWERED[outcome], (of_age & people["examined"] & people["case"].notna()).sum()),
        ("reliable_recall", "With a reliable first-day diet recall", len(read_sample(outcome))),
    ]
    table = pd.DataFrame(steps, columns=["step", "label", "n"])
    table.insert(0, "outcome", outcome)
    return table


def check_funnel(table: pd.DataFrame) -> None:
    """No step adds people."""
    for outcome, steps in table.groupby("outcome"):
        assert steps["n"].is_monotonic_decreasing, f"funnel: a step adds people to {outcome}"


def run(folder: Path) -> None:
    """Write survey_funnel.csv."""
    table = pd.concat([funnel(outcome) for outcome in OUTCOMES])
    check_funnel(table)
    write_csv(table, folder / "survey_funnel.csv")
