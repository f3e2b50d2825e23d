"""How could magnesium touch joints, muscles, nerves and fibromyalgia?"""

from components import controls, say, show, viewport
from components.views import pain as view
from data.pain import COMPLAINT_WORDS

show.heading(
    "How could magnesium touch joints, muscles and nerves?",
    "The mechanisms are real; the road from them to everyday pain is mostly untested. Each step below says how it is known.",
)


def by_complaint() -> None:
    """The map with one path lit, then what is said of that complaint and what is known."""
    with controls.panel("complaint"):
        complaint = controls.one_of("Light up the path to", COMPLAINT_WORDS, key="complaint")
    figure = view.map_figure(complaint, viewport.mode(), viewport.size())
    show.chart(figure, key="mechanism-map", table=view.map_table(complaint))
    say.markdown(view.step_words(complaint))
    say.markdown(view.complaint_words(complaint))


def testing() -> None:
    """What each test shows, and how the cut-off changes who is called low."""
    cutoff = controls.step_of("Call a level low below", view.cutoffs(), key="cutoff", default="0.75")
    figure = view.cutoff_figure(cutoff, viewport.mode(), viewport.size())
    show.chart(figure, key="cutoff-chart", table=view.cutoff_table())
    say.subheader("What each test shows")
    say.markdown(view.test_words())


def plan() -> None:
    """The article's plan as a timeline, each step with what evidence there is."""
    figure = view.plan_figure(viewport.mode(), viewport.size())
    show.chart(figure, key="plan-chart", table=view.plan_table())
    say.markdown(view.plan_words())


def mechanisms() -> None:
    """Every mechanism with its figures and sources, and those for which nothing was found."""
    say.markdown(view.mechanism_words())


controls.show_tabs(
    {
        "By complaint": by_complaint,
        "Stopping": lambda: say.markdown(view.stopping_words()),
        "Testing": testing,
        "30-day plan": plan,
        "Questions": lambda: say.markdown(view.question_words()),
        "All mechanisms": mechanisms,
    }
)
