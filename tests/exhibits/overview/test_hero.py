"""The two-sided picture: what is drawn, and what is said round it."""

import pandas as pd
import pytest

from exhibits.base import Look
from exhibits.overview.hero import figure, hero_axis, table
from exhibits.palette import PALETTE
from exhibits.units import UnitChoices
from tests.exhibits.overview.helpers import INTAKES, NAN, labels

STAGES = pd.DataFrame(
    [
        {"side": "deficiency", "stage": "Low", "level_low_mmol_l": NAN, "level_high_mmol_l": 0.7, "signs": "Cramps"},
        {"side": "balance", "stage": "Fine", "level_low_mmol_l": 0.75, "level_high_mmol_l": 1.0, "signs": "None"},
        {"side": "toxicity", "stage": "High", "level_low_mmol_l": 1.0, "level_high_mmol_l": 5.0, "signs": "Drowsy"},
        {"side": "toxicity", "stage": "Top", "level_low_mmol_l": 5.0, "level_high_mmol_l": NAN, "signs": "Silent"},
    ]
).assign(width=1.2)


def hero(stages=STAGES, intakes=INTAKES, mode="light", size="wide"):
    return hero_axis(stages, intakes, look=Look(mode, size), source="IOM 1997")


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
    assert "above 5.0 mmol/L" in labels(figure) and "below 0.70–0.75 mmol/L" in labels(figure)
    heads = next(trace for trace in figure.data if trace.text and "<b>Low</b>" in trace.text)
    assert list(heads.y) == sorted(heads.y) and heads.text[-1] == "<b>Top</b>"
    assert sum(trace.mode == "lines" for trace in figure.data) == 4


def test_the_projector_shows_one_idea():
    """No ruler on the projector, even if intakes are given."""
    assert not any("RDA" in label for label in labels(hero(size="projector")))
    assert any("RDA" in label for label in labels(hero(size="wide")))


@pytest.mark.parametrize(("size", "told"), [("wide", True), ("narrow", True), ("projector", False)])
def test_the_words_tell_of_intakes_only_where_the_ruler_is_drawn(size, told):
    """Subtitle, alternative text and source line, of made-up rows and of the real ones."""
    real, made_up = figure(UnitChoices(), Look(size=size)).layout.meta, hero(size=size).layout.meta
    for said in (real, made_up):
        assert ("daily intakes" in said["subtitle"]) == told
        assert ("Below, daily intakes" in said["alt"]) == told
    assert ("Intakes: " in real["source"]) == told
    assert "Blood levels: " in real["source"]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_each_side_has_its_color_shape_and_word(mode, size):
    """Blue ▼, orange ▲ and their words; both modes take the palette of their own."""
    figure = hero(mode=mode, size=size)
    said = {note.text: note.font.color for note in figure.layout.annotations}
    assert said["<b>▼ Nerves fire too easily</b>"] == PALETTE[mode]["deficiency"]
    assert said["<b>▲ Nerve signals fade</b>"] == PALETTE[mode]["toxicity"]
    assert figure.layout.paper_bgcolor == PALETTE[mode]["bg"]


def test_the_table_of_the_picture_has_every_stage_and_intake():
    """Seven stages, two figures for each of two adult groups, two limits; every row has its sources."""
    shown = table(UnitChoices())
    assert len(shown) == 7 + 4 + 2
    assert (shown["Sources"].str.len() > 0).all()
    mild = shown[shown["Stage or intake"] == "Mild deficiency"].iloc[0]
    assert (mild["From"], mild["To"], mild["Unit"]) == (0.5, 0.7, "mmol/L in blood")
    eu = shown[shown["Stage or intake"].str.startswith("Supplements: European Union")].iloc[0]
    assert (eu["From"], eu["Unit"]) == (250, "mg a day")


def test_the_picture_is_built_once():
    """The very same object each time, so an unchanged chart is not sent again."""
    assert figure(UnitChoices(), Look()) is figure(UnitChoices(), Look())
