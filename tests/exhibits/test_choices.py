"""A wrong choice and a fault in a data file are two things, and are told as such."""

import pytest

from data.base import DataError
from exhibits.choices import ChoiceError, Choices, one_of, text


def broken() -> dict[str, str]:
    """Options from a file that cannot be read."""
    raise DataError("claims.yml: is missing")


class OfAFile(Choices):
    """Whose options stand in a data file."""

    claim: str = one_of("Claim", broken, default="")
    q: str = text("Search")


def test_a_fault_in_a_file_stays_a_fault_in_a_file():
    """Pydantic would make a validation error of it, of which a page would say that the dashboard is at fault."""
    with pytest.raises(DataError, match=r"^claims\.yml: is missing$"):
        OfAFile(claim="J01")


def test_what_does_not_rest_on_the_file_can_be_chosen():
    """Its options are asked for with it alone."""
    assert OfAFile(q="cramps").q == "cramps"


def test_a_wrong_name_is_a_wrong_choice():
    """With those that are known."""
    with pytest.raises(ChoiceError, match="choice: 'claims' is not available here; allowed: claim, q"):
        OfAFile(claims="J01")
