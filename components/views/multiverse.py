"""Would another analysis say the same? From the reader's filters to the specification curve, its table and sentences."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.captions import number, percent
from components.charts.specification import specification_curve
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
MAIN = {"weights": "dietary", "case_rule": "strict", "cuts": "weighted", "energy": "all", "diabetes": "all"}
MODELS = ("full", "demographic", "crude")  # all three were declared beforehand; the fullest one shown is marked

Picked = tuple[tuple[str, tuple[str, ...]], ...]
"""Choices picked, such as (("weights", ("none",)),); a choice left out is not restricted."""

WHAT = (
    "Analysts must choose: which survey weights, who counts as a case, where the fifths of intake are cut, what is adjusted for, "
    "whom to leave out. Each combination of such choices is one analysis here. **{total} were listed in a file before any "
    "was run**, and all {total} are shown; none was dropped afterwards. They share the same people, so they are not {total} "
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
def picked_analyses(picked: Picked) -> pd.DataFrame:
    """The analyses left by the filters, with `chosen` True for the main one."""
    table = load_multiverse()
    for choice, values in picked:
        if values:
            table = table[table[choice].isin(values)]
    main = (table[list(MAIN)] == pd.Series(MAIN)).all(axis=1)
    shown = table.loc[main, "adjustment"].tolist()
    model = next((model for model in MODELS if model in shown), None)
    return table.assign(chosen=main & (table["adjustment"] == model)).reset_index(drop=True)


@built_once
def curve(picked: Picked, arm: str, mode: str, size: str) -> go.Figure:
    """The specification curve of one arm."""
    analyses, every = picked_analyses(picked), load_multiverse()
    prefix = COLUMNS[arm]
    drawn = analyses.rename(columns={f"{prefix}_{name}": name for name in ("odds_ratio", "ci_low", "ci_high")})
    drawn = drawn[["odds_ratio", "ci_low", "ci_high", "chosen"]].assign(
        floor=every[["q1_ci_low", "q5_ci_low"]].min(axis=None),
        ceiling=every[["q1_ci_high", "q5_ci_high"]].max(axis=None),
    )
    drawn = drawn.assign(**{name: analyses[choice].map(options) for choice, (name, options) in CHOICES.items()})
    names = [name for name, _ in CHOICES.values()]
    return specification_curve(drawn, names, arm=arm, total=len(every), mode=mode, size=size)


@built_once
def table(picked: Picked) -> pd.DataFrame:
    """The same analyses for the reader, both arms."""
    analyses = picked_analyses(picked)
    columns = {"Analysis": analyses["specification"]}
    columns |= {name: analyses[choice].map(options) for choice, (name, options) in CHOICES.items()}
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
    low, high = analyses["low_arm_excludes_1"], analyses["high_arm_excludes_1"]
    lowest = analyses["lowest_quintile"]
    total = len(analyses)
    unclear = int(((analyses["q2_ci_low"] <= 1) & (analyses["q2_ci_high"] >= 1)).sum())
    rest = ", ".join(
        f"the {name} fifth in {share(int((lowest == quintile).sum()), total)}"
        for quintile, name in ((1, "lowest"), (2, "second"), (4, "fourth"), (5, "highest"))
        if (lowest == quintile).any()
    )
    lines = [
        f"**Where the odds are lowest:** in the middle fifth in {share(int((lowest == 3).sum()), total)} of the analyses shown"
        f"{f'; {rest}' if rest else ''}. Counted differently: in any of the three inner fifths (second, middle or fourth) in "
        f"{share(int(lowest.isin([2, 3, 4]).sum()), total)}.",
        f"**Both arms together:** the 95% intervals of the lowest and of the highest fifth both exclude 1 in "
        f"{share(int((low & high).sum()), total)}; of the lowest alone in {share(int((low & ~high).sum()), total)}; of the highest "
        f"alone in {share(int((high & ~low).sum()), total)}; of neither in {share(int((~low & ~high).sum()), total)}.",
        f"**Second or middle?** The interval of the second fifth against the middle includes 1 in {share(unclear, total)}: where it "
        "does, the data cannot tell which of the two is lower.",
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
        f"{number(len(analyses))} analyses, the interval of the highest fifth excludes 1 in {share(int(high[~plain].sum()), int((~plain).sum()))} "
        f"weighted ones and in {share(int(high[plain].sum()), int(plain.sum()))} unweighted ones. Its odds ratio (the median "
        f"analysis) is {middle['w']} weighted and {middle['u']} unweighted; that of the lowest fifth {low['w']} and {low['u']}. "
        "Weights make the sample describe the country, so they are the main choice; that the result needs them is a reason for caution."
    )


def share(count: int, total: int) -> str:
    """ "64 of 144 (44%)"."""
    return f"{number(count)} of {number(total)} ({percent(count / total, 0)})"
