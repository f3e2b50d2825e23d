"""The mechanism map: from the level of magnesium to the complaint, each step with its evidence in line and words."""

from __future__ import annotations

import pandas as pd

from data.base import as_frame
from data.pain import COMPLAINT_WORDS, EVIDENCE_WORDS, load_pain_map_and_not_found
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.pain.complaints import ComplaintChoices
from exhibits.pain.foot import sources_of
from exhibits.pain.map_ladder import map_ladder
from exhibits.pain.map_layers import map_layers
from exhibits.pain.steps import LINE, STEP, lit_steps, stations


def table(choices: ComplaintChoices) -> pd.DataFrame:
    """The lit steps in words, from the level of magnesium onward: the map for those who do not see it."""
    return _table(choices.complaint)


@built_once
def _table(complaint: str) -> pd.DataFrame:
    by_key, lit = stations(), lit_steps(complaint)
    return pd.DataFrame(
        {
            "From": [by_key[link.start].name for link in lit],
            "To": [by_key[link.end].name for link in lit],
            "How it is known": [EVIDENCE_WORDS[link.evidence] for link in lit],
            "What is known": [link.statement for link in lit],
        }
    )


def figure(choices: ComplaintChoices, look: Look) -> Chart:
    """The map with the path of the complaint lit."""
    return _figure(choices.complaint, look)


@built_once
def _figure(complaint: str, look: Look) -> Chart:
    nodes, links = load_pain_map_and_not_found()
    frame = as_frame(links)
    frame["lit"] = [complaint in link.complaints for link in links]
    return mechanism_map(as_frame(nodes), frame, complaint=COMPLAINT_WORDS[complaint], look=look)


def mechanism_map(nodes: pd.DataFrame, links: pd.DataFrame, *, complaint: str, look: Look) -> Chart:
    """The map with the path of one complaint lit; on a phone the path alone, step by step.

    nodes: key, name, layer, row, side; links: start, end, evidence, lit (bool). `complaint` is its name for the words.
    """
    said = _words(links[links["lit"]], complaint)
    if look.size == "narrow":
        return map_ladder(nodes, links, said, look)
    return map_layers(nodes, links, said, look)


def _words(lit: pd.DataFrame, complaint: str) -> dict[str, str]:
    count = lit["evidence"].value_counts()
    missing, firm = int(count.get("not_found", 0)), int(count.get("established_physiology", 0))
    backed = int(count.get("trials_agree", 0))
    untested = {0: "each has some study", 1: "1 has no study"}.get(missing, f"{missing} have no study")
    parts = [f"{EVIDENCE_WORDS[level]}: {count[level]}" for level in LINE if level in count]
    return words(
        title=f"{complaint}: trials back {backed or 'none'} of {len(lit)} steps; {untested}",
        subtitle="From the level of magnesium to the complaint. The line and the words tell how each single step is known; "
        "a chain is no stronger than its weakest step",
        source="the sources of each step stand with it on the page about pain. A firm mechanism does not show that a tablet helps.",
        alt=f"A map of {len(lit)} steps that could lead from magnesium to {complaint.lower()}. {'; '.join(parts)}. "
        f"{firm} rest on textbook physiology. The table tells every step.",
    )


def sources(choices: ComplaintChoices) -> tuple[str, ...]:
    """Of the lit steps."""
    return sources_of(lit_steps(choices.complaint))


MECHANISM_MAP = Exhibit(
    "mechanism-map",
    title="From magnesium to pain, step by step",
    page="pain",
    tab="By complaint",
    choices=ComplaintChoices,
    table=table,
    figure=figure,
    rests_on=("pain_nodes", "pain_links"),
    sources=sources,
    also="mechanism, NMDA, calcium, vitamin D, inflammation, sensitization, cramps, joints, muscles, nerves, fibromyalgia",
    opens=STEP,
)
