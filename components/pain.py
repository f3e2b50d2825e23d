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
    say.markdown(complaints.complaint_words(complaint))
    show.take_away(complaints.COMPLAINT, complaints.ComplaintChoices(complaint=complaint))


def after_stopping() -> None:
    """What is known of stopping supplements."""
    say.markdown(stopping.stopping_words())
    show.take_away(stopping.STOPPING, NoChoices())


def testing() -> None:
    """What each test shows, and how the cut-off changes who is called low."""
    with line("testing"):
        unit = controls.choose(UnitChoices, "unit")
    cutoff = controls.step(cutoffs.CutoffChoices, "cutoff")
    show.exhibit(cutoffs.CUTOFF_CHART, cutoffs.CutoffChoices(cutoff=cutoff, unit=unit))
    say.header(status_tests.TITLE)
    say.markdown(status_tests.test_words(unit))
    show.take_away(status_tests.STATUS_TESTS, UnitChoices(unit=unit))


def thirty_days() -> None:
    """The article's plan as a timeline, each step with what evidence there is."""
    show.exhibit(plan.PLAN_CHART, plan.PLAN_CHART.choices())
    say.markdown(plan.plan_words())


def asked() -> None:
    """The articles' questions, answered from the sources."""
    say.markdown(questions.question_words())
    show.take_away(questions.PAIN_QUESTIONS, NoChoices())


def all_mechanisms() -> None:
    """Every mechanism with its figures and sources, and those for which nothing was found."""
    say.markdown(mechanisms.mechanism_words())
    show.take_away(mechanisms.MECHANISMS, NoChoices())


QUESTIONS = {
    "By complaint": by_complaint,
    "Stopping": after_stopping,
    "Testing": testing,
    "30-day plan": thirty_days,
    "Questions": asked,
    "All mechanisms": all_mechanisms,
}
