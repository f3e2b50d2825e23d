"""The answer in short: what was found in everybody, what it hangs on, and what it is not."""

from __future__ import annotations

from data.associations import load_multiverse, load_odds_ratios
from data.intakes import target_for
from data.wording import Worded
from exhibits.base import built_once
from exhibits.rounding import number
from exhibits.survey.analyses import each_above, where_above
from exhibits.survey.magnesium import bend_p, verdict
from exhibits.survey.people import People
from exhibits.survey.sentences import LIMIT_BEND, ratio


@built_once
def in_short() -> Worded:
    """The answer without figures, as the tests for a bend have it; told on every tab."""
    seen = bend_p("density") < LIMIT_BEND or bend_p("residual") < LIMIT_BEND
    by_calories = "a bend is still seen" if seen else "no bend is seen"
    return Worded(
        plain=f"It has not been shown for magnesium itself. People who eat more get more of every nutrient, and counted by calories {by_calories}. "
        "And this is about lost feeling, not pain.",
        clinical=f"Not shown for magnesium itself: intake follows total energy, and in energy-adjusted models {by_calories}; the outcome is "
        "loss of sensation in the feet, not pain.",
    )


@built_once
def in_figures() -> Worded:
    """The answer in figures, for everybody, from the main analysis and from all of them."""
    ratios = load_odds_ratios("neuropathy", "full").set_index("quintile")
    lowest, fourth, highest = (ratio(ratios.loc[fifth]) for fifth in (1, 4, 5))
    said = verdict()
    return Worded(
        plain=f"We looked at one US survey of adults of 40 and over, and put them in fifths by the milligrams of a day. The odds of neuropathy "
        f"were {lowest} times as high in the lowest fifth as in the middle one. They were {fourth} times as high in the fourth fifth and "
        f"{highest} in the highest. Age, health and habits are held alike. {said.plain} Each person was seen once and told of one day. So it "
        "shows what goes together, and no cause. A bend that is not seen may still be there.",
        clinical=f"In our own analysis of one US survey (adults of 40 and over), the adjusted odds of neuropathy by milligrams were {lowest} times "
        f"as high in the lowest fifth, {fourth} in the fourth and {highest} in the highest as in the middle. {said.clinical} One recalled "
        "day, each person seen once: an association, and a bend that is not seen is not ruled out.",
    )


@built_once
def weights_matter(people: People) -> Worded:
    """What the high end of the neuropathy curve hangs on, which was asked of everybody alone; and what the curve is not."""
    whom = "In everybody together, the" if people.where else "The"
    hangs = f"{whom} high end hangs on the survey weights and on where the fifths are cut"
    return Worded(
        plain=f"{hangs}. Its interval lies above 1 in some analyses and not in others. {each_above('highest')} “Every analysis” shows them "
        f"all. {no_advice()}",
        clinical=f"{hangs}: its interval lies above 1 in {where_above('highest')}. “Every analysis” shows them all. {no_advice()}",
    )


@built_once
def no_advice() -> str:
    """The intakes with the lowest odds beside the need of men: nobody should take them for a target."""
    lowest = sorted(load_multiverse({"scale": "amount"})["lowest_quintile"].unique())
    rows = load_odds_ratios("neuropathy").set_index("quintile").loc[lowest]
    need = target_for("male", 40).us.ear_mg or 0.0  # adults have one
    low, high = number(rows["intake_low_mg"].min()), number(rows["intake_high_mg"].max())
    compared = "below" if rows["intake_high_mg"].max() < need else "beside"
    return (
        f"The fifths with the lowest odds, {low} to {high} mg a day, lie {compared} the average need of men ({number(need)} mg). This is "
        "no advice to eat less."
    )
