"""What the pain page shows: the mechanism map, the complaint's points, tests, the plan and the questions."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components import show
from components.captions import number
from components.charts.pain import cutoff_chart, mechanism_map, plan_timeline
from components.views import built_once
from data import pain
from data.base import as_frame
from data.serum import load_serum_context


@built_once
def map_figure(complaint: str, mode: str, size: str) -> go.Figure:
    """The mechanism map with the path of `complaint` lit."""
    nodes, links = pain.load_pain_map_and_not_found()
    frame = as_frame(links)
    frame["lit"] = [complaint in link.complaints for link in links]
    return mechanism_map(
        as_frame(nodes),
        frame,
        complaint=pain.COMPLAINT_WORDS[complaint],
        evidence_words=pain.EVIDENCE_WORDS,
        mode=mode,
        size=size,
    )


@built_once
def map_table(complaint: str) -> pd.DataFrame:
    """The lit steps in words, from the level of magnesium onward: the map for those who do not see it."""
    nodes, links = pain.load_pain_map_and_not_found()
    by_key = {node.key: node for node in nodes}
    lit = sorted((link for link in links if complaint in link.complaints), key=lambda link: by_key[link.start].layer)
    return pd.DataFrame(
        {
            "From": [by_key[link.start].name for link in lit],
            "To": [by_key[link.end].name for link in lit],
            "How it is known": [pain.EVIDENCE_WORDS[link.evidence] for link in lit],
            "What is known": [link.statement for link in lit],
        }
    )


@built_once
def step_words(complaint: str) -> str:
    """The lit steps as a list, each with its evidence, sources and the claims that rest on it."""
    nodes, links = pain.load_pain_map_and_not_found()
    names = {node.key: node.name for node in nodes}
    layer = {node.key: node.layer for node in nodes}
    lit = sorted((link for link in links if complaint in link.complaints), key=lambda link: layer[link.start])
    rows = [
        f"- **{names[link.start]} → {names[link.end]}** ({pain.EVIDENCE_WORDS[link.evidence]}). {link.statement} "
        f"{_foot(link.sources, link.claims, link.verified)}"
        for link in lit
    ]
    return "#### The steps in words\n" + "\n".join(rows)


@built_once
def complaint_words(complaint: str) -> str:
    """What the articles say of a complaint, what is known, what else looks like it, and when to be seen."""
    view = pain.load_complaints()[complaint]
    points = [f"- **Said:** {point.text} **Known:** {point.known} {_claims(point.claims)}" for point in view.points]
    return "\n".join(
        [
            f"### {view.name}: what is said, and what is known",
            f"**{view.short_answer}**\n",
            *points,
            f"\n**What else looks like it.** {view.looks_like} {_claims(view.looks_like_claims)}",
            f"\n**When to see someone.** {view.see_someone} {_claims(view.see_someone_claims)}",
            f"\nSources: {show.cite(view.sources)}",
        ]
    )


@built_once
def stopping_words() -> str:
    """What is claimed, looked for and known of stopping supplements."""
    blocks = [
        f"#### {point.title}\n{point.text} {_foot(point.sources, point.claims, point.verified)}"
        for point in pain.load_stopping_and_not_found()
    ]
    return "### Do joints ache after stopping magnesium? It has not been studied\n" + "\n\n".join(blocks)


@built_once
def cutoffs() -> dict[str, str]:
    """The lower limits under which the same inpatients were counted: value → label."""
    return {f"{level:.2f}": f"{level:.2f} mmol/L" for level in cutoff_table()["Lower limit, mmol/L"]}


@built_once
def cutoff_table() -> pd.DataFrame:
    """Share of the same inpatients called low, by lower limit."""
    records = [record for record in load_serum_context() if record.kind == "cut_off"]
    return pd.DataFrame(
        {
            "Lower limit, mmol/L": [float(record.cut_off.split()[1]) for record in records],
            "Called low, %": [record.value_low for record in records],
        }
    )


@built_once
def cutoff_figure(cutoff: str, mode: str, size: str) -> go.Figure:
    """The same inpatients under each lower limit, the chosen one lit."""
    return cutoff_chart(cutoff_table(), chosen=float(cutoff), mode=mode, size=size)


@built_once
def test_words() -> str:
    """Every test of magnesium status: what it shows, its limits, its figures and sources."""
    return "\n".join(
        f"- **{test.name}.** {_shows(test)}Limits: {test.limits.rstrip('.')}.{_figures(test)} {show.cite(test.sources)}."
        for test in pain.load_status_tests()
    )


def _shows(test: pain.StatusTest) -> str:
    return "" if test.shows == "not applicable" else f"Shows: {test.shows}. "


def _figures(test: pain.StatusTest) -> str:
    if test.value is not None:
        said = f" Figure: {_trim(test.value)} {test.unit}."
    elif test.value_low is not None:
        said = f" Figures: {_trim(test.value_low)} to {_trim(test.value_high)} {test.unit}."
    else:
        said = ""
    return said + (f" Low below {_trim(test.low_flag)} {test.low_flag_unit}." if test.low_flag is not None else "")


@built_once
def plan_figure(mode: str, size: str) -> go.Figure:
    """The plan as a timeline."""
    return plan_timeline(as_frame(pain.load_plan_and_not_found()), mode=mode, size=size)


@built_once
def plan_table() -> pd.DataFrame:
    """The plan's steps in words."""
    steps = pain.load_plan_and_not_found()
    return pd.DataFrame(
        {
            "When": [step.period for step in steps],
            "Step": [step.step for step in steps],
            "Where it stands": [step.standing for step in steps],
            "What is known": [step.known for step in steps],
        }
    )


