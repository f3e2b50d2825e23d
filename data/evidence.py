"""What the five articles claim, the studies that bear on it, and what could not be found.

Certainty is our judgment in GRADE's words unless its reason says that it is the source's own. Claims are ours to
word and weigh; figures stand as printed in the studies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from data.base import Record, RecordError, Table, quantity, read_records
from data.sources import Source, Sourced, load_sourced, load_sources

Article = Literal["joint-aches-after-stopping", "chronic-joint-pain-guide", "muscle-pain", "nerve-pain", "fibromyalgia"]
Topic = Literal[
    "fibromyalgia",
    "joint",
    "muscle",
    "nerve",
    "migraine",
    "inflammation",
    "stress_sleep",
    "vitamin_d",
    "deficiency_prevalence",
    "toxicity",
]
Verdict = Literal["well_supported", "partly_supported", "contested", "unsupported", "contradicted"]
Citation = Literal["supports", "other_subject", "opposite", "not_found", "none_given"]
Certainty = Literal["high", "moderate", "low", "very_low"]
Direction = Literal["supports", "mixed", "no_effect", "harms", "says_nothing", "not_read"]
Design = Literal[
    "rct",
    "crossover_rct",
    "controlled_trial",
    "open_label_single_arm",
    "experimental_depletion",
    "case_series",
    "case_report",
    "cross_sectional",
    "cohort",
    "case_control",
    "meta_analysis",
    "systematic_review",
    "umbrella_review",
    "narrative_review",
    "guideline",
    "label",
    "consensus",
    "animal",
    "in_vitro",
]
Subtopic = Literal[
    "treatment",
    "cause",
    "mechanism",
    "citation",
    "causes",
    "safety",
    "biology",
    "forms",
    "advice",
    "testing",
    "diagnosis",
    "diet",
    "stopping",
    "prevalence",
    "risk_groups",
    "definition",
    "interactions",
    "attribution",
    "consensus",
]


class Part(BaseModel):
    """A part of a record, with no key of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Exposure(Part):
    """What was given, eaten or measured."""

    substance: str = Field(description="What was given, eaten or measured")
    dose: str | None = Field(None, description="How much, as printed")
    form: str | None = Field(None, description="In which form or by which way")
    duration: str | None = Field(None, description="For how long")


class Absolute(Part):
    """What was seen in each group of a trial, on one base, as printed."""

    with_magnesium: float = Field(description="With magnesium")
    without: float = Field(description="Without magnesium, mostly on placebo")
    base: str = Field(description="What both count: 'of 100 people', 'cramps a month'")


class Effect(Part):
    """One printed result."""

    outcome: str = Field(description="What was measured")
    measure: str = Field(description="The statistic, with its unit")
    estimate: float | None = Field(None, description="The figure as printed; empty where none was seen")
    ci_low: float | None = Field(None, description="Lower bound as printed")
    ci_high: float | None = Field(None, description="Upper bound as printed")
    interval_pct: int = quantity("Level of the interval", "%", default=95, ge=90, le=99)
    bounds: Literal["interval", "range"] | None = Field(
        None, description="Whether the bounds are a confidence interval or a plain range"
    )
    p: float | None = Field(None, description="p value as printed", ge=0, le=1)
    p_sign: Literal["=", "<"] | None = Field(None, description="Whether p equals or is below the value")
    favors: str = Field(description="Whom or what the result favors; neither: no difference shown")
    note: str | None = Field(None, description="What to know about the figure")
    certainty: Certainty | None = Field(None, description="The source's own rating of this result, where it gives one")
    panel: str | None = Field(None, description="Axis of the forest plot it is drawn on")
    question: str | None = Field(None, description="Question it answers, where it is told in words and not drawn")
    row: str | None = Field(None, description="Its words in the forest plot")
    people: int | None = Field(None, description="People behind this result, where stated", ge=1)
    not_drawn: str | None = Field(None, description="Why a figure with an interval is not drawn")
    absolute: Absolute | None = Field(None, description="What was seen in each group, where its figures are printed")

    @model_validator(mode="after")
    def _drawn_with_interval(self) -> Effect:
        whole = self.estimate is not None and self.ci_low is not None and self.ci_high is not None
        if self.panel and not (whole and self.bounds == "interval" and self.row):
            raise ValueError("a row of the forest plot with estimate, both bounds of an interval, and words")
        return self

    @property
    def told(self) -> bool:
        """Whether it points somewhere but has no interval, so that the forest plot tells it in words."""
        graded = self.measure == "grade" or self.favors == "unclear"
        return self.ci_low is None and not self.not_drawn and not graded


class Mention(Part):
    """How an article leans on a study."""

    article: Article = Field(description="The article")
    how: str = Field(description="Cited, alluded to, or not cited but bearing on its claims")


