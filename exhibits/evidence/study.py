"""One study in full: design, people, what was given, its printed results, direction, certainty and limit."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data.evidence import Effect, Study, load_claims, load_studies
from exhibits.base import Exhibit, Look, Markup, Opens, built_once
from exhibits.cards import card, card_grid, said
from exhibits.choices import Choices, one_of
from exhibits.evidence.names import DESIGNS, DIRECTIONS, count
from exhibits.evidence.studies import SOURCE, StudiesChoices, found_studies
from exhibits.evidence.study_words import effect_words, how_sure, linked, own_analysis_links, study_facts
from exhibits.markdown import plain
from exhibits.rounding import number

COLUMNS = ("Outcome", "Measure", "Estimate", "Low", "High", "Level of the interval, %", "p", "In words")


def _keys() -> dict[str, str]:
    return {key: key for key in study_keys()}


@built_once
def study_keys() -> tuple[str, ...]:
    """Keys of all studies that were read, in alphabetical order."""
    return tuple(sorted(load_studies()))


@built_once
def study_titles(first: tuple[Study, ...] = ()) -> dict[str, str]:
    """Key of each study → author, year and title: `first` those found, then all in alphabetical order."""
    keys = (*(study.key for study in first), *study_keys())
    return {key: f"{load_studies()[key].name}: {load_studies()[key].source.title}" for key in keys}


class StudyChoices(Choices):
    """Which study."""

    study: str = one_of("Open a study", _keys, default="", expected="a key such as garrison_2020")

    @property
    def record(self) -> Study:
        """The study chosen."""
        return load_studies()[self.study]


def empty(choices: StudyChoices) -> str:
    """Why there is nothing to see."""
    return "" if choices.study else "Choose a study by its key, such as garrison_2020."


def table(choices: StudyChoices) -> pd.DataFrame:
    """Its results as printed, one row a result."""
    study = choices.record
    return pd.DataFrame([_row(study, effect) for effect in study.effects], columns=COLUMNS)


def _row(study: Study, effect: Effect) -> tuple[object, ...]:
    level = effect.interval_pct if effect.bounds == "interval" else None
    figures = (effect.estimate, effect.ci_low, effect.ci_high, level, effect.p)
    return effect.outcome, effect.measure, *figures, effect_words(study, effect)


def figure(choices: StudyChoices, look: Look) -> Markup:
    """The study as a card."""
    return _figure(choices)


@built_once
def _figure(choices: StudyChoices) -> Markup:
    study, given = choices.record, choices.record.exposure
    title, results = f"{study.name} · {study.source.title}", [effect_words(study, one) for one in study.effects]
    own = card(
        title,
        side="none",
        tags=study_facts(study),
        paragraphs=[
            said("Whom", study.population),
            said("What", f"{given.substance}{_dose(study)}, against {study.comparator}"),
            said("Direction", DIRECTIONS[study.direction]),
            said("Limit", study.limitation),
        ],
        items=[said("", result) for result in results],
        sources=study.sources,
    )
    alt = f"The study {study.name}: {study_facts(study)}; {count(len(results), 'result')}."
    return Markup.of(card_grid([own]), title=title, subtitle=study_facts(study), source=SOURCE, alt=alt)


def _dose(study: Study) -> str:
    """Dose, form and duration in brackets, where stated."""
    dose = "; ".join(part for part in (study.exposure.dose, study.exposure.form, study.exposure.duration) if part)
    return f" ({dose})" if dose else ""


# The same in markdown --------------------------------------------------------------------------------------------------


@built_once
def study_card(key: str) -> str:
    """The study of this key as paragraphs of markdown."""
    study = load_studies()[key]
    claims = ", ".join(_claims(key))
    unseen = plain(", ".join(study.not_seen))
    parts = [
        f"### {plain(study.name)} · {plain(study.source.title)}",
        f"{linked(study)} · {plain(study.source.publisher)} · {study.source.what}",
        _whom(study),
        f"**What**: {plain(study.exposure.substance)}{_plain_dose(study)}, **against** {plain(study.comparator)}.",
        _results(study),
        _reading(study),
        f"**Limit**: {plain(study.limitation)}",
        own_analysis_links((key,)),
        f":gray[:small[Not seen on the page read: {unseen}]]" if study.not_seen else "",
        f":gray[:small[Bears on the claims {claims}]]" if claims else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _claims(key: str) -> list[str]:
    """The codes of the claims that name a study."""
    return [
        claim.code
        for claim in load_claims().values()
        if key in (*claim.supporting, *claim.opposing, *claim.cited, *claim.silent)
    ]


def _whom(study: Study) -> str:
    people = number(study.people) if study.people else "not stated"
    people_note = f" ({plain(study.people_note)})" if study.people_note else ""
    design = f"{DESIGNS[study.design]}{f' ({plain(study.design_note)})' if study.design_note else ''}"
    return f"**Design**: {design}. **People**: {people}{people_note}. **Whom**: {plain(study.population)}."


def _plain_dose(study: Study) -> str:
    return f" ({plain(dose[2:-1])})" if (dose := _dose(study)) else ""


def _results(study: Study) -> str:
    if not study.effects:
        return "**Results**: no figure was seen."
    return "**Results**\n\n" + "\n".join(f"- {plain(effect_words(study, effect))}" for effect in study.effects)


def _reading(study: Study) -> str:
    """Its direction and certainty, and what they mean here."""
    meaning = f" {plain(study.direction_note)}." if study.direction_note else ""
    return (
        f"**Direction**: {DIRECTIONS[study.direction].lower()}.{meaning} **Certainty**: "
        f"{how_sure(study)}. {plain(study.certainty_reason)}."
    )


def sources(choices: StudyChoices) -> tuple[str, ...]:
    """The study."""
    return choices.record.sources


def _names(choices: Any) -> dict[str, str]:
    searched = isinstance(choices, StudiesChoices) and bool(choices.q)
    return study_titles(found_studies(choices) if searched else ())


def _told(choices: Any, key: str) -> str:
    return study_card(key)


OPENS_STUDY = Opens(
    "study",
    "Open a study",
    names=_names,
    told=_told,
    placeholder="author, year or title",
    keys="a key such as garrison_2020",
)
STUDY = Exhibit(
    "study",
    title="One study in full",
    page="evidence",
    tab="Studies",
    choices=StudyChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("studies",),
    sources=sources,
    also="trial, results, certainty, limits, population, dose",
    example={"study": "garrison_2020"},
)
