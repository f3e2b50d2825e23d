"""The pain page: its questions, a tab each."""

from __future__ import annotations

from components import controls, say, show
from components.line import line
from exhibits.choices import NoChoices
from exhibits.pain import complaints, cutoffs, mechanisms, plan, questions, status_tests, steps, stopping
from exhibits.pain.mechanism_map import MECHANISM_MAP
from exhibits.units import UnitChoices


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know(complaints.ComplaintChoices, cutoffs.CutoffChoices, also=("step", "plan"))


def by_complaint() -> None:
    """The map with one path lit, then what is said of that complaint and what is known."""
    with line("complaint"):
        complaint = controls.choose(complaints.ComplaintChoices, "complaint")
    show.exhibit(MECHANISM_MAP, complaints.ComplaintChoices(complaint=complaint))
    say.markdown(steps.step_words(complaint))
    show.told(
        complaints.COMPLAINT, complaints.ComplaintChoices(complaint=complaint), complaints.complaint_words(complaint)
    )


def after_stopping() -> None:
    """What is known of stopping supplements."""
    show.told(stopping.STOPPING, NoChoices(), stopping.stopping_words())


def testing() -> None:
    """What each test shows, and how the cut-off changes who is called low."""
    with line("testing"):
        unit = controls.choose(UnitChoices, "unit")
    cutoff = controls.step(cutoffs.CutoffChoices, "cutoff")
    show.exhibit(cutoffs.CUTOFF_CHART, cutoffs.CutoffChoices(cutoff=cutoff, unit=unit))
    say.header(status_tests.TITLE)
    show.told(status_tests.STATUS_TESTS, UnitChoices(unit=unit), status_tests.test_words(unit))


def thirty_days() -> None:
    """The article's plan as a timeline, each step with what evidence there is."""
    show.exhibit(plan.PLAN_CHART, plan.PLAN_CHART.choices())
    say.markdown(plan.plan_words())


def asked() -> None:
    """The articles' questions, answered from the sources."""
    show.told(questions.PAIN_QUESTIONS, NoChoices(), questions.question_words())


def all_mechanisms() -> None:
    """Every mechanism with its figures and sources, and those for which nothing was found."""
    show.told(mechanisms.MECHANISMS, NoChoices(), mechanisms.mechanism_words())


QUESTIONS = {
    "By complaint": by_complaint,
    "Stopping": after_stopping,
    "Testing": testing,
    "30-day plan": thirty_days,
    "Questions": asked,
    "All mechanisms": all_mechanisms,
}
