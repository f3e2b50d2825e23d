"""Small pure arithmetic that several pages share. Amounts are in mg of elemental magnesium."""

from __future__ import annotations

from typing import Any, overload

import pandas as pd


@overload
def percent_of(amount_mg: float, target_mg: float) -> float: ...
@overload
def percent_of(amount_mg: pd.Series, target_mg: float) -> pd.Series: ...
def percent_of(amount_mg: Any, target_mg: float) -> Any:
    """`amount_mg`, one or a column of them, as percent (0–100 and beyond) of a target: an RDA, an AI or a Daily Value.

    Worked: 80 mg of an RDA of 320 mg is 80 / 320 = 25%. Raises ValueError for a target that is not above zero.
    """
    if not target_mg > 0:
        raise ValueError(f"the target is {target_mg!r} mg; expected more than 0 mg")
    return 100 * amount_mg / target_mg


def share_of_ul(supplement_mg: float, ul_mg: float) -> float:
    """Magnesium from supplements and medicines as percent of the UL. Never for magnesium in food.

    Worked: 400 mg against the US adult UL of 350 mg is 400 / 350 = 114%.
    """
    return percent_of(supplement_mg, ul_mg)


def gap_to(amount_mg: float, target_mg: float) -> float:
    """How many mg are missing to the target; 0 once it is reached. Worked: 250 of 320 mg leaves 70 mg."""
    return max(0.0, target_mg - amount_mg)


def per_serving(mg_per_100g: float, serving_g: float) -> float:
    """Magnesium in one serving, in mg. Worked: 270 mg per 100 g in 28 g is 75.6 mg."""
    return mg_per_100g * serving_g / 100
