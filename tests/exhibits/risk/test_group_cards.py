"""A card for each risk group, with everything that is known of it."""

import pytest

from data.risk import load_risk_groups
from exhibits.base import Look
from exhibits.risk.group_cards import RISK_CARDS
from exhibits.risk.selection import GroupChoices
from tests.exhibits.risk.helpers import headings, told


def test_every_group_and_figure_has_its_card():
    """24 groups, 35 figures in words with their numbers, 7 counterpoints; headings and words said of them too."""
    markup = RISK_CARDS.figure(GroupChoices(), Look())
    said = told(markup)
    assert headings(markup) == [group.name for group in load_risk_groups().values()]
    for group in load_risk_groups().values():
        assert group.mechanism in said
        for figure in group.figures:
            assert figure.statement in said and figure.words.lower() in said.lower(), figure.id
    assert said.count("± Counterpoint") == 7
    assert markup.words["title"] == "15 groups at risk of too little and 9 of too much"
    assert "Older adults taking magnesium medicines" in markup.words["alt"]


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"find": "coffee", "direction": "toxicity"}, "No group matches too much and “coffee”. Take a filter away or try "
         "another word, or the start of it. The list is short: not being on it is no all-clear."),
        ({"kind": ("age",), "strength": ("weak",)}, "No group matches age and weak support. Take a filter away."),
        ({}, ""),
    ],
)  # fmt: skip
def test_it_is_said_why_there_is_nothing_to_see(chosen, why):
    """Only what was set is to be taken away."""
    assert RISK_CARDS.empty(GroupChoices(**chosen)) == why
