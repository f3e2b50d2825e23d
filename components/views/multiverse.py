"""Would another analysis say the same? From the reader's filters to the specification curve, its table and sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.captions import number, percent
from components.charts.specification import LISTED, specification_curve
from components.survey_words import beside, count_words
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
    "whom to leave out. Each combination of such choices is one analysis here. The {total} were **{listed}**. All {total} are "
    "shown; none was dropped afterwards. Which combinations are on the list was for us to say, so a count of them is a fact about "
    "the list."
)
MAIN_WORDS = (
    "◆ The **main analysis** follows rules written down with the list, after its result had been seen: dietary weights (the survey's "
    "own rule where recall data are used), both feet known, cut points weighted to the population, nobody left out for energy or "
    "diabetes, the middle fifth as the reference. Three adjustments were declared with it; the diamond marks the fullest of those "
    "shown."
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
    return WHAT.format(total=number(len(load_multiverse())), listed=LISTED)


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
        columns[ARMS[arm]] = analyses[f"{prefix}_odds_ratio"].round(2)
        for end, said in (("ci_low", "from"), ("ci_high", "to")):
            columns[f"{ARMS[arm]}, {said}"] = [float(beside(bound)) for bound in analyses[f"{prefix}_{end}"]]
    columns["Lowest odds in fifth"] = analyses["lowest_quintile"]
    columns["p for a bend"] = analyses["nonlinearity_p"].round(3)
    return pd.DataFrame(columns)


@dataclass(frozen=True)
class Counts:
    """In how many of `total` analyses an odds ratio lies above 1, and in how many its whole interval does."""

    total: int
    odds_ratios: int  # those of both ends
    lowest: int
    fourth: int
    highest: int
    both: int

    def told(self, what: str) -> str:
        """ "18 of 48" of one of the counts."""
        return count_words(getattr(self, what), self.total)


def counted(analyses: pd.DataFrame) -> Counts:
    """The counts of some analyses."""
    lowest, highest = (analyses[f"{prefix}_ci_low"] > 1 for prefix in COLUMNS.values())
    ends = (analyses[[f"{prefix}_odds_ratio" for prefix in COLUMNS.values()]] > 1).all(axis=1)
    fourth = analyses["q4_ci_low"] > 1
    return Counts(len(analyses), *(int(which.sum()) for which in (ends, lowest, fourth, highest, lowest & highest)))


PARTS: dict[str, Picked] = {
    "weighted with fifths cut in the sample": (("weights", ("dietary", "exam")), ("cuts", ("unweighted",))),
    "weighted with fifths cut in the population (as in the main analysis)": (
        ("weights", ("dietary", "exam")),
        ("cuts", ("weighted",)),
    ),
    "unweighted": (("weights", ("none",)),),
}
"""What the high end hangs on: the weights and the cut points together."""
COUNTED = {
    "odds_ratios": "Odds ratios of both ends above 1",
    "lowest": "Interval of the lowest fifth above 1",
    "fourth": "Interval of the fourth fifth above 1",
    "highest": "Interval of the highest fifth above 1",
    "both": "Intervals of both ends above 1",
}


@built_once
def all_counts() -> Counts:
    """The counts of the whole list."""
    return counted(load_multiverse())


@built_once
def where_above(what: str) -> str:
    """ "48 of 48 analyses weighted with fifths cut in the sample, 18 of 48 …": one of the counts by weights and cut points."""
    every = every_analysis()
    counts = [counted(every[all_of(every, picked)]).told(what) for picked in PARTS.values()]
    first, *others = (
        f"{said} {part}" for said, part in zip([f"{counts[0]} analyses", *counts[1:]], PARTS, strict=True)
    )
    return f"{first}, {', '.join(others[:-1])} and {others[-1]}"


@built_once
def by_weights_and_cuts() -> pd.DataFrame:
    """The counts of all analyses, and by the two choices that the high end hangs on."""
    return _counts_table({"all": ()} | PARTS)


@built_once
def by_other_choices() -> pd.DataFrame:
    """The counts by each of the other choices."""
    return _counts_table(
        {
            f"{name}: {said[0].lower()}{said[1:]}": ((choice, (option,)),)
            for choice, (name, options) in CHOICES.items()
            if choice not in ("weights", "cuts")
            for option, said in options.items()
        }
    )


def _counts_table(parts: dict[str, Picked]) -> pd.DataFrame:
    every = every_analysis()
    rows = []
    for part, picked in parts.items():
        counts = counted(every[all_of(every, picked)])
        rows.append(
            {"Analyses": part[0].upper() + part[1:]} | {said: counts.told(what) for what, said in COUNTED.items()}
        )
    return pd.DataFrame(rows)


@built_once
def sentences(picked: Picked) -> str:
    """What the analyses shown agree on and where they part, a markdown list computed from them."""
    analyses = picked_analyses(picked)
    total, counts, lowest = len(analyses), counted(analyses), analyses["lowest_quintile"]
    rest = ", ".join(
        f"the {name} fifth in {count_words(int((lowest == quintile).sum()), total)}"
        for quintile, name in ((1, "lowest"), (2, "second"), (4, "fourth"), (5, "highest"))
        if (lowest == quintile).any()
    )
    beside_middle = (analyses["q2_ci_low"] <= 1) & (analyses["q2_ci_high"] >= 1)
    above_highest = analyses["q4_odds_ratio"] > analyses["q5_odds_ratio"]
    lines = [
        f"**Both ends:** their odds ratios lie above 1 in {counts.told('odds_ratios')} of the analyses shown. Their intervals are "
        f"another count: both lie above 1 in {counts.told('both')}, that of the lowest fifth alone in "
        f"{count_words(counts.lowest - counts.both, total)}, of the highest alone in "
        f"{count_words(counts.highest - counts.both, total)}, neither in "
        f"{count_words(total - counts.lowest - counts.highest + counts.both, total)}.",
        f"**A step rather than a U?** The fourth fifth stands beside the highest: its odds ratio is the larger of the two in "
        f"{count_words(int(above_highest.sum()), total)}, and its interval lies above 1 in {counts.told('fourth')}, that of the "
        f"highest in {counts.told('highest')}.",
        f"**Where the odds are lowest:** in the middle fifth in {count_words(int((lowest == 3).sum()), total)}"
        f"{f'; {rest}' if rest else ''}. The reference, the middle fifth, has the lowest odds or stands beside the fifth that has in "
        f"{count_words(int(lowest.isin((2, 3, 4)).sum()), total)}, which makes both ends look about as high as they can.",
        "**Second or middle?** The interval of the second fifth against the middle includes 1 in "
        f"{count_words(int(beside_middle.sum()), total)}: where it does, the data cannot tell which of the two is lower.",
    ]
    return "\n".join(f"- {line}" for line in lines)


@built_once
def hangs_on() -> str:
    """What the high end hangs on, over all analyses."""
    analyses = load_multiverse()
    plain = analyses["weights"] == "none"
    weighted, unweighted = (number(analyses.loc[kind, "q5_odds_ratio"].median(), 2) for kind in (~plain, plain))
    above = int((analyses.loc[plain, "q5_odds_ratio"] > 1).sum())
    return (
        "**The high end hangs on the survey weights and on where the fifths are cut.** The interval of the highest fifth lies above 1 "
        f"in {where_above('highest')}. Its odds ratio does not vanish without weights, it shrinks: it is above 1 in "
        f"{count_words(above, int(plain.sum()))} unweighted ones, and {unweighted} in their median against {weighted} weighted. "
        "Weights make the sample describe the country, so they are the main choice. That a result needs them is also a sign that "
        "the association may differ between groups that the survey sampled more and less densely, or that the model does not fit; "
        "neither was tested here."
    )


@built_once
def how_many() -> str:
    """Why the analyses are fewer than they look."""
    rows = load_multiverse().sort_values("specification")
    same = ["weights", "cuts", "adjustment", "energy", "diabetes"]
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
