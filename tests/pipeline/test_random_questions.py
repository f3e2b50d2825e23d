"""Questions nobody thought of: prevalence from the committed cells against svy on the persons of the raw files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import svy
from hypothesis import given
from hypothesis import strategies as st

from data import survey
from pipeline.outcomes import read_population, read_sample
from pipeline.steps.cells import banded_sample

Question = dict[str, Any]


@st.composite
def questions(draw: Callable) -> Question:
    """An outcome, a way to divide by intake, any group that was tabulated, standardized or not."""
    outcome = draw(st.sampled_from(list(survey.outcomes().index)))
    keys = ["sex", "age", *draw(st.sampled_from(survey.blocks(outcome)))]
    where = {
        key: draw(st.lists(st.sampled_from(values), min_size=1, unique=True))
        for key, values in survey.groups(outcome).items()
        if key in keys and draw(st.booleans())
    }
    ways = {"by": st.sampled_from(survey.BY), "standardize": st.sampled_from(survey.STANDARDIZE)}
    return {"outcome": outcome, "where": where} | {name: draw(way) for name, way in ways.items()}


@cache
def persons(outcome: str) -> pd.DataFrame:
    """Everyone with a dietary weight, in the sample or not: design, case, groups, and the row by each way to divide."""
    sample = banded_sample(outcome)
    everyone = read_population(outcome)
    everyone = everyone[everyone["weight_diet"] > 0]
    band = sample["intake_band"].reindex(everyone.index)
    rows = {by: survey.intake_rows(outcome, by)[1] for by in survey.BY}
    divided = {f"row_{by}": band.map(dict(enumerate(row))).fillna(-1).astype(int) for by, row in rows.items()}
    groups = {key: sample[key].reindex(everyone.index) for key in survey.groups(outcome)}
    return everyone[["stratum", "psu", "weight_diet", "in_sample"]].assign(
        case=everyone["case"].fillna(0).astype(int),
        cell=(everyone["age"].astype(str) + " " + everyone["sex"].astype(str)),
        **groups,
        **divided,
    )


def asked_of_svy(question: Question) -> pd.DataFrame:
    """svy's proportion of cases with its Korn-Graubard interval, a line for each row that holds anyone."""
    people = persons(question["outcome"])
    inside = people["in_sample"].copy()
    for key, values in question["where"].items():
        inside &= people[key].isin(values)
    if not inside.any():
        return pd.DataFrame(columns=["est", "se", "lci", "uci", "df", "n"])
    row = f"row_{question['by']}"
    columns = people[["stratum", "psu", "weight_diet", "case", "cell", row]].assign(inside=inside)
    sample = svy.Sample(
        pl.from_pandas(columns.reset_index(drop=True)), svy.Design(stratum="stratum", psu="psu", wgt="weight_diet")
    )
    if question["standardize"] == "age-sex":
        chosen = {key: question["where"][key] for key in ("sex", "age") if key in question["where"]}
        standard = people[people["in_sample"]]
        for key, values in chosen.items():
            standard = standard[standard[key].isin(values)]
        shares = standard.groupby("cell")["weight_diet"].sum().to_dict()
        sample = sample.weighting.standardize("cell", shares=shares, by=row, where=svy.col("inside"))
    found = sample.estimation.prop("case", by=row, where=svy.col("inside"), ci_method="korn-graubard")
    levels = found.to_polars().to_pandas()
    cases = people[inside].groupby(row)["case"].sum()
    of_cases = levels[levels["case"].astype(int) == 1].set_index(row)
    nobody = levels[levels["case"].astype(int) == 0].set_index(row)
    none = nobody.loc[nobody.index.difference(of_cases.index)].assign(est=0.0)
    return pd.concat([of_cases, none]).sort_index().assign(cases=cases)


@pytest.mark.raw
@pytest.mark.filterwarnings("ignore:.*DOMAIN_LEVELS_PARTIAL")  # ours marks such rows as not to be shown
@given(questions())
def test_any_question_has_svys_answer(question: Question):
    """Counts and degrees of freedom exactly, estimate and standard error to six digits, the interval where NCHS's cap
    on the effective sample size does not widen ours."""
    ours, theirs = survey.estimate_prevalence(**question), asked_of_svy(question)
    assert ours.index[ours["n"] > 0].tolist() == theirs.index.tolist()
    ours = ours.loc[theirs.index]
    for column in ("n", "cases", "df"):
        assert ours[column].tolist() == theirs[column].tolist(), column
    np.testing.assert_allclose(ours["prevalence"], theirs["est"], rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(ours["se"], theirs["se"], rtol=1e-5, atol=1e-7)
    judged = ours["prevalence"].between(0, 1, inclusive="neither") & (ours["df"] > 0) & (ours["se"] > 1e-9)
    uncapped = judged & (ours["n_eff"] < ours["n"])
    for bound, theirs_is in (("ci_low", "lci"), ("ci_high", "uci")):
        np.testing.assert_allclose(ours.loc[uncapped, bound], theirs.loc[uncapped, theirs_is], rtol=1e-4, atol=1e-6)
    assert (ours.loc[judged, "ci_low"] <= theirs.loc[judged, "lci"] + 1e-6).all()
    assert (ours.loc[judged, "ci_high"] >= theirs.loc[judged, "uci"] - 1e-6).all()


@pytest.mark.raw
def test_the_persons_are_the_sample():
    """What svy is asked of is the sample that was tabulated, each person in one row of each division."""
    for outcome in survey.outcomes().index:
        people = persons(outcome)
        inside = people[people["in_sample"]]
        assert inside.index.tolist() == read_sample(outcome).index.tolist()
        assert (inside[["row_quintile", "row_band", "row_none"]] >= 0).all(axis=None)
        assert (inside["row_quintile"] + 1).tolist() == read_sample(outcome)["quintile"].tolist()
