"""The plan: every step in its period, with where it stands."""

import pandas as pd
import pytest

from exhibits.base import SIZES, Look
from exhibits.pain.plan import plan_timeline


@pytest.mark.parametrize("size", SIZES)
def test_the_plan_shows_every_step_with_where_it_stands(size):
    """Three steps in two periods, and the one without a study is counted in the alternative text."""
    steps = pd.DataFrame(
        {
            "key": ["caffeine", "drink", "stress"],
            "period": ["weeks 1-2", "weeks 1-2", "long term"],
            "step": ["Reduce caffeine", "Drink more", "Manage stress"],
            "standing": ["little to gain", "no study found", "idea"],
            "verified": [True, False, True],
        }
    )
    figure = plan_timeline(steps, look=Look("light", size))
    text = " ".join(note.text for note in figure.layout.annotations)
    assert all(word in text for word in [*steps["step"], *steps["standing"], "Weeks 1–2", "Long term"])
    assert "for 1 of them no study was found" in figure.layout.meta["alt"]