class Study(Record, Sourced):
    """One study; the document itself stands in the bibliography (`sources`)."""

    design: Design = Field(description="Design")
    design_note: str | None = Field(None, description="What to know about the design")
    population: str = Field(description="Who or what was studied")
    people: int | None = Field(None, description="People (or people in the pooled studies), where stated", ge=1)
    people_note: str | None = Field(None, description="What to know about the number")
    exposure: Exposure = Field(description="What was given, eaten or measured")
    comparator: str = Field(description="What it was compared with")
    outcomes: tuple[str, ...] = Field(description="What was looked at")
    effects: tuple[Effect, ...] = Field((), description="Printed results")
    direction: Direction = Field(
        description="supports: in line with more magnesium doing good, or with the statement of direction_note; "
        "harms: an adverse effect, or less magnesium did better; says_nothing: silent on magnesium; "
        "not_read: not read far enough to say"
    )
    direction_note: str | None = Field(None, description="What the direction means here")
    certainty: Certainty = Field(
        description="How sure, in GRADE's words; for laboratory studies and labels how firm that text is, never shown "
        "as clinical certainty"
    )
    certainty_reason: str = Field(description="Why not surer, or whose rating it is")
    limitation: str = Field(description="What the study cannot show")
    topics: tuple[Topic, ...] = Field(description="Topics it bears on", min_length=1)
    articles: tuple[Mention, ...] = Field((), description="Articles that lean on it")
    not_seen: tuple[str, ...] = Field((), description="What could not be seen on the page read")

    @property
    def source(self) -> Source:
        """The document."""
        return load_sources()[self.sources[0]]

    @property
    def grounds(self) -> Literal["people", "laboratory", "label", "says_nothing", "not_read"]:
        """What it rests on: only studies of people have a clinical certainty, and only where they were read and say something."""
        if self.direction in ("says_nothing", "not_read"):
            return self.direction
        if self.design in ("animal", "in_vitro"):
            return "laboratory"
        return "label" if self.design == "label" else "people"

    @property
    def name(self) -> str:
        """Surname of the first author and year: "Pickering 2011"."""
        who = re.sub(r"( [A-Z]{1,4})?( and others)?$", "", self.source.name)
        return f"{who} {self.source.year or '(year not stated)'}"


class Claim(Record, Sourced):
    """A statement of the articles in our words, and how it fares."""

    article: Article = Field(description="Article it is taken from")
    also_in: tuple[Article, ...] = Field((), description="Other articles that say the same")
    claim: str = Field(description="The claim in our words")
    topic: Topic = Field(description="Topic")
    subtopic: Subtopic = Field(description="What kind of claim it is")
    verdict: Verdict = Field(description="How it fares against the studies")
    overclaim: bool = Field(description="Whether it says more than the evidence allows")
    citation: Citation = Field(description="Whether the source the article names says so")
    cited: tuple[str, ...] = Field((), description="Studies the article cites or seems to mean (keys)")
    supporting: tuple[str, ...] = Field((), description="Studies that back it (keys)")
    opposing: tuple[str, ...] = Field((), description="Studies that speak against it (keys)")
    silent: tuple[str, ...] = Field((), description="Studies near it that say nothing on it, or were not read (keys)")
    reason: str = Field(description="Why this verdict")

    @property
    def code(self) -> str:
        """The key as readers see it: "J01"."""
        return self.key.upper()

    @property
    def own_reading(self) -> bool:
        """Whether nothing but our own reading stands behind the verdict."""
        return self.sources == ("own_review",)


class NotFound(Record):
    """Something looked for and not found, or found to be something else."""

    looked_for: str = Field(description="What was looked for")
    article: Article | None = Field(None, description="Article that speaks of it")
    topic: Topic = Field(description="Topic")
    result: Literal["not_found", "misattributed", "not_as_described"] = Field(description="What came of it")
    gap: str | None = Field(None, description="Its words as a row of the forest plot, where no study exists")
    nearest: tuple[str, ...] = Field((), description="Nearest studies (keys)")
    note: str | None = Field(None, description="What was found instead")


class Question(Record):
    """A question that results answer. Results are counted within one question, never across."""

    name: str = Field(description="What is asked and how magnesium was given, in words that may stand in a sentence")
    asked: str | None = Field(None, description="The same as readers ask it; empty where it is not told by itself")
    way: str = Field(description="By which way magnesium was given, or that it was observed")
    main: tuple[Topic, ...] = Field((), description="Topics whose main question it is")


class Panel(Record):
    """An axis of the forest plot."""

    question: str = Field(description="Question its results answer")
    measure: str = Field(description="What is compared with what, and its unit")
    topics: tuple[Topic, ...] = Field(description="Topics it is shown under", min_length=1)
    log: bool = Field(description="Logarithmic, as for ratios")
    no_difference: float = Field(description="The value that means no difference")
    less: str = Field(description="What lies to the left")
    more: str = Field(description="What lies to the right")
    better: Literal["less", "more"] | None = Field(
        None, description="Which side is better for people; empty where magnesium is the other way round or neither is"
    )
    trials: bool = Field(description="Whether the results come from trials")
    magnesium: bool = Field(True, description="Whether the results are about magnesium, not a mixture with others")


