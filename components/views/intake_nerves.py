"""Intake and nerves: from the reader's choices to estimates, sentences and finished figures."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components import survey_words as say
from components.captions import number
from components.charts import survey, survey_compare
from components.rows import Row, records
from components.views import built_once, multiverse
from data import associations
from data.claim_origin import ClaimStep, load_claim_origin
from data.intakes import target_for
from data.survey import SurveyQueryError, estimate_prevalence, groups, load_benchmarks, load_funnel


@dataclass(frozen=True)
class Outcome:
    """How an outcome is told."""

    label: str
    name: str
    measured: str
    survey: str
    oldest: int | None = None  # None where there is no upper age
    women_only: bool = False


NHANES_1999 = "NHANES 1999–2004 (National Center for Health Statistics)"
NHANES_2003 = "NHANES 2003–2016 (National Center for Health Statistics)"
OUTCOMES = {
    "neuropathy": Outcome(
        "Neuropathy",
        "neuropathy",
        "Neuropathy: at least one spot on a foot where a thin filament was not felt; that is lost feeling, not tingling or pain.",
        NHANES_1999,
    ),
    "neuropathy_one_foot": Outcome(
        "Neuropathy, one-foot rule",
        "neuropathy",
        "Neuropathy: at least one spot on a foot where a thin filament was not felt (lost feeling, not tingling or pain); to be free of "
        "it, one foot tested is enough.",
        NHANES_1999,
    ),
    "chronic_pain": Outcome(
        "Chronic pain",
        "chronic pain",
        "Chronic pain: pain in the past month that had lasted three months or more.",
        NHANES_1999,
    ),
    "rheumatoid_arthritis": Outcome(
        "Rheumatoid arthritis in women",
        "rheumatoid arthritis",
        "As told by a doctor; women with another kind of arthritis are left out.",
        NHANES_2003,
        oldest=80,
        women_only=True,
    ),
}
BY = {"quintile": "Fifths", "band": "50 mg steps"}
AGES = {"20-39": "20 to 39", "40-59": "40 to 59", "60-74": "60 to 74", "75+": "75 and over"}
AGE_ENDS = {"20-39": (20, 39), "40-59": (40, 59), "60-74": (60, 74), "75+": (75, None)}
DEMOGRAPHY = ("age", "sex", "race")
HEALTH = ("education", "income", "BMI", "smoking", "hypertension", "diabetes", "calories")
# model -> label in the address, what it adjusts for
ADJUSTMENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "crude": ("Nothing", ()),
    "demographic": ("Age, sex, race", DEMOGRAPHY),
    "full": ("+ health and habits", DEMOGRAPHY + HEALTH),
}
# key -> label; value -> (label in the address, words after "women 40 and over"); what it is
CONDITIONS: dict[str, tuple[str, dict[str, tuple[str, str]], str]] = {
    "diabetes": (
        "Diabetes",
        {"yes": ("Yes", "with diabetes"), "no": ("No", "without diabetes")},
        "Told by a doctor; borderline counts as no.",
    ),
    "ckd": (
        "Kidney function",
        {"yes": ("Reduced", "with reduced kidney function"), "no": ("Not reduced", "without reduced kidney function")},
        "Reduced: eGFR under 60 from one blood sample, which is no diagnosis.",
    ),
    "weak_kidneys": (
        "Told of weak kidneys",
        {"yes": ("Yes", "told of weak kidneys"), "no": ("No", "not told of weak kidneys")},
        "Can be combined with diabetes and kidney function only.",
    ),
    "diuretic": (
        "Diuretic",
        {"yes": ("Yes", "taking a diuretic"), "no": ("No", "not taking a diuretic")},
        "A prescription in the past month.",
    ),
    "ppi": (
        "Acid blocker (PPI)",
        {"yes": ("Yes", "taking a PPI"), "no": ("No", "not taking a PPI")},
        "A prescribed proton-pump inhibitor in the past month.",
    ),
    "bmi": (
        "BMI",
        {
            "under25": ("Under 25", "with a BMI under 25"),
            "25-29": ("25 to 29", "with a BMI of 25 to 29"),
            "30plus": ("30 and over", "with a BMI of 30 and over"),
        },
        "Body mass index, measured.",
    ),
    "race": (
        "Race",
        {
            "mexican-american": ("Mexican American", "Mexican American"),
            "other-hispanic": ("Other Hispanic", "other Hispanic"),
            "white": ("White", "white"),
            "black": ("Black", "Black"),
            "other": ("Other", "of other races"),
        },
        "As people told it, in the survey's classes.",
    ),
}
MOST_CONDITIONS = 3
FIFTH_NAMES = tuple(name.removesuffix(" fifth").capitalize() for name in say.FIFTHS.values())
PERCENT_COLUMNS = {"Percent": "prevalence", "95% from": "ci_low", "95% to": "ci_high"}


@dataclass(frozen=True)
class Group:
    """Who: keys of `data.survey.groups` with the values chosen."""

    where: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def as_where(self) -> dict[str, tuple[str, ...]]:
        """As `estimate_prevalence` takes it."""
        return dict(self.where)


@dataclass(frozen=True)
class Choice:
    """Everything the reader chose."""

    outcome: str
    group: Group = Group()
    by: str = "quintile"
    standardized: bool = False
    adjustment: str = "full"

    @property
    def in_fifths(self) -> Choice:
        """The same by fifth of intake."""
        return Choice(self.outcome, self.group, "quintile", self.standardized, self.adjustment)


# --- Words for a group ---------------------------------------------------------------------------------------------


def ages_of(outcome: str) -> list[str]:
    """The age groups an outcome has."""
    return groups(outcome)["age"]


def who(outcome: str, group: Group) -> str:
    """The group as a reader would say it: "white women 60 and over with diabetes"."""
    where = group.as_where
    sex = "female" if OUTCOMES[outcome].women_only else where.get("sex", ("all",))[0]
    people = {"female": "women", "male": "men", "all": "adults"}[sex]
    race = CONDITIONS["race"][1][where["race"][0]][1] if "race" in where else ""
    before, after = ("", race) if race.startswith("of ") else (race, "")
    told = [words[where[key][0]][1] for key, (_, words, _) in CONDITIONS.items() if key in where and key != "race"]
    parts = (before, people, age_words(outcome, where.get("age", ())), after, " and ".join(told))
    return " ".join(part for part in parts if part)


def age_words(outcome: str, chosen: tuple[str, ...]) -> str:
    """ "40 and over", "40 to 74", "40 to 59 or 75 and over"; all ages where none is chosen."""
    offered = ages_of(outcome)
    runs: list[list[str]] = []
    for age in [age for age in offered if age in chosen] or offered:
        if runs and offered.index(age) == offered.index(runs[-1][-1]) + 1:
            runs[-1].append(age)
        else:
            runs.append([age])
    said = []
    for run in runs:
        first, last = AGE_ENDS[run[0]][0], AGE_ENDS[run[-1]][1] or OUTCOMES[outcome].oldest
        said.append(f"{first} to {last}" if last else f"{first} and over")
    return " or ".join(said)


def model_where(outcome: str, group: Group) -> dict[str, str] | None:
    """The group as the models know it; None where no model was fitted in it."""
    where = group.as_where
    if set(where.get("age", ())) == set(ages_of(outcome)):
        where.pop("age")
    asked = {key: "+".join(values) for key, values in where.items()}
    if asked.get("age") == "60-74+75+":
        asked["age"] = "60+"
    return asked if asked in associations.model_groups(outcome) else None


def covariates(outcome: str, group: Group, adjustment: str) -> list[str]:
    """What a model adjusts for, without what is the same for everybody in the group."""
    same = set(group.as_where) | ({"sex"} if OUTCOMES[outcome].women_only else set())
    return [name for name in ADJUSTMENTS[adjustment][1] if name == "age" or name not in same]


def adjusted_words(choice: Choice) -> str:
    """ "not adjusted", or "adjusted for age, sex and race" without what is the same for everybody in the group."""
    names = covariates(choice.outcome, choice.group, choice.adjustment)
    if not names:
        return "not adjusted"
    first = f"{', '.join(names[:-1])} and " if names[1:] else ""
    return f"adjusted for {first}{names[-1]}"


def model_groups_words(outcome: str) -> str:
    """Which groups have a model: "everybody, women, men, 40 to 59, … and without diabetes"."""
    names = {"female": "women", "male": "men", "60+": "60 and over", **AGES}
    said = ["everybody"]
    for group in associations.model_groups(outcome):
        said += [CONDITIONS[key][1][value][1] if key in CONDITIONS else names[value] for key, value in group.items()]
    return f"{', '.join(said[:-1])} and {said[-1]}"


GUESS_FIRST = "How does neuropathy go with magnesium intake? Guess first, group by group. What the survey shows stands on the other tabs."


@built_once
def lede() -> str:
    """The answer in short, for everybody, from the main analysis and from all of them."""
    ratios = associations.load_odds_ratios("neuropathy", "full").set_index("quintile")
    lowest, fourth, highest = (say.ratio(ratios.loc[fifth]) for fifth in (1, 4, 5))
    return (
        "Not shown for magnesium itself: people who eat more get more of every nutrient. In our own analysis of one US survey (adults of 40 and over), against the middle fifth of "
        f"magnesium intake in milligrams, the adjusted odds of neuropathy were {lowest} times as high in the lowest fifth, {fourth} in "
        f"the fourth and {highest} in the highest. That hangs on the survey weights and on where the fifths are cut: the intervals of both "
        f"ends lie above 1 in {multiverse.where_above('both')}. One recalled day, each person seen once: an association."
    )


# --- Prevalence ----------------------------------------------------------------------------------------------------


@built_once
def prevalence(choice: Choice) -> pd.DataFrame:
    """The rows of a choice. Raises SurveyQueryError where the combination was not tabulated."""
    standardize = "age-sex" if choice.standardized else "none"
    return estimate_prevalence(choice.outcome, choice.by, choice.group.as_where, standardize)


@built_once
def told(choice: Choice) -> list[Row]:
    """The rows of `prevalence`, for sentences."""
    return records(prevalence(choice))


def tabulated(choice: Choice) -> bool:
    """Whether the choice can be answered."""
    try:
        prevalence(choice)
    except SurveyQueryError:
        return False
    return True


def not_tabulated(group: Group) -> str:
    """Said where a combination has no table."""
    conditions = ", ".join(CONDITIONS[key][0] for key, _ in group.where if key in CONDITIONS)
    if sum(key in CONDITIONS for key, _ in group.where) > MOST_CONDITIONS:
        return (
            f"More than three conditions at once were not tabulated ({conditions}); the groups would be too small. Set one or more "
            "to “Any”."
        )
    return (
        f"This combination was not tabulated ({conditions}): “Told of weak kidneys” can be combined with diabetes and kidney "
        "function only. Set one to “Any”."
    )


def too_few(choice: Choice) -> str:
    """Said in the place of the chart where no row may be shown."""
    people = int(prevalence(choice)["n"].sum())
    return f"Too few to say: {OUTCOMES[choice.outcome].name} by intake among {who(choice.outcome, choice.group)} ({number(people)} people)."


@built_once
def prevalence_figure(choice: Choice, mode: str, size: str) -> go.Figure:
    """Prevalence by intake in the group chosen."""
    told = OUTCOMES[choice.outcome]
    return survey.prevalence_chart(
        prevalence(choice),
        outcome=told.name,
        who=who(choice.outcome, choice.group),
        measured=told.measured,
        source=told.survey,
        standardized=choice.standardized,
        adjusted=_after_adjustment(choice),
        mode=mode,
        size=size,
    )


def _after_adjustment(choice: Choice) -> str:
    """What the model chosen leaves of the differences between fifths; empty where there is none, or it adjusts for nothing."""
    where = model_where(choice.outcome, choice.group)
    if where is None or choice.adjustment == "crude" or choice.by != "quintile":
        return ""
    return say.after_adjustment(records(associations.load_odds_ratios(choice.outcome, choice.adjustment, where)))


@built_once
def prevalence_table(choice: Choice) -> pd.DataFrame:
    """Every row, shown or not. A suppressed row keeps its people and the reason; its figure is left out."""
    rows = prevalence(choice)
    fifths = [FIFTH_NAMES[quintile - 1] if pd.notna(quintile) else None for quintile in rows["quintile"]]
    shares = {name: (rows[column] * 100).round(1).where(rows["reliable"]) for name, column in PERCENT_COLUMNS.items()}
    table = pd.DataFrame(
        {
            "Fifth": fifths,
            "Magnesium, mg a day": [say.band_words(row, "") for row in told(choice)],
            "People": rows["n"],
            "With the condition": rows["cases"],
            **shares,
            "Shown": rows["reliable"].map({True: "yes", False: "no"}),
            "Remark": rows["flag"].replace("", None),
            "Mean intake, mg": rows["intake_mean_mg"].round(),
            "Effective sample size": rows["n_eff"].round(),
            "Degrees of freedom": rows["df"],
        }
    )
    return table if choice.by == "quintile" else table.drop(columns="Fifth")


ONE_GROUP = "One group alone is shown. A clear result in one group and none in another does not show that the two differ; that was not tested."
RECALL = (
    "Each person told what they ate on one day, which says little of what someone usually eats. That usually blurs a curve; errors that "
    "differ between people, by body weight for instance, can also bend one."
)
RECALL_SOURCES = ("murakami_2015", "kirkpatrick_2024")
MISSING = (
    "Whoever eats more gets more of every nutrient, and nothing here tells magnesium from the rest of the food. Height, alcohol, vitamin "
    "B12 and physical activity are in no model, nor is magnesium from supplements."
)


@built_once
def many_comparisons() -> str:
    """How many intervals the models of this page come to, and that none is corrected for it."""
    models = len(associations.load_models("odds_ratios.csv"))
    return (
        f"Many comparisons are made here: {number(models)} models, with two ends each. None is corrected for that. Of 95% intervals about "
        "one in twenty leaves 1 out by chance alone where there is nothing to find."
    )


@built_once
def how_sure(choice: Choice) -> tuple[str, ...]:
    """How sure the picture is, sentence by sentence, from the rows shown and the model where there is one."""
    rows, fifths = told(choice), choice.by == "quintile"
    said = [say.lowest_and_highest(rows), say.pairs_sentence(rows) if fifths else ""]
    where = model_where(choice.outcome, choice.group)
    if where is not None:
        ratios = associations.load_odds_ratios(choice.outcome, choice.adjustment, where)
        compared = say.direct_comparison(records(ratios), adjusted_words(choice))
        said.append(compared if fifths else f"By fifths: c{compared[1:]}")
        said.append(many_comparisons())
    else:
        said.append(
            "No model was fitted for this group, so nothing here is adjusted for other differences between people."
        )
    said += [
        say.hidden_sentence(rows),
        say.care_sentence(rows),
        ONE_GROUP if choice.group.where else "",
        RECALL,
        MISSING if choice.outcome.startswith("neuropathy") else "",
        f"Diet and {OUTCOMES[choice.outcome].name} were looked at in the same visit, so which came first is unknown. This is an "
        "association; it cannot show cause and effect.",
    ]
    return tuple(sentence for sentence in said if sentence)


# --- Odds ratios ---------------------------------------------------------------------------------------------------


def _curve(choice: Choice) -> pd.DataFrame:
    return associations.load_curve(choice.outcome, choice.adjustment, model_where(choice.outcome, choice.group))


def _curve_test(choice: Choice) -> pd.Series:
    return associations.load_curve_test(choice.outcome, choice.adjustment, model_where(choice.outcome, choice.group))


@built_once
def curve_figure(choice: Choice, mode: str, size: str) -> go.Figure | None:
    """The odds-ratio curve; None where no model was fitted in the group."""
    if model_where(choice.outcome, choice.group) is None:
        return None
    told = OUTCOMES[choice.outcome]
    return survey.curve_chart(
        _curve(choice),
        outcome=told.name,
        who=who(choice.outcome, choice.group),
        adjusted_for=adjusted_words(choice),
        reference_mg=int(_curve_test(choice)["reference_mg"]),
        source=told.survey,
        mode=mode,
        size=size,
    )


@built_once
def curve_table(choice: Choice) -> pd.DataFrame:
    """The curve, point by point."""
    names = {"intake_mg": "Magnesium, mg a day", "odds_ratio": "Odds ratio", "ci_low": "95% from", "ci_high": "95% to"}
    table = _curve(choice)[[*names]].rename(columns=names).round({"Odds ratio": 2})
    ends = {end: [float(say.beside(bound)) for bound in table[end]] for end in ("95% from", "95% to")}
    return table.assign(**ends)


@built_once
def curve_reading(choice: Choice) -> str:
    """How to read the curve, and whom it rests on."""
    test, where = _curve_test(choice), model_where(choice.outcome, choice.group)
    lowest = records(associations.load_odds_ratios(choice.outcome, choice.adjustment, where))[0]
    adjusted = "adjusted" if ADJUSTMENTS[choice.adjustment][1] else "not adjusted"
    told = {"outcome": OUTCOMES[choice.outcome].name, "adjusted": adjusted, "lowest": lowest}
    everybody = associations.load_curve_test(choice.outcome, "crude", where)["n"]
    lost = everybody - test["n"]
    left_out = (
        f"; {number(lost)} more are left out, since something it adjusts for is not known of them" if lost else ""
    )
    people = (
        f"The model rests on {number(test['n'])} people, {number(test['cases'])} of them with the condition{left_out}."
    )
    return f"{say.curve_reading(_curve(choice), test, **told)} {people}"


@built_once
def weights_matter(group: Group) -> str:
    """What the high end of the neuropathy curve hangs on, which was asked of everybody alone; and what the curve is not."""
    whom = "In everybody together, the" if group.where else "The"
    return (
        f"{whom} high end hangs on the survey weights and on where the fifths are cut: its interval lies above 1 in "
        f"{multiverse.where_above('highest')}. “Every analysis” shows them all. {no_advice()}"
    )


@built_once
def no_advice() -> str:
    """The intakes with the lowest odds beside the need of men: nobody should take them for a target."""
    lowest = sorted(associations.load_multiverse()["lowest_quintile"].unique())
    rows = associations.load_odds_ratios("neuropathy").set_index("quintile").loc[lowest]
    need = target_for("male", 40).us.ear_mg
    low, high = number(rows["intake_low_mg"].min()), number(rows["intake_high_mg"].max())
    compared = "below" if rows["intake_high_mg"].max() < need else "beside"
    return (
        f"The fifths with the lowest odds, {low} to {high} mg a day, lie {compared} the average need of men ({number(need)} mg): this is "
        "no advice to eat less."
    )


def no_curve(choice: Choice) -> str:
    """Said in the place of the curve where no model was fitted."""
    group = who(choice.outcome, choice.group)
    return f"No odds-ratio curve was fitted for {group}. There is one for {model_groups_words(choice.outcome)}, one group at a time; here “Odds adjusted for” changes nothing."


@built_once
def figures_table(choice: Choice) -> pd.DataFrame:
    """Prevalence and the odds ratios of all three models side by side, by fifth."""
    rows = told(choice.in_fifths)
    table = {
        "Fifth by intake": FIFTH_NAMES,
        "Magnesium, mg": [say.band_words(row, "") for row in rows],
        "People": [number(row["n"]) for row in rows],
        "Percent (95% interval)": [say.interval(row) if row["reliable"] else say.too_few(row) for row in rows],
    }
    where = model_where(choice.outcome, choice.group)
    if where is not None:
        for key in ADJUSTMENTS:
            ratios = associations.load_odds_ratios(choice.outcome, key, where)
            table[f"Odds ratio, {_column_words(choice, key)}"] = [
                "1 (reference)" if row["quintile"] == 3 else say.ratio(row) for row in records(ratios)
            ]
    return pd.DataFrame(table)


def _column_words(choice: Choice, adjustment: str) -> str:
    """What stands over the odds ratios of a model: "age, race" for women."""
    if adjustment == "full":
        return ADJUSTMENTS["full"][0]
    return ", ".join(covariates(choice.outcome, choice.group, adjustment)) or "not adjusted"


def figures_caption(choice: Choice) -> str:
    """What stands in the table of `figures_table`."""
    percents = "Percent as above" if choice.by == "quintile" else "Percent in each fifth"
    cut = "The fifths are those of the whole sample, not cut anew in this group." if choice.group.where else ""
    if model_where(choice.outcome, choice.group) is None:
        return f"{percents}. {cut} No model was fitted for this group, so there are no odds ratios."
    return (
        f"{percents}; odds ratios against the middle fifth, with 95% intervals, in each of the three models. An interval that leaves 1 "
        f"out beside one that does not is no difference between fifths or models. {cut}"
    ).strip()


# --- Draw it first -------------------------------------------------------------------------------------------------


@built_once
def guess_figure(choice: Choice, guesses: tuple[int, ...], revealed: bool, mode: str, size: str) -> go.Figure:
    """The reader's guess and, revealed, the data."""
    told, group = OUTCOMES[choice.outcome], who(choice.outcome, choice.group)
    words = {"outcome": told.name, "who": group, "source": told.survey}
    return survey_compare.guess_chart(prevalence(choice), guesses, revealed=revealed, **words, mode=mode, size=size)


