"""The shared control for whose target to use."""

import pytest
from streamlit.testing.v1 import AppTest


def adults():
    """A page that counts from the adult targets."""
    import streamlit as st

    from components import controls, notices
    from exhibits.life_stage import LifeStageChoices

    notices.begin("test", "wide")
    slot = st.container()
    stage = LifeStageChoices(**controls.life_stage()).stage
    notices.show(slot)
    st.text(f"{stage.sex} {stage.age_years:g} {stage.status}")


def everybody():
    """A page that knows every life stage."""
    import streamlit as st

    from components import controls, notices
    from exhibits.life_stage import AnyAgeChoices

    notices.begin("test", "wide")
    slot = st.container()
    stage = AnyAgeChoices(**controls.life_stage(AnyAgeChoices)).stage
    notices.show(slot)
    st.text(f"{stage.sex} {stage.age_years:g} {stage.status}")


def opened(page, **query) -> AppTest:
    at = AppTest.from_function(page, default_timeout=20)
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


@pytest.mark.parametrize("page", [adults, everybody])
def test_it_begins_with_women_of_31_to_50(page):
    """The default is one of the two largest adult groups, not pregnant."""
    at = opened(page)
    assert at.text[0].value == "female 31 neither"
    assert not at.warning


@pytest.mark.parametrize(
    ("page", "query", "value"),
    [
        (adults, {"sex": "Men", "age": "71 and over"}, "male 71 neither"),
        (adults, {"age": "19 to 30", "status": "Pregnant"}, "female 19 pregnant"),
        (everybody, {"sex": "Female", "age": "14 to 17 years", "status": "Breastfeeding"}, "female 14 lactating"),
        (everybody, {"age": "0 to 6 months"}, "female 0 neither"),
    ],
)
def test_a_link_restores_the_life_stage(page, query, value):
    """Sex, age and status stand in the address as the reader sees them."""
    at = opened(page, **query)
    assert at.text[0].value == value
    assert not at.warning


@pytest.mark.parametrize("query", [{"sex": "Men"}, {"age": "51 to 70"}])
def test_pregnancy_is_not_asked_where_no_row_exists(query):
    """Hidden for men and out of range; a link that carries it still is no error."""
    at = opened(adults, status="Pregnant", **query)
    assert at.text[0].value.endswith("neither")
    assert "Pregnant or breastfeeding" not in [control.label for control in at.get("button_group")]
    assert not at.warning


def test_unknown_values_are_named_even_where_the_control_is_hidden():
    """`?sex=Men&status=Busy&age=12`: both are told, with what is allowed."""
    at = opened(adults, sex="Men", status="Busy", age="12")
    said = " ".join(warning.value.replace("\\", "") for warning in at.warning)
    assert "status = “Busy”" in said and "Allowed: Neither, Pregnant, Breastfeeding." in said
    assert "age = “12”" in said and "Allowed: 19 to 30, 31 to 50, 51 to 70, 71 and over." in said
    assert at.text[0].value == "male 31 neither"


def test_status_goes_when_the_age_leaves_its_range():
    """A pregnant reader of 31 to 50 who looks at 71 and over gets the row for that age."""
    at = opened(adults, status="Pregnant")
    assert at.text[0].value == "female 31 pregnant"
    at.get_by_key("age").set_value("71").run()
    assert at.text[0].value == "female 71 neither"
