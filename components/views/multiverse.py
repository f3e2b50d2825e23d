"""Would another analysis say the same? From the reader's filters to the specification curve, its table and sentences."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.captions import number
from components.charts.specification import specification_curve
from components.survey_words import share_words
from components.views import built_once
from data.associations import load_multiverse

ARMS = {"lowest": "Lowest fifth", "highest": "Highest fifth"}
COLUMNS = {"lowest": "q1", "highest": "q5"}
CHOICES = {
    "weights": ("Weights", {"dietary": "Dietary", "exam": "Exam", "none": "Unweighted"}),
    "case_rule": ("Case rule", {"strict": "Both feet known", "one_foot": "One foot is enough"}),
    "cuts": ("Cut points", {"weighted": "Weighted cuts", "unweighted": "Unweighted cuts"}),
    "adjustment": ("Adjusted for", {"crude": "Nothing", "demographic": "Age, sex, race", "full": "Full model"}),
    "energy": ("Energy", {"all": "Any energy", "500-5000": "500–5,000 kcal"}),
    "diabetes": ("Diabetes", {"all": "With and without", "without": "Without diabetes"}),
}
MAIN = (
    ("weights", ("dietary",)),
    ("case_rule", ("strict",)),
    ("cuts", ("weighted",)),
    ("energy", ("all",)),
    ("diabetes", ("all",)),
)
MODELS = ("full", "demographic", "crude")  # all three were declared beforehand; the fullest one shown is marked

Picked = tuple[tuple[str, tuple[str, ...]], ...]
"""Choices picked, such as (("weights", ("none",)),); a choice left out is not restricted."""

WHAT = (
    "Analysts must choose: which survey weights, who counts as a case, where the fifths of intake are cut, what is adjusted for, "
    "whom to leave out. Each combination of such choices is one analysis here. **{total} were listed in a file before any "
    "was run**, and all {total} are shown; none was dropped afterwards. One result was already known when the list was written: that "
    "without survey weights the high-intake arm nearly vanishes. The analyses share the same people, so they are not {total} "
    "independent confirmations."
)
MAIN_WORDS = (
    "◆ The **main analysis** was set by rules written before any was run: dietary weights (the survey's own rule where recall data "
    "are used), both feet known, cut points weighted to the population, nobody left out for energy or diabetes, the middle fifth as "
    "the reference. Three adjustments were declared with it; the diamond marks the fullest of those shown."
)
LEGEND = {
    "Weights": "dietary: of those with a recall; exam: of all examined; unweighted: everyone counts alike, so the result no longer "
    "describes the US population.",
    "Case rule": "both feet known: no insensate site on either foot makes a non-case; one foot is enough: one known foot may do.",
    "Cut points": "whether the fifths divide the population (weighted) or the people in the sample (unweighted).",
    "Adjusted for": "age, sex, race: age in years, sex, race and ethnicity; full model: these and education, income, body mass "
    "index, smoking, hypertension, diabetes and energy intake, in people with all of them known.",
    "Energy": "500–5,000 kcal leaves out recalled days of unlikely energy.",
    "Diabetes": "whether people told that they have diabetes are in the analysis.",
}


def what_it_is() -> str:
    """What the picture is, and how many analyses there were."""
    return WHAT.format(total=number(len(load_multiverse())))


def legend() -> str:
    """The choices in words, a markdown list."""
    return "\n".join(f"- **{name}**: {said}" for name, said in LEGEND.items())


@built_once
def every_analysis() -> pd.DataFrame:
    """All analyses; each choice a second time, as the reader knows it, under the choice's name."""
    table = load_multiverse().astype(dict.fromkeys(CHOICES, object))
    return table.assign(
        **{name: table[choice].map(options).astype(object) for choice, (name, options) in CHOICES.items()}
    )


@built_once
def picked_analyses(picked: Picked) -> pd.DataFrame:
    """The analyses left by the filters, with `chosen` True for the main one."""
    every = every_analysis()
    left, main = (all_of(every, choices) for choices in (picked, MAIN))
    table = every.iloc[np.flatnonzero(left)].reset_index(drop=True)
    model, main = table["adjustment"].to_numpy(), main[left]
    fullest = next((name for name in MODELS if name in model[main]), None)
    return table.assign(chosen=main & (model == fullest))


def all_of(table: pd.DataFrame, choices: Picked) -> np.ndarray:
    """Whether each analysis made one of the values of every choice."""
    kept = np.ones(len(table), bool)
    for choice, values in choices:
        kept &= np.isin(table[choice].to_numpy(), values)
    return kept


