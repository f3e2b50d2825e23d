"""The line of controls: what its drawer hides is told in words, and can be taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from components import viewport


def page():
    """A line with a control in sight, one for which a phone has no room, and four in the drawer."""
    import streamlit as st

    from components import controls, notices
    from components.line import line
    from data.numbers import Range

    notices.begin("test", "wide")
    with line("foods") as asked:
        text = controls.search("Search", key="q", placeholder="almond")
        with asked.rest():
            per = controls.one_of("Amount", {"serving": "Serving", "100g": "100 g"}, key="per")
        with asked.drawer():
            diet = controls.some_of("Diet", {"vegan": "Vegan", "nut_free": "Nut-free"}, key="diet")
            least = controls.number("At least", Range(0, 1000), key="least")
            whole = controls.switch("Whole release", key="whole")
    st.text(f"{text} {per} {diet} {least} {whole}")


def opened(size: str = "wide", **query) -> AppTest:
    at = AppTest.from_function(page, default_timeout=20)
    at.session_state[viewport.SIZE] = size
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def said(at: AppTest) -> list[str]:
    return [words.value for words in at.markdown]


def test_nothing_set_is_nothing_said():
    """No words, no button; and what is set in sight needs no words."""
    for at in (opened(), opened(q="tofu", per="100 g")):
        assert said(at) == [] and len(at.button) == 0


def test_what_is_set_in_the_drawer_is_counted_and_said():
    """Three: a choice of two, a number, a switch."""
    (words,) = said(opened(diet=["Vegan", "Nut-free"], least="50", whole="true"))
    assert "**3 set**" in words
    assert "Diet" in words and "Vegan, Nut" in words and "50" in words and "Whole release" in words


@pytest.mark.parametrize(("size", "hidden"), [("wide", False), ("narrow", True), ("projector", False)])
def test_a_phone_has_room_for_the_first_alone(size, hidden):
    """There the amount lies in the drawer, and is said."""
    at = opened(size, per="100 g")
    assert bool(said(at)) == hidden
    (drawer,) = at.get("popover")
    assert bool([one for one in drawer.get("button_group") if one.key == "per"]) == hidden


def test_clear_all_puts_the_drawer_back_and_nothing_else():
    """What is in sight stays; the address follows."""
    at = opened(q="tofu", diet=["Vegan"], least="50", whole="true")
    at.button[0].click().run()
    assert at.text[0].value == "tofu serving [] None False"
    assert said(at) == []


def test_words_of_a_reader_stay_text():
    """A number field takes what is typed, and the words repeat it: no markdown comes out of it."""
    (words,) = said(opened(least="[x](http://evil)"))
    assert "\\](http\\:" in words
