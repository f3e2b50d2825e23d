"""Who cannot see a picture hears how sure it is: the alternative text names its extremes, each with its interval."""

import math
import re

import pandas as pd
import pytest

from exhibits.base import DEFAULT_LOOK, Chart
from exhibits.catalog import catalog
from exhibits.choices import Choices
from exhibits.steps import Figure, figures_of

TOLD = re.compile(
    r"(?P<value>−?[\d,]*\.?\d+)[^(),;]{0,5}\((?P<low>−?[\d,]*\.?\d+) to (?P<high>−?[\d,]*\.?\d+|not read)"
)
CHANCE = {"chance"}  # whose ranges are of shuffles, told in sentences
NOT_AT_THE_EDGE = {
    "curve",
    "two-curves",
}  # the outermost intakes are drawn, but few people have them: both arms are told
REVEALED = {"guess": {"reveal": True}}


def with_intervals() -> list[str]:
    """Every exhibit whose table has an estimate between the ends of its interval."""
    return [key for key in catalog() if key not in CHANCE and _figures(key)]


def _figures(key: str) -> list[Figure]:
    choices = shown(key)
    one = catalog()[key]
    return (
        [] if one.empty(choices) else [found for found in figures_of(one.table(choices)) if found.value and found.low]
    )


def shown(key: str) -> Choices:
    """The choices to look at it by."""
    one = catalog()[key]
    return one.choices(**dict(one.example) | REVEALED.get(key, {}))


def is_told(row: pd.Series, figure: Figure, text: str) -> bool:
    """Whether a row's estimate stands in the text with both ends of its interval, each rounded once."""
    return any(
        all(
            _rounds_to(row[name], said[part]) for name, part in zip(figure_parts(figure), said.groupdict(), strict=True)
        )
        for said in TOLD.finditer(text)
    )


def figure_parts(figure: Figure) -> tuple[str, str, str]:
    """The columns of estimate, lower and upper end."""
    return figure.value, figure.low, figure.high


def _rounds_to(value: float, said: str) -> bool:
    if said == "not read":
        return math.isnan(value)
    digits = len(said.partition(".")[2])
    return abs(value - float(said.replace(",", "").replace("−", "-"))) <= 0.51 * 10**-digits


def test_a_figure_is_found_only_with_its_own_interval():
    """The reading of the texts itself."""
    row, figure = pd.Series({"OR": 1.418, "from": 1.047, "to": 1.93}), Figure("OR", "from", "to")
    assert is_told(row, figure, "lowest fifth: 1.42 (1.05 to 1.93).")
    assert not is_told(row, figure, "lowest fifth: 1.42, highest 1.05 to 1.93.")
    assert not is_told(row, figure, "lowest fifth: 1.42 (1.05 to 1.94).")
    assert is_told(
        pd.Series({"%": 15.6, "from": 13.5, "to": 18.0}), Figure("%", "from", "to"), "low 15.6% (13.5 to 18.0)"
    )


@pytest.mark.parametrize("key", with_intervals())
def test_the_extremes_are_told_with_their_intervals(key):
    """Of a picture in its alternative text, and of a table in what is read of it: the lowest and the highest estimate."""
    one, choices = catalog()[key], shown(key)
    table, figure = one.table(choices), one.figure(choices, DEFAULT_LOOK)
    text = figure.words["alt"] if isinstance(figure, Chart) else f"{figure} {figure.words['alt']}"
    missing = []
    for found in _figures(key):
        rows = table.dropna(subset=[found.value, found.low])
        values = rows[found.value]
        ends = [values.min()] if key in NOT_AT_THE_EDGE else [values.min(), values.max()]
        if not all(any(is_told(row, found, text) for _, row in rows[values == end].iterrows()) for end in ends):
            missing.append(found.value)
    assert len(missing) < len(_figures(key)), f"no interval at the extremes of {missing} in: {text[:600]}"