@built_once
def curve(picked: Picked, arm: str, mode: str, size: str) -> go.Figure:
    """The specification curve of one arm."""
    analyses, prefix = picked_analyses(picked), COLUMNS[arm]
    names = [name for name, _ in CHOICES.values()]
    columns = {name: f"{prefix}_{name}" for name in ("odds_ratio", "ci_low", "ci_high")}
    columns |= {name: name for name in ("chosen", *names)}
    drawn = pd.DataFrame({name: analyses[column].to_numpy() for name, column in columns.items()})
    look = {"ends": ends_of_both_arms(), "total": len(every_analysis()), "mode": mode, "size": size}
    return specification_curve(drawn, names, arm=arm, **look)


@built_once
def ends_of_both_arms() -> tuple[float, float]:
    """The lowest and the highest bound of all analyses: both arms are drawn on one scale, so that they can be compared."""
    every = load_multiverse()
    low, high = every[["q1_ci_low", "q5_ci_low"]], every[["q1_ci_high", "q5_ci_high"]]
    return float(low.min(axis=None)), float(high.max(axis=None))


@built_once
def table(picked: Picked) -> pd.DataFrame:
    """The same analyses for the reader, both arms."""
    analyses = picked_analyses(picked)
    columns = {"Analysis": analyses["specification"]}
    columns |= {name: analyses[name] for name, _ in CHOICES.values()}
    columns |= {"Main": analyses["chosen"].map({True: "◆ main", False: ""}), "People": analyses["n"]}
    columns |= {"Cases": analyses["cases"]}
    for arm, prefix in COLUMNS.items():
        for name, said in (("odds_ratio", ""), ("ci_low", ", from"), ("ci_high", ", to")):
            columns[f"{ARMS[arm]}{said}"] = analyses[f"{prefix}_{name}"].round(2)
    columns["Lowest odds in fifth"] = analyses["lowest_quintile"]
    columns["p for a bend"] = analyses["nonlinearity_p"].round(4)
    return pd.DataFrame(columns)


@built_once
def sentences(picked: Picked) -> str:
    """What the analyses shown agree on and where they part, a markdown list computed from them."""
    analyses = picked_analyses(picked)
    low, high, lowest, second_low, second_high = (
        analyses[name].to_numpy()
        for name in ("low_arm_excludes_1", "high_arm_excludes_1", "lowest_quintile", "q2_ci_low", "q2_ci_high")
    )

    def counted(which: np.ndarray) -> str:
        return share_words(int(which.sum()), len(analyses))

    rest = ", ".join(
        f"the {name} fifth in {counted(lowest == quintile)}"
        for quintile, name in ((1, "lowest"), (2, "second"), (4, "fourth"), (5, "highest"))
        if (lowest == quintile).any()
    )
    lines = [
        f"**Where the odds are lowest:** in the middle fifth in {counted(lowest == 3)} of the analyses shown"
        f"{f'; {rest}' if rest else ''}. Counted differently: in any of the three inner fifths (second, middle or fourth) in "
        f"{counted(np.isin(lowest, (2, 3, 4)))}.",
        f"**Both arms together:** the 95% intervals of the lowest and of the highest fifth both exclude 1 in "
        f"{counted(low & high)}; of the lowest alone in {counted(low & ~high)}; of the highest "
        f"alone in {counted(high & ~low)}; of neither in {counted(~low & ~high)}.",
        "**Second or middle?** The interval of the second fifth against the middle includes 1 in "
        f"{counted((second_low <= 1) & (second_high >= 1))}: where it does, the data cannot tell which of the two is lower.",
    ]
    return "\n".join(f"- {line}" for line in lines)


@built_once
def unweighted() -> str:
    """What leaving the survey weights out does to the high-intake arm, over all analyses."""
    analyses = load_multiverse()
    plain = analyses["weights"] == "none"
    high = analyses["high_arm_excludes_1"]
    middle = {
        name: number(analyses.loc[mask, "q5_odds_ratio"].median(), 2) for name, mask in (("u", plain), ("w", ~plain))
    }
    low = {
        name: number(analyses.loc[mask, "q1_odds_ratio"].median(), 2) for name, mask in (("u", plain), ("w", ~plain))
    }
    return (
        "**The high-intake arm hangs on the survey weights: without them it nearly vanishes.** Over all "
        f"{number(len(analyses))} analyses, the interval of the highest fifth excludes 1 in {share_words(int(high[~plain].sum()), int((~plain).sum()))} "
        f"weighted ones and in {share_words(int(high[plain].sum()), int(plain.sum()))} unweighted ones. Its odds ratio (the median "
        f"analysis) is {middle['w']} weighted and {middle['u']} unweighted; that of the lowest fifth {low['w']} and {low['u']}. "
        "Weights make the sample describe the country, so they are the main choice; that the result needs them is a reason for caution."
    )
