"""Where the claim of a U-shape comes from: its steps, and how they end."""

from __future__ import annotations

from data.associations import load_odds_ratios
from data.claim_origin import ClaimStep, load_claim_origin
from data.wording import Worded
from exhibits.base import built_once
from exhibits.survey.analyses import by_scale, each_by_scale
from exhibits.survey.magnesium import short_answer
from exhibits.survey.sentences import ratio


def claim_steps() -> dict[str, ClaimStep]:
    """What the article said, what could be traced, what was done here, by key."""
    return {step.key: step for step in load_claim_origin()}


@built_once
def what_the_data_show() -> Worded:
    """The end of the story of the claim, from the committed results."""
    ratios = load_odds_ratios("neuropathy", "full").set_index("quintile")
    low, high, said = ratio(ratios.loc[1]), ratio(ratios.loc[5]), short_answer()
    return Worded(
        plain=f"In milligrams, and next to the middle fifth, the odds ratio is {low} in the lowest fifth. In the highest it is {high}. That is the "
        f"main analysis. In how many do the odds ratios of both ends lie above 1? {each_by_scale('odds_ratios')} And both intervals? "
        f"{each_by_scale('both')} {said.plain}",
        clinical=f"For magnesium in milligrams, in the main analysis and against the middle fifth, the odds ratio is {low} in the lowest fifth and "
        f"{high} in the highest. The odds ratios of both ends lie above 1 in {by_scale('odds_ratios')}; their intervals in "
        f"{by_scale('both')}. {said.clinical}",
    )
