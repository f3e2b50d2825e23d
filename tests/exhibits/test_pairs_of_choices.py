"""Any two choices of an exhibit together give a picture, or a reason why there is none."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest

from exhibits import catalog
from exhibits.base import Exhibit, Look
from exhibits.choices import ChoiceError, Choices

MOST_OPTIONS = 12  # of one choice; of longer lists the first and the last
LOOKS = (Look(size="wide"), Look(size="narrow"))


def options(shown: Exhibit) -> list[list[tuple[str, object]]]:
    """Each choice from a list, as (name, value), for each of its options."""
    found = []
    for name in shown.choices.model_fields:
        control = shown.choices.control(name)
        if control.options is not None:
            every = list(control.offered())
            few = every if len(every) <= MOST_OPTIONS else [*every[:4], *every[-2:]]
            found.append([(name, (option,) if control.many else option) for option in few])
    return found


def pairs(shown: Exhibit) -> Iterator[Choices]:
    """Every two options that may be chosen together, and each alone where there is one choice."""
    for one, other in combinations(options(shown), 2):
        for pair in product(one, other):
            try:
                yield shown.choices(**dict(pair))
            except ChoiceError:
                continue


@pytest.mark.parametrize("key", [key for key, shown in catalog.catalog().items() if len(options(shown)) > 1])
def test_two_choices_together(key):
    """A picture at both widths with its table and its records, or words in its place."""
    shown = catalog.exhibit(key)
    for choices in pairs(shown):
        if shown.empty(choices):
            continue
        for look in LOOKS:
            assert shown.figure(choices, look), choices
        assert shown.table(choices).shape[1], choices
        if shown.opens:
            shown.opens.names(choices)
