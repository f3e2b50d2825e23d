"""What readers ask of magnesium, each question with an answer in a line, how sure it is, how many studies and people."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

import pandas as pd

from data.evidence import Effect, Study, load_panels, load_questions, load_studies
from data.wording import Worded
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import links
from exhibits.choices import NoChoices
from exhibits.citations import short
from exhibits.evidence.names import CERTAINTIES, DESIGN_GROUPS, TOPICS, count
from exhibits.evidence.study_words import pointing
from exhibits.html_tables import STYLE
from exhibits.rounding import number
from exhibits.standing import WHAT_MARKS_MEAN

POOLED = (*DESIGN_GROUPS["pooled"][1],)
NO_COMPARISON = ("better than before; not compared with others", "no clear direction")  # says nothing for or against
RANK = list(CERTAINTIES)  # surest first
_DOTS = (
    "A pooling may hold single studies that are counted beside it. Dots are those of the least and the surest study, not of the question as "
    f"a whole. {WHAT_MARKS_MEAN}."
)
NOTE = Worded(
    plain="A study counts as finding help where all its results on the question are better with magnesium than without. It counts as finding "
    "no help where none is, and as mixed otherwise. Getting better than before, with nobody to compare with, counts for nothing. "
    f"{_DOTS}",
    clinical="A study counts as finding help where every result of it on the question favors magnesium over control, as finding no help where "
    f"none does, and as mixed otherwise; uncontrolled improvement counts for nothing. {_DOTS}",
)
HEADS = ("Question", "Answer", "Certainty of its studies", "Studies and people", "Sources")


class Answer(NamedTuple):
    """What the studies of one question found."""

    asked: str
    topic: str  # under which its effects are shown; "" where there are none
    helped: tuple[Study, ...]
    mixed: tuple[Study, ...]
    none: tuple[Study, ...]

    @property
    def studies(self) -> tuple[Study, ...]:
        """All of them: pooled ones last."""
        every = (*self.helped, *self.mixed, *self.none)
        return tuple(sorted(every, key=lambda one: (one.design in POOLED, -(one.people or 0))))

    @property
    def single(self) -> tuple[Study, ...]:
        """Those that pool no others, so that nobody is counted twice."""
        return tuple(study for study in self.studies if study.design not in POOLED)

    @property
    def pooled(self) -> tuple[Study, ...]:
        """Poolings and systematic reviews, which hold some of the others' people."""
        return tuple(study for study in self.studies if study.design in POOLED)

    @property
    def certainties(self) -> tuple[str, ...]:
        """The least and the surest, once where they are the same."""
        known = sorted({study.certainty for study in self.studies if study.certainty in RANK}, key=RANK.index)
        return tuple(dict.fromkeys((known[-1], known[0]))) if known else ()


@built_once
def answers() -> tuple[Answer, ...]:
    """Of every question that is told as readers ask it, in the order of the file."""
    return tuple(_answer(key) for key, question in load_questions().items() if question.asked)


def _answer(key: str) -> Answer:
    question = load_questions()[key]
    sorted_in: dict[str, list[Study]] = {"helped": [], "mixed": [], "none": []}
    for study in load_studies().values():
        found = [_helped(study, effect) for effect in results_of(key, study)]
        if found and study.grounds == "people":
            sorted_in["helped" if all(found) else "mixed" if any(found) else "none"].append(study)
    told = {name: tuple(studies) for name, studies in sorted_in.items()}
    topics = [*question.main, *(topic for found in told.values() for study in found for topic in study.topics)]
    return Answer(question.asked or "", topics[0] if topics else "", **told)


def results_of(key: str, study: Study) -> list[Effect]:
    """Its results on a question that compare magnesium with something else: those that are counted."""
    return [one for one in study.effects if _answers(one, key) and pointing(study, one) not in NO_COMPARISON]


def _answers(effect: Effect, key: str) -> bool:
    """Whether a result answers the question: one drawn by its axis, one told in words by its own."""
    if effect.panel:
        panel = load_panels()[effect.panel]
        return panel.question == key and panel.magnesium
    return effect.told and effect.question == key and effect.favors != "harm"


def _helped(study: Study, effect: Effect) -> bool:
    """Better with magnesium than without: by its interval, or by what the study says of it."""
    if not effect.panel:
        return pointing(study, effect) == "favors magnesium"
    panel = load_panels()[effect.panel]
    if effect.ci_low is None or effect.ci_high is None:
        return False
    lower, higher = effect.ci_high < panel.no_difference, effect.ci_low > panel.no_difference
    return lower if panel.better == "less" else higher


