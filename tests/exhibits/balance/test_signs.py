"""The symptom matrix: a mark for each stage and side, and words that follow the signs shown."""

import pandas as pd
import pytest

from data.signs import signs_frame
from exhibits.balance.signs import symptom_matrix
from exhibits.base import Look
from exhibits.palette import PALETTE

SIGNS = pd.DataFrame(
    [
        ("Weakness", "nerves_muscles", "both", ("early",), ("moderate",), "early; moderate"),
        ("Tremor", "nerves_muscles", "deficiency", ("severe",), (), "advanced"),
        ("Weak reflexes", "nerves_muscles", "toxicity", (), ("moderate", "severe"), "moderate to severe"),
        ("Arrest", "heart", "toxicity", (), ("extreme",), "extreme"),
        ("Blurred vision", "mind", "toxicity", (), ("not_stated",), "level not stated"),
    ],
    columns=["name", "system", "side", "deficiency", "toxicity", "stage_words"],
).assign(key=["weakness", "tremor", "reflexes", "arrest", "vision"])


def drawn(signs: pd.DataFrame = SIGNS, *, mode="light", size="wide"):
    return symptom_matrix(signs, look=Look(mode, size))


def marks(figure, side: str):
    return next(trace for trace in figure.data if trace.name == side)


def said(figure) -> list[str]:
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


def test_a_mark_for_each_stage_on_its_own_side():
    """Too little lies left of the middle, too much right of it, with their shapes."""
    low, high = marks(drawn(), "deficiency"), marks(drawn(), "toxicity")
    assert (len(low.x), len(high.x)) == (2, 5)
    assert max(low.x) < 0.5 < min(high.x)
    assert (low.marker.symbol, high.marker.symbol) == ("triangle-down", "triangle-up")


def test_stages_lead_outward_from_the_middle():
    """Severe deficiency lies left of early; extreme toxicity right of moderate."""
    low, high = marks(drawn(), "deficiency"), marks(drawn(), "toxicity")
    early, severe = low.x
    moderate, extreme = high.x[0], high.x[3]
    assert severe < early
    assert moderate < extreme


def test_signs_of_both_sides_stand_out():
    """Bold with a diamond; others plain."""
    words = said(drawn())
    assert "<b>◆ Weakness</b>" in words
    assert "Tremor" in words


def test_a_stage_that_no_source_states_is_hollow():
    """Blurred vision is filled with the page color; the rest with the side's."""
    colors = list(marks(drawn(), "toxicity").marker.color)
    color = PALETTE["light"]
    assert colors == [color["toxicity"]] * 4 + [color["bg"]]


def test_two_stages_of_a_sign_are_joined():
    """One line, from moderate to severe, for weak reflexes."""
    lines = [
        trace for trace in drawn().data if trace.mode == "lines" and trace.line.color == PALETTE["light"]["toxicity"]
    ]
    assert [tuple(trace.x) for trace in lines] == [(*marks(drawn(), "toxicity").x[1:3], None)]


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (None, "1 of the 5 signs shown is described on both sides"),
        (["Tremor", "Arrest"], "None of the 2 signs shown is described on both sides"),
        (["Tremor"], "Tremor: described with too little magnesium"),
        (["Weakness"], "Weakness: described with too little and too much magnesium"),
    ],
)
def test_the_title_counts_what_is_shown(names, title):
    """Under any filter."""
    signs = SIGNS if names is None else SIGNS[SIGNS["name"].isin(names)]
    assert drawn(signs).layout.meta["title"] == title


def test_the_alternative_text_counts_each_side():
    """2 on the low side, 4 on the high side, 1 on both."""
    assert drawn().layout.meta["alt"] == (
        "A matrix of 5 signs by stage. 2 are described with too little magnesium, 4 with too much, 1 with both: weakness."
    )


def test_a_phone_has_names_above_and_its_stages_explained():
    """Numbers stand for stages, and the subtitle says for which."""
    figure = drawn(size="narrow")
    assert {"1", "2", "3", "4", "?"} <= set(said(figure))
    assert "1 early, 2 moderate, 3 severe, 4 extreme" in figure.layout.meta["subtitle"]
    names = next(trace for trace in figure.data if trace.mode == "text" and "Tremor" in trace.text)
    assert set(names.x) == {0.0}
    assert set(names.y).isdisjoint(marks(figure, "toxicity").y)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_each_composition_holds_every_accepted_sign(mode, size):
    """All 30 signs, none past the edge of the plot."""
    signs = signs_frame()
    figure = symptom_matrix(signs, look=Look(mode, size))
    text = " ".join(said(figure)).replace("<br>", " ")
    assert all(name in text for name in signs["name"])
    assert figure.layout.meta["title"] == "10 of the 30 signs shown are described on both sides"
    for side in ("deficiency", "toxicity"):
        assert all(0.03 < x < 0.97 for x in marks(figure, side).x)
    assert figure.layout.plot_bgcolor == PALETTE[mode]["bg"]
