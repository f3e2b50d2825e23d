"""The shared selectors and what the reader is told about the address."""

import pytest
from streamlit.testing.v1 import AppTest

from exhibits.markdown import UNSEEN


def page():
    """A page with one control of each kind, inside the real notices."""
    import streamlit as st

    from components import controls, notices
    from data.numbers import Range

    notices.begin("test", "wide")
    slot = st.container()
    sex = controls.one_of("Sex", {"female": "Women", "male": "Men"}, key="sex")
    group = controls.one_of("Group", {str(n): f"Group {n}" for n in range(7)}, key="group", default="3")
    flags = controls.some_of("Diet", {"vegan": "Vegan", "nut_free": "Nut-free"}, key="diet")
    text = controls.search("Search", key="q", placeholder="almond")
    wide = controls.switch("Everything", key="all")
    controls.number("Amount", Range(0, 9), key="amount")
    controls.step_of("Step", {"one": "One", "two": "Two"}, key="step", default="one")
    notices.show(slot)
    st.text(f"{sex} {group} {flags} {text} {wide}")


def opened(**query) -> AppTest:
    at = AppTest.from_function(page, default_timeout=20)
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def said(at: AppTest) -> list[str]:
    return [warning.value.replace("\\", "") for warning in at.warning]


def test_without_an_address_every_control_shows_its_default():
    """Defaults: the first option, or the one named; nothing chosen; nothing said."""
    at = opened()
    assert at.text[0].value == "female 3 []  False"
    assert said(at) == []


def test_a_link_restores_the_exact_view():
    """The address holds the labels that the reader saw; the page gets the values."""
    at = opened(sex="Men", group="Group 5", diet=["Vegan", "Nut-free"], q="  tofu ", all="true")
    assert at.text[0].value == "male 5 ['vegan', 'nut_free'] tofu True"
    assert said(at) == []


@pytest.mark.parametrize("left", [True, "J", ["J"], 3.5, None], ids=repr)
def test_what_a_control_of_another_page_left_under_the_same_name_is_dropped(left):
    """ "article" is a list on Evidence and a switch on Balance; whoever went from one to the other saw a fault."""
    at = AppTest.from_function(page, default_timeout=20)
    for key in ("sex", "group", "diet", "q", "all", "amount", "step"):
        at.session_state[key] = left
    at.run()
    assert not at.exception
    assert at.text[0].value.startswith("female 3 []")


@pytest.mark.parametrize(
    ("query", "value"),
    [({"sex": "Robots"}, "Robots"), ({"diet": ["Vegan", "Paleo"]}, "Paleo"), ({"all": "maybe"}, "maybe")],
)
def test_an_unknown_value_is_named_and_ignored(query, value):
    """The notice names parameter, value and what is allowed; good values beside a bad one are kept."""
    at = opened(**query)
    (notice,) = said(at)
    (key,) = query
    assert f"{key} = “{value}”" in notice
    assert "Allowed:" in notice
    assert at.text[0].value.startswith("female 3")
    assert ("vegan" in at.text[0].value) == (key == "diet")


def test_an_unknown_parameter_is_named_with_the_known_ones():
    """A mistyped parameter is told, with the list of those that the page knows."""
    (notice,) = said(opened(sx="Men"))
    assert "“sx”" in notice
    assert "all, amount, diet, group, q, sex, step" in notice


def test_hostile_text_in_the_address_is_shown_as_plain_text():
    """Markdown and HTML in the address have no meaning in the notice."""
    at = opened(sex="[x](http://evil) <b>")
    assert f"\\[x\\](http\\:{UNSEEN}//evil) \\<b\\>" in at.warning[0].value


def test_a_notice_outlives_the_second_run_that_only_measures_the_screen():
    """On a phone the page runs twice; a bad value is in the address during the first run alone."""

    def twice():
        import streamlit as st

        from components import notices

        run = st.session_state.get("run", 0)
        st.session_state["run"] = run + 1
        notices.begin("foods" if run < 3 else "sources", "wide" if run == 0 else "narrow")
        if run == 0:
            notices.tell("bad value")
        st.text(" ".join(st.session_state["_notices"]) or "nothing")

    at = AppTest.from_function(twice, default_timeout=20)
    assert [at.run().text[0].value for _ in range(4)] == ["bad value", "bad value", "nothing", "nothing"]
