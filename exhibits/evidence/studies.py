"""The table of studies that bear on the claims: design, people, results, certainty and limit of each."""

from __future__ import annotations

import pandas as pd

from data.evidence import Study, load_studies
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, search, some_of
from exhibits.evidence.names import CERTAINTIES, DESIGN_GROUPS, DESIGNS, DIRECTIONS, TOPICS, count
from exhibits.evidence.study_words import effect_words, how_sure
from exhibits.html_tables import plain_table
from exhibits.searched import Box, did_you_mean

NO_STUDY = "No study matches this search and these filters."
SOURCE = "figures as printed in the studies; certainty in GRADE's words, ours unless a study rated itself."
GROUP_LABELS = {key: label for key, (label, _) in DESIGN_GROUPS.items()}


def _said(study: Study) -> tuple[str, str]:
    """Who wrote what, by its key and its DOI too; then in whom, what was given and looked at."""
    source, given = study.source, study.exposure
    names = (study.name, source.title, source.authors or "", study.key, source.doi or "")
    return " ".join(names), " ".join(
        (study.population, given.substance, given.form or "", given.dose or "", *study.outcomes)
    )


STUDY_BOX = Box.of(load_studies, _said, example="garrison")


class StudiesChoices(Choices):
    """Which studies; an empty choice is no restriction."""

    q: str = search(STUDY_BOX, address="seek")
    topic: tuple[str, ...] = some_of("Topic", TOPICS, address="field")
    design: tuple[str, ...] = some_of("Design", GROUP_LABELS)
    certainty: tuple[str, ...] = some_of("Certainty", CERTAINTIES)
    direction: tuple[str, ...] = some_of("Direction", DIRECTIONS)


@built_once
def found_studies(choices: StudiesChoices) -> tuple[Study, ...]:
    """The studies that match every choice: those of people first, surest and largest first."""
    fitting = STUDY_BOX.found(choices.q)
    found = (one for key, one in load_studies().items() if key in fitting and _fits(one, choices))
    rank = list(CERTAINTIES)
    return tuple(
        sorted(found, key=lambda one: (one.grounds != "people", rank.index(one.certainty), -(one.people or 0)))
    )


def _fits(study: Study, choices: StudiesChoices) -> bool:
    allowed = {design for group in choices.design for design in DESIGN_GROUPS[group][1]}
    rated = study.grounds == "people" and study.certainty in choices.certainty
    return (
        (not choices.topic or bool(set(choices.topic) & set(study.topics)))
        and (not choices.design or study.design in allowed)
        and (not choices.certainty or rated)
        and (not choices.direction or study.direction in choices.direction)
    )


def empty(choices: StudiesChoices) -> str:
    """Why no study is left; empty where one is."""
    return "" if found_studies(choices) else f"{NO_STUDY}{did_you_mean(STUDY_BOX.tries(choices.q))}"


def table(choices: StudiesChoices) -> pd.DataFrame:
    """The study table, one row a study, readable."""
    return _table(choices)


@built_once
def _table(choices: StudiesChoices) -> pd.DataFrame:
    return pd.DataFrame([_row(study) for study in found_studies(choices)]).astype({"People": "Int64"})


def _row(study: Study) -> dict[str, object]:
    given = study.exposure
    return {
        "Study": study.name,
        "Certainty": how_sure(study),
        "Direction": DIRECTIONS[study.direction],
        "Design": DESIGNS[study.design],
        "People": study.people,
        "Whom": study.population,
        "What": given.substance,
        "Dose": given.dose or "",
        "Form": given.form or "",
        "Against": study.comparator,
        "Outcomes": "; ".join(study.outcomes),
        "Results": "; ".join(effect_words(study, effect) for effect in study.effects),
        "Why this certainty": study.certainty_reason,
        "Limit": study.limitation,
        "Topics": ", ".join(TOPICS[topic] for topic in study.topics),
        "Link": study.source.link,
        "Key": study.key,
    }


def figure(choices: StudiesChoices, look: Look) -> Markup:
    """The studies as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: StudiesChoices) -> Markup:
    studies, alt = found_studies(choices), table_name(choices)
    rows = _table(choices).drop(columns=["Link", "Key"])
    rows["Source"] = [(study.source,) for study in studies]
    title = f"{count(len(studies), 'study', 'studies')}, those of people first"
    return Markup.of(plain_table(rows, name=alt), title=title, source=SOURCE, alt=alt)


def heading(choices: StudiesChoices, *, opens: bool = True) -> str:
    """What stands above the table, where a row opens its study, or its name does."""
    found = count(len(found_studies(choices)), "study", "studies")
    return f"{found}, those of people first" + (": choose a row to open it" if opens else ": choose a name to open it")


def table_name(choices: StudiesChoices) -> str:
    """What a screen reader announces."""
    return f"Table of {len(found_studies(choices))} studies"


def sources(choices: StudiesChoices) -> tuple[str, ...]:
    """The studies found."""
    return tuple(dict.fromkeys(source for study in found_studies(choices) for source in study.sources))


STUDIES = Exhibit(
    "studies",
    title="The studies",
    page="evidence",
    tab="Studies",
    choices=StudiesChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("studies",),
    sources=sources,
    also="trials, randomized, meta-analysis, observational, references, papers, certainty, GRADE",
)
