"""What can be ticked for a brief, and everything that one may choose in it; all of it stands in the address."""

from __future__ import annotations

from brief.ready import SECTIONS, SHEETS, Ready
from data.comparison import load_comparison_rows
from data.evidence import load_questions
from data.interactions import load_interactions
from data.risk import DIRECTION_WORDS, load_risk_groups
from data.serum import Unit, load_serum_groups
from data.supplements import load_salts
from exhibits.choices import one_of, some_of
from exhibits.life_stage import AnyAgeChoices
from exhibits.survey.estimates import QuestionChoices
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.people import SEXES, ages_of, condition
from exhibits.survey.who import AGES
from exhibits.units import UNITS

PAPERS = {"a4": "A4", "letter": "US Letter"}
INSTEAD = (
    "What you tick takes the place of the ready-made parts, which stand in gray. Up to seven fit whatever is in them."
)
FIRST = next(iter(SHEETS))


def _rows() -> dict[str, str]:
    """The rows of the comparison; its emergency stands among the red flags."""
    return {key: row.short for key, row in load_comparison_rows().items() if key != "emergency"}


def _levels() -> dict[str, str]:
    return {key: group.name for key, group in load_serum_groups().items()}


def _groups() -> dict[str, str]:
    return {
        key: f"{group.short} ({DIRECTION_WORDS[group.direction].lower()})" for key, group in load_risk_groups().items()
    }


def _medicines() -> dict[str, str]:
    return {key: one.drug for key, one in load_interactions().items()}


def _forms() -> dict[str, str]:
    return {key: salt.name for key, salt in load_salts().items()}


def _questions() -> dict[str, str]:
    return {key: question.asked for key, question in load_questions().items() if question.asked}


class BriefChoices(AnyAgeChoices):
    """A sheet: `?sheet=Before+you+recommend+a+supplement&include=Red+flags&size=US+Letter`.

    What is not chosen is as the ready-made sheet has it.
    """

    sheet: str = one_of("Sheet", {key: ready.title for key, ready in SHEETS.items()}, default=FIRST)
    paper: str = one_of("Paper", PAPERS, default="a4", address="size")
    include: tuple[str, ...] = some_of("Take in", SECTIONS, help=INSTEAD)
    rows: tuple[str, ...] = some_of("Rows of the comparison", _rows)
    levels: tuple[str, ...] = some_of("Blood levels", _levels)
    unit: Unit = one_of("Unit of blood levels", UNITS, default="mmol/L")
    groups: tuple[str, ...] = some_of("Groups at risk", _groups)
    medicines: tuple[str, ...] = some_of("Medicines", _medicines)
    forms: tuple[str, ...] = some_of("Compounds", _forms)
    topics: tuple[str, ...] = some_of("Questions on evidence", _questions)
    outcome: str = one_of("Survey: outcome", {key: one.label for key, one in OUTCOMES.items()}, default="neuropathy")
    who: str = one_of("Survey: who", SEXES, default="all")
    ages: tuple[str, ...] = some_of("Survey: ages", AGES)
    diabetes: str = condition("diabetes")

    @property
    def ready(self) -> Ready:
        """The ready-made sheet it began from."""
        return SHEETS[self.sheet]

    @property
    def included(self) -> tuple[str, ...]:
        """The sections ticked, in the order of the sheet."""
        ticked = self.include or self.ready.include
        return tuple(key for key in SECTIONS if key in ticked)

    def picked(self, name: str) -> tuple[str, ...]:
        """The keys chosen for "rows", "levels", "groups", "medicines", "forms" or "topics", else those of the ready-made sheet."""
        return getattr(self, name) or getattr(self.ready, name)

    @property
    def survey(self) -> QuestionChoices:
        """The question to the survey, of those people that its outcome has."""
        told = OUTCOMES[self.outcome]
        asked = {"outcome": self.outcome, "diabetes": self.diabetes}
        ages = tuple(age for age in self.ages if age in ages_of(self.outcome))
        return QuestionChoices(**asked, sex="all" if told.women_only else self.who, age=ages)
