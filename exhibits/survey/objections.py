"""What a reviewer would object to, in plain words, each with the test made of it."""

from __future__ import annotations

from itertools import product

import pandas as pd

from data.nutrients import load_left_out, load_objections
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.html_tables import plain_table
from exhibits.rounding import number
from exhibits.rows import Row
from exhibits.survey.analyses import SOURCE, SOURCES
from exhibits.survey.scales import COUNTED_AS
from exhibits.survey.sentences import LIMIT_BEND, kept, kept_p, p_words, ratio

NAME = "What a reviewer would object to"
ROWS = {
    "main_model": (
        "The main model, for comparison",
        {"fifth 1 against 3": "Lowest against middle", "fifth 5 against 3": "Highest against middle"},
    ),
    "height_and_alcohol": (
        "Height and drinking are in no model: height and that day's alcohol added",
        {"fifth 1 against 3": "Lowest", "fifth 5 against 3": "Highest", "bend": "Bend"},
    ),
    "lost_people": (
        "Some people fell out, an answer missing: those left weighted to stand for them",
        {"fifth 1 against 3": "Lowest", "fifth 5 against 3": "Highest"},
    ),
    "weights_test": (
        "Do the survey weights change the answer? (DuMouchel and Duncan)",
        {"weight x fifths": "Weights by fifths", "weight and weight x fifths": "Weights, and weights by fifths"},
    ),
    "intake_by_race": (
        "Does the curve differ between groups sampled more and less densely?",
        {"curve x race": "Curve by race"},
    ),
    "two_lines": (
        "A U must fall and then rise (two-lines test)",
        {"below the break": "Line below the break", "above the break": "Line above it"},
    ),
    "step_or_u": (
        "A step is not a U: the fourth fifth is about as high as the highest",
        {"fifth 5 against 4": "Highest against fourth", "fifths 4 and 5 against 3": "Both together against middle"},
    ),
    "sex_by_sex": (
        "Is it so in women and in men?",
        {
            "women, fifth 1 against 3": "Women, lowest",
            "women, fifth 5 against 3": "Women, highest",
            "men, fifth 1 against 3": "Men, lowest",
            "men, fifth 5 against 3": "Men, highest",
            "fifths x sex": "Difference between sexes",
        },
    ),
}


def table(choices: NoChoices) -> pd.DataFrame:
    """A row for each comparison and way to count intake; a test of several terms has a p value alone."""
    told = []
    for (objection, row, said), (scale, name) in product(_comparisons(), COUNTED_AS.items()):
        found = found_row(objection, scale, row)
        names = {"Objection": ROWS[objection][0], "Compared": said, "Counted as": name}
        told.append({**names, **_numbers(found), "p": kept_p(found["p"])})
    return pd.DataFrame(told)


def _numbers(row: Row) -> dict[str, float | None]:
    parts = {"Odds ratio": "odds_ratio", "From": "ci_low", "To": "ci_high"}
    return {name: None if pd.isna(row[part]) else kept(row[part]) for name, part in parts.items()}


def _comparisons() -> list[tuple[str, str, str]]:
    """Objection, row of the table of results, and the row in words."""
    return [(key, row, said) for key, (_, rows) in ROWS.items() for row, said in rows.items()]


@built_once
def _shown() -> pd.DataFrame:
    told = []
    for key, row, said in _comparisons():
        objection, rows = ROWS[key]
        cells = {name: _cell(found_row(key, scale, row)) for scale, name in COUNTED_AS.items()}
        told.append({"Objection": objection if row == next(iter(rows)) else "", "Compared": said, **cells})
    return pd.DataFrame(told)


@built_once
def _by_row() -> dict[tuple[str, str, str], Row]:
    return {(row["objection"], row["scale"], row["row"]): row for row in load_objections().to_dict("records")}


def found_row(objection: str, scale: str, row: str) -> Row:
    """One row of one objection."""
    return _by_row()[objection, scale, row]


def _cell(row: Row) -> str:
    p = p_words(row["p"])
    if pd.isna(row["odds_ratio"]):
        return p
    if not pd.isna(row["per"]):
        return f"{ratio(row)} per {number(row['per'])} mg; break at {number(row['breakpoint'])}"
    return ratio(row)


def figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure()


@built_once
def _figure() -> Markup:
    return Markup.of(
        plain_table(_shown(), name=NAME),
        title=NAME,
        subtitle="Odds ratio of neuropathy by magnesium with 95% interval, or the p value of a test; full model",
        source=SOURCE,
        alt=f"{NAME}: {len(_shown())} comparisons, each counted three ways.",
    )


