"""The mechanism map, the cut-off bars and the plan."""

from typing import get_args

import pandas as pd
import pytest

from components.charts.pain import LINE, cutoff_chart, mechanism_map, plan_timeline
from data.pain import EVIDENCE_WORDS, StepEvidence

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
)


def drawn(size: str = "wide", links: pd.DataFrame = LINKS):
    return mechanism_map(NODES, links, complaint="Joints", evidence_words=EVIDENCE_WORDS, mode="light", size=size)


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
    assert len(figure.data) == 2
    assert [note.text.split("</b>")[0] for note in figure.layout.annotations] == [
        "<b>▼ Low magnesium",
        "<b>Channel open",
        "<b>Joint pain",
    ]


def test_a_circle_does_not_run_forever():
    """Stress lowers magnesium, which heightens stress: each step is told once."""
    links = LINKS.assign(lit=[False, False, True, True])
    assert len(drawn("narrow", links).data) == 2


@pytest.mark.parametrize(("chosen", "share"), [(0.65, "7%"), (0.85, "60%")])
def test_the_cut_off_changes_who_is_low(chosen, share):
    """The title tells the chosen limit with its own share."""
    shares = pd.DataFrame({"Lower limit, mmol/L": [0.65, 0.75, 0.85], "Called low, %": [7.0, 25.0, 60.0]})
    figure = cutoff_chart(shares, chosen=chosen, mode="dark", size="narrow")
    assert (
        figure.layout.meta["title"]
        == f"With {chosen:.2f} mmol/L as the lower limit, {share} of these patients are “low”"
    )
    assert list(figure.data[0].y) == [7.0, 25.0, 60.0]


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_the_plan_shows_every_step_with_where_it_stands(size):
    """Three steps in two periods, and the one without a study is counted in the alternative text."""
    steps = pd.DataFrame(
        {
            "period": ["weeks 1-2", "weeks 1-2", "long term"],
            "step": ["Reduce caffeine", "Drink more", "Manage stress"],
            "standing": ["little to gain", "no study found", "idea"],
            "verified": [True, False, True],
        }
    )
    figure = plan_timeline(steps, mode="light", size=size)
    text = " ".join(note.text for note in figure.layout.annotations)
    assert all(word in text for word in [*steps["step"], *steps["standing"], "Weeks 1–2", "Long term"])
    assert "for 1 of them no study was found" in figure.layout.meta["alt"]
