"""The sections on evidence: what the studies of a question found, and what the survey shows in a group."""

from __future__ import annotations

import re

from brief.choices import BriefChoices
from brief.section import Row, Section
from data.evidence import Effect, Study, load_questions
from exhibits.choices import NoChoices
from exhibits.evidence.answers import ANSWERS, Answer, amount, answers, results_of, sources_of, verdict
from exhibits.evidence.names import CERTAINTY, DESIGNS
from exhibits.evidence.study_words import absolute_words, figure_words, pointing
from exhibits.rounding import number
from exhibits.rows import Row as Figures
from exhibits.sentences import inside
from exhibits.survey.estimates import told
from exhibits.survey.outcomes import CAVEAT
from exhibits.survey.people import who
from exhibits.survey.prevalence import PREVALENCE
from exhibits.survey.sentences import FIFTH_NAMES, band_words, interval, too_few

SHORT = {
    "MD": "mean difference",
    "WMD": "weighted mean difference",
    "SMD": "standardized mean difference",
    "OR": "odds ratio",
    "RR": "risk ratio",
    "RD": "risk difference",
}
"""What the measures that studies print stand for."""
DIFFERENCES = ("MD", "WMD", "mean difference", "difference")
NOT_PRINTED = "none printed"
NO_INTERVAL = "no interval"

# Evidence by topic ------------------------------------------------------------------------------------------------------


def evidence(choices: BriefChoices) -> Section:
    """Each chosen question with its verdict, and below it a result of each study, with the figure of each group."""
    keys = choices.picked("topics")
    asked = {load_questions()[key].asked: key for key in keys}
    found = [(asked[one.asked], one) for one in answers() if one.asked in asked]
    rows = tuple(row for key, one in found for row in _question(key, one))
    heads = (
        "Question, and what was measured",
        "Studies and people",
        "Absolute figure",
        "Effect with its interval",
        "Certainty",
    )
    note = (
        "With: on magnesium; without: mostly on placebo. None printed: what we read of the study gives no absolute figure. "
        "Certainty in GRADE's words, ours unless a study rated itself."
    )
    short = {
        name: means for name, means in SHORT.items() if any(re.search(rf"\b{name}\b", row.cells[3]) for row in rows)
    }
    note += "".join(f" {name}: {means}." for name, means in short.items())
    return Section(
        "evidence",
        "What the studies found",
        heads,
        (5.6, 5.4, 3.8, 5, 2),
        rows,
        ANSWERS,
        NoChoices(),
        note,
    )


def _question(key: str, answer: Answer) -> list[Row]:
    name = inside((answer.asked or "").removesuffix("?"))
    cells = (answer.asked, amount(answer), "–", verdict(answer), _sure(answer.certainties))
    surest = sorted(answer.studies, key=lambda one: (list(CERTAINTY).index(one.certainty), -(one.people or 0)))
    results = ((study, next(iter(_best(results_of(key, study))), None)) for study in surest)
    return [
        Row(cells, sources_of(answer), name),
        *(_result(study, effect) for study, effect in results if effect),
    ]


def _best(effects: list[Effect]) -> list[Effect]:
    """Those that tell most first: on an absolute scale, then with an interval, then with any figure."""
    return sorted(effects, key=lambda one: (absolute(one) == NOT_PRINTED, one.ci_low is None, one.estimate is None))


def _result(study: Study, effect: Effect) -> Row:
    people = effect.people or study.people
    who_told = f"{study.name}: {DESIGNS[study.design]}, {f'{number(people)} people' if people else 'people not told'}"
    figures = figure_words(effect) or pointing(study, effect)
    open_end = f"; {NO_INTERVAL}" if effect.ci_low is None else ""
    sure = CERTAINTY[effect.certainty or study.certainty][1]
    cells = (f"· {effect.outcome}", who_told, absolute(effect), f"{figures}{open_end}", sure)
    return Row(cells, study.sources, study.name, extra=True)


def absolute(effect: Effect) -> str:
    """What each group had, or that the effect is itself in a unit, or that none is printed: never a ratio alone.

    A difference in percentage points of a change is still relative: to where people began.
    """
    if seen := absolute_words(effect):
        return seen
    unit = re.search(r"\((.+)\)", effect.measure)
    if effect.estimate is not None and unit and "percent" not in unit[1] and effect.measure.startswith(DIFFERENCES):
        return f"the effect itself, in {unit[1]}"
    return NOT_PRINTED


def _sure(certainties: tuple[str, ...]) -> str:
    return " to ".join(CERTAINTY[one][1] for one in certainties) or "not rated"


# The survey -------------------------------------------------------------------------------------------------------------


def survey(choices: BriefChoices) -> Section:
    """How common the outcome is in each fifth of intake, in the group chosen."""
    shown = choices.survey
    question = shown.question
    people, outcome = who(question.people), shown.told
    rows = tuple(_fifth(row, outcome.sources) for row in told(question))
    heads = ("Fifth of intake", "Magnesium, mg a day", "Of 100 people, weighted (95% interval)", "People seen")
    note = f"{people[0].upper()}{people[1:]}. {outcome.measured} {outcome.survey}, our own analysis. {CAVEAT}"
    heading = f"In the survey: {outcome.name} by magnesium intake"
    return Section("survey", heading, heads, (5, 5, 7, 3), rows, PREVALENCE, shown, note, keeps=len(rows))


def _fifth(row: Figures, sources: tuple[str, ...]) -> Row:
    name = FIFTH_NAMES[row["quintile"] - 1]
    share = interval(row) if row["reliable"] else too_few(row)
    return Row((name, band_words(row, ""), share, number(row["n"])), sources, f"{name.lower()} fifth")
