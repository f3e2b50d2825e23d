"""How the sample came about, step by step."""

import pandas as pd
import pytest

from exhibits.palette import PALETTE
from exhibits.survey.funnel import FUNNEL, OutcomeChoices, funnel_chart
from tests.exhibits.survey.helpers import LIGHT, LOOKS, PARTS, SIDES

STEPS = pd.DataFrame({"label": ["Sampled", "Examined", "Used"], "n": [31126, 9145, 7726]})


def test_the_funnel_counts_down():
    """First and last are in the title, each step in the alternative text, the bars as long as their people."""
    figure = funnel_chart(STEPS, source="NHANES", look=LIGHT)
    assert figure.words["title"] == "Of 31,126 people sampled, 7,726 can be used"
    assert "Examined, 9,145" in figure.words["alt"]
    assert [bar.x1 for bar in figure.layout.shapes] == [31126, 9145, 7726]
    assert [bar.fillcolor for bar in figure.layout.shapes][-1] == PALETTE["light"]["series"]


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_has_its_words_and_no_color_of_a_side(look):
    """Title, subtitle, source and alt are there; neither blue nor orange is."""
    figure = funnel_chart(STEPS, source="NHANES", look=look)
    assert all(figure.words[part] for part in PARTS)
    assert not [side for side in SIDES if PALETTE[look.mode][side] in figure.to_json()]


def test_each_outcome_has_its_own_funnel():
    """13,324 women at the end for rheumatoid arthritis, 7,726 people for neuropathy."""
    arthritis = OutcomeChoices(outcome="rheumatoid_arthritis")
    assert FUNNEL.table(arthritis)["People"].iloc[-1] == 13324
    assert FUNNEL.table(OutcomeChoices())["People"].iloc[-1] == 7726
    assert "2003–2016" in FUNNEL.words(arthritis)["source"]
