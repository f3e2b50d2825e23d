"""How magnesium could touch pain: mechanisms, the links between them, complaints, tests, plan and questions."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from data.base import Record, RecordError, Table, read_records
from data.sources import Sourced, load_sourced

Evidence = Literal[
    "established_physiology", "human_trial", "human_observational", "animal_or_in_vitro", "hypothesis", "not_found"
]
Complaint = Literal["joint", "muscle", "nerve", "fibromyalgia"]
StepEvidence = Literal[
    "established_physiology",
    "trials_agree",
    "trials_disagree",
    "trials_no_effect",
    "one_trial",
    "human_observational",
    "animal_or_in_vitro",
    "hypothesis",
    "not_found",
]
EVIDENCE_WORDS: dict[str, str] = {
    "established_physiology": "textbook physiology",
    "human_trial": "tested in people",
    "trials_agree": "trials show it",
    "trials_disagree": "trials disagree",
    "trials_no_effect": "trials: no effect",
    "one_trial": "one trial, mixed",
    "human_observational": "seen in surveys",
    "animal_or_in_vitro": "animals or cells",
    "hypothesis": "idea, hardly tested",
    "not_found": "no study found",
}
COMPLAINT_WORDS: dict[str, str] = {
    "joint": "Joints",
    "muscle": "Muscles",
    "nerve": "Nerves",
    "fibromyalgia": "Fibromyalgia",
}


class Figure(Sourced):
    """One number behind a statement, with its interval where the source gives one."""

    key: str = Field(description="Stable name of the figure")
    statement: str = Field(description="What the number says")
    value: float | None = Field(None, description="The number")
    unit: str | None = Field(None, description="Unit or measure of the number")
    ci_low: float | None = Field(None, description="Lower bound of the 95% interval")
    ci_high: float | None = Field(None, description="Upper bound of the 95% interval")
    note: str | None = Field(None, description="What to be careful with")


class Mechanism(Record, Sourced):
    """One way in which magnesium could act, and how well it is known."""

    name: str = Field(description="Name of the mechanism")
    statement: str = Field(description="What is known, in a sentence")
    evidence: Evidence = Field(description="Level of evidence")
    caveat: str | None = Field(None, description="What limits it")
    note: str | None = Field(None, description="What could not be found")
    value: float | tuple[float, float] | None = Field(None, description="The main number, or two turning points")
    unit: str | None = Field(None, description="Unit or measure of the number")
    ci_low: float | None = Field(None, description="Lower bound of the 95% interval")
    ci_high: float | None = Field(None, description="Upper bound of the 95% interval")
    figures: tuple[Figure, ...] = Field((), description="Further numbers, each with its own sources")


class PainNode(Record):
    """A station of the mechanism map."""

    name: str = Field(description="What is written in the box")
    layer: Literal[0, 1, 2, 3] = Field(description="0 level of magnesium, 1 mechanism, 2 effect, 3 complaint or sign")
    row: float = Field(description="Place from the top of the map, in rows", ge=0)
    side: Literal["deficiency", "toxicity"] = Field(description="The side of the balance it belongs to")


class PainLink(Record, Sourced):
    """A step of the mechanism map: what leads to what, and what is known of that step."""

    start: str = Field(description="Key of the station it starts from")
    end: str = Field(description="Key of the station it leads to")
    evidence: StepEvidence = Field(description="Level of evidence of this one step, trials told by what they found")
    statement: str = Field(description="What is known of this step, in our words")
    complaints: tuple[Complaint, ...] = Field(description="Complaints whose path it lies on", min_length=1)
    claims: tuple[str, ...] = Field((), description="Keys of the articles' claims that rest on it")

    @model_validator(mode="after")
    def not_found_is_never_a_fact(self) -> PainLink:
        """A step without a study cannot be marked as verified."""
        if (self.evidence == "not_found") is self.verified:
            raise ValueError("'verified: false' exactly where evidence is 'not_found'")
        return self


class StatusTest(Record, Sourced):
    """A test of magnesium status."""

    name: str = Field(description="Name of the test")
    shows: str = Field(description="What it shows")
    limits: str = Field(description="What it cannot show")
    value: float | None = Field(None, description="A single figure that belongs to it")
    value_low: float | None = Field(None, description="Lower end of the range given")
    value_high: float | None = Field(None, description="Upper end of the range given")
    unit: str | None = Field(None, description="Unit of the figures, and what they stand for")
    low_flag: float | None = Field(None, description="Value below which the source speaks of too little")
    low_flag_unit: str | None = Field(None, description="Unit of that value")


class Point(BaseModel):
    """One thing the articles say of a complaint, and what is known of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(description="What is said, in our words")
    known: str = Field(description="What is known of it")
    claims: tuple[str, ...] = Field(description="Keys of the articles' claims it answers", min_length=1)


class ComplaintView(Record, Sourced):
    """What the articles describe for one complaint, what else looks like it, and when to be seen."""

    name: str = Field(description="Name of the complaint")
    short_answer: str = Field(description="The answer in two sentences")
    points: tuple[Point, ...] = Field(description="What is said, and what is known", min_length=1)
    looks_like: str = Field(description="What else looks like it")
    looks_like_claims: tuple[str, ...] = Field(description="Claims behind that sentence")
    see_someone: str = Field(description="When to see a health professional")
    see_someone_claims: tuple[str, ...] = Field(description="Claims behind that sentence")


