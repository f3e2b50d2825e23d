"""Every value that a choice offers gives a table, a picture and steps, or a reason why there is nothing to see."""

import pytest

from exhibits.base import DEFAULT_LOOK
from exhibits.catalog import catalog
from exhibits.choices import ChoiceError, Choices, controls_of
from exhibits.steps import series_of

MOST_OPTIONS = 40  # of one choice: foods and sources have hundreds


def chosen(key: str) -> list[Choices]:
    """The exhibit's first choices, each option of each choice in turn; without what cannot stand beside them."""
    shown, found = catalog()[key], []
    for name, control in controls_of(shown.choices).items():
        for option in list(control.offered())[:MOST_OPTIONS]:
            try:
                found.append(shown.choices(**dict(shown.example) | {name: (option,) if control.many else option}))
            except ChoiceError:
                continue
    return found


@pytest.mark.parametrize("key", [key for key in catalog() if chosen(key)])
def test_every_option_can_be_shown_and_taken_away(key):
    """One option at a time; a fault would reach whoever takes the file, if not the reader of the page."""
    shown = catalog()[key]
    for choices in chosen(key):
        if not shown.empty(choices):
            assert len(shown.table(choices).columns)
            assert shown.figure(choices, DEFAULT_LOOK).words["title"]
            assert series_of(shown, choices)
