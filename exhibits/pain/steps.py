"""The steps of the mechanism map: which lie on the path to a complaint, and how each is known, in line and words."""

from __future__ import annotations

from typing import Any

from data.pain import COMPLAINT_WORDS, EVIDENCE_WORDS, PainLink, PainNode, load_pain_map_and_not_found
from exhibits.base import Opens, built_once
from exhibits.pain.foot import foot

LINE = {  # dash pattern and width of a step, by level of evidence; the words stand beside it as well
    "established_physiology": ("solid", 4.0),
    "trials_agree": ("solid", 2.5),
    "trials_disagree": ("longdash", 2.0),
    "trials_no_effect": ("longdashdot", 2.0),
    "one_trial": ("longdash", 1.5),
    "human_observational": ("dash", 2.0),
    "animal_or_in_vitro": ("dot", 2.0),
    "hypothesis": ("dashdot", 1.5),
    "not_found": ("2px 8px", 1.5),
}


def stations() -> dict[str, PainNode]:
    """The stations of the map by key."""
    return {node.key: node for node in load_pain_map_and_not_found()[0]}


@built_once
def lit_steps(complaint: str) -> tuple[PainLink, ...]:
    """The steps on the path to a complaint, from the level of magnesium onward."""
    _, links = load_pain_map_and_not_found()
    by_key = stations()
    return tuple(
        sorted((link for link in links if complaint in link.complaints), key=lambda link: by_key[link.start].layer)
    )


@built_once
def step_names() -> dict[str, str]:
    """Key of each step → from where it leads to where."""
    by_key = stations()
    _, links = load_pain_map_and_not_found()
    return {link.key: f"{by_key[link.start].name} → {by_key[link.end].name}" for link in links}


@built_once
def step_card(key: str) -> str:
    """The step of this key as paragraphs of markdown."""
    link = next(link for link in load_pain_map_and_not_found()[1] if link.key == key)
    lies_on = ", ".join(COMPLAINT_WORDS[complaint].lower() for complaint in link.complaints)
    return (
        f"### {step_names()[key]}\n\n**How it is known**: {EVIDENCE_WORDS[link.evidence]}\n\n{link.statement}\n\n"
        f"On the path to: {lies_on}.\n\n{foot(link.sources, link.claims, link.verified)}"
    )


def _names(choices: Any) -> dict[str, str]:
    return step_names()


def _told(choices: Any, key: str) -> str:
    return step_card(key)


STEP = Opens("step", "Open a step", names=_names, told=_told)


@built_once
def step_words(complaint: str) -> str:
    """The steps as a list of markdown, each with its evidence, sources and the claims that rest on it."""
    by_key = stations()
    rows = [
        f"- **{by_key[link.start].name} → {by_key[link.end].name}** ({EVIDENCE_WORDS[link.evidence]}). {link.statement} "
        f"{foot(link.sources, link.claims, link.verified)}"
        for link in lit_steps(complaint)
    ]
    return "### The steps in words\n" + "\n".join(rows)