def verdict(answer: Answer) -> str:
    """The answer in a line, by what the studies found: "Unclear: of 2 studies 1 found help and 1 none."."""
    total, helped, none = len(answer.studies), len(answer.helped), len(answer.none)
    if not total:
        return "Not known: no study with a result was found."
    parts = [(helped, "found help"), (len(answer.mixed), "found it for some results only"), (none, "found none")]
    said = [f"{found} {what}" for found, what in parts if found]
    if total == 1:
        what = "found help" if helped else "found none" if none else "found help for some results only"
        return f"Hardly known: the one study {what}."
    if helped == total:
        return f"Perhaps: all {total} studies found help."
    if none == total:
        return f"Not shown: none of {total} studies found help."
    head = "Perhaps" if helped > total / 2 else "Probably not" if none > total / 2 else "Unclear"
    return f"{head}: of {total} studies {', '.join(said[:-1])} and {said[-1]}."


def amount(answer: Answer) -> str:
    """ "2 studies, 155 people; 1 pooling": people of single studies, as far as they were told."""
    told = []
    if answer.single:
        people = sum(study.people or 0 for study in answer.single)
        untold = sum(not study.people for study in answer.single)
        more = f" (people not told in {untold})" if untold else ""
        counted = f", {number(people)} people" if people else ""
        told.append(f"{count(len(answer.single), 'study', 'studies')}{counted}{more}")
    if answer.pooled:
        most = max((study.people or 0 for study in answer.pooled), default=0)
        largest = f", the largest of {number(most)} people" if most else ""
        told.append(f"{count(len(answer.pooled), 'pooling or review', 'poolings and reviews')}{largest}")
    return "; ".join(told) or "none"


def certainty(answer: Answer) -> str:
    """ "●●○○ low to ●●●○ moderate"; "" where no study was rated."""
    return " to ".join(CERTAINTIES[one] for one in answer.certainties)


def table(choices: NoChoices) -> pd.DataFrame:
    """The questions to take away."""
    return pd.DataFrame(
        [
            {
                "Question": answer.asked,
                "Answer": verdict(answer),
                "Certainty of its studies": certainty(answer),
                "Studies, number": len(answer.single),
                "People in these studies": sum(study.people or 0 for study in answer.single),
                "Poolings and reviews, number": len(answer.pooled),
                "Sources": short(sources_of(answer)),
            }
            for answer in answers()
        ]
    )


def figure(choices: NoChoices, look: Look) -> Markup:
    """The questions as a table to read, each a link to its effects."""
    return _figure()


@built_once
def _figure() -> Markup:
    told = answers()
    heads = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in HEADS)
    html = (
        f'{STYLE}<div class="plain"><table role="table" aria-label="Questions and answers"><thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{"".join(map(_row, told))}</tbody></table></div>'
    )
    shown = sum(bool(answer.studies) and len(answer.helped) == len(answer.studies) > 1 for answer in told)
    title = f"{count(len(told), 'question')} on magnesium; {shown or 'none'} with help in every study of at least two"
    alt = " ".join(f"{answer.asked} {verdict(answer)}" for answer in told)
    return Markup.of(html, title=title, source="the studies named in each row.", alt=alt)


def _row(answer: Answer) -> str:
    asked = escape(answer.asked)
    if answer.topic:
        asked = f'<a href="evidence?tab=Effects&amp;effects={escape(TOPICS[answer.topic])}" target="_self">{asked}</a>'
    head, _, rest = verdict(answer).partition(":")
    cells = (
        asked,
        f"<b>{escape(head)}:</b>{escape(rest)}",
        escape(certainty(answer)),
        escape(amount(answer)),
        links(sources_of(answer)),
    )
    told = "".join(f'<td role="cell" data-name="{name}">{cell}</td>' for name, cell in zip(HEADS, cells, strict=True))
    return f'<tr role="row">{told}</tr>'


def sources_of(answer: Answer) -> tuple[str, ...]:
    """Of the studies of a question."""
    return tuple(dict.fromkeys(key for study in answer.studies for key in study.sources))


def sources(choices: NoChoices) -> tuple[str, ...]:
    """Of all studies counted."""
    return tuple(dict.fromkeys(key for answer in answers() for key in sources_of(answer)))


ANSWERS = Exhibit(
    "answers",
    title="Does magnesium help? Questions and answers",
    page="evidence",
    tab="Questions",
    table=table,
    figure=figure,
    rests_on=("studies", "forest-questions", "forest-panels"),
    sources=sources,
    also="does it work, nerve pain, cramps, migraine, joint pain, fibromyalgia, stress, inflammation, sleep, verdict",
)
