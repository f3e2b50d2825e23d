"""The articles' claims, the questions that studies answer, the studies, and what was not found."""

from __future__ import annotations

from collections.abc import Iterator

from data.evidence import Study, load_claims, load_not_found, load_panels, load_questions, load_studies
from exhibits import catalog
from exhibits.find.entry import Entry, line
from exhibits.find.pages import view_of
from exhibits.rounding import number


def claims() -> Iterator[Entry]:
    """Every claim, by its code too."""
    for claim in load_claims().values():
        verdict = claim.verdict.replace("_", " ").capitalize()
        yield Entry(
            "claim",
            f"{claim.code}: {claim.claim}",
            f"{verdict}, and says too much" if claim.overclaim else verdict,
            view_of("claim", claim=claim.code),
            said=f"{claim.topic} {claim.reason}",
        )


def questions() -> Iterator[Entry]:
    """Every question in words that studies answer, found by what they looked at and in whom, too."""
    told = catalog.exhibit("answers")
    answers = told.table(told.shown_first).set_index("Question")["Answer"]
    for key, question in load_questions().items():
        if question.asked:
            said = " ".join(f"{study.name} {study.source.title} {_said(study)}" for study in _studies_of(key))
            yield Entry("question", question.asked, answers[question.asked], view_of("answers"), said=said)


def _studies_of(question: str) -> Iterator[Study]:
    """Those with a result on a question."""
    panels = load_panels()
    for study in load_studies().values():
        if question in {panels[one.panel].question if one.panel else one.question for one in study.effects}:
            yield study


def studies() -> Iterator[Entry]:
    """Every study that was read."""
    for study in load_studies().values():
        what = study.source.what.capitalize()
        about = f"{what}, {number(study.people)} people" if study.people and study.grounds == "people" else what
        name = f"{study.name}: {study.source.title}"
        yield Entry("study", name, about, view_of("study", study=study.key), said=_said(study))


def _said(study: Study) -> str:
    """Who wrote it, in whom, what was given and looked at."""
    source, given = study.source, study.exposure
    told = (source.authors, source.doi, study.population, given.substance, given.form, *study.outcomes)
    return " ".join(filter(None, told))


def missing() -> Iterator[Entry]:
    """What was looked for and not found as described."""
    for one in load_not_found():
        about = line(one.note or one.result.replace("_", " ").capitalize())
        yield Entry("missing", one.looked_for, about, view_of("not-found"), said=one.note or "")
