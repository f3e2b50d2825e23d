"""The outcomes that were asked for by intake: how each is told, how it was measured, and in which survey."""

from __future__ import annotations

from typing import NamedTuple

from exhibits.choices import Choices, one_of


class Outcome(NamedTuple):
    """How an outcome is told."""

    label: str
    name: str
    measured: str
    survey: str
    sources: tuple[str, ...]
    women_only: bool = False
    left_out: str = ""  # whom the sample leaves out beside those who were not asked, in a sentence


NHANES_1999 = "NHANES 1999–2004 (National Center for Health Statistics)"
NHANES_2003 = "NHANES 2003–2016 (National Center for Health Statistics)"
OUTCOMES = {
    "neuropathy": Outcome(
        "Neuropathy",
        "neuropathy",
        "Neuropathy: at least one spot on a foot where a thin filament was not felt; that is lost feeling, not tingling or pain.",
        NHANES_1999,
        ("nhanes_1999_2004",),
    ),
    "neuropathy_one_foot": Outcome(
        "Neuropathy, one-foot rule",
        "neuropathy",
        "Neuropathy: at least one spot on a foot where a thin filament was not felt (lost feeling, not tingling or pain); to be free of "
        "it, one foot tested is enough.",
        NHANES_1999,
        ("nhanes_1999_2004",),
    ),
    "chronic_pain": Outcome(
        "Chronic pain",
        "chronic pain",
        "Chronic pain: pain in the past month that had lasted three months or more.",
        NHANES_1999,
        ("nhanes_1999_2004",),
    ),
    "rheumatoid_arthritis": Outcome(
        "Rheumatoid arthritis in women",
        "rheumatoid arthritis",
        "As told by a doctor; women with another kind of arthritis are left out.",
        NHANES_2003,
        ("nhanes_2003_2016",),
        women_only=True,
        # Ages were recorded up to 85 before 2007 and up to 80 from then on; the sample, after a published one, stops at 80.
        left_out="Before 2007 women of 81 and over are left out; from 2007 on, “80” stands for 80 and over.",
    ),
}
CAVEAT = "One recalled day of eating per person, seen once: an association, which cannot show cause and effect."
CELLS = tuple(f"cells-{outcome.replace('_', '-')}" for outcome in OUTCOMES)
PREVALENCE_TABLES = (*CELLS, "intake-bands", "mean-intakes", "survey-design", "survey-outcomes")


class OutcomeChoices(Choices):
    """Which outcome."""

    outcome: str = one_of("Outcome", {outcome: told.label for outcome, told in OUTCOMES.items()}, default="neuropathy")

    @property
    def told(self) -> Outcome:
        """How the outcome is told."""
        return OUTCOMES[self.outcome]


def sources(choices: OutcomeChoices) -> tuple[str, ...]:
    """Of the survey that the outcome is in."""
    return choices.told.sources


def source_line(outcome: Outcome) -> str:
    """The source below a picture of estimates."""
    return " ".join(part for part in (f"{outcome.survey}. Our own analysis.", outcome.left_out, CAVEAT) if part)
