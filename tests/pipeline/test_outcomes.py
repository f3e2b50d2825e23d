"""Samples from the raw files land on the published counts."""

import numpy as np
import pandas as pd
import polars as pl
import pytest
import svy

from data.survey import estimate_prevalence
from pipeline import outcomes, people
from pipeline.outcomes import EARLY_CYCLES, OUTCOMES, read_population, read_sample
from pipeline.steps.funnel import funnel


@pytest.mark.raw
@pytest.mark.parametrize(
    ("outcome", "n", "cases"),
    [
        ("neuropathy", 7726, 1378),
        ("chronic_pain", 13415, 1947),
        ("rheumatoid_arthritis", 13324, 1018),
    ],
)
def test_each_sample_has_the_people_and_cases_the_rules_give(outcome, n, cases):
    """The neuropathy sample is Wu 2024's, the arthritis sample Hu 2020's."""
    sample = read_sample(outcome)
    assert (len(sample), sample["case"].sum()) == (n, cases)


@pytest.mark.raw
def test_the_neuropathy_funnel():
    """Sampled, 40 and over, examined, classified, with a reliable recall."""
    assert funnel("neuropathy")["n"].tolist() == [31126, 9970, 9145, 7902, 7726]


@pytest.mark.raw
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_everyone_in_a_sample_has_a_dietary_weight(outcome):
    """And a fifth of the population stands in each quintile, as near as ties allow."""
    sample = read_sample(outcome)
    assert (sample["weight_diet"] > 0).all()
    shares = sample.groupby("quintile")["weight_diet"].sum() / sample["weight_diet"].sum()
    assert shares.between(0.19, 0.21).all()


@pytest.mark.raw
def test_the_design_has_44_degrees_of_freedom():
    """87 sampling units in 43 strata, 1999-2004."""
    everyone = read_population("neuropathy").query("weight_diet > 0")
    assert len(everyone[["stratum", "psu"]].drop_duplicates()) - everyone["stratum"].nunique() == 44


@pytest.mark.raw
def test_chronic_pain_before_our_two_exclusions_is_tarletons_sample():
    """20 and over, magnesium present, MPQ100 answered: 13,435 by our count, 13,434 in the paper."""
    everyone = read_population("chronic_pain")
    pain = pd.concat(
        [outcomes.read_columns(f"MPQ{people.CYCLES[years].suffix}", {"MPQ100": "pain"}) for years in EARLY_CYCLES]
    )
    answered = pain["pain"].reindex(everyone.index).isin([1, 2])
    assert (answered & (everyone["age_years"] >= 20) & everyone["intake_mg"].notna()).sum() == 13435


@pytest.mark.raw
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_svy_gives_the_prevalence_the_committed_cells_give(outcome):
    """From persons with svy, from cells with our arithmetic: by quintile, standard errors too."""
    people = read_population(outcome)
    people = people.assign(quintile=read_sample(outcome)["quintile"].reindex(people.index).fillna(0).astype("int64"))
    people = people.loc[people["weight_diet"] > 0, ["stratum", "psu", "weight_diet", "quintile", "case", "in_sample"]]
    people["case"] = people["case"].fillna(0)
    sample = svy.Sample(pl.from_pandas(people), svy.Design(stratum="stratum", psu="psu", wgt="weight_diet"))
    theirs = sample.estimation.mean("case", by="quintile", where=svy.col("in_sample")).to_polars().to_pandas()
    ours = estimate_prevalence(outcome)
    np.testing.assert_allclose(theirs["est"], ours["prevalence"], rtol=1e-6)
    np.testing.assert_allclose(theirs["se"], ours["se"], rtol=1e-6)


def test_kidney_function_is_ckd_epi_2021():
    """1.2 mg/dL at 55: 71.4 in a man; the woman's constants lower it."""
    assert people.egfr(1.2, 55, False) == pytest.approx(71.4, abs=0.05)
    assert people.egfr(1.2, 55, True) < 60


def test_a_body_mass_index_of_25_is_overweight_and_of_30_obese():
    """Classes are closed on the left; missing stays missing."""
    classes = people.bmi_class(pd.Series([24.99, 25, 29.99, 30, np.nan]))
    assert classes.tolist()[:4] == ["under25", "25-29", "25-29", "30plus"]
    assert classes.isna().tolist() == [False, False, False, False, True]


def test_medicine_use_is_unknown_where_no_medicine_could_be_named(monkeypatch):
    """Takes one (1), takes another (2), takes none (3), takes something unnamed (4), refused (5)."""
    monkeypatch.setattr(people, "drugs_of_class", lambda drug_class: {49: {"d1"}, 272: {"d2"}}[drug_class])
    prescriptions = pd.DataFrame(
        {"SEQN": [1, 2, 3, 4, 5], "RXDUSE": [1, 1, 2, 1, 7], "RXDDRGID": ["d1", "d9", "", "", ""]}
    )
    use = people.medicine_use(prescriptions, "RXDUSE")
    assert use["diuretic"].tolist()[:3] == ["yes", "no", "no"]
    assert use["diuretic"].isna().tolist() == [False, False, False, True, True]


def test_smoking_needs_both_answers():
    """Never, former, current; ever without a present answer is unknown."""
    smoking = people.smoking_class(pd.Series([2, 1, 1, 1, 9]), pd.Series([np.nan, 3, 2, 7, np.nan]))
    assert smoking.tolist()[:3] == ["never", "former", "current"]
    assert smoking.isna().tolist() == [False, False, False, True, True]


def test_quintiles_are_closed_on_the_right():
    """An intake at a cut point belongs below it."""
    assert outcomes.assign_quintile(pd.Series([0, 10, 10.1, 40, 41]), (10, 20, 30, 40)).tolist() == [1, 1, 2, 4, 5]