def guess_table(choice: Choice, guesses: tuple[int, ...], revealed: bool) -> pd.DataFrame:
    """Guess and data side by side; the data only once revealed."""
    table = pd.DataFrame({"Fifth by intake": FIFTH_NAMES, "Your guess, %": guesses})
    return table.join(prevalence_table(choice)[["People", *PERCENT_COLUMNS, "Remark"]]) if revealed else table


# --- Where the claim comes from, and published figures ---------------------------------------------------------------


def claim_steps() -> dict[str, ClaimStep]:
    """What the article said, what could be traced, what was done here, by key."""
    return {step.key: step for step in load_claim_origin()}


@built_once
def what_the_data_show() -> str:
    """The end of the story, from the committed results."""
    ratios = associations.load_odds_ratios("neuropathy", "full").set_index("quintile")
    return (
        f"For magnesium, in the main analysis and against the middle fifth, the odds ratio is {say.ratio(ratios.loc[1])} in the lowest fifth and "
        f"{say.ratio(ratios.loc[5])} in the highest. The odds ratios of both ends lie above 1 in "
        f"{multiverse.all_counts().told('odds_ratios')} listed analyses, their intervals in {multiverse.all_counts().told('both')}."
    )


@built_once
def funnel_figure(outcome: str, mode: str, size: str) -> go.Figure:
    """How the sample of an outcome came about."""
    return survey.funnel_chart(load_funnel(outcome), source=OUTCOMES[outcome].survey, mode=mode, size=size)


