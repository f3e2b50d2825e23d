"""What frames the tables of a brief: the bottom line in two sentences, and what the sheet does not show."""

from __future__ import annotations

from collections.abc import Iterable

from brief.choices import BriefChoices
from brief.section import Said, Section
from data.comparison import CERTAINTY_WORDS, load_comparison
from data.evidence import load_not_found, load_questions
from data.intakes import load_upper_levels
from data.overview import load_takeaways
from data.pain import load_status_tests
from data.safety import load_safety
from data.serum import in_unit
from exhibits.balance.comparison import first_sentence
from exhibits.balance.signs import SAME_WORD
from exhibits.evidence.answers import Answer, answers, sources_of, verdict
from exhibits.evidence.names import CERTAINTIES, CERTAINTY
from exhibits.sentences import inside
from exhibits.standing import standing
from exhibits.supplements.compounds import CompoundChoices
from exhibits.supplements.forms import SALTS

ON_PAIN = ("nerve", "muscle", "joint", "fibromyalgia")
GAPS_NAMED = 5
HELPS = {
    "Perhaps": "perhaps helps in",
    "Unclear": "unclear in",
    "Probably not": "probably no help in",
    "Not shown": "not shown to help in",
    "Hardly known": "hardly known in",
    "Not known": "not known in",
}
"""How the head of each verdict goes on in a sentence, what may help first."""


def bottom(choices: BriefChoices) -> tuple[Said, ...]:
    """The bottom line of the sheet: two sentences, each with how sure it is."""
    return {
        "low-magnesium": _low_magnesium,
        "before-a-supplement": _before_a_supplement,
        "magnesium-and-pain": _magnesium_and_pain,
    }[choices.sheet](choices)


def _low_magnesium(choices: BriefChoices) -> tuple[Said, ...]:
    return _compared("severe", 1, choices), _compared("level", 2, choices)


def _compared(row: str, place: int, choices: BriefChoices) -> Said:
    """A sentence of the comparison's side of deficiency, with its certainty."""
    cell = load_comparison()[row, "deficiency"]
    said = sentences(in_unit(cell.statement, choices.unit))[place]
    return Said(_with(said, CERTAINTY_WORDS[cell.certainty].lower()), cell.sources)


def _before_a_supplement(choices: BriefChoices) -> tuple[Said, ...]:
    kidneys = load_safety()["kidneys"]
    limit = next(one for one in load_takeaways() if one.key == "ask-first")
    upper = tuple(key for name in ("us", "eu") for key in load_upper_levels()[name].sources)
    told = ((sentences(kidneys.text)[0], kidneys.sources), (sentences(limit.text)[1], upper))
    return tuple(Said(_with(said, standing(sources)[1]), sources) for said, sources in told)


def _magnesium_and_pain(choices: BriefChoices) -> tuple[Said, ...]:
    asked = {load_questions()[key].asked for key in choices.picked("topics")}
    found = [one for one in answers() if one.asked in asked]
    known = [one for answer in found for one in answer.certainties]
    surest = sorted(dict.fromkeys(known), key=list(CERTAINTIES).index)
    said = "; ".join(f"{HELPS[head]} {', '.join(names)}" for head, names in _by_verdict(found).items())
    rated = (
        f"certainty {' to '.join(CERTAINTY[one][1] for one in dict.fromkeys((surest[-1], surest[0])))}"
        if surest
        else "not rated"
    )
    relief = next(one for one in load_takeaways() if one.key == "relief")
    nerve = next(one for one in answers() if one.topic == "nerve")
    sources = tuple(dict.fromkeys(key for one in found for key in sources_of(one)))
    return (
        Said(_with(f"Magnesium, by the studies found: {said}.", rated), sources),
        Said(_with(sentences(relief.text)[0], f"certainty {CERTAINTY[nerve.certainties[0]][1]}"), relief.sources),
    )


def _by_verdict(found: Iterable[Answer]) -> dict[str, list[str]]:
    """The head of a verdict, as "Unclear", and what it is said of."""
    names = {question.asked: question.name for question in load_questions().values() if question.asked}
    heads: dict[str, list[str]] = {}
    for one in found:
        heads.setdefault(verdict(one).partition(":")[0], []).append(names[one.asked].partition(",")[0])
    return {head: heads[head] for head in HELPS if head in heads}


def _with(sentence: str, certainty: str) -> str:
    return f"{sentence.rstrip('.')} ({certainty})."


def sentences(text: str) -> list[str]:
    """The text sentence by sentence."""
    said = []
    while text:
        first, text = first_sentence(text)
        said.append(first)
    return said


def not_shown(choices: BriefChoices, sections: Iterable[Section]) -> tuple[Said, ...]:
    """What the sheet cannot show: what holds for its subject, then what its tables carry with them."""
    cautions = dict.fromkeys(caution for section in sections for caution in section.exhibit.cautions)
    return (*_of_the_subject(choices), *([Said(" ".join(cautions))] if cautions else []))


def _of_the_subject(choices: BriefChoices) -> Iterable[Said]:
    if choices.sheet == "magnesium-and-pain":
        gaps = [gap.gap for gap in load_not_found() if gap.gap and gap.topic in ON_PAIN]
        yield Said(f"No study was found of: {'; '.join(gaps[:GAPS_NAMED])}.")
    else:
        hint = next(test for test in load_status_tests() if test.key == "oral_hint")
        yield Said(f"{hint.name}: {hint.shows}; {hint.limits}.", hint.sources)
    if {"comparison", "levels"} & set(choices.included):
        yield Said(sentences(SAME_WORD.clinical)[-1])
    if "forms" in choices.included:
        yield Said(f"What was seen absorbed: {inside(sentences(SALTS.words(CompoundChoices())['source'])[-1])}")
