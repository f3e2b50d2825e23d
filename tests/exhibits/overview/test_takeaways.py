"""The takeaways as cards and as a table."""

import pytest

from data.overview import load_takeaways
from exhibits.base import Look
from exhibits.overview.takeaways import address, figure, sources, table, titled
from exhibits.units import UnitChoices

CARDS = figure(UnitChoices(), Look())


@pytest.mark.parametrize("takeaway", load_takeaways(), ids=lambda takeaway: takeaway.key)
def test_each_has_a_card_with_its_side_text_and_link(takeaway):
    """The mark of its side, the words, and where it is shown."""
    assert titled(takeaway) in CARDS
    assert f'class="{takeaway.side}"' in CARDS
    assert address(takeaway).replace("&", "&amp;") in CARDS


def test_the_sides_are_marked_where_they_have_a_mark():
    """▼, ▲, ● and ◆; what speaks of no side has none."""
    said = {takeaway.side: titled(takeaway)[0] for takeaway in load_takeaways()}
    assert said == {"deficiency": "▼", "toxicity": "▲", "balance": "●", "none": "R", "both": "◆"}


def test_the_table_has_the_figures_filled_in():
    """310 to 420 mg a day, 350 and 250 mg from supplements."""
    rows = table(UnitChoices())
    assert len(rows) == 7
    said = " ".join(rows["With its limits"])
    for part in ("310 to 420 mg a day", "350 mg a day in the US, 250 mg in the EU"):
        assert " ".join(part.split()) in " ".join(said.split())
    assert rows["Shown at"].iloc[1] == "/balance?tab=Blood+levels"
    assert (rows["Sources"].str.len() > 0).all()
    assert len(sources(UnitChoices())) == len(set(sources(UnitChoices()))) > 7