# Every fifth as the reference -------------------------------------------------------------------------------------------


def reference_table(choices: NoChoices) -> pd.DataFrame:
    """Each fifth of amount against each other one, a row a pair."""
    pairs = [(one, other) for other in range(1, 6) for one in range(1, 6) if one != other]
    rows = [found_row("every_reference", "amount", f"fifth {one} against {other}") for one, other in pairs]
    names = [{"Reference": f"Fifth {other}", "Compared": f"Fifth {one}"} for one, other in pairs]
    return pd.DataFrame([name | _numbers(row) for name, row in zip(names, rows, strict=True)])


@built_once
def _references() -> pd.DataFrame:
    rows = []
    for reference in range(1, 6):
        told = {"Reference": f"Fifth {reference}"}
        for fifth in range(1, 6):
            same = fifth == reference
            row = {} if same else found_row("every_reference", "amount", f"fifth {fifth} against {reference}")
            told[f"Fifth {fifth}"] = "1" if same else ratio(row)
        rows.append(told)
    return pd.DataFrame(rows)


def reference_figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _reference_figure()


@built_once
def _reference_figure() -> Markup:
    name = "Every fifth as the reference in turn"
    return Markup.of(
        plain_table(_references(), name=name), title=name, source=SOURCE, alt=f"{name}: a row a reference."
    )


# Words -----------------------------------------------------------------------------------------------------------------


@built_once
def left_out_words() -> str:
    """Who the full model leaves out."""
    rows = load_left_out()
    pain, age = rows.loc["neuropathy_pct"], rows.loc["age_years_mean"]
    return (
        f"**Who fell out:** {number(pain['left_out_n'])} of {number(pain['sample_n'])} people are not in the full model, since something it "
        f"adjusts for is not known of them; income in {number(rows.at['income_unknown_pct', 'left_out'])}% of them. They are older (mean "
        f"{number(age['left_out'])} years against {number(age['in_model'])}) and have neuropathy more often ({number(pain['left_out'], 1)}% "
        f"against {number(pain['in_model'], 1)}%). Weighting those left so that they stand for all (by age, sex, race, survey, fifth and "
        "outcome) was chosen over filling in the gaps, which would need a model of each missing answer."
    )


@built_once
def weights_words() -> str:
    """What the test of the weights says."""
    row = found_row("weights_test", "amount", "weight x fifths")
    density = found_row("weights_test", "density", "weight x fifths")
    finds = "differs with the weights" if row["p"] < LIMIT_BEND else "is not shown to differ with the weights"
    return (
        f"**Do the weights matter?** By amount, the comparison of fifths {finds} ({p_words(row['p'])}); per 1,000 kcal "
        f"{p_words(density['p'])}. Where it differs, groups sampled more and less densely may differ, or the model does not fit."
    )


@built_once
def two_lines_words() -> str:
    """What the two-lines test says, each way to count."""
    told = []
    for scale, said in (("amount", "By amount"), ("density", "per 1,000 kcal"), ("residual", "energy-adjusted")):
        below, above = (found_row("two_lines", scale, row) for row in ("below the break", "above the break"))
        falls, rises = below["ci_high"] < 1, above["ci_low"] > 1
        if falls and rises:
            found = "both lines are told from flat: a U by this test"
        elif falls or rises:
            found = f"only the line {'below' if falls else 'above'} the break is told from flat: no U by this test"
        else:
            found = "neither line is told from flat: no U by this test"
        told.append(f"{said}, {found}")
    return f"**Is it a U?** A U must fall and then rise. {'; '.join(told)}. That a test does not find a U does not rule one out."


OBJECTIONS = Exhibit(
    "objections",
    title=NAME,
    page="intake-nerves",
    tab="Is it magnesium?",
    table=table,
    figure=figure,
    rests_on=("objections", "left-out"),
    sources=SOURCES,
    also="height, alcohol, missing data, selection, survey weights, two-lines test, women, men, step, reviewer",
)
EVERY_REFERENCE = Exhibit(
    "every-reference",
    title="Every fifth as the reference in turn",
    page="intake-nerves",
    tab="Is it magnesium?",
    table=reference_table,
    figure=reference_figure,
    rests_on=("objections",),
    sources=SOURCES,
    also="reference category, fourth fifth, step, U-shape",
)
