"""Compounds beside what was absorbed: lengths, words, and what is told once."""

import pandas as pd
import pytest

from exhibits.base import MODES, SIZES, Look
from exhibits.palette import PALETTE
from exhibits.supplements.forms import _salts, forms_chart
from tests.exhibits.supplements.helpers import LIGHT, bars, texts

SALTS = pd.DataFrame(
    [
        ("Magnesium oxide", "oxide", 301.5, "4% in volunteers", "share"),
        ("Magnesium carbonate, basic", "carbonate", 125.1, "no study of this form was read", "none"),
        ("Magnesium gluconate", "gluconate", 29.3, "only rats", "animals"),
    ],
    columns=["name", "form", "magnesium_mg", "absorbed", "absorbed_kind"],
).assign(key=["oxide", "carbonate", "gluconate"])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_a_bar_for_each_compound_and_its_words(mode, size):
    """Lengths in mg; absorption in words with a mark for its kind; a gap stands as a gap."""
    figure = forms_chart(SALTS, look=Look(mode, size))
    assert list(bars(figure, "magnesium").x) == [301.5, 125.1, 29.3]
    said = texts(figure)
    for words in ("Oxide", "● 4% in volunteers", "– no study of this form was read", "◇ only rats"):
        assert words in said
    assert bars(figure, "magnesium").marker.color == PALETTE[mode]["series"]


@pytest.mark.parametrize("keys", [("oxide", "citrate", "citrate-hydrogen"), ("citrate-hydrogen", "oxide", "citrate")])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_what_was_absorbed_is_told_once_for_each_form(keys, size):
    """At its first compound, whichever that is; the counts of the subtitle are of forms."""
    figure = forms_chart(_salts(keys), look=Look("light", size))
    said = [words for trace in figure.data[1:] for words in trace["text"]]
    assert said.count("○ more than oxide in two trials") == 1
    assert said.count("no separate study of this compound was read") == 1
    shown = [words for words in said if words.startswith("○") or words.startswith("no separate")]
    assert shown[0].startswith("○")
    assert "(1 of 2 forms)" in figure.layout.meta["subtitle"]


def test_the_words_of_the_salts_are_computed():
    """From the least to the most, how many shares were measured; one compound alone names itself."""
    said = forms_chart(SALTS, look=LIGHT).layout.meta
    assert said["title"] == "500 mg of salt holds from 29 mg to 302 mg of magnesium"
    assert "measured in people (1 of 3 forms)" in said["subtitle"] and "No figure found (1)" in said["subtitle"]
    one = forms_chart(SALTS[1:2], look=LIGHT).layout.meta
    assert one["title"] == "500 mg of magnesium carbonate, basic holds 125 mg of magnesium"
