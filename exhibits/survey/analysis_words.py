"""What all analyses together say: what the picture is, what they agree on, and what the result hangs on."""

from __future__ import annotations

import pandas as pd

from data.associations import load_multiverse
from data.wording import Worded
from exhibits.base import built_once
from exhibits.rounding import number, percent
from exhibits.survey.analyses import (
    CHOICES,
    COLUMNS,
    FIRST_LIST,
    Picked,
    by_scale,
    counted,
    each_above,
    each_by_scale,
    listed_plainly,
    listed_words,
    picked_analyses,
    where_above,
)
from exhibits.survey.objections import weights_words
from exhibits.survey.sentences import count_words

WHAT = Worded(
    plain="Analysts must choose. Which survey weights? Who counts as a case? Where are the fifths of intake cut? What is adjusted for? Whom "
    "to leave out? Is intake counted as it is or by calories? Each set of such choices is one analysis here, {total} in all. {listed} All "
    "of them are shown. None was dropped afterwards. We said which sets are on the list, so a count of them is a fact about the list.",
    clinical="Analysts must choose: which survey weights, who counts as a case, where the fifths of intake are cut, what is adjusted for, "
    "whom to leave out, whether intake is counted as it is or by calories. Each combination of such choices is one analysis here. The "
    "{total} were **{listed}**. All {total} are shown; none was dropped afterwards. Which combinations are on the list was for us to say, "
    "so a count of them is a fact about the list.",
)
MAIN_WORDS = Worded(
    plain="◆ The **main analysis** follows rules that were written down with the list, after its result had been seen. It has dietary "
    "weights, which is the survey's own rule for recalls. Both feet are known. The fifths divide the population. Nobody is left out for "
    "energy or diabetes. The middle fifth is the reference. Three adjustments were declared with it; the diamond marks the fullest of "
    "those shown.",
    clinical="◆ The **main analysis** follows rules written down with the list, after its result had been seen: dietary weights (the "
    "survey's own rule where recall data are used), both feet known, cut points weighted to the population, nobody left out for energy or "
    "diabetes, the middle fifth as the reference. Three adjustments were declared with it; the diamond marks the fullest of those shown.",
)
LEGEND = {
    "Weights": "dietary: of those with a recall. Exam: of all examined. Unweighted: everyone counts alike, so the result no longer "
    "describes the US population.",
    "Case rule": "both feet known: no insensate site on either foot makes a non-case; one foot is enough: one known foot may do.",
    "Cut points": "whether the fifths divide the population (weighted) or the people in the sample (unweighted).",
    "Adjusted for": "age, sex, race: age in years, sex, race and ethnicity. Full model: these and education, income, body mass "
    "index, smoking, hypertension, diabetes and energy intake, in people with all of them known. Or that with energy as a curve.",
    "Energy": "500–5,000 kcal leaves out recalled days of unlikely energy.",
    "Diabetes": "whether people told that they have diabetes are in the analysis.",
    "Counted as": "amount: milligrams that day. Per 1,000 kcal: divided by that day's calories. Energy-adjusted: what is above or below the "
    "amount that goes with those calories (residual method).",
    "Listed": "before it was run; or after the first had been seen, which is a reason to trust those less as a test, whatever they show.",
}


def what_it_is() -> Worded:
    """What the picture is, and how many analyses there were."""
    total = number(len(load_multiverse()))
    return Worded(
        plain=WHAT.plain.format(total=total, listed=listed_plainly()),
        clinical=WHAT.clinical.format(total=total, listed=listed_words()),
    )


def legend() -> str:
    """The choices in words, a markdown list."""
    return "\n".join(f"- **{name}**: {said}" for name, said in LEGEND.items())


# What they agree on ----------------------------------------------------------------------------------------------------


@built_once
def sentences(picked: Picked) -> str:
    """What the analyses shown agree on and where they part, a markdown list computed from them."""
    analyses = picked_analyses(picked)
    lines = (*_ends_and_step(analyses), *_lowest_odds(analyses))
    return "\n".join(f"- {line}" for line in lines)


def _ends_and_step(analyses: pd.DataFrame) -> tuple[str, str]:
    total, counts = len(analyses), counted(analyses)
    above_highest = analyses["q4_odds_ratio"] > analyses["q5_odds_ratio"]
    return (
        f"**Both ends:** their odds ratios lie above 1 in {counts.told('odds_ratios')} of the analyses shown. Their intervals are "
        f"another count: both lie above 1 in {counts.told('both')}, that of the lowest fifth alone in "
        f"{count_words(counts.lowest - counts.both, total)}, of the highest alone in "
        f"{count_words(counts.highest - counts.both, total)}, neither in "
        f"{count_words(total - counts.lowest - counts.highest + counts.both, total)}.",
        f"**A step rather than a U?** The fourth fifth stands beside the highest: its odds ratio is the larger of the two in "
        f"{count_words(int(above_highest.sum()), total)}, and its interval lies above 1 in {counts.told('fourth')}, that of the "
        f"highest in {counts.told('highest')}.",
    )


