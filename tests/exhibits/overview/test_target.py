"""From a life stage to the figures, rows and table of a target, and why they are as they are."""

import pytest

from data.intakes import LifeStage, target_for
from exhibits.base import Look
from exhibits.choices import ChoiceError
from exhibits.life_stage import AnyAgeChoices
from exhibits.overview.target import (
    explanations,
    figure,
    finding,
    reasons,
    sources,
    table,
    target_figures,
    target_intakes,
)

WOMAN = LifeStage("female", 31)
INFANT = LifeStage("male", 0)
TODDLER = LifeStage("female", 1)
CHILD = LifeStage("male", 4)
PREGNANT_GIRL = LifeStage("female", 14, "pregnant")


@pytest.mark.parametrize(
    ("stage", "title"),
    [
        (WOMAN, "Women, 31 to 50: aim for 320 mg a day in the US, 300 mg in the EU"),
        (CHILD, "Children, 4 to 8 years: aim for 130 mg a day in the US, 230 mg in the EU"),
        (INFANT, "Infants, 0 to 6 months: aim for 30 mg a day in the US; the EU sets no value"),
        (PREGNANT_GIRL, "Girls, 14 to 17 years, pregnant: aim for 400 mg a day in the US; the EU sets no value"),
    ],
)
def test_the_target_in_a_sentence(stage, title):
    """Both authorities, or that one sets nothing."""
    assert finding(stage, target_for(*stage)).plain == title


def test_six_figures_us_beside_eu():
    """On a wide screen all of the US come first; on a phone they stand in pairs."""
    wide = target_figures(WOMAN, by_authority=True)
    assert [value for _, value in wide] == ["265 mg", "320 mg", "350 mg", "not set", "300 mg", "250 mg"]
    paired = target_figures(WOMAN, by_authority=False)
    assert [value for _, value in paired] == ["265 mg", "not set", "320 mg", "300 mg", "350 mg", "250 mg"]
    assert [label[:3] for label, _ in paired] == ["US:", "EU:"] * 3


def test_what_is_not_set_is_not_zero():
    """An infant has no average need, no EU value and no limit."""
    assert [value for _, value in target_figures(INFANT, by_authority=True)] == [
        "not set",
        "30 mg",
        "not set",
        "not set",
        "not set",
        "not set",
    ]


@pytest.mark.parametrize(
    ("stage", "limits"),
    [
        (WOMAN, [(250, "EU limit"), (350, "US limit")]),
        (CHILD, [(110, "US limit"), (250, "EU limit")]),
    ],
)
def test_limits_stand_in_order_of_size(stage, limits):
    """The lower limit first, whoever sets it: for children it is the US one."""
    pills = target_intakes(target_for(*stage)).iloc[2]
    assert [(pills[f"limit_{end}_mg"], pills[f"limit_{end}_name"]) for end in ("low", "high")] == limits


def test_a_lone_limit_is_the_only_mark():
    """Below 4 years only the US has one: 65 mg."""
    pills = target_intakes(target_for(*TODDLER)).iloc[2]
    assert (pills["limit_high_mg"], pills["limit_high_name"]) == (65, "US limit")
    assert pills["limit_low_mg"] != pills["limit_low_mg"], "not a number"


@pytest.mark.parametrize(
    ("stage", "keys"),
    [
        (WOMAN, ["rda", "eu-method", "ul", "us-ul-basis", "eu-ul-basis"]),
        (LifeStage("male", 31), ["rda", "eu-method", "ul", "ul-below-rda", "us-ul-basis", "eu-ul-basis"]),
        (INFANT, ["us-infants", "eu-method", "ul", "us-ul-infants", "eu-ul-age"]),
        (TODDLER, ["rda", "eu-method", "ul", "ul-below-rda", "us-ul-basis", "eu-ul-age"]),
        (
            LifeStage("female", 31, "pregnant"),
            ["rda", "eu-method", "eu-pregnancy", "ul", "ul-below-rda", "us-ul-basis", "eu-ul-basis"],
        ),
    ],
)
def test_the_explanations_fit_the_life_stage(stage, keys):
    """The limit is below the goal for men (350 < 420) and in pregnancy (350 < 360), not for women (350 > 320)."""
    assert [term.key for term in explanations(stage)] == keys


def test_the_table_of_the_target_stands_us_beside_eu():
    """Three figures, two columns, sources of both."""
    shown = table(AnyAgeChoices())
    assert shown["US and Canada, mg/day"].tolist() == [265, 320, 350]
    assert shown["European Union, mg/day"].tolist()[1:] == [300, 250]
    us, eu, bfr = (f"{name}, authority's report" for name in ("US IOM 2006", "EFSA 2015", "BfR 2017"))
    table_of_limits = "European Food Safety Authority (EFSA) 2018, authority's report"
    limits = f"{us}; {table_of_limits}; {eu.replace('2015', '2024')}; {bfr}"
    assert shown["Sources"].tolist() == [us, f"{us}; {eu}", limits]


def test_a_figure_is_built_once():
    """The same life stage gives the very same object, so an unchanged chart is not sent again."""
    look, man = Look("dark", "narrow"), AnyAgeChoices(sex="male")
    assert figure(man, look) is figure(AnyAgeChoices(sex="male", status="pregnant"), look)


def test_the_reasons_name_their_sources():
    """A line a reason, each with a link."""
    lines = reasons(WOMAN).splitlines()
    assert len(lines) == len(explanations(WOMAN))
    assert all(line.startswith("- **") and "](http" in line for line in lines)


def test_the_sources_are_those_of_the_figures_shown():
    """An infant's target rests on the US table alone."""
    assert sources(AnyAgeChoices(age="m0")) == ("iom_dri_2006",)
    assert set(sources(AnyAgeChoices())) > {"iom_dri_2006", "efsa_drv_2015"}


def test_an_old_link_is_read():
    """Labels as the controls of the page put them into the address."""
    choices = AnyAgeChoices.read({"sex": ["Female"], "age": ["14 to 17 years"], "status": ["Pregnant"]})
    assert choices.stage == PREGNANT_GIRL
    assert choices.address() == {"age": "14 to 17 years", "status": "Pregnant"}
    assert AnyAgeChoices(sex="male").address() == {"sex": "Male"}
    with pytest.raises(ChoiceError, match="age: '200' is not available here"):
        AnyAgeChoices.read({"age": ["200"]})