def funnel_table(outcome: str) -> pd.DataFrame:
    """The steps of the sample of an outcome."""
    return load_funnel(outcome)[["label", "n"]].rename(columns={"label": "Step", "n": "People"})


# subject -> label, studies
BENCHMARKS = {
    "neuropathy": ("Neuropathy", ("Gregg 2004", "Hicks 2020", "Wu 2024")),
    "chronic_pain": ("Chronic pain", ("Tarleton 2020",)),
    "rheumatoid_arthritis": ("Rheumatoid arthritis", ("Hu 2020",)),
    "intake": ("Intake", ("Ford & Mokdad 2003",)),
}
STUDY_SOURCES = {
    "Wu 2024": "wu_2024_phosphorus",
    "Gregg 2004": "gregg_2004",
    "Hicks 2020": "hicks_2020",
    "Tarleton 2020": "tarleton_2020",
    "Hu 2020": "hu_2020",
    "Ford & Mokdad 2003": "ford_mokdad_2003",
}
DIGITS = {"people": 0, "percent": 1, "odds ratio": 2, "mg/day": 0}


def benchmarks(subject: str) -> pd.DataFrame:
    """Published figures beside ours for an outcome, or for intake."""
    table = load_benchmarks()
    return table[table["study"].isin(BENCHMARKS[subject][1])].reset_index(drop=True)