def _lowest_odds(analyses: pd.DataFrame) -> tuple[str, str]:
    total, lowest = len(analyses), analyses["lowest_quintile"]
    rest = ", ".join(
        f"the {name} fifth in {count_words(int((lowest == quintile).sum()), total)}"
        for quintile, name in ((1, "lowest"), (2, "second"), (4, "fourth"), (5, "highest"))
        if (lowest == quintile).any()
    )
    beside_middle = (analyses["q2_ci_low"] <= 1) & (analyses["q2_ci_high"] >= 1)
    return (
        f"**Where the odds are lowest:** in the middle fifth in {count_words(int((lowest == 3).sum()), total)}"
        f"{f'; {rest}' if rest else ''}. The reference, the middle fifth, has the lowest odds or stands beside the fifth that has in "
        f"{count_words(int(lowest.isin((2, 3, 4)).sum()), total)}, which makes both ends look about as high as they can.",
        "**Second or middle?** The interval of the second fifth against the middle includes 1 in "
        f"{count_words(int(beside_middle.sum()), total)}: where it does, the data cannot tell which of the two is lower.",
    )


# What the result hangs on ----------------------------------------------------------------------------------------------


@built_once
def counted_otherwise() -> Worded:
    """What becomes of both ends when intake is counted per calorie."""
    first = "**The U hangs first on how intake is counted.**"
    added = "The two ways by calories were added after the amounts had been seen"
    return Worded(
        plain=f"{first} In how many analyses do the odds ratios of both ends lie above 1? {each_by_scale('odds_ratios')} And both their "
        f"intervals? {each_by_scale('both')} {added}. They ask whether the curve follows magnesium, or how much was eaten that day. "
        f"{weights_words()}",
        clinical=f"{first} The odds ratios of both ends lie above 1 in {by_scale('odds_ratios')}; their intervals do in {by_scale('both')}. "
        f"{added}; they ask whether the curve follows magnesium, or how much was eaten that day. {weights_words()}",
    )


@built_once
def hangs_on() -> Worded:
    """What the high end hangs on, over the analyses that were listed first."""
    analyses = load_multiverse({"declared_on": FIRST_LIST})
    plain = analyses["weights"] == "none"
    weighted, unweighted = (number(analyses.loc[kind, "q5_odds_ratio"].median(), 2) for kind in (~plain, plain))
    above = int((analyses.loc[plain, "q5_odds_ratio"] > 1).sum())
    first = "**In amounts, the high end hangs on the survey weights and on where the fifths are cut.**"
    shrinks = f"{count_words(above, int(plain.sum()))} unweighted ones"
    country = "Weights make the sample describe the country, so they are the main choice."
    return Worded(
        plain=f"{first} This counts the analyses listed first. In how many does the interval of the highest fifth lie above 1? "
        f"{each_above('highest')} Without weights its odds ratio does not vanish, it shrinks. It is above 1 in {shrinks}. Half of these lie "
        f"above {unweighted}, and half of the weighted ones above {weighted}. {country} That a result needs them is a warning, too. It may "
        "differ between groups that the survey sampled more and less densely, or the model may not fit. The test of the weights is told "
        "under “Is it magnesium?”.",
        clinical=f"{first} Of the analyses listed first, the interval of the highest fifth lies above 1 in {where_above('highest')}. Its odds "
        f"ratio does not vanish without weights, it shrinks: it is above 1 in {shrinks}, and {unweighted} in their median against {weighted} "
        f"weighted. {country} That a result needs them is also a sign that the association may differ between groups that the survey sampled "
        "more and less densely, or that the model does not fit; the test of the weights is told under “Is it magnesium?”.",
    )


@built_once
def how_many() -> str:
    """Why the analyses are fewer than they look."""
    rows = load_multiverse().sort_values("specification")
    same = ["weights", "cuts", "adjustment", "energy", "diabetes", "scale"]
    one, other = (rows[rows["case_rule"] == rule].set_index(same) for rule in CHOICES["case_rule"][1])
    other = other.loc[one.index]
    arms = ["low_arm_excludes_1", "high_arm_excludes_1"]
    agree = int((one[arms] == other[arms]).all(axis=1).sum())
    ratios = [f"{prefix}_odds_ratio" for prefix in COLUMNS.values()]
    apart = float((one[ratios] / other[ratios] - 1).abs().max(axis=None))
    return (
        f"**Fewer than {number(len(rows))}:** all of them share the same people, so they are no independent confirmations. The two "
        f"case rules make twins: of {number(len(one))} pairs that differ in nothing else, {number(agree)} agree on which end's "
        f"interval lies above 1, and no odds ratio of the ends differs by more than {percent(apart, 0)}."
    )
