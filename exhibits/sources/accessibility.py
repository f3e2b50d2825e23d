"""How far everybody can use the dashboard: what was tested, what is asked of charts, what is not met. A self-assessment."""

from __future__ import annotations

from itertools import groupby

import pandas as pd

from data.accessibility import AccessCheck, AccessGap, load_answers, load_checks, load_gaps
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.rounding import number

CHARTABILITY = "https://chartability.github.io/POUR-CAF/"
OURS = "Our own tests; `make access` runs them again."
INTRODUCTION = (
    "This is a **self-assessment**, made by machine from a run of our own tests, against what the Web Content Accessibility Guidelines, version 2.2, ask at levels A and AA. It is no "
    "audit by anybody else, and no statement that a law or standard is met. It says what was tested, how it came out, and what is not met."
)
ABOUT_AXE = (
    "axe-core is a program that looks for faults which a machine can find; those that it calls serious or critical are counted, "
    "lesser ones and what it leaves for a person to judge are not."
)
ABOUT_ANSWERS = f"Chartability asks of charts what these guidelines do not. Its [seven groups]({CHARTABILITY}) are answered here in our own words."
HOW_TO_REPORT = (
    "Tell whoever runs this dashboard, or open an issue where its source code is kept. Copy the address of the page: it holds everything "
    "you have chosen. Say what you wanted to do, what happened, and which browser and assistive technology you use, with versions if "
    "you know them. A barrier is treated as a fault, and a fault gets a test before it is closed."
)


def table(choices: NoChoices) -> pd.DataFrame:
    """The last whole run to take away, a row a kind of test."""
    return pd.DataFrame(
        [
            {
                "What was tested": one.title,
                "How": one.how,
                "States or tasks, number": one.states,
                "With a fault, number": one.failed,
                "Faults": "; ".join(one.found),
                "Day": one.day,
                "With": one.tools,
            }
            for one in load_checks()
        ]
    )


@built_once
def figure(choices: NoChoices, look: Look) -> Markup:
    """The run as a table, with its sum as the title."""
    shown = table(choices).rename(
        columns={"States or tasks, number": "States or tasks", "With a fault, number": "With a fault"}
    )
    html = plain_table(shown.drop(columns=["Day", "With", "Faults"]), name="What was tested")
    return Markup.of(
        html, title=result(), source=OURS, alt=f"Table of {len(shown)} kinds of test. {result()}. {run_words()}"
    )


@built_once
def result() -> str:
    """How the run came out: in how many states, and how many had a fault."""
    checks = load_checks()
    states, failed = sum(one.states for one in checks), sum(one.failed for one in checks)
    told = "a fault in none" if not failed else f"a fault in {number(failed)}"
    return f"{number(states)} states and tasks looked at, {told}"


@built_once
def run_words() -> str:
    """When it was run, and with what."""
    days = sorted({one.day for one in load_checks()})
    tools = dict.fromkeys(one.tools for one in load_checks())
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"Run on {when} with {'; '.join(tools)}. {ABOUT_AXE}"


@built_once
def faults_words() -> str:
    """The faults of the run as a markdown list; that there were none, where there were none."""
    lines = [line for one in load_checks() for line in _faults_of(one)]
    return "\n".join(lines) if lines else "The run found none."


def _faults_of(check: AccessCheck) -> list[str]:
    """The faults of one check that the record tells, and how many more it counted."""
    told = [f"- **{plain(check.title)}**: {plain(fault)}" for fault in check.found]
    more = check.failed - len(check.found)
    return [*told, f"- **{plain(check.title)}**: {number(more)} more"] if more else told


@built_once
def gaps_words() -> str:
    """What is not met or was not tested, as a markdown list; an open issue by its number."""
    return "\n".join(f"- **{plain(one.what)}** {plain(one.why)}{_issue(one)}" for one in load_gaps())


def _issue(gap: AccessGap) -> str:
    return f" [Streamlit issue {gap.issue.rpartition('/')[2]}]({gap.issue})" if gap.issue else ""


def answers_table(choices: NoChoices) -> pd.DataFrame:
    """Our answers to take away."""
    return pd.DataFrame(
        [
            {"Group": one.principle, "Question": one.question, "Our answer": one.answer, "Reason": one.reason}
            for one in load_answers()
        ]
    )


@built_once
def answers_figure(choices: NoChoices, look: Look) -> Markup:
    """The answers as a table."""
    answers = [one.answer for one in load_answers()]
    counted = ", ".join(f"{kind} {answers.count(kind)}" for kind in ("yes", "partly", "no"))
    return Markup.of(
        plain_table(answers_table(choices), name="Questions to our charts"),
        title=f"{len(answers)} questions to our charts: {counted}",
        source="Our own judgment, by the groups of Chartability.",
        alt=f"Table of {len(answers)} questions in {len({one.principle for one in load_answers()})} groups: {counted}.",
    )


def document() -> str:
    """The same as a page of the documentation, docs/accessibility.md."""
    checks = "\n".join(f"| {one.title} | {one.how} | {one.states} | {one.failed} |" for one in load_checks())
    answers = "\n".join(
        f"\n### {group}\n\n"
        + "\n".join(f"- {one.question} **{one.answer.capitalize()}.** {one.reason}" for one in some)
        for group, some in groupby(load_answers(), key=lambda one: one.principle)
    )
    return (
        f"# Accessibility\n\n{INTRODUCTION}\n\nThis page is made from the record of the run: `make access` runs the tests (about an hour "
        "on two cores), writes the record and this page. The same stands on the page Sources, *Accessibility*. `python -m "
        f"exhibits.sources.accessibility` prints this page from the record.\n\n## What was tested\n\n{run_words()} {result()}.\n\n"
        f"| What | How | States or tasks | With a fault |\n|---|---|---|---|\n{checks}\n\n## Faults found\n\n{faults_words()}\n\n"
        f"## What is not met, or was not tested\n\n{gaps_words()}\n\n## Questions to our charts\n\n{ABOUT_ANSWERS}\n{answers}\n\n"
        f"## How to report a barrier\n\n{HOW_TO_REPORT}\n"
    )


ACCESSIBILITY = Exhibit(
    "accessibility",
    title="Accessibility: what was tested",
    page="sources",
    tab="Accessibility",
    table=table,
    figure=figure,
    rests_on=("accessibility-checks",),
    also="screen reader, keyboard, WCAG, axe, barrier, disability, zoom, contrast, self-assessment",
)
ACCESSIBILITY_ANSWERS = Exhibit(
    "accessibility-answers",
    title="Accessibility: questions to our charts",
    page="sources",
    tab="Accessibility",
    table=answers_table,
    figure=answers_figure,
    rests_on=("accessibility-answers",),
    also="Chartability, perceivable, operable, understandable, robust, compromising, assistive, flexible",
)


if __name__ == "__main__":
    print(document(), end="")
