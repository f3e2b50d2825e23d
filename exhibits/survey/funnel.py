"""How the sample of an outcome came about: the people left after each step."""

from __future__ import annotations

import pandas as pd

from data.survey import load_funnel
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import blank, box, layout, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.survey.outcomes import OUTCOMES, OutcomeChoices, sources

ROW_PX = {"wide": 46, "narrow": 48, "projector": 84}


def table(choices: OutcomeChoices) -> pd.DataFrame:
    """The steps of the sample of an outcome."""
    return load_funnel(choices.outcome)[["label", "n"]].rename(columns={"label": "Step", "n": "People"})


def figure(choices: OutcomeChoices, look: Look) -> Chart:
    """A bar for each step."""
    return _figure(choices.outcome, look)


@built_once
def _figure(outcome: str, look: Look) -> Chart:
    return funnel_chart(load_funnel(outcome), source=OUTCOMES[outcome].survey, look=look)


def funnel_chart(steps: pd.DataFrame, *, source: str, look: Look) -> Chart:
    """A bar for each step. steps: label, n, from the first step to the last."""
    color = PALETTE[look.mode]
    shades = [color["quiet"]] * (len(steps) - 1) + [color["series"]]
    bars = [
        box(0, n, -position - 0.36, -position - 0.04, shade)
        for position, (n, shade) in enumerate(zip(steps["n"], shades, strict=True))
    ]
    places = [-position + 0.22 for position in range(len(steps))]
    said = [f"<b>{number(row.n)}</b>  {row.label}" for row in steps.itertuples()]
    plain = layout(*look, height=ROW_PX[look.size] * len(steps) + 6, meta=_words(steps, source), margin={"t": 0})
    plain |= {
        "xaxis": blank(range=[0, steps["n"].iloc[0]]),
        "yaxis": blank(range=[-len(steps) + 0.5, 0.55]),
        "shapes": bars,
    }
    names = texts([0] * len(steps), places, said, color=color["ink"], size=TYPE[look.size]["body"])
    return Chart(data=[names], layout=plain)


def _words(steps: pd.DataFrame, source: str) -> dict[str, str]:
    first, last = steps["n"].iloc[0], steps["n"].iloc[-1]
    each = "; ".join(f"{row.label}, {number(row.n)}" for row in steps.itertuples())
    return words(
        title=f"Of {number(first)} people sampled, {number(last)} can be used",
        subtitle="People left after each step; each step needs all those above it",
        source=f"{source}. Our own count.",
        alt=f"Bars, one for each step: {each}.",
    )


FUNNEL = Exhibit(
    "funnel",
    title="How the survey's sample came about",
    page="intake-nerves",
    tab="Where it comes from",
    choices=OutcomeChoices,
    table=table,
    figure=figure,
    rests_on=("survey-funnel",),
    sources=sources,
    also="who was counted, people left out, flow chart, sample size, NHANES",
)