class PlanStep(Record, Sourced):
    """A step of the 30-day plan, or a long-term habit, and what evidence there is."""

    period: Literal["weeks 1-2", "weeks 3-4", "long term"] = Field(description="When the article places it")
    step: str = Field(description="The step, in our words")
    known: str = Field(description="What is known of it")
    standing: str = Field(description="Where it stands, in a few words")
    claims: tuple[str, ...] = Field(description="Keys of the articles' claims it answers", min_length=1)


class Question(Record, Sourced):
    """A question that an article asks or answers, answered from the sources."""

    article: Literal["chronic-joint-pain-guide", "muscle-pain", "nerve-pain"] = Field(description="Which article")
    question: str = Field(description="The question, in our words")
    answer: str = Field(description="The answer that the sources bear")
    claims: tuple[str, ...] = Field(description="Keys of the articles' claims it answers", min_length=1)


class StoppingPoint(Record, Sourced):
    """What is claimed, looked for and known of stopping magnesium supplements."""

    title: str = Field(description="What kind of statement it is")
    text: str = Field(description="The statement, in our words")
    claims: tuple[str, ...] = Field(description="Keys of the articles' claims it answers", min_length=1)


MECHANISMS = Table(
    name="mechanisms",
    path="reference/mechanisms.yml",
    row=Mechanism,
    title="Mechanisms",
    description="How magnesium could touch nerves, muscles and joints, with the level of evidence for each.",
    cautions=("mechanism",),
)
PAIN_NODES = Table(
    name="pain_nodes",
    path="reference/pain_nodes.yml",
    row=PainNode,
    title="Stations of the mechanism map",
    description="The boxes of the mechanism map, from the level of magnesium to the complaint.",
)
PAIN_LINKS = Table(
    name="pain_links",
    path="reference/pain_links.yml",
    row=PainLink,
    title="Steps of the mechanism map",
    description="What leads to what on the mechanism map, with the evidence for each single step.",
    cautions=("mechanism",),
)
STATUS_TESTS = Table(
    name="status_tests",
    path="reference/status_tests.yml",
    row=StatusTest,
    title="Tests of magnesium status",
    description="What each test of magnesium status shows, and its limits.",
    cautions=("no_diagnosis",),
)

COMPLAINTS = Table(
    name="pain_complaints",
    path="reference/pain_complaints.yml",
    row=ComplaintView,
    title="Complaints",
    description="What the articles say of joints, muscles, nerves and fibromyalgia, and what is known of it.",
)
PLAN_STEPS = Table(
    name="plan_steps",
    path="reference/plan_steps.yml",
    row=PlanStep,
    title="The 30-day plan",
    description="The plan and the long-term habits of one article, step by step, with what is known of each.",
)
QUESTIONS = Table(
    name="questions",
    path="reference/questions.yml",
    row=Question,
    title="Questions of the articles",
    description="Questions that the articles ask or answer, answered from the sources.",
)
STOPPING = Table(
    name="stopping",
    path="reference/stopping.yml",
    row=StoppingPoint,
    title="Stopping supplements",
    description="What is claimed, looked for and known of joint ache after stopping magnesium.",
)


@cache
def load_mechanisms() -> tuple[Mechanism, ...]:
    """Mechanisms that may be shown as fact."""
    return load_sourced(MECHANISMS)


@cache
def load_mechanisms_not_found() -> tuple[Mechanism, ...]:
    """Mechanisms that the articles name and for which no study was found."""
    return load_sourced(MECHANISMS, verified=False)


@cache
def load_pain_map_and_not_found() -> tuple[tuple[PainNode, ...], tuple[PainLink, ...]]:
    """Stations and steps of the mechanism map; steps without a study are among them, marked not_found.

    Raises RecordError where a step names a station that is not there.
    """
    nodes = read_records(PAIN_NODES)
    links = load_sourced(PAIN_LINKS) + load_sourced(PAIN_LINKS, verified=False)
    names = {node.key for node in nodes}
    for link in links:
        for field in ("start", "end"):
            if getattr(link, field) not in names:
                problem = f"is '{getattr(link, field)}'; expected a key of {PAIN_NODES.file.name}"
                raise RecordError(PAIN_LINKS.file, link.key, field, problem)
    return nodes, links


@cache
def load_status_tests() -> tuple[StatusTest, ...]:
    """Tests of magnesium status that may be shown as fact."""
    return load_sourced(STATUS_TESTS)


@cache
def load_complaints() -> dict[str, ComplaintView]:
    """The four complaints by key, in file order."""
    return {view.key: view for view in load_sourced(COMPLAINTS)}


@cache
def load_plan_and_not_found() -> tuple[PlanStep, ...]:
    """The steps of the plan in the article's order; a step without a study is among them and says so."""
    return _in_file_order(PLAN_STEPS)


@cache
def load_questions() -> tuple[Question, ...]:
    """Questions that the articles ask or answer."""
    return load_sourced(QUESTIONS)


@cache
def load_stopping_and_not_found() -> tuple[StoppingPoint, ...]:
    """What is claimed, looked for and known of stopping, in that order."""
    return _in_file_order(STOPPING)


def _in_file_order(table: Table) -> tuple:
    """All records, those not found included: for tables whose page says which those are."""
    checked = {record.key: record for flag in (True, False) for record in load_sourced(table, verified=flag)}
    return tuple(checked[record.key] for record in read_records(table))
