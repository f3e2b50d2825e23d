"""Survey cells as plain arrays: split into blocks once, narrowed to a group and summed by sampling unit at each question.

Pure; `data.survey` reads the tables. A cell is one intake band x sex x age x up to three conditions in one primary
sampling unit (PSU), cases and others apart. Arrays, because a table's own indexing takes longer than all the sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from data.base import DataError
from data.estimation import Design, Totals

ALWAYS_CROSSED = ("sex", "age")


@dataclass(frozen=True)
class Cells:
    """Cells of one block, a position each in every array.

    `codes[key]` numbers a cell's value among `values[key]`; `unit` is its PSU's position in the design; `population` the
    weighted total of its people; `case` 1 or 0; `intake_mean_mg` the mean intake of its band, sex and age.
    """

    values: Mapping[str, list[str]]
    codes: dict[str, np.ndarray]
    intake_band: np.ndarray
    unit: np.ndarray
    case: np.ndarray
    n: np.ndarray
    population: np.ndarray
    intake_mean_mg: np.ndarray

    def at(self, places: slice | np.ndarray, keys: Sequence[str] | None = None) -> Cells:
        """The cells at some places, with the codes of `keys` alone where given."""
        names = (field.name for field in fields(self) if field.name not in ("values", "codes"))
        codes = {key: self.codes[key][places] for key in keys or self.codes}
        return replace(self, codes=codes, **{name: getattr(self, name)[places] for name in names})

    def within(self, chosen: Mapping[str, Sequence[str]]) -> Cells:
        """The cells whose value of each key is one of those chosen."""
        keep = np.ones(len(self.unit), bool)
        for key, values in chosen.items():
            keep &= self.is_one_of(key, values)[self.codes[key]]
        return self.at(np.flatnonzero(keep))

    def is_one_of(self, key: str, chosen: Sequence[str]) -> np.ndarray:
        """Whether each value of a key is among those chosen."""
        return np.array([value in chosen for value in self.values[key]])

    def sums(self, rows: np.ndarray, groups: np.ndarray, shape: tuple[int, int, int]) -> Totals:
        """Sums by output row, standardizing group and PSU; `shape` has how many there are of each."""
        place = (rows * shape[1] + groups) * shape[2] + self.unit

        def total(values: np.ndarray) -> np.ndarray:
            return np.bincount(place, values, shape[0] * shape[1] * shape[2]).reshape(shape)

        cases, people = self.n * self.case, self.population * self.case
        return Totals(total(self.n), total(self.population), total(cases), total(people))

    def mean_intake(self, rows: np.ndarray, n_rows: int) -> np.ndarray:
        """Mean intake of each row, mg/day: where a chart places it, and no estimate of its own.

        Averages the means of (band, sex, age) by the group's weights, so within a band a condition moves nothing.
        """
        totals = np.bincount(rows, self.population * self.intake_mean_mg, n_rows)
        with np.errstate(invalid="ignore"):
            return totals / np.bincount(rows, self.population, n_rows)


def split_into_blocks(
    table: pd.DataFrame, design: Design, mean_intakes: pd.Series
) -> Iterator[tuple[tuple[str, ...], Cells]]:
    """The conditions of each block and its cells, from the committed table.

    table: block and the group keys (categorical), intake_band, case, stratum, psu, n, population. mean_intakes: mg/day
    by intake_band, sex and age. Raises DataError for a PSU that the design does not have.
    """
    keys = [name for name in table.columns if isinstance(table[name].dtype, pd.CategoricalDtype) and name != "block"]
    every = Cells(
        values={key: list(table[key].cat.categories) for key in keys},
        codes={key: table[key].cat.codes.to_numpy() for key in keys},
        intake_band=table["intake_band"].to_numpy(),
        unit=positions_in(design, table["stratum"].to_numpy(), table["psu"].to_numpy()),
        case=table["case"].to_numpy(),
        n=table["n"].to_numpy(),
        population=table["population"].to_numpy(),
        intake_mean_mg=mean_intakes.reindex(
            pd.MultiIndex.from_frame(table[["intake_band", *ALWAYS_CROSSED]])
        ).to_numpy(),
    )
    block = table["block"].cat.codes.to_numpy()
    for code, name in enumerate(table["block"].cat.categories):
        crossed = tuple(name.split("-"))
        yield crossed, every.at(np.flatnonzero(block == code), (*ALWAYS_CROSSED, *crossed))


def positions_in(design: Design, stratum: np.ndarray, psu: np.ndarray) -> np.ndarray:
    """Position of each PSU in the design. Raises DataError naming the first that is not there."""
    lookup = np.full((stratum.max() + 1, psu.max() + 1), -1, "int16")
    for unit, position in design.position.items():
        if unit[0] < lookup.shape[0] and unit[1] < lookup.shape[1]:
            lookup[unit] = position
    found = lookup[stratum, psu]
    if (found < 0).any():
        first = np.flatnonzero(found < 0)[0]
        raise DataError(
            f"survey_design.csv: lacks stratum {stratum[first]}, psu {psu[first]}, which the cells have. Run `make results`."
        )
    return found
