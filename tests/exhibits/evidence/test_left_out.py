"""Studies that a reader leaves out of the forest plot: drawn, not counted, and what remains told without pooling."""

import pandas as pd

from exhibits.evidence.forest import FOREST, ForestChoices, forest_chart, remains, table
from exhibits.palette import PALETTE
from tests.exhibits.evidence.test_forest import CRAMPS, LIGHT, drawn


def test_a_study_left_out_is_drawn_and_not_counted():
    """Of two, the one that says fewer cramps is left out: hollow and gray, and the interval that remains is the one."""
    fewer = drawn(study="A 2001", study_key="a_2001", estimate=-2.0, ci_low=-3.0, ci_high=-1.0, out=True)
    figure = forest_chart(pd.DataFrame([fewer, drawn()]), topic="Muscles", main=CRAMPS, look=LIGHT)
    assert "the one interval includes no difference" in figure.layout.meta["title"]
    assert "not counted: A 2001" in figure.layout.meta["subtitle"]
    (squares,) = (trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers")
    assert list(squares.ids) == ["a_2001", "garrison_2020"]
    assert list(squares.marker.color) == [PALETTE["light"]["bg"], PALETTE["light"]["ink"]]


def test_what_remains_is_counted_and_never_pooled():
    """Without Hu 2020 one arthritis interval is left, and its estimate; nothing is said where nothing is left out."""
    said = remains(ForestChoices(topic="joint", out=("hu_2020",)))
    assert "Left out: Hu 2020" in said and "Nothing was pooled anew" in said
    assert "Hu 2020" not in said.split("What remains")[1]
    assert not remains(ForestChoices(topic="joint")) and not remains(ForestChoices(topic="muscle", out=("hu_2020",)))
    assert "no interval is left" in table_words(ForestChoices(topic="migraine", out=("choi_parmar_2014",)))


def test_a_study_left_out_says_so_in_the_table():
    """Its row stays, marked."""
    rows = table(ForestChoices(topic="joint", out=("hu_2020",)))
    assert set(rows[rows["Study"] == "Hu 2020"]["Shown"]) == {"with interval, left out"}


def table_words(choices: ForestChoices) -> str:
    return FOREST.words(choices)["title"]
