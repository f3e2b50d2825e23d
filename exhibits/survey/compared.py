"""Which groups stand side by side: up to four, each from one list, and what the survey has of each."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from exhibits.choices import one_of, switch
from exhibits.rows import Row
from exhibits.survey.curve import ends_and_lowest, no_curve, point
from exhibits.survey.estimates import Question, told, why_unanswered
from exhibits.survey.models import ADJUSTMENTS, curve_of, model_where, test_of
from exhibits.survey.outcomes import OUTCOMES, OutcomeChoices
from exhibits.survey.people import SEXES, People, Where, ages_of, who
from exhibits.survey.scales import SCALES
from exhibits.survey.sentences import FIFTHS, interval, ratio, row_name
from exhibits.survey.who import AGES, CONDITIONS

NOBODY = "none"
LOW_MG = SCALES["amount"].arms[0]
"""The intake at which the odds of the groups are told."""
MEASURES = {"percent": "Percent by fifth", "odds": "Odds-ratio curve"}
PLACES = ("first", "second", "third", "fourth")


def _all_groups() -> dict[str, tuple[str, Where]]:
    """Key → label and people: everyone, by sex, by age, by both, by each condition."""
    sexes = {key: label for key, label in SEXES.items() if key != "all"}
    found: dict[str, tuple[str, Where]] = {"all": ("Everyone", ())}
    found |= {sex: (label, (("sex", (sex,)),)) for sex, label in sexes.items()}
    found |= {age: (label, (("age", (age,)),)) for age, label in AGES.items()}
    for sex, label in sexes.items():
        found |= {f"{sex}-{age}": (f"{label} {of}", (("sex", (sex,)), ("age", (age,)))) for age, of in AGES.items()}
    for key, condition in CONDITIONS.items():
        for value, label in condition.labels.items():
            found[f"{key}-{value}"] = (f"{condition.label}: {label.lower()}", ((key, (value,)),))
    return found


GROUPS = _all_groups()
NAMES = {key: label for key, (label, _) in GROUPS.items()}


class CompareChoices(OutcomeChoices):
    """Which outcome, as what, in which groups: `?outcome=…&group1=Women&group2=Men&zoom=true`."""

    measure: str = one_of("Show", MEASURES, default="percent")
    first: str = one_of("Group", NAMES, default="female", address="group1")
    second: str = one_of("Compare with", {NOBODY: "Nobody"} | NAMES, default="male", address="group2")
    third: str = one_of("And with", {NOBODY: "Nobody"} | NAMES, default=NOBODY, address="group3")
    fourth: str = one_of("And also with", {NOBODY: "Nobody"} | NAMES, default=NOBODY, address="group4")
    adjustment: str = one_of("Odds adjusted for", ADJUSTMENTS, default="full", address="model")
    zoom: bool = switch(
        "Zoom each picture to its own group",
        help="Off: one vertical axis for all groups, so that heights can be compared.",
    )

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups chosen, each once."""
        chosen = (getattr(self, place) for place in PLACES)
        return tuple(dict.fromkeys(key for key in chosen if key != NOBODY))


class Panel(NamedTuple):
    """One group: its label, its people in words, what there is of it, and why there is nothing."""

    label: str
    who: str
    of: People | None  # None where the sample has nobody of the group
    rows: list[Row]  # by fifth of intake; empty for the curve
    curve: pd.DataFrame | None
    why_empty: str = ""
    n: int = 0  # the people the curve rests on

    @property
    def yardstick(self) -> str:
        """The one figure that is named of each group: its lowest fifth, or the odds ratio at a low intake."""
        if self.why_empty:
            return ""
        if self.curve is not None:
            return ratio(point(self.curve, LOW_MG))
        return interval(self.rows[0]) if self.rows[0]["reliable"] else ""

    @property
    def reach(self) -> str:
        """Where it is least and most, with intervals, for an alternative text."""
        if self.curve is not None:
            return ends_and_lowest(self.curve, "amount")
        shown = sorted((row for row in self.rows if row["reliable"]), key=itemgetter("prevalence"))
        least, most = shown[0], shown[-1]
        return f"{interval(least)} in the {row_name(least)} to {interval(most)} in the {row_name(most)}"

    @property
    def size(self) -> float:
        """How large the yardstick is."""
        return point(self.curve, LOW_MG)["odds_ratio"] if self.curve is not None else self.rows[0]["prevalence"]


def yardstick_name(measure: str) -> str:
    """What the yardstick measures."""
    return f"the {FIFTHS[1]}" if measure == "percent" else f"{LOW_MG} mg"


def panels(choices: CompareChoices) -> list[Panel]:
    """What there is of each group."""
    return [_panel(choices, key) for key in choices.groups]


def _panel(choices: CompareChoices, key: str) -> Panel:
    label, where = GROUPS[key]
    people, problem = _people(choices.outcome, where)
    if people is None:
        return Panel(label, label, None, [], None, problem)
    named = who(people)
    if choices.measure == "odds":
        if model_where(people) is None:
            return Panel(label, named, people, [], None, f"No curve was fitted for {named}.")
        n = int(test_of(people, choices.adjustment)["n"])
        return Panel(label, named, people, [], curve_of(people, choices.adjustment), n=n)
    question = Question(people)
    if unanswered := why_unanswered(question):
        return Panel(label, named, people, [], None, unanswered)
    rows = told(question)
    few = f"Too few to say: {sum(row['n'] for row in rows):,} people."
    return Panel(label, named, people, rows, None, "" if any(row["reliable"] for row in rows) else few)


def _people(outcome: str, where: Where) -> tuple[People | None, str]:
    """The group in the outcome's sample, or why it is not in it."""
    asked = dict(where)
    if OUTCOMES[outcome].women_only and asked.pop("sex", ()) == ("male",):
        return None, "The sample has women only."
    if any(age not in ages_of(outcome) for age in asked.get("age", ())):
        return None, "The sample has nobody of this age."
    return People(outcome, tuple(asked.items())), ""


def nothing(choices: CompareChoices) -> str:
    """Why no group has anything to see; empty where one has."""
    asked = panels(choices)
    if any(not panel.why_empty for panel in asked):
        return ""
    reasons = list(dict.fromkeys(panel.why_empty for panel in asked))
    return " ".join(reasons) + (f" {_fitted(choices)}" if choices.measure == "odds" else "")


def _fitted(choices: CompareChoices) -> str:
    return no_curve(People(choices.outcome)).partition(". ")[2]
