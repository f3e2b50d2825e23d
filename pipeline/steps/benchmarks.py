"""Published figures beside ours: the same sample, rule and weights as each paper, as far as it tells them."""

from pathlib import Path

import numpy as np
import pandas as pd

from data.estimation import korn_graubard_interval
from pipeline.models import ADJUSTMENTS, fit_logistic
from pipeline.outcomes import EARLY_CYCLES, read_people, read_population
from pipeline.people import CYCLES
from pipeline.sources import read_columns
from pipeline.steps.tables import write_csv
from pipeline.survey import below_ear, estimate_mean, quantiles

PUBLISHED = Path(__file__).parent.parent / "benchmarks.csv"
LOG2_INFLECTIONS = (7.5, 8.8)  # 181 and 446 mg/day
Ours = dict[str, tuple[float, ...]]


def neuropathy_prevalences() -> Ours:
    """Gregg 2004 and Hicks 2020: one-foot rule, exam weights, everyone classified."""
    people = read_population("neuropathy_one_foot")
    first = people[people["cycle"] == "1999-2000"]
    return {
        "gregg_all": percent(first, first["case"].notna(), "weight_exam_2yr"),
        "gregg_diabetes": percent(first, first["case"].notna() & (first["diabetes"] == "yes"), "weight_exam_2yr"),
        "hicks_all": percent(people, people["case"].notna(), "weight_exam"),
    }


def percent(people: pd.DataFrame, domain: pd.Series, weight: str) -> tuple[float, float, float]:
    """Prevalence of `case` in percent with its Korn-Graubard interval."""
    mean = estimate_mean(people[people[weight] > 0], "case", weight, domain)
    estimate, se, n, df = (np.array([value]) for value in (mean.estimate, mean.se, mean.n, mean.df))
    low, high = korn_graubard_interval(estimate, se, n, df)
    return 100 * mean.estimate, 100 * low[0], 100 * high[0]


def wu_sample() -> Ours:
    """Wu 2024's sample is our neuropathy sample."""
    sample = read_population("neuropathy").query("in_sample")
    return {"wu_sample": (len(sample),), "wu_cases": (sample["case"].sum(),)}


def tarleton_people() -> tuple[pd.DataFrame, pd.Series]:
    """Everyone with Tarleton's case rule, and who is in her sample (any recall; duration may be unknown)."""
    people = read_population("chronic_pain")
    columns = {"MPQ100": "pain", "MPQ110": "duration"}
    answers = pd.concat([read_columns(f"MPQ{CYCLES[years].suffix}", columns) for years in EARLY_CYCLES])
    answers = answers.reindex(people.index)
    case = ((answers["pain"] == 1) & answers["duration"].isin([3, 4])).astype(float)
    people = people.assign(case=case, intake_mg_per_kg=people["intake_mg"] / people["body_weight_kg"])
    return people, answers["pain"].isin([1, 2]) & (people["age_years"] >= 20) & people["intake_mg"].notna()


def tarleton() -> Ours:
    """Unweighted prevalences, and odds ratios per mg of magnesium per kg of body weight."""
    people, inside = tarleton_people()
    sample = people[inside]
    covariates = [term for term in ADJUSTMENTS["full"] if term != "bmi_kg_m2"]
    within_sex = [term for term in covariates if term != "sex"]
    return {
        "tarleton_sample": (len(sample),),
        "tarleton_pain": (100 * sample["case"].mean(),),
        "tarleton_below_ear": (100 * below_ear(sample["intake_mg"], sample).mean(),),
        "tarleton_crude": odds(people, inside, "intake_mg_per_kg", [], "weight_diet"),
        "tarleton_adjusted": odds(people, inside, "intake_mg_per_kg", covariates, "weight_diet"),
        "tarleton_women": odds(
            people, inside & (people["sex"] == "female"), "intake_mg_per_kg", within_sex, "weight_diet"
        ),
        "tarleton_men": odds(people, inside & (people["sex"] == "male"), "intake_mg_per_kg", within_sex, "weight_diet"),
    }


def odds(
    people: pd.DataFrame, domain: pd.Series, exposure: str, covariates: list[str], weight: str
) -> tuple[float, ...]:
    """Odds ratio per unit of `exposure` with its interval."""
    odds_ratio = fit_logistic(people, domain, [exposure, *covariates], weight).odds_ratio({exposure: 1})
    return odds_ratio["odds_ratio"], odds_ratio["ci_low"], odds_ratio["ci_high"]


def hu() -> Ours:
    """Odds ratio per doubling of intake, and in the three pieces between the published inflections."""
    people = read_population("rheumatoid_arthritis")
    doublings = np.log2(people["intake_mg"].where(people["in_sample"]))
    low, high = LOG2_INFLECTIONS
    people = people.assign(
        weight_none=1.0,
        doublings=doublings,
        below=np.minimum(doublings, low),
        between=(doublings - low).clip(0, high - low),
        above=(doublings - high).clip(lower=0),
    )
    inside = people["in_sample"]
    covariates = ["age_years", "race", "education", "income_ratio", "bmi_kg_m2", "smoking", "energy_kcal"]
    pieces = fit_logistic(people, inside, ["below", "between", "above", *covariates], "weight_none")
    by_piece = {
        key: tuple(pieces.odds_ratio({piece: 1})[column] for column in ("odds_ratio", "ci_low", "ci_high"))
        for key, piece in (("hu_below_181", "below"), ("hu_between", "between"), ("hu_above_446", "above"))
    }
    return {
        "hu_sample": (inside.sum(),),
        "hu_cases": (people.loc[inside, "case"].sum(),),
        "hu_odds_ratio": odds(people, inside, "doublings", covariates, "weight_none"),
        "hu_weighted": odds(people, inside, "doublings", covariates, "weight_diet"),
        **by_piece,
    }


def ford() -> Ours:
    """Medians and means of 1999-2000, with the exam weights the paper used."""
    people = read_people("1999-2000")
    people = people[(people["age_years"] >= 20) & people["recall_reliable"].eq(True) & people["intake_mg"].notna()]
    ours: Ours = {}
    for (sex, race), group in people.groupby(["sex", "race"]):
        key = f"ford_{race}_{'men' if sex == 'male' else 'women'}"
        ours[key] = (quantiles(group["intake_mg"], group["weight_exam_2yr"], [0.5])[0],)
        ours[f"{key}_mean"] = (np.average(group["intake_mg"], weights=group["weight_exam_2yr"]),)
    return ours


def run(folder: Path) -> None:
    """Write benchmarks.csv: the published list with `ours`, `ours_low` and `ours_high`."""
    ours = neuropathy_prevalences() | wu_sample() | tarleton() | hu() | ford()
    table = pd.read_csv(PUBLISHED)
    for i, column in enumerate(("ours", "ours_low", "ours_high")):
        table[column] = [ours[key][i] if i < len(ours[key]) else np.nan for key in table["key"]]
    columns = [column for column in table if column != "note"]
    write_csv(table[[*columns, "note"]], folder / "benchmarks.csv", digits=6)
