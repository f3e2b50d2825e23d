"""What the tests of the survey share: looks, an outcome, groups of people, and looking into a finished figure."""

from exhibits.base import MODES, SIZES, Look
from exhibits.survey.estimates import Question
from exhibits.survey.outcomes import Outcome
from exhibits.survey.people import People

LIGHT = Look("light", "wide")
LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
SIDES = ("deficiency", "toxicity", "balance")
PARTS = ("title", "subtitle", "source", "alt")
NEUROPATHY = Outcome("Neuropathy", "neuropathy", "Measured so.", "NHANES", ())
EVERYBODY = Question(People("neuropathy"))


def people(outcome: str = "neuropathy", **where) -> People:
    """A group from keys and one or several values each."""
    chosen = tuple((key, value if isinstance(value, tuple) else (value,)) for key, value in where.items())
    return People(outcome, chosen)


def inside(figure) -> str:
    """Every word in the plot."""
    traces = [str(word) for trace in figure.data if trace.text is not None for word in trace.text]
    return " ".join([*traces, *(note.text for note in figure.layout.annotations)]).replace("<br>", " ")
