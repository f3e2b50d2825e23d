"""The sections that can be ticked, and the three ready-made sheets: what each asks, of whom, and what it takes in.

Words that frame a sheet stand here. No figure does: those come from the exhibits, by the keys named.
"""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = {
    "bottom": "Bottom line",
    "comparison": "Deficiency versus toxicity",
    "levels": "Serum levels with signs",
    "groups": "Who is at risk",
    "evidence": "Evidence by topic",
    "survey": "The survey result for a group",
    "forms": "Forms and elemental amounts",
    "testing": "When to test, and what a test shows",
    "targets": "Intake targets and limits",
    "medicines": "Medicines and timing",
    "flags": "Red flags",
}
"""In the order of a sheet."""

AFTER = ("testing", "targets", "medicines", "flags")
"""What follows the words on what the sheet does not show."""


@dataclass(frozen=True)
class Ready:
    """A ready-made sheet, and what to put in where a reader has chosen nothing."""

    title: str
    question: str
    population: str
    include: tuple[str, ...]
    rows: tuple[str, ...]
    levels: tuple[str, ...]
    groups: tuple[str, ...]
    medicines: tuple[str, ...]
    tests: tuple[str, ...]
    forms: tuple[str, ...] = (*("oxide", "citrate", "bisglycinate", "hydroxide"),)
    topics: tuple[str, ...] = ("nerve_pain_mouth", "cramps", "joint_pain_mouth", "fibromyalgia_mouth")


SHEETS = {
    "low-magnesium": Ready(
        title="Low magnesium at a glance",
        question="Who may run low in magnesium, how does it show, and what does a blood test tell?",
        population="adults; a row that speaks of others names them",
        include=("bottom", "comparison", "levels", "groups", "testing", "flags"),
        rows=("cause", "symptoms"),
        levels=("low_symptoms", "called_low", "reference"),
        groups=("gut-disease", "alcohol", "ppis", "type-2-diabetes", "thiazides"),
        medicines=("ppis", "thiazides", "loop-diuretics", "digoxin", "egfr-inhibitors", "platinum"),
        tests=("serum", "urine"),
    ),
    "before-a-supplement": Ready(
        title="Before you recommend a supplement",
        question="What should be known before magnesium is recommended by mouth?",
        population="adults who might take magnesium by mouth; a row that speaks of others names them",
        include=("bottom", "groups", "forms", "targets", "medicines", "flags"),
        rows=("cause", "who", "first", "level"),
        levels=("called_high", "first_symptoms", "reflexes_lost"),
        groups=("kidney-impairment", "laxatives"),
        medicines=(
            *("tetracyclines", "quinolones", "levothyroxine", "bisphosphonates", "dolutegravir", "gabapentin"),
            "potassium-sparing",
        ),
        tests=("oral_hint", "serum"),
    ),
    "magnesium-and-pain": Ready(
        title="Magnesium and pain: what the evidence says",
        question="Does magnesium by mouth ease nerve pain, cramps, joint pain, fibromyalgia or migraine?",
        population="the people of each study, as its row names them; the survey is of US adults",
        include=("bottom", "evidence", "survey", "flags"),
        rows=("nerves", "symptoms", "first"),
        levels=("low_symptoms", "called_low", "reference"),
        groups=("type-2-diabetes", "kidney-impairment", "laxatives"),
        medicines=("gabapentin", "opioids-propofol", "neuromuscular-blockers"),
        tests=("oral_hint", "serum"),
        topics=("nerve_pain_mouth", "cramps", "joint_pain_mouth", "fibromyalgia_mouth", "migraine_prevention"),
    ),
}
"""By the key that the command line, the address of the PDF and its code to scan have."""