@built_once
def benchmark_figure(subject: str, mode: str, size: str) -> go.Figure | None:
    """The published figures for which ours has an interval; None where there are none."""
    rows = benchmarks(subject)
    rows = rows[rows["ours_low"].notna()].reset_index(drop=True)
    if rows.empty:
        return None
    return survey_compare.benchmark_chart(rows, unit=rows["unit"].iloc[0], mode=mode, size=size)


@built_once
def benchmark_table(subject: str) -> pd.DataFrame:
    """Published and ours, with the reason for any difference in words."""
    rows = benchmarks(subject)
    return pd.DataFrame(
        {
            "Study": rows["study"],
            "What": rows["what"] + rows["unit"].map({"mg/day": ", mg a day"}).fillna(""),
            "Published": [_with_interval(row, "published") for row in rows.to_dict("records")],
            "Ours": [_with_interval(row, "ours") for row in rows.to_dict("records")],
            "Why they may differ": rows["note"],
        }
    )


def benchmark_sources(subject: str) -> list[str]:
    """The studies in the bibliography."""
    return [STUDY_SOURCES[study] for study in BENCHMARKS[subject][1]]


def _with_interval(row: dict, kind: str) -> str:
    """A figure with its interval where it has one: ours rounded once, a published one as printed."""
    digits = DIGITS[row["unit"]]

    def told(value: float) -> str:
        return survey_compare.as_printed(value) if kind == "published" else number(value, digits)

    said = told(row[kind]) + ("%" if row["unit"] == "percent" else "")
    low, high = row[f"{kind}_low"], row[f"{kind}_high"]
    return said if pd.isna(low) else f"{said} ({told(low)} to {told(high)})"
