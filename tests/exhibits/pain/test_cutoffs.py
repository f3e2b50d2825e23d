"""The cut-off bars: the same patients, another line."""

import pandas as pd
import pytest

from exhibits.base import Look
from exhibits.choices import ChoiceError
from exhibits.pain.cutoffs import CutoffChoices, cutoff_chart, figure, sources


@pytest.mark.parametrize(("chosen", "share"), [(0.65, "7%"), (0.85, "60%")])
def test_the_cut_off_changes_who_is_low(chosen, share):
    """The title tells the chosen limit with its own share."""
    shares = pd.DataFrame({"Lower limit, mmol/L": [0.65, 0.75, 0.85], "Called low, %": [7.0, 25.0, 60.0]})
    figure = cutoff_chart(shares, chosen=chosen, look=Look("dark", "narrow"))
    assert (
        figure.layout.meta["title"]
        == f"With {chosen:.2f} mmol/L as the lower limit, {share} of these patients are “low”"
    )
    assert list(figure.data[0].y) == [7.0, 25.0, 60.0]


def test_a_limit_is_chosen_by_its_label_or_its_figure():
    """As the address says it; any other is named with what there is."""
    assert CutoffChoices.read({"cutoff": ["0.65 mmol/L"]}) == CutoffChoices(cutoff="0.65")
    assert CutoffChoices(cutoff="0.65").address() == {"cutoff": "0.65 mmol/L"}
    with pytest.raises(ChoiceError, match=r"allowed: 0\.65, 0\.75, 0\.85"):
        CutoffChoices(cutoff="0.7")


def test_the_counts_are_of_the_warsaw_patients():
    """25% under 0.75, which is shown first."""
    assert "25% of these patients" in figure(CutoffChoices(), Look()).words["title"]
    assert sources(CutoffChoices()) == ("warsaw_inpatients",)
