"""Cells as arrays: split into blocks, narrowed, summed; by hand on a table small enough to add up in the head."""

import numpy as np
import pandas as pd
import pytest

from data.base import DataError
from data.estimation import Design
from data.survey_cells import Cells, split_into_blocks

DESIGN = Design(np.array([0, 0]), np.array([2]), {(7, 1): 0, (7, 2): 1})
TABLE = pd.DataFrame(
    {
        "block": ["bmi", "ppi", "ppi", "ppi"],
        "sex": ["female", "female", "male", "male"],
        "age": ["40-59", "40-59", "40-59", "60-74"],
        "ppi": [None, "yes", "no", "yes"],
        "bmi": ["under25", None, None, None],
    },
    dtype="category",
).assign(intake_band=[0, 0, 1, 1], case=[1, 1, 0, 1], stratum=7, psu=[1, 1, 2, 2], n=[9, 2, 3, 5])
TABLE["population"] = TABLE["n"] * 10.0
MEANS = pd.Series(
    [100.0, 200.0, 300.0],
    pd.MultiIndex.from_tuples(
        [(0, "female", "40-59"), (1, "male", "40-59"), (1, "male", "60-74")], names=["intake_band", "sex", "age"]
    ),
)


def ppi_block() -> Cells:
    """The three cells of the second block."""
    return dict(split_into_blocks(TABLE, DESIGN, MEANS))[("ppi",)]


def test_blocks_are_split_apart():
    """Each with its own conditions, and nothing of another's."""
    blocks = dict(split_into_blocks(TABLE, DESIGN, MEANS))
    assert {block: cells.n.tolist() for block, cells in blocks.items()} == {("bmi",): [9], ("ppi",): [2, 3, 5]}
    assert set(blocks[("ppi",)].codes) == {"sex", "age", "ppi"}
    assert blocks[("ppi",)].intake_mean_mg.tolist() == [100, 200, 300]


@pytest.mark.parametrize(
    ("chosen", "n"),
    [({}, [2, 3, 5]), ({"ppi": ["yes"]}, [2, 5]), ({"ppi": ["yes", "no"], "age": ["40-59"]}, [2, 3])],
)
def test_a_group_keeps_its_own_cells(chosen, n):
    """Several values of a key are pooled; several keys must all hold."""
    assert ppi_block().within(chosen).n.tolist() == n


def test_sums_by_row_group_and_unit():
    """People and cases, each in its place."""
    cells = ppi_block()
    totals = cells.sums(cells.intake_band, np.zeros(3, int), (2, 1, 2))
    assert totals.n.tolist() == [[[2, 0]], [[0, 8]]]
    assert totals.cases.tolist() == [[[2, 0]], [[0, 5]]]
    assert totals.population_cases.tolist() == [[[20, 0]], [[0, 50]]]


def test_mean_intake_is_weighted():
    """200 mg for 30 and 300 mg for 50 people; none where nobody is."""
    means = ppi_block().mean_intake(np.array([0, 1, 1]), 3)
    assert means[:2].tolist() == [100, (200 * 30 + 300 * 50) / 80]
    assert np.isnan(means[2])


def test_a_sampling_unit_that_the_design_lacks_is_named():
    """Sums would otherwise land in another unit's place."""
    with pytest.raises(DataError, match="lacks stratum 7, psu 3"):
        dict(split_into_blocks(TABLE.assign(psu=[1, 1, 2, 3]), DESIGN, MEANS))
