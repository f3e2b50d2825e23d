"""The mechanism map: every step with its evidence, the path lit, and a list on a phone."""

from typing import get_args

import pandas as pd

from data.pain import EVIDENCE_WORDS, StepEvidence
from exhibits.base import Look
from exhibits.pain.complaints import ComplaintChoices
from exhibits.pain.mechanism_map import figure, mechanism_map, sources, table
from exhibits.pain.steps import LINE, stations

NODES = pd.DataFrame(
    [
        ("low", "Low magnesium", 0, 1.0, "deficiency"),
        ("nmda", "Channel open", 1, 0.0, "deficiency"),
        ("vitamin_d", "Less vitamin D", 1, 1.0, "deficiency"),
        ("pain", "Joint pain", 3, 0.5, "deficiency"),
    ],
    columns=["key", "name", "layer", "row", "side"],
)
LINKS = pd.DataFrame(
    [
        ("low", "nmda", "established_physiology", True),
        ("nmda", "pain", "not_found", True),
        ("low", "vitamin_d", "trials_agree", False),
        ("vitamin_d", "low", "hypothesis", False),
    ],
    columns=["start", "end", "evidence", "lit"],
).assign(key=["low_nmda", "nmda_pain", "low_vitamin_d", "vitamin_d_low"])


def drawn(size: str = "wide", links: pd.DataFrame = LINKS):
    return mechanism_map(NODES, links, complaint="Joints", look=Look("light", size))


def test_the_title_counts_the_steps_shown():
    """Two lit steps, none backed by trials, one without a study."""
    assert drawn().layout.meta["title"] == "Joints: trials back none of 2 steps; 1 has no study"


def test_every_step_is_drawn_and_only_lit_ones_carry_words():
    """Four curves; the words of the evidence stand at the two lit steps alone."""
    figure = drawn()
    curves = [shape for shape in figure.layout.shapes if shape.type == "path"]
    assert len(curves) == 4
    said = [note.text for note in figure.layout.annotations if note.text in EVIDENCE_WORDS.values()]
    assert sorted(said) == ["no study found", "textbook physiology"]


def test_the_line_tells_the_evidence_too():
    """A step without a study is a sparse dotted line, textbook physiology a thick solid one."""
    dashes = [shape.line.dash for shape in drawn().layout.shapes if shape.type == "path" and shape.line.width > 1]
    assert dashes == [LINE["established_physiology"][0], LINE["not_found"][0]]
    assert len(set(LINE.values())) == len(LINE)
    assert set(LINE) == set(get_args(StepEvidence))


def test_on_a_phone_the_lit_steps_become_a_list():
    """One line sample and one name a step, below the level they start from."""
    figure = drawn("narrow")
    assert sum(trace.type == "scatter" for trace in figure.data) == 2
    assert [note.text.split("</b>")[0] for note in figure.layout.annotations] == [
        "<b>▼ Low magnesium",
        "<b>Channel open",
        "<b>Joint pain",
    ]


def test_a_circle_does_not_run_forever():
    """Stress lowers magnesium, which heightens stress: each step is told once."""
    links = LINKS.assign(lit=[False, False, True, True])
    assert sum(trace.type == "scatter" for trace in drawn("narrow", links).data) == 2


def test_the_table_tells_the_lit_steps_from_the_level_of_magnesium_onward():
    """As many rows as the title counts steps, the first from a level of magnesium."""
    chosen = ComplaintChoices(complaint="joint")
    rows, title = table(chosen), figure(chosen, Look()).words["title"]
    assert f"of {len(rows)} steps" in title
    assert rows["From"].iloc[0] in {station.name for station in stations().values() if station.layer == 0}


def test_a_step_without_a_study_names_no_source():
    """It has none; what was read stands among the sources once."""
    named = sources(ComplaintChoices(complaint="muscle"))
    assert "none_found" not in named and len(named) == len(set(named))
