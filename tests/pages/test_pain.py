"""The pain page: every complaint, tab and cut-off, and every record of its tables."""

import json

import pytest

from data import pain


def text_of(page) -> str:
    return "\n".join(element.value for element in page.markdown)


@pytest.mark.parametrize(
    ("label", "key"),
    [("Joints", "joint"), ("Muscles", "muscle"), ("Nerves", "nerve"), ("Fibromyalgia", "fibromyalgia")],
)
def test_a_link_lights_the_path_of_a_complaint(app, label, key):
    """The map, its list twin and the complaint's points follow the address."""
    page = app("pain", complaint=label)
    assert not page.exception
    chart = page.get("plotly_chart")[0].proto
    assert json.loads(chart.spec)["layout"]["meta"]["title"].startswith(f"{label}:")
    said = text_of(page)
    _nodes, links = pain.load_pain_map_and_not_found()
    for link in links:
        assert (link.statement in said) == (key in link.complaints), link.key
    view = pain.load_complaints()[key]
    assert all(point.known in said for point in view.points)
    assert view.see_someone in said


def test_the_reversed_study_is_told_plainly(app):
    """A low-magnesium diet made arthritis milder in rats; the page says that it is the reverse of the claim."""
    said = text_of(app("pain", complaint="Joints"))
    assert "It found the reverse. Rats on a low-magnesium diet had about 70 percent milder arthritis" in said


def test_stopping_says_that_nothing_was_found(app):
    """No study of joint pain after stopping exists, and the page says so."""
    said = text_of(app("pain", tab="Stopping"))
    assert "It has not been studied" in said
    assert all(point.text in said for point in pain.load_stopping_and_not_found())


@pytest.mark.parametrize(("cutoff", "share"), [("0.65", "7%"), ("0.75", "25%"), ("0.85", "60%")])
def test_the_slider_moves_the_line(app, cutoff, share):
    """The same patients, another line: 7, 25 or 60 percent are low."""
    page = app("pain", tab="Testing", cutoff=f"{cutoff} mmol/L")
    title = json.loads(page.get("plotly_chart")[0].proto.spec)["layout"]["meta"]["title"]
    assert title == f"With {cutoff} mmol/L as the lower limit, {share} of these patients are “low”"
    said = text_of(page)
    assert all(test.limits.rstrip(".") in said for test in pain.load_status_tests())


def test_plan_questions_and_mechanisms_are_all_there(app):
    """Every record of the three tables can be found on its tab, the unfound ones as unfound."""
    plan = text_of(app("pain", tab="30-day plan"))
    assert all(step.step in plan and step.known in plan for step in pain.load_plan_and_not_found())
    questions = text_of(app("pain", tab="Questions"))
    assert all(question.answer in questions for question in pain.load_questions())
    mechanisms = text_of(app("pain", tab="All mechanisms"))
    known, missing = mechanisms.split("## What could not be found")
    assert all(item.statement in known for item in pain.load_mechanisms())
    assert all(item.name in missing and item.statement not in mechanisms for item in pain.load_mechanisms_not_found())


def test_an_unknown_complaint_is_named(app):
    """The address asks for elbows; the notice says so and the page shows joints."""
    page = app("pain", complaint="Elbows")
    assert "Elbows" in page.warning[0].value
    assert not page.exception


def test_only_the_open_tab_is_computed(app):
    """The map is not sent while another tab is open."""
    assert len(app("pain", tab="Questions").get("plotly_chart")) == 0