@built_once
def plan_words() -> str:
    """Each step of the plan with what is known and its sources."""
    return "\n".join(
        f"- **{step.step}** ({step.period}): {step.known} {_foot(step.sources, step.claims, step.verified)}"
        for step in pain.load_plan_and_not_found()
    )


ARTICLES = {
    "chronic-joint-pain-guide": "Asked in the joint pain guide",
    "muscle-pain": "Asked in the muscle pain article",
    "nerve-pain": "Asked in the nerve pain article",
}


@built_once
def question_words() -> str:
    """The articles' questions, answered from the sources."""
    blocks = []
    for article, title in ARTICLES.items():
        blocks.append(f"### {title}")
        blocks += [
            f"**{question.question}** {question.answer} {_foot(question.sources, question.claims, question.verified)}"
            for question in pain.load_questions()
            if question.article == article
        ]
    return "\n\n".join(blocks)


@built_once
def mechanism_words() -> str:
    """Every mechanism with its evidence, caveat, figures and sources; then those for which nothing was found."""
    known = [
        f"- **{item.name}** ({pain.EVIDENCE_WORDS[item.evidence]}). {item.statement} {item.caveat or ''}"
        f"{_main_figure(item)} {show.cite(item.sources)}.{''.join(_figure(figure) for figure in item.figures)}"
        for item in pain.load_mechanisms()
    ]
    missing = [f"- **{item.name}.** {item.note}" for item in pain.load_mechanisms_not_found()]
    return "\n".join(["### What is known", *known, "\n### What could not be found", *missing])


def _main_figure(item: pain.Mechanism) -> str:
    if item.value is None:
        return ""
    low, high = item.value if isinstance(item.value, tuple) else (item.value, None)
    value = _trim(low) if high is None else f"{_trim(low)} and {_trim(high)}"
    return f" Figure: {value} {item.unit}{_interval(item.ci_low, item.ci_high)}."


def _figure(figure: pain.Figure) -> str:
    value = (
        f" {_trim(figure.value)} {figure.unit}{_interval(figure.ci_low, figure.ci_high)}"
        if figure.value is not None
        else ""
    )
    return f"\n    - {figure.statement.rstrip('.')}:{value}. {figure.note + '. ' if figure.note else ''}{show.cite(figure.sources)}."


def _interval(low: float | None, high: float | None) -> str:
    return f" (95% interval {number(low, 2)} to {number(high, 2)})" if low is not None and high is not None else ""


def _trim(value: float) -> str:
    """The figure as printed, without zeros that say nothing."""
    return f"{value:g}".replace("-", "−")


def _foot(sources: tuple[str, ...], claims: tuple[str, ...], verified: bool) -> str:
    """Sources of a statement and the claims it answers; a statement that none was found has no source to name."""
    return f"{show.cite(sources) + '. ' if verified else ''}{_claims(claims)}"


def _claims(claims: tuple[str, ...]) -> str:
    links = ", ".join(f"[{claim}](evidence?claim={claim})" for claim in claims)
    return f"Claim{'s' if len(claims) > 1 else ''} {links}." if claims else ""
