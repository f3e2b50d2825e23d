"""What a supplement adds to a day of foods, in words: to the goal, which counts both, and against the limits, which are for it alone."""

from __future__ import annotations

from exhibits.foods.needs import Needs
from exhibits.foods.shared import milligrams
from exhibits.rounding import apart, number


def with_supplement(food_mg: float, pill_mg: float, needs: Needs) -> str:
    """Food and supplement together against the goal, which counts both."""
    total = food_mg + pill_mg
    percent = 100 * total / needs.aim_mg
    share = f"{number(percent, apart(percent, [100]))}% of the {needs.aim_term}, which counts both"
    return f"Food and supplements together: {milligrams(total)}, {share}."


def supplement_words(pill_mg: float, needs: Needs) -> str:
    """The supplement against the upper limits, which are for it alone."""
    limits = [("US", needs.ul_us_mg), ("EU", needs.ul_eu_mg)]
    over = [f"the {who} upper limit of {number(limit)} mg" for who, limit in limits if limit and pill_mg > limit]
    taken = f"{milligrams(pill_mg, *needs.upper_mg)} from supplements"
    return f"{taken} is above {' and '.join(over)}." if over else f"{taken} is within the US and EU upper limits."
