"""The rows of the forest plot of a topic: results with an interval, results told in words, questions without a study."""

from __future__ import annotations

import pandas as pd

from data.evidence import Effect, Panel, Study, load_not_found, load_panels, load_questions, load_studies
from exhibits.base import built_once
from exhibits.evidence.names import DESIGNS
from exhibits.evidence.study_words import digits, effect_words, pointing

COLUMNS = [
    *("kind", "label", "study", "study_key", "effect", "said", "certainty", "design", "people"),
    *("question", "way", "panel", "measure", "log", "no_difference", "less", "more", "better", "trials", "magnesium"),
    *("estimate", "ci_low", "ci_high", "interval_pct", "digits"),
]


@built_once
def forest_rows(topic: str, intervals_only: bool = False) -> pd.DataFrame:
    """The rows in drawing order; columns as `forest_chart` expects, and `effect` in words."""
    told = [] if intervals_only else _rows_in_words(topic)
    main, *others = [main_question(topic), *(one.name for one in load_questions().values())]
    rank = {name: at for at, name in enumerate(dict.fromkeys((main, *others)))}
    found = sorted([*_drawn_rows(topic), *told], key=lambda row: rank[row["question"]])
    return pd.DataFrame([*found, *_gaps(topic)], columns=COLUMNS)


def main_question(topic: str) -> str:
    """What readers of a topic want to know first."""
    return next(one.name for one in load_questions().values() if topic in one.main)


def _effects() -> list[tuple[Study, Effect]]:
    return [(study, effect) for study in load_studies().values() for effect in study.effects]


def _drawn_rows(topic: str) -> list[dict]:
    """Results with an interval, axis by axis."""
    return [
        _row("drawn", effect.row or effect.outcome, study, effect) | _axis(panel) | _figures(effect)
        for panel in load_panels().values()
        if topic in panel.topics
        for study, effect in _effects()
        if effect.panel == panel.key
    ]


def studies_shown(topic: str, intervals_only: bool = False) -> tuple[Study, ...]:
    """The studies with a result that is drawn or told."""
    return tuple(
        dict.fromkeys(
            study
            for study, effect in _effects()
            if (effect.panel and topic in load_panels()[effect.panel].topics)
            or (not intervals_only and effect.told and _bears(study, effect, topic))
        )
    )


def may_be_left_out(topic: str) -> dict[str, str]:
    """Key → name of the studies with an interval on the topic."""
    drawn = (study for study, effect in _effects() if effect.panel and topic in load_panels()[effect.panel].topics)
    return {study.key: study.name for study in drawn}


def every_one_left_out() -> dict[str, str]:
    """Key → name of the studies with an interval on any topic."""
    return {study.key: study.name for study, effect in _effects() if effect.panel}


def _axis(panel: Panel) -> dict:
    """What a row says of the axis it is drawn on."""
    question = load_questions()[panel.question]
    return {
        "question": question.name,
        "way": question.way,
        "panel": panel.key,
        "measure": panel.measure,
        "log": panel.log,
        "no_difference": panel.no_difference,
        "less": panel.less,
        "more": panel.more,
        "better": panel.better,
        "trials": panel.trials,
        "magnesium": panel.magnesium,
    }


def _figures(effect: Effect) -> dict:
    return {
        "estimate": effect.estimate,
        "ci_low": effect.ci_low,
        "ci_high": effect.ci_high,
        "interval_pct": effect.interval_pct,
        "digits": digits(effect),
    }


def _rows_in_words(topic: str) -> list[dict]:
    """Results without an interval that say which way they point."""
    return [
        _row("words", effect.outcome, study, effect)
        | {
            "said": pointing(study, effect),
            "study": f"{study.name}: {study.exposure.substance}",
            "question": load_questions()[effect.question or ""].name,
            "way": load_questions()[effect.question or ""].way,
        }
        for study, effect in _effects()
        if effect.told and _bears(study, effect, topic)
    ]


def _bears(study: Study, effect: Effect, topic: str) -> bool:
    """Whether a result belongs under the topic: harms under too much, and deficiency only where it is the main topic."""
    if topic == "toxicity":
        return topic in study.topics and effect.favors == "harm"
    main = study.topics[:1] if topic == "deficiency_prevalence" else study.topics
    return topic in main and effect.favors != "harm"


def _gaps(topic: str) -> list[dict]:
    """Questions without a study."""
    return [
        {
            "kind": "gap",
            "label": gap.gap,
            "study": "",
            "study_key": "",
            "said": "no study found",
            "certainty": "",
            "design": "",
        }
        for gap in load_not_found()
        if gap.gap and gap.topic == topic
    ]


def _row(kind: str, label: str, study: Study, effect: Effect) -> dict:
    design = DESIGNS[study.design]
    if study.design == "meta_analysis" and effect.panel:
        design = "pooled trials" if load_panels()[effect.panel].trials else "pooled studies"
    return {
        "kind": kind,
        "label": label,
        "study": study.name,
        "study_key": study.key,
        "certainty": (effect.certainty or study.certainty) if study.grounds == "people" else "",
        "design": design,
        "people": effect.people or (study.people if kind == "words" else None),
        "effect": effect_words(study, effect),
    }
