"""One row per sampled person of a cycle: design, intake and covariates under the project's names.

Missing stays missing: refused, don't know and not examined are NaN (numbers) or None (classes), never zero.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from pipeline.nutrients import NUTRIENTS, column_of
from pipeline.sources import read_columns, read_nhanes

Numbers = Any
"""A number, an array or a column."""


@dataclass(frozen=True)
class Cycle:
    """A survey cycle and how its files and dietary columns are named."""

    years: str
    suffix: str
    diet: str
    intake: str
    energy: str
    recall: str
    creatinine: tuple[str, str] | None  # file, column


def _later(years: str, letter: str) -> Cycle:
    laboratory = ("L40_C", "LBXSCR") if letter == "C" else (f"BIOPRO_{letter}", "LBXSCR")
    return Cycle(years, f"_{letter}", f"DR1TOT_{letter}", "DR1TMAGN", "DR1TKCAL", "DR1DRSTZ", laboratory)


CYCLES = {
    cycle.years: cycle
    for cycle in [
        Cycle("1999-2000", "", "DRXTOT", "DRXTMAGN", "DRXTKCAL", "DRDDRSTS", ("LAB18", "LBXSCR")),
        Cycle("2001-2002", "_B", "DRXTOT_B", "DRXTMAGN", "DRXTKCAL", "DRDDRSTZ", ("L40_B", "LBDSCR")),
        _later("2003-2004", "C"),
        _later("2005-2006", "D"),
        _later("2007-2008", "E"),
        _later("2009-2010", "F"),
        _later("2011-2012", "G"),
        _later("2013-2014", "H"),
        _later("2015-2016", "I"),
        _later("2017-2018", "J"),
    ]
}

SEXES = {1: "male", 2: "female"}
RACES = {1: "mexican-american", 2: "other-hispanic", 3: "white", 4: "black", 5: "other"}
EDUCATION = {1: "under9th", 2: "9-11th", 3: "high-school", 4: "some-college", 5: "college"}
YES_NO = {1: "yes", 2: "no"}
DIABETES = {1: "yes", 2: "no", 3: "no"}  # 3 is "borderline"
DIURETIC_CLASS = 49
PPI_CLASS = 272


@cache
def read_people(years: str) -> pd.DataFrame:
    """Everyone sampled in one cycle ("1999-2000"), indexed by respondent number (`seqn`)."""
    cycle = CYCLES[years]
    people = read_demography(cycle)
    for part in (read_diet, read_body, read_conditions, read_kidneys, read_medicines):
        people = people.join(part(cycle))
    people["ckd"] = kidney_class(people)
    return people


def read_demography(cycle: Cycle) -> pd.DataFrame:
    """Age, sex, race/ethnicity, schooling, income and the sampling design."""
    columns = {
        "SEQN": "respondent",
        "RIDSTATR": "interview_status",
        "RIAGENDR": "sex",
        "RIDAGEYR": "age_years",
        "RIDRETH1": "race",
        "DMDEDUC2": "education",
        "INDFMPIR": "income_ratio",
        "SDMVSTRA": "stratum",
        "SDMVPSU": "psu",
        "WTMEC2YR": "weight_exam_2yr",
    }
    if cycle.years < "2003":
        columns["WTMEC4YR"] = "weight_exam_4yr"
    people = read_columns(f"DEMO{cycle.suffix}", columns).drop(columns="respondent")
    people["cycle"] = cycle.years
    people["examined"] = people.pop("interview_status") == 2
    for column, labels in {"sex": SEXES, "race": RACES, "education": EDUCATION}.items():
        people[column] = label(people[column], labels)
    return people.astype({"stratum": "int64", "psu": "int64"})


def read_diet(cycle: Cycle) -> pd.DataFrame:
    """First-day recall: magnesium, energy and the other nutrients (`<key>_day1`) from food, the dietary weights, and
    whether the recall is reliable."""
    columns = {
        cycle.intake: "intake_mg",
        cycle.energy: "energy_kcal",
        cycle.recall: "recall_status",
        "WTDRD1": "weight_diet_2yr",
    }
    if cycle.years < "2003":
        columns["WTDR4YR"] = "weight_diet_4yr"
    nutrients = {name: f"{key}_day1" for key, one in NUTRIENTS.items() if (name := column_of(one, cycle.years))}
    diet = read_columns(cycle.diet, columns).join(read_columns(cycle.diet, nutrients))
    diet["recall_reliable"] = diet.pop("recall_status") == 1
    return diet


def read_body(cycle: Cycle) -> pd.DataFrame:
    """Body mass index (kg/m²), its class, body weight (kg) and standing height (cm)."""
    columns = {"BMXBMI": "bmi_kg_m2", "BMXWT": "body_weight_kg", "BMXHT": "height_cm"}
    body = read_columns(f"BMX{cycle.suffix}", columns)
    body["bmi"] = bmi_class(body["bmi_kg_m2"])
    return body


def bmi_class(bmi_kg_m2: pd.Series) -> pd.Series:
    """Under 25, 25 to under 30, 30 and over; underweight stays with the first."""
    classes = pd.cut(bmi_kg_m2, [0, 25, 30, np.inf], right=False, labels=["under25", "25-29", "30plus"])
    return classes.astype(object).where(bmi_kg_m2.notna(), None)


def read_conditions(cycle: Cycle) -> pd.DataFrame:
    """What people reported: diabetes, hypertension, weak kidneys, smoking."""
    diabetes = read_columns(f"DIQ{cycle.suffix}", {"DIQ010": "diabetes"})
    hypertension = read_columns(f"BPQ{cycle.suffix}", {"BPQ020": "hypertension"})
    kidneys = ("KIQ", "KIQ020") if cycle.suffix == "" else (f"KIQ_U{cycle.suffix}", "KIQ022")
    weak_kidneys = read_columns(kidneys[0], {kidneys[1]: "weak_kidneys"})
    smoking = read_columns(f"SMQ{cycle.suffix}", {"SMQ020": "ever", "SMQ040": "now"})
    return pd.DataFrame(
        {
            "diabetes": label(diabetes["diabetes"], DIABETES),
            "hypertension": label(hypertension["hypertension"], YES_NO),
            "weak_kidneys": label(weak_kidneys["weak_kidneys"], YES_NO),
            "smoking": smoking_class(smoking["ever"], smoking["now"]),
        }
    )


def smoking_class(ever: pd.Series, now: pd.Series) -> pd.Series:
    """Never (under 100 cigarettes in life), former, current (every day or some days)."""
    smoking = pd.Series(None, index=ever.index, dtype=object)
    smoking[ever == 2] = "never"
    smoking[(ever == 1) & (now == 3)] = "former"
    smoking[(ever == 1) & now.isin([1, 2])] = "current"
    return smoking


def read_kidneys(cycle: Cycle) -> pd.DataFrame:
    """Serum creatinine in mg/dL; 1999-2000 is calibrated as NCHS asks (1.013 x + 0.147), no other cycle is."""
    assert cycle.creatinine, f"{cycle.years}: no creatinine"
    file, column = cycle.creatinine
    creatinine = read_columns(file, {column: "creatinine_mg_dl"})
    if cycle.years == "1999-2000":
        creatinine = 1.013 * creatinine + 0.147
    return creatinine


def egfr(creatinine_mg_dl: Numbers, age_years: Numbers, female: Numbers) -> Numbers:
    """Estimated glomerular filtration rate, mL/min/1.73 m², by CKD-EPI 2021 (Inker, NEJM 2021;385:1737).

    1.2 mg/dL in a man of 55 gives 71.4.
    """
    ratio = creatinine_mg_dl / np.where(female, 0.7, 0.9)
    below = np.minimum(ratio, 1) ** np.where(female, -0.241, -0.302)
    return 142 * below * np.maximum(ratio, 1) ** -1.2 * 0.9938**age_years * np.where(female, 1.012, 1.0)


def kidney_class(people: pd.DataFrame) -> pd.Series:
    """ "yes" where eGFR < 60 (one blood sample: reduced function, which alone is no diagnosis)."""
    rate = egfr(people["creatinine_mg_dl"], people["age_years"], people["sex"] == "female")
    return pd.Series(np.where(rate < 60, "yes", "no"), people.index, dtype=object).where(rate.notna(), None)


def read_medicines(cycle: Cycle) -> pd.DataFrame:
    """Diuretic and proton-pump inhibitor (ppi) use in the past month, from the prescription list."""
    return medicine_use(read_nhanes(f"RXQ_RX{cycle.suffix}"), "RXD030" if cycle.years < "2003" else "RXDUSE")


def medicine_use(prescriptions: pd.DataFrame, any_use: str) -> pd.DataFrame:
    """Yes / no / missing for each person; `any_use` is the column asking for any prescription at all.

    Someone who takes medicines, none of which could be identified, stays missing.
    """
    drugs = prescriptions["RXDDRGID"].fillna("").str.strip()
    named = (prescriptions[any_use] == 1) & (drugs != "")
    answered = named | (prescriptions[any_use] == 2)
    seqn = prescriptions["SEQN"].astype("int64").rename("seqn")
    known = answered.groupby(seqn).any()
    use = {}
    for medicine, drug_class in {"diuretic": DIURETIC_CLASS, "ppi": PPI_CLASS}.items():
        takes = drugs.isin(drugs_of_class(drug_class)).groupby(seqn).any()
        use[medicine] = takes.map({True: "yes", False: "no"}).astype(object).where(known, None)
    return pd.DataFrame(use)


@cache
def drugs_of_class(drug_class: int) -> frozenset[str]:
    """Identifiers of drugs of a class, by the drug's own classes or any ingredient's.

    Combination pills are filed under other classes ("antihypertensive combinations"), so ingredients count.
    """
    drugs = read_nhanes("RXQ_DRUG")
    # The drug's own: level 2 and 3 of its first category. Ingredients: level 2 of each ingredient.
    columns = [
        "RXDDCI1B",
        "RXDDCI1C",
        *(column for column in drugs if column.startswith("RXDICI") and column[-1] == "B"),
    ]
    belongs = (drugs[columns] == drug_class).any(axis=1)
    return frozenset(drugs.loc[belongs, "RXDDRGID"].str.strip())


def label(codes: pd.Series, labels: dict[int, str]) -> pd.Series:
    """Codes as words; any code not listed (refused, don't know, missing) becomes None."""
    words = codes.map(labels).astype(object)
    return words.where(words.notna(), None)
