"""The 30-day plan of one article as a timeline, each step with where it stands."""

from __future__ import annotations

import pandas as pd

from data.base import as_frame
from data.pain import load_plan_and_not_found
from exhibits.base import Chart, Exhibit, Look, Opens, built_once, words
from exhibits.choices import NoChoices
from exhibits.layout import blank, box, layout, note, rule, targets, wrapped
from exhibits.pain.foot import foot, sources_of
from exhibits.palette import PALETTE, TYPE
from exhibits.rows import Row

STEP, AFTER_LAST = 1.1, 1.2  # heights, in rows
HALF_BOX = 0.45


def table(choices: NoChoices) -> pd.DataFrame:
    """The plan's steps in words."""
    return _table()


@built_once
def _table() -> pd.DataFrame:
    steps = load_plan_and_not_found()
    return pd.DataFrame(
        {
            "When": [step.period for step in steps],
            "Step": [step.step for step in steps],
            "Where it stands": [step.standing for step in steps],
            "What is known": [step.known for step in steps],
        }
    )


def figure(choices: NoChoices, look: Look) -> Chart:
    """The plan as a timeline."""
    return _figure(look)


@built_once
def _figure(look: Look) -> Chart:
    return plan_timeline(as_frame(load_plan_and_not_found()), look=look)


def plan_timeline(steps: pd.DataFrame, *, look: Look) -> Chart:
    """A column for each period, on a phone one below the other. steps: key, period, step, standing, verified, in order."""
    periods = {name: some.to_dict("records") for name, some in steps.groupby("period", sort=False)}
    shapes, notes, y, lowest = [], [], 0.0, 0.0
    spans, places = [], []
    for at, (period, some) in enumerate(periods.items()):
        left, right = _sides(at, len(periods), look)
        y = y if look.size == "narrow" else 0.0
        notes.append(_head(period, left, y, look))
        shapes.append(rule(left, right, y - HALF_BOX, y - HALF_BOX, PALETTE[look.mode]["axis"], 2))
        for step in some:
            y -= STEP
            shapes.append(box(left, right, y - HALF_BOX, y + HALF_BOX, PALETTE[look.mode]["panel"]))
            notes.append(_step_note(step, left, y, look))
            spans.append((left, right))
            places.append(y)
        y -= AFTER_LAST
        lowest = min(lowest, y)
    row_px = 96 if look.size == "projector" else 60
    made = layout(*look, height=round((0.6 - lowest) * row_px), meta=_words(steps, list(periods)))
    made |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[lowest + 0.4, 0.5]),
        "shapes": shapes,
        "annotations": notes,
    }
    drawn = [step for some in periods.values() for step in some]
    keys, told = [step["key"] for step in drawn], [f"{step['step']}: {step['standing']}" for step in drawn]
    return Chart(data=[targets(spans, places, 2 * HALF_BOX, keys, told)], layout=made)


def _sides(at: int, of: int, look: Look) -> tuple[float, float]:
    """Left and right side of the column of a period."""
    return (0.0, 1.0) if look.size == "narrow" else (at / of + 0.008, (at + 1) / of - 0.008)


def _head(period: str, left: float, y: float, look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["strong"]}
    return note(left, y, period.capitalize().replace("-", "–"), **style, bold=True)


def _step_note(step: Row, left: float, y: float, look: Look) -> dict:
    said = f"<b>{wrapped(step['step'], 36)}</b><br>{step['standing']}"
    return note(left + 0.012, y, said, color=PALETTE[look.mode]["ink"], size=TYPE[look.size]["small"])


def _words(steps: pd.DataFrame, periods: list[str]) -> dict[str, str]:
    untested = int((~steps["verified"]).sum())
    return words(
        title="No trial of the 30-day plan was found; some steps are sound for other reasons",
        subtitle=f"The plan of one article and its long-term habits, {len(steps)} steps, each with where it stands",
        source="the sources of each step stand with it on the page about pain. Ask a clinician first with kidney disease or regular medicines.",
        alt=f"A timeline of {len(steps)} steps in {len(periods)} periods ({', '.join(periods)}), each with a few words on its "
        f"evidence; for {untested} of them no study was found. The table tells every step.",
    )


@built_once
def plan_words() -> str:
    """Each step of the plan with what is known and its sources, as a list of markdown."""
    return "\n".join(
        f"- **{step.step}** ({step.period}): {step.known} {foot(step.sources, step.claims, step.verified)}"
        for step in load_plan_and_not_found()
    )


def sources(choices: NoChoices) -> tuple[str, ...]:
    """Of what is known of the steps."""
    return sources_of(load_plan_and_not_found())


def _names(choices: NoChoices) -> dict[str, str]:
    return {step.key: step.step for step in load_plan_and_not_found()}


def _told(choices: NoChoices, key: str) -> str:
    return plan_card(key)


@built_once
def plan_card(key: str) -> str:
    """The step of this key as paragraphs of markdown."""
    step = next(step for step in load_plan_and_not_found() if step.key == key)
    return (
        f"### {step.step}\n\n{step.period.capitalize()} · **{step.standing}**\n\n{step.known}\n\n"
        f"{foot(step.sources, step.claims, step.verified)}"
    )


PLAN_STEP = Opens("plan", "Open a step of the plan", names=_names, told=_told)
PLAN_CHART = Exhibit(
    "plan-chart",
    title="The 30-day plan, and where each step stands",
    page="pain",
    tab="30-day plan",
    table=table,
    figure=figure,
    rests_on=("plan_steps",),
    sources=sources,
    also="month, weeks, caffeine, hydration, habits, supplement plan",
    opens=PLAN_STEP,
)
