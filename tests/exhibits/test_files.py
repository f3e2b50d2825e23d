"""What a reader takes away says by itself what it shows, for whom, and where it comes from."""

import io
from datetime import date

import pandas as pd
import pytest

from data import package
from exhibits.catalog import catalog
from exhibits.files import LONGEST_NAME, exhibit_csv, exhibit_name, file_name, in_words, table_csv
from exhibits.foods.bars import FOOD_BARS, BarsChoices
from exhibits.survey.curve import CURVE
from exhibits.survey.estimates import ModelChoices, QuestionChoices
from exhibits.survey.fifths import FIFTHS
from exhibits.survey.prevalence import PREVALENCE

ON = date(2026, 11, 26)
ABOUT = ["Shown for", "Source of the table", "Licence", "Data", "Downloaded", "Dashboard address"]


def read(content: bytes) -> pd.DataFrame:
    """The file as a spreadsheet reads it."""
    return pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")


@pytest.mark.parametrize("key", list(catalog()))
def test_every_file_tells_where_it_comes_from(key):
    """In each of its rows; and its figures are as the table has them."""
    shown = catalog()[key]
    rows = read(exhibit_csv(shown, shown.shown_first, site="https://example.org", on=ON))
    table = shown.table(shown.shown_first)
    assert list(rows) == [*table, *ABOUT] and len(rows) == len(table) > 0
    assert rows[ABOUT].notna().all(axis=None)
    assert rows["Dashboard address"][0].startswith(f"https://example.org/{shown.page}")
    assert package.load_package()["version"] in rows["Data"][0] and rows["Downloaded"][0] == "2026-11-26"
    numbers = [name for name in table if pd.api.types.is_numeric_dtype(table[name]) and table[name].dtype != bool]
    assert all(pd.api.types.is_numeric_dtype(rows[name]) for name in numbers)


@pytest.mark.parametrize("key", list(catalog()))
def test_no_figure_with_its_interval_is_a_text(key):
    """ "15.6% (13.5 to 18.0)" cannot be reckoned with: estimate and bounds are columns. Sentences are sentences."""
    shown = catalog()[key]
    table = shown.table(shown.shown_first)
    for name in table:
        if pd.api.types.is_numeric_dtype(table[name]):
            continue
        cells = table[name].dropna().astype(str)
        alone = cells.str.fullmatch(r"[−-]?[\d,.]+ ?%?( ?\([\d,.]+ (to|–) [\d,.]+\))?")
        assert not (len(cells) and alone.all()) or name in ("Year", "Since version"), name


def test_a_bound_tells_on_which_side_of_1_it_lies():
    """At 100 mg the curve's lower bound is 0.997, and the file must not say 1.00."""
    rows = read(exhibit_csv(CURVE, ModelChoices()))
    curve = rows.set_index("Magnesium, mg a day")
    assert curve.loc[100, "95% from"] == 0.997
    beside_reference = rows[rows["Odds ratio"] != 1]
    assert not (beside_reference[["95% from", "95% to"]] == 1).any(axis=None)


def test_two_files_can_be_told_apart():
    """By their names and by what they say they show."""
    everyone, women = PREVALENCE.choices(), PREVALENCE.choices(sex="female", age=("60-74",), diabetes="yes")
    assert exhibit_name(PREVALENCE, everyone) == "magnesium-prevalence.csv"
    assert exhibit_name(PREVALENCE, women) == "magnesium-prevalence_women_60-to-74_yes.csv"
    said = read(exhibit_csv(PREVALENCE, women))["Shown for"][0]
    assert "Who: Women" in said and "60 to 74" in said and "Diabetes: Yes" in said


def test_survey_figures_are_called_weighted():
    """People and cases are counted, and do not give the percent."""
    rows = read(exhibit_csv(PREVALENCE, PREVALENCE.choices()))
    counted = 100 * rows["With the condition, unweighted"] / rows["People, unweighted"]
    assert (rows["Percent, weighted"] - counted).abs().max() > 1


def test_the_remark_agrees_with_its_column():
    """The effective number is cut, not rounded: "16 is under 30" beside 16."""
    found = 0
    for choices in (
        QuestionChoices(sex="female", age=("75+",), diabetes="yes"),
        QuestionChoices(sex="male", age=("75+",), ckd="yes", diabetes="yes"),
    ):
        rows = PREVALENCE.table(choices)
        told = rows["Remark"].astype(str).str.extract(r"effective sample size (\d+) is")[0].dropna()
        assert (told.astype(float) == rows.loc[told.index, "Effective sample size"]).all()
        found += len(told)
    assert found


def test_the_fifths_are_numbers():
    """With the three models' odds ratios; the middle fifth is the reference, 1."""
    rows = read(exhibit_csv(FIFTHS, QuestionChoices()))
    assert rows["Odds ratio, not adjusted"].tolist()[2] == 1
    assert rows["Odds ratio, + health and habits, 95% from"].dtype == float


@pytest.mark.parametrize(
    ("key", "chosen", "name"),
    [
        ("curve", [], "magnesium-curve.csv"),
        ("food-bars", ["Fruit", "Crème brûlée / ½"], "magnesium-food-bars_fruit_creme-brulee-12.csv"),
        ("x", ["../../etc", "=cmd()"], "magnesium-x_etc_cmd.csv"),
    ],
)
def test_a_name_is_one_that_every_system_takes(key, chosen, name):
    """No signs, no marks, no way out of the folder."""
    assert file_name(key, chosen) == name


def test_a_long_choice_does_not_make_a_long_name():
    """It ends between words and says that there is more."""
    name = file_name("food-bars", ["a very long name of a group of foods"] * 9)
    assert len(name) <= LONGEST_NAME + len("_and-more.csv") and name.endswith("_and-more.csv")


def test_what_was_chosen_in_words():
    """As the controls call it; what was left empty is left out."""
    said = in_words(BarsChoices(q="almonds", group=("Fruit",), per="100g"))
    assert "Search: almonds" in said and "Group: Fruit" in said and "Amount: 100 g" in said
    assert "Diet" not in said and "Whole" not in said
    assert "Whole USDA release: yes" in in_words(BarsChoices(whole=True))


@pytest.mark.parametrize("name", ["foods", "odds-ratios"])
def test_a_table_of_the_package_tells_where_it_comes_from(name):
    """Beside its own columns."""
    rows = read(table_csv(name, on=ON))
    own = list(package.table_frame(name))
    assert list(rows)[: len(own)] == own and rows["Downloaded"].eq("2026-11-26").all()
    assert rows["Source of the table"][0].startswith("data/")


def test_a_search_that_looks_like_a_formula_stays_a_text():
    """In the file's own words about the choice it stands behind its label."""
    assert in_words(BarsChoices(q="=1+1")).count("Search: =1+1") == 1
    assert FOOD_BARS.table(BarsChoices(q="almonds")).shape[0]