class Point(Part):
    """One argument of a view."""

    text: str = Field(description="The argument")
    studies: tuple[str, ...] = Field(description="Studies it rests on (keys)", min_length=1)


class View(Record):
    """Two ways to read the studies of a topic; its key is the topic."""

    question: str = Field(description="The question")
    supporting: tuple[Point, ...] = Field(description="What speaks for it", min_length=1)
    skeptical: tuple[Point, ...] = Field(description="What speaks against it", min_length=1)
    would_change: tuple[str, ...] = Field(description="What would change our mind", min_length=1)


def _table(name: str, row: type[Record], title: str, description: str, cautions: tuple[str, ...] = ()) -> Table:
    return Table(name, f"reference/{name.replace('-', '_')}.yml", row, title, description, cautions=cautions)


STUDIES = _table(
    "studies",
    Study,
    "Studies",
    "Studies on magnesium, pain and nerves, with results, certainty and limits.",
    cautions=("own_reading",),
)
CLAIMS = _table(
    "claims",
    Claim,
    "Claims",
    "What the five articles claim, in our words, and how it fares.",
    cautions=("own_reading",),
)
NOT_FOUND = _table("not-found", NotFound, "Not found", "What was looked for and not found, or is something else.")
PANELS = _table("forest-panels", Panel, "Axes of the forest plot", "Which results may share an axis.")
QUESTIONS = _table(
    "forest-questions", Question, "Questions of the forest plot", "Which results answer the same question."
)
VIEWS = _table("views", View, "Two views", "Supporting and skeptical readings, and what would change our mind.")


@cache
def load_studies() -> dict[str, Study]:
    """The studies that were read, by key."""
    panels, questions = load_panels(), load_questions()
    studies = {study.key: study for study in load_sourced(STUDIES)}
    for study in studies.values():
        for effect in study.effects:
            if effect.panel and effect.panel not in panels:
                problem = f"names '{effect.panel}'; expected one of {sorted(panels)}"
                raise RecordError(STUDIES.file, study.key, "effects.panel", problem)
            if effect.told and effect.question not in questions:
                problem = f"names '{effect.question}'; expected one of {sorted(questions)}"
                raise RecordError(STUDIES.file, study.key, "effects.question", problem)
    return studies


@cache
def load_studies_not_read() -> dict[str, Study]:
    """Studies of which too little could be read; nothing in them may be shown as fact."""
    return {study.key: study for study in load_sourced(STUDIES, verified=False)}


@cache
def load_claims() -> dict[str, Claim]:
    """The claims by key, in the articles' order. Raises RecordError where a claim names an unknown study."""
    claims = load_sourced(CLAIMS)
    for claim in claims:
        _check_studies(CLAIMS, claim.key, "cited", claim.cited, also=load_studies_not_read())
        _check_studies(CLAIMS, claim.key, "supporting", claim.supporting)
        _check_studies(CLAIMS, claim.key, "opposing", claim.opposing)
        _check_studies(CLAIMS, claim.key, "silent", claim.silent)
    return {claim.key: claim for claim in claims}


@cache
def load_not_found() -> tuple[NotFound, ...]:
    """What was looked for and not found, or found to be something else."""
    records = read_records(NOT_FOUND)
    for record in records:
        _check_studies(NOT_FOUND, record.key, "nearest", record.nearest, also=load_studies_not_read())
    return records


@cache
def load_panels() -> dict[str, Panel]:
    """The axes of the forest plot by key, in the order they are drawn."""
    panels, questions = read_records(PANELS), load_questions()
    for panel in panels:
        if panel.question not in questions:
            problem = f"names '{panel.question}'; expected one of {sorted(questions)}"
            raise RecordError(PANELS.file, panel.key, "question", problem)
    return {panel.key: panel for panel in panels}


@cache
def load_questions() -> dict[str, Question]:
    """The questions of the forest plot by key, in the order they are drawn."""
    return {question.key: question for question in read_records(QUESTIONS)}


@cache
def load_views() -> dict[str, View]:
    """The two views by topic, fibromyalgia first."""
    views = read_records(VIEWS)
    for view in views:
        for point in (*view.supporting, *view.skeptical):
            _check_studies(VIEWS, view.key, "studies", point.studies)
    return {view.key: view for view in views}


def _check_studies(table: Table, key: str, field: str, studies: Iterable[str], also: Iterable[str] = ()) -> None:
    for study in studies:
        if study not in load_studies() and study not in also:
            problem = f"names '{study}', which is no study that was read. Add it to {STUDIES.file.name} or correct it"
            raise RecordError(table.file, key, field, problem)
