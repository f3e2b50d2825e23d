"""The Overview picture and the ruler of daily intakes."""

import pandas as pd
import pytest

from components.charts.base import PALETTE
from components.charts.hero import hero_axis, intake_ruler

NAN = float("nan")
STAGES = pd.DataFrame(
    [
        {"side": "deficiency", "stage": "Low", "level_low_mmol_l": NAN, "level_high_mmol_l": 0.7, "signs": "Cramps"},
        {"side": "balance", "stage": "Fine", "level_low_mmol_l": 0.75, "level_high_mmol_l": 1.0, "signs": "None"},
        {"side": "toxicity", "stage": "High", "level_low_mmol_l": 1.0, "level_high_mmol_l": 5.0, "signs": "Drowsy"},
        {"side": "toxicity", "stage": "Top", "level_low_mmol_l": 5.0, "level_high_mmol_l": NAN, "signs": "Silent"},
    ]
).assign(width=1.2)


def row(group: str, average=NAN, goal=NAN, term="", low=NAN, high=NAN, nothing="") -> dict:
    """One row of the ruler: a goal with or without an average need, limits, or nothing."""
    limits = {"limit_low_mg": low, "limit_low_name": "EU limit", "limit_high_mg": high, "limit_high_name": "US limit"}
    return {"group": group, "average_mg": average, "goal_mg": goal, "goal_term": term, "nothing": nothing, **limits}


INTAKES = pd.DataFrame([row("Women", 255, 310, "RDA"), row("EU", goal=300, term="AI"), row("Pills", low=250, high=350)])


def hero(stages=STAGES, intakes=INTAKES, mode="light", size="wide"):
    return hero_axis(stages, intakes, mode=mode, size=size, source="IOM 1997")


def ruler(intakes=INTAKES, mode="light", size="wide"):
    return intake_ruler(intakes, mode=mode, size=size, title="Aim", source="IOM 1997")


def labels(figure) -> list[str]:
    """Every word in the plot."""
    traces = [text for trace in figure.data if trace.text is not None for text in trace.text]
    return [*traces, *(note.text for note in figure.layout.annotations)]


@pytest.mark.parametrize(
    ("sides", "title"),
    [
        (["deficiency", "balance", "toxicity"], "Too little magnesium over-excites nerves; far too much silences them"),
        (["deficiency", "balance"], "Too little magnesium over-excites nerves"),
        (["toxicity"], "Far too much magnesium silences nerves"),
        (["balance"], "In balance, nerves fire when they should"),
    ],
)
@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_the_title_says_what_the_stages_shown_bear(sides, title, size):
    """A picture of one side does not claim the other, in any size."""
    figure = hero(STAGES[STAGES["side"].isin(sides)].reset_index(drop=True), size=size)
    assert figure.layout.meta["title"] == title
    assert len(title) <= 80


def test_the_text_alternative_tells_stages_levels_and_intakes():
    """Number of stages, each level in words, the ruler's figures."""
    alt = hero().layout.meta["alt"]
    assert alt.startswith("An axis in 4 stages. Low, below 0.70 mmol/L: cramps.")
    assert "Fine, 0.75 to 1.00 mmol/L" in alt and "Top, above 5.0 mmol/L" in alt
    assert "Women: average need 255 mg, RDA 310 mg" in alt
    assert "Pills: EU limit 250 mg, US limit 350 mg" in alt
    assert "daily intakes" not in hero(intakes=None).layout.meta["alt"]


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_the_sketch_and_the_scale_are_owned_up_to(size):
    """In the plot and in the words round it: a sketch, not to scale, sources disagree."""
    figure = hero(size=size)
    assert any("sketch" in label for label in labels(figure))
    assert "not to scale" in figure.layout.meta["subtitle"]
    assert "Sources place the borders differently" in figure.layout.meta["source"]
    assert "not tied to exact levels" in figure.layout.meta["source"]


def test_a_border_that_sources_draw_differently_shows_both_levels():
    """0.70 on one side and 0.75 on the other is "0.70–0.75"; one level is written once, with fewer digits above 1.5."""
    borders = [label for label in labels(hero()) if label.startswith("<b>") and label[3].isdigit()]
    assert borders == ["<b>0.70–0.75</b>", "<b>1.00</b>", "<b>5.0</b>"]


def test_on_a_phone_the_highest_level_stands_on_top():
    """Stages are stacked in order of level, each with its range and a small trace."""
    figure = hero(size="narrow")
    assert "above 5.0 mmol/L" in labels(figure) and "below 0.70 mmol/L" in labels(figure)
    heads = next(trace for trace in figure.data if trace.text and "<b>Low</b>" in trace.text)
    assert list(heads.y) == sorted(heads.y) and heads.text[-1] == "<b>Top</b>"
    assert sum(trace.mode == "lines" for trace in figure.data) == 4


def test_the_projector_shows_one_idea():
    """No ruler on the projector, even if intakes are given."""
    assert not any("RDA" in label for label in labels(hero(size="projector")))
    assert any("RDA" in label for label in labels(hero(size="wide")))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_each_side_has_its_color_shape_and_word(mode, size):
    """Blue ▼, orange ▲ and their words; both modes take the palette of their own."""
    figure = hero(mode=mode, size=size)
    said = {note.text: note.font.color for note in figure.layout.annotations}
    assert said["<b>▼ Nerves fire too easily</b>"] == PALETTE[mode]["deficiency"]
    assert said["<b>▲ Nerve signals fade</b>"] == PALETTE[mode]["toxicity"]
    assert figure.layout.paper_bgcolor == PALETTE[mode]["bg"]


def bands(figure) -> list[tuple[float, float, str]]:
    """The boxes of the ruler from the lowest row up: start, end, fill."""
    return [(shape.x0, shape.x1, shape.fillcolor) for shape in figure.layout.shapes]


def test_only_the_row_of_supplements_has_a_limit():
    """Pills: neutral to 250, pale to 350, orange beyond; goals end in teal, never in orange."""
    color = PALETTE["light"]
    pills, eu, women = bands(ruler())[:3], bands(ruler())[3:5], bands(ruler())[5:]
    assert pills == [(0, 250, color["panel"]), (250, 350, color["toxicity_fill"]), (350, 600, color["toxicity"])]
    assert women == [
        (0, 255, color["deficiency_fill"]),
        (255, 310, color["balance_fill"]),
        (310, 600, color["balance"]),
    ]
    assert eu == [(0, 300, color["panel"]), (300, 600, color["balance"])], "below an AI nothing is known"


def test_a_row_without_a_value_says_so():
    """Words in the place of a band."""
    figure = ruler(pd.DataFrame([row("US", goal=30, term="AI"), row("EU", nothing="no value below 7 months")]))
    assert "no value below 7 months" in labels(figure)
    assert "EU: no value is set" in figure.layout.meta["alt"]


@pytest.mark.parametrize(("goal", "end"), [(75, 250), (170, 250), (250, 400), (310, 600), (420, 600)])
def test_the_scale_fits_the_life_stage(goal, end):
    """Small needs get a shorter ruler, so that their labels have room."""
    figure = ruler(pd.DataFrame([row("Goal", goal=goal, term="AI")]))
    assert tuple(figure.layout.xaxis.range) == (0, end)


def test_labels_are_short_on_a_phone():
    """The tails are dropped where there is no room for them."""
    assert "RDA 310: the amount to aim for" in labels(ruler())
    assert {"RDA 310", "EAR 255", "US limit 350"} <= set(labels(ruler(size="narrow")))
